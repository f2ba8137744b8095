import { pushVarint } from "./varint.ts";

/**
 * A linear classifier over hashed features with sparse, whole-number weights.
 * In the file features stand in ascending order of their hash; each, in varints, gives the step from the one before
 * and its number of weights; labels (a byte each) and weights (a signed byte each) follow in two blocks.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  /**
   * Open addressing, a power of two of slots; each is two numbers side by side, so that a look-up touches memory once:
   * the feature's hash (0 = empty), and its first entry (24 bits) with its number of entries (8 bits).
   */
  readonly slots: Uint32Array;
  /** Label in the upper byte, signed weight in the lower. */
  readonly entries: Uint16Array;
}

export interface Row {
  readonly key: number;
  readonly weights: readonly (readonly [label: number, weight: number])[];
}

const nonZero = (key: number): number => (key === 0 ? 1 : key);

/** Room for the look-ups of one call; nothing in it outlives the call. */
const found = new Uint32Array(256);

/** Sums the weights of the features into `scores`: first all look-ups, which do not wait for one another, then the sums. */
export function scoreFeatures({ slots, entries }: LinearModel, features: Uint32Array, scores: Int32Array): void {
  scores.fill(0);
  const mask = slots.length - 1;
  for (let f = 0; f < features.length; f++) {
    const key = features[f]! === 0 ? 1 : features[f]!;
    let at = (key << 1) & mask;
    while (slots[at] !== key && slots[at] !== 0) at = (at + 2) & mask;
    found[f] = slots[at] === 0 ? 0 : slots[at + 1]!;
  }
  for (let f = 0; f < features.length; f++) {
    const first = found[f]! >>> 8;
    const end = first + (found[f]! & 0xff);
    for (let i = first; i < end; i++) {
      const entry = entries[i]!;
      scores[entry >>> 8]! += (entry << 24) >> 24;
    }
  }
}

export function packLinearModel(labels: readonly string[], rows: readonly Row[]): Uint8Array {
  const sorted = rows.map((row) => ({ ...row, key: nonZero(row.key) })).sort((a, b) => a.key - b.key);
  const steps: number[] = [];
  const label: number[] = [];
  const weight: number[] = [];
  sorted.forEach((row, i) => {
    pushVarint(steps, row.key - (sorted[i - 1]?.key ?? 0));
    if (row.weights.length > 127) throw new RangeError("more than 127 labels for one feature");
    steps.push(row.weights.length);
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
  if (head.weights >= 2 ** 24) throw new RangeError("linear model too large");
  return {
    labels: head.labels,
    slots: readSlots(bytes.subarray(begin, labelsAt), head.rows),
    entries: readEntries(bytes, labelsAt, head.weights),
  };
}

function readSlots(steps: Uint8Array, rows: number): Uint32Array {
  let length = 4;
  while (length < rows * 2.8) length *= 2;
  const slots = new Uint32Array(length);
  const mask = length - 1;
  let at = 0;
  let key = 0;
  let first = 0;
  for (let row = 0; row < rows; row++) {
    let step = steps[at++]!;
    if (step >= 0x80) {
      step &= 0x7f;
      for (let scale = 128; ; scale *= 128) {
        const byte = steps[at++]!;
        step += (byte & 0x7f) * scale;
        if (byte < 0x80) break;
      }
    }
    key += step;
    // A feature has fewer labels than 128, so its count is one byte.
    const count = steps[at++]!;
    let slot = (key << 1) & mask;
    while (slots[slot] !== 0) slot = (slot + 2) & mask;
    slots[slot] = key;
    slots[slot + 1] = (first << 8) | count;
    first += count;
  }
  return slots;
}

function readEntries(bytes: Uint8Array, labelsAt: number, weights: number): Uint16Array {
  const entries = new Uint16Array(weights);
  for (let i = 0; i < weights; i++) entries[i] = (bytes[labelsAt + i]! << 8) | bytes[labelsAt + weights + i]!;
  return entries;
}
