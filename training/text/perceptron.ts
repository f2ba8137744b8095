import type { Row } from "../../src/text/linear-model.ts";

/** A feature is used once it has been updated so often: rarer ones cost space and teach little (Goldberg and Elhadad 2011). */
const ENOUGH_UPDATES = 3;

function grown<
  A extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
>(array: A, make: (length: number) => A): A {
  const larger = make(array.length * 2);
  larger.set(array);
  return larger;
}

/** Averaged perceptron over hashed features with sparse rows: w and u, where the average is w - u / steps. */
export class Perceptron {
  readonly labels: number;
  readonly #mask = 2 ** 24 - 1;
  #keys = new Uint32Array(2 ** 24);
  #ids = new Int32Array(2 ** 24);
  #rows = 0;
  #start = new Int32Array(2 ** 16);
  #length = new Int32Array(2 ** 16);
  #room = new Int32Array(2 ** 16);
  #updates = new Int32Array(2 ** 16);
  #label = new Uint8Array(2 ** 18);
  #weight = new Int32Array(2 ** 18);
  #sum = new Float64Array(2 ** 18);
  #used = 0;
  #steps = 1;

  readonly #enough: number;

  constructor(labels: number, enough = ENOUGH_UPDATES) {
    this.labels = labels;
    this.#enough = enough;
  }

  #slot(feature: number): number {
    const key = feature === 0 ? 1 : feature;
    let slot = key & this.#mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  score(features: Uint32Array, scores: Float32Array): void {
    scores.fill(0);
    for (let f = 0; f < features.length; f++) {
      const slot = this.#slot(features[f]!);
      if (this.#keys[slot] === 0) continue;
      const id = this.#ids[slot]!;
      if (this.#updates[id]! < this.#enough) continue;
      const start = this.#start[id]!;
      const end = start + this.#length[id]!;
      for (let i = start; i < end; i++) scores[this.#label[i]!]! += this.#weight[i]!;
    }
  }

  #newRow(feature: number, slot: number): number {
    if (this.#rows > 0.8 * this.#mask) throw new RangeError("too many features for the perceptron's table");
    const id = this.#rows++;
    if (id === this.#start.length) {
      const make = (length: number) => new Int32Array(length);
      this.#start = grown(this.#start, make);
      this.#length = grown(this.#length, make);
      this.#room = grown(this.#room, make);
      this.#updates = grown(this.#updates, make);
    }
    this.#keys[slot] = feature === 0 ? 1 : feature;
    this.#ids[slot] = id;
    this.#start[id] = this.#allot(2);
    this.#room[id] = 2;
    return id;
  }

  #allot(room: number): number {
    while (this.#used + room > this.#label.length) {
      this.#label = grown(this.#label, (length) => new Uint8Array(length));
      this.#weight = grown(this.#weight, (length) => new Int32Array(length));
      this.#sum = grown(this.#sum, (length) => new Float64Array(length));
    }
    const start = this.#used;
    this.#used += room;
    return start;
  }

  #entry(id: number, label: number): number {
    const start = this.#start[id]!;
    const length = this.#length[id]!;
    for (let i = start; i < start + length; i++) if (this.#label[i] === label) return i;
    if (length === this.#room[id]!) {
      const moved = this.#allot(2 * length);
      for (const pool of [this.#label, this.#weight, this.#sum]) pool.copyWithin(moved, start, start + length);
      this.#start[id] = moved;
      this.#room[id] = 2 * length;
    }
    const entry = this.#start[id]! + length;
    this.#label[entry] = label;
    this.#length[id] = length + 1;
    return entry;
  }

  step(): void {
    this.#steps++;
  }

  update(features: Uint32Array, right: number, wrong: number): void {
    for (let f = 0; f < features.length; f++) {
      const feature = features[f]!;
      const slot = this.#slot(feature);
      const id = this.#keys[slot] === 0 ? this.#newRow(feature, slot) : this.#ids[slot]!;
      this.#updates[id]!++;
      this.#add(this.#entry(id, right), 1);
      this.#add(this.#entry(id, wrong), -1);
    }
  }

  #add(entry: number, delta: number): void {
    this.#weight[entry]! += delta;
    this.#sum[entry]! += delta * this.#steps;
  }

  /** Averaged weights as integers of one byte; those of less than `least` are left out. */
  rows(scale: number, least = 1): Row[] {
    const rows: Row[] = [];
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#keys[slot] === 0) continue;
      const id = this.#ids[slot]!;
      if (this.#updates[id]! < this.#enough) continue;
      const weights: [number, number][] = [];
      for (let i = this.#start[id]!; i < this.#start[id]! + this.#length[id]!; i++) {
        const average = this.#weight[i]! - this.#sum[i]! / this.#steps;
        const whole = Math.max(-127, Math.min(127, Math.round(average * scale)));
        if (Math.abs(whole) >= least) weights.push([this.#label[i]!, whole]);
      }
      if (weights.length > 0) rows.push({ key: this.#keys[slot]!, weights });
    }
    return rows;
  }
}
