import type { Row } from "../../src/text/linear-model.ts";

/** Averaged perceptron over hashed features with dense rows: w and u, where the average is w - u / steps. */
export class Perceptron {
  readonly labels: number;
  #ids = new Map<number, number>();
  #weights: Float32Array[] = [];
  #sums: Float32Array[] = [];
  #steps = 1;

  constructor(labels: number) {
    this.labels = labels;
  }

  score(features: Uint32Array, scores: Float32Array): void {
    scores.fill(0);
    for (const feature of features) {
      const id = this.#ids.get(feature);
      if (id === undefined) continue;
      const row = this.#weights[id]!;
      for (let l = 0; l < row.length; l++) scores[l]! += row[l]!;
    }
  }

  #row(feature: number): number {
    const known = this.#ids.get(feature);
    if (known !== undefined) return known;
    const id = this.#weights.length;
    this.#ids.set(feature, id);
    this.#weights.push(new Float32Array(this.labels));
    this.#sums.push(new Float32Array(this.labels));
    return id;
  }

  step(): void {
    this.#steps++;
  }

  update(features: Uint32Array, right: number, wrong: number): void {
    for (const feature of features) {
      const id = this.#row(feature);
      this.#weights[id]![right]! += 1;
      this.#weights[id]![wrong]! -= 1;
      this.#sums[id]![right]! += this.#steps;
      this.#sums[id]![wrong]! -= this.#steps;
    }
  }

  /** Averaged weights as integers of one byte; those that round to nothing are left out. */
  rows(scale: number, keep: (feature: number) => boolean): Row[] {
    const rows: Row[] = [];
    for (const [feature, id] of this.#ids) {
      if (!keep(feature)) continue;
      const weights: [number, number][] = [];
      for (let l = 0; l < this.labels; l++) {
        const average = this.#weights[id]![l]! - this.#sums[id]![l]! / this.#steps;
        const whole = Math.max(-127, Math.min(127, Math.round(average * scale)));
        if (whole !== 0) weights.push([l, whole]);
      }
      if (weights.length > 0) rows.push({ key: feature, weights });
    }
    return rows;
  }
}
