/** Known names in lower case: places by their first word, longest first, and given names of people. */
export interface NameList {
  /** First word → the whole names that begin with it, as lists of words, longest first. */
  readonly places: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly given: ReadonlySet<string>;
}

/** Bytes of `models/text-name-list.txt`: "p" and a place's name or "g" and a given name, one a line. */
export function openNameList(bytes: Uint8Array): NameList {
  const places = new Map<string, string[][]>();
  const given = new Set<string>();
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    if (line.startsWith("g")) given.add(line.slice(1));
    if (!line.startsWith("p")) continue;
    const words = line.slice(1).split(/[ -]/);
    const known = places.get(words[0]!);
    if (known === undefined) places.set(words[0]!, [words]);
    else known.push(words);
  }
  for (const names of places.values()) names.sort((a, b) => b.length - a.length);
  return { places, given };
}

/** What each word is in the list: 0 nothing, 1 a place, 2 begins a place of several words, 3 goes on with it; 4 more for a given name. */
export function markKnownNames(list: NameList, norms: readonly string[]): Uint8Array {
  const marks = new Uint8Array(norms.length);
  for (let i = 0; i < norms.length; i++) {
    const words = list.places.get(norms[i]!)?.find((name) => name.every((word, k) => norms[i + k] === word));
    const length = words?.length ?? 0;
    for (let k = 0; k < length; k++) if (marks[i + k] === 0) marks[i + k] = length === 1 ? 1 : k === 0 ? 2 : 3;
    if (list.given.has(norms[i]!)) marks[i]! += 4;
  }
  return marks;
}
