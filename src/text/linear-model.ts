/**
 * A linear classifier over hashed features with sparse, whole-number weights.
 * In the file features stand in ascending order of their hash; each, in varints, gives the step from the one before
 * and its number of weights; labels (a byte each) and weights (a signed byte each) follow in two blocks.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  /** Open addressing, 0 = empty; a power of two long. */
  readonly keys: Uint32Array;
  /** Slot → first weight and the one after its last. */
  readonly firsts: Uint32Array;
  readonly ends: Uint32Array;
  readonly label: Uint8Array;
  readonly weight: Int8Array;
}

export interface Row {
  readonly key: number;
  readonly weights: readonly (readonly [label: number, weight: number])[];
}

const nonZero = (key: number): number => (key === 0 ? 1 : key);

/** Adds the weights of one feature to `scores`. */
export function addScores(model: LinearModel, feature: number, scores: Int32Array): void {
  const { keys, label, weight } = model;
  const key = nonZero(feature);
  const mask = keys.length - 1;
  let slot = key & mask;
  while (keys[slot] !== key) {
    if (keys[slot] === 0) return;
    slot = (slot + 1) & mask;
  }
  const end = model.ends[slot]!;
  for (let i = model.firsts[slot]!; i < end; i++) scores[label[i]!]! += weight[i]!;
}

function pushVarint(bytes: number[], value: number): void {
  while (value >= 0x80) {
    bytes.push((value & 0x7f) | 0x80);
    value >>>= 7;
  }
  bytes.push(value);
}

export function packLinearModel(labels: readonly string[], rows: readonly Row[]): Uint8Array {
  const sorted = rows.map((row) => ({ ...row, key: nonZero(row.key) })).sort((a, b) => a.key - b.key);
  const steps: number[] = [];
  const label: number[] = [];
  const weight: number[] = [];
  sorted.forEach((row, i) => {
    pushVarint(steps, row.key - (sorted[i - 1]?.key ?? 0));
    pushVarint(steps, row.weights.length);
    for (const [l, w] of row.weights) {
      label.push(l);
      weight.push(w & 0xff);
    }
  });
  const head = new TextEncoder().encode(
    JSON.stringify({ labels, rows: sorted.length, steps: steps.length, weights: label.length }),
  );
  const bytes = new Uint8Array(4 + head.length + steps.length + 2 * label.length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = 4 + head.length;
  for (const block of [steps, label, weight]) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

interface Head {
  readonly labels: readonly string[];
  readonly rows: number;
  readonly steps: number;
  readonly weights: number;
}

/** @throws RangeError where the bytes are cut short: a model is our own file, so that is a bug. */
export function openLinearModel(bytes: Uint8Array): LinearModel {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
  const begin = 4 + headLength;
  const labelsAt = begin + head.steps;
  if (bytes.length < labelsAt + 2 * head.weights) throw new RangeError("linear model cut short");
  let slots = 2;
  while (slots < head.rows * 1.6) slots *= 2;
  const keys = new Uint32Array(slots);
  const firsts = new Uint32Array(slots);
  const ends = new Uint32Array(slots);
  let at = begin;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  let key = 0;
  let weights = 0;
  for (let row = 0; row < head.rows; row++) {
    key += varint();
    let slot = key & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    firsts[slot] = weights;
    weights += varint();
    ends[slot] = weights;
  }
  // Copies, so that the file's bytes need not be kept; a Buffer's own `slice` would share them.
  return {
    labels: head.labels,
    keys,
    firsts,
    ends,
    label: new Uint8Array(bytes.subarray(labelsAt, labelsAt + head.weights)),
    weight: new Int8Array(new Uint8Array(bytes.subarray(labelsAt + head.weights, labelsAt + 2 * head.weights)).buffer),
  };
}
