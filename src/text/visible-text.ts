/** Characters that print nothing: soft hyphen, zero-width and direction marks, byte-order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
const INVISIBLES = new RegExp(INVISIBLE.source, "g");

/** The text without invisible characters, and the way back to the offsets of the original. */
export interface VisibleText {
  readonly text: string;
  /** Offset in the original of the character at `offset`. */
  startOf(offset: number): number;
  /** Offset in the original just after the character that ends at `offset` (exclusive), so a trailing mark is left out. */
  endOf(offset: number): number;
}

export function visibleText(original: string): VisibleText {
  if (!INVISIBLE.test(original)) return { text: original, startOf: (offset) => offset, endOf: (offset) => offset };
  const kept = new Uint32Array(original.length + 1);
  let count = 0;
  for (let i = 0; i < original.length; i++) {
    if (!INVISIBLE.test(original[i]!)) kept[count++] = i;
  }
  kept[count] = original.length;
  return {
    text: original.replace(INVISIBLES, ""),
    startOf: (offset) => kept[offset]!,
    endOf: (offset) => (offset === 0 ? kept[0]! : kept[offset - 1]! + 1),
  };
}
