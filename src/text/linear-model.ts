/**
 * A linear classifier with hashed, sparse, quantised weights.
 * File form: u32 length of the JSON head; head {labels, slots, entries}; then, each little-endian:
 * u32 keys[slots] (open addressing, 0 = empty), u32 rows[slots + 1] (first entry of each slot), u8 label[entries], i8 weight[entries].
 */
export interface LinearModel {
  readonly labels: readonly string[];
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  readonly label: Uint8Array;
  readonly weight: Int8Array;
}

export interface Row {
  readonly key: number;
  readonly weights: readonly (readonly [label: number, weight: number])[];
}

const slotOf = (keys: Uint32Array, key: number): number => {
  const mask = keys.length - 1;
  let slot = key & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
};

const nonZero = (key: number): number => (key === 0 ? 1 : key);

/** Adds the weights of one feature to `scores`. */
export function addScores(model: LinearModel, feature: number, scores: Int32Array): void {
  const slot = slotOf(model.keys, nonZero(feature));
  const end = model.rows[slot + 1]!;
  for (let i = model.rows[slot]!; i < end; i++) scores[model.label[i]!]! += model.weight[i]!;
}

export function packLinearModel(labels: readonly string[], rows: readonly Row[]): Uint8Array {
  let slots = 2;
  while (slots < rows.length * 1.6) slots *= 2;
  const keys = new Uint32Array(slots);
  const bySlot = new Map<number, Row>();
  for (const row of rows) {
    const slot = slotOf(keys, nonZero(row.key));
    keys[slot] = nonZero(row.key);
    bySlot.set(slot, row);
  }
  const starts = new Uint32Array(slots + 1);
  const entries = rows.reduce((sum, row) => sum + row.weights.length, 0);
  const label = new Uint8Array(entries);
  const weight = new Int8Array(entries);
  let at = 0;
  for (let slot = 0; slot < slots; slot++) {
    starts[slot] = at;
    for (const [l, w] of bySlot.get(slot)?.weights ?? []) {
      label[at] = l;
      weight[at++] = w;
    }
  }
  starts[slots] = at;
  const head = new TextEncoder().encode(JSON.stringify({ labels, slots, entries }));
  const bytes = new Uint8Array(4 + head.length + slots * 8 + 4 + entries * 2);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let offset = 4 + head.length;
  for (const part of [keys, starts, label, weight]) {
    bytes.set(new Uint8Array(part.buffer), offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** @throws RangeError where the bytes are cut short: a model is our own file, so that is a bug. */
export function openLinearModel(bytes: Uint8Array): LinearModel {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head: { labels: string[]; slots: number; entries: number } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, 4 + headLength)),
  );
  let offset = 4 + headLength;
  const take = (length: number): ArrayBuffer => {
    // Not bytes.slice: a Buffer's shares memory and keeps its alignment.
    const part = Uint8Array.prototype.slice.call(bytes, offset, offset + length);
    if (part.length < length) throw new RangeError("linear model cut short");
    offset += length;
    return part.buffer;
  };
  return {
    labels: head.labels,
    keys: new Uint32Array(take(head.slots * 4)),
    rows: new Uint32Array(take((head.slots + 1) * 4)),
    label: new Uint8Array(take(head.entries)),
    weight: new Int8Array(take(head.entries)),
  };
}
