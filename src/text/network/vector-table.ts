/** Finds the row of a key among many: open addressing over the keys, so that nothing needs to be spelt out on loading. */
export interface KeyIndex {
  readonly size: number;
  /** Row of the key, -1 where there is none. */
  row(key: number): number;
}

export function openKeyIndex(keys: Uint32Array): KeyIndex {
  let length = 4;
  while (length < keys.length * 2) length *= 2;
  const mask = length - 1;
  const rows = new Int32Array(length);
  for (let row = 0; row < keys.length; row++) {
    let at = keys[row]! & mask;
    while (rows[at] !== 0) at = (at + 1) & mask;
    rows[at] = row + 1;
  }
  return {
    size: keys.length,
    row: (key) => {
      for (let at = key & mask; rows[at] !== 0; at = (at + 1) & mask)
        if (keys[rows[at]! - 1] === key) return rows[at]! - 1;
      return -1;
    },
  };
}

/** Rows of numbers by key; a number is a signed byte times its row's scale. */
export interface VectorTable {
  readonly index: KeyIndex;
  readonly width: number;
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

/** Adds the row of a key to `width` numbers at `to`; an unknown key adds nothing. */
export function addVector(
  { index, width, bytes, scales }: VectorTable,
  key: number,
  numbers: Float32Array,
  to: number,
): void {
  const row = index.row(key);
  if (row < 0) return;
  const scale = scales[row]!;
  const from = row * width;
  for (let i = 0; i < width; i++) numbers[to + i]! += scale * bytes[from + i]!;
}
