/** Numbers the features that occur often enough from 1; 0 stands for all others. */
export class FeatureNumbers {
  readonly #least: number;
  readonly #mask = 2 ** 25 - 1;
  readonly #keys = new Uint32Array(2 ** 25);
  readonly #counts = new Uint32Array(2 ** 25);
  readonly #numbers = new Uint32Array(2 ** 25);
  #used = 0;

  /** @param least occurrences that earn a number */
  constructor(least: number) {
    this.#least = least;
  }

  #slot(feature: number): number {
    const key = feature === 0 ? 1 : feature;
    let slot = key & this.#mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** @throws RangeError where the table is full */
  count(features: Uint32Array): void {
    for (const feature of features) {
      const slot = this.#slot(feature);
      if (this.#keys[slot] === 0) {
        if (++this.#used > 0.8 * this.#mask) throw new RangeError("too many features to number");
        this.#keys[slot] = feature === 0 ? 1 : feature;
      }
      this.#counts[slot]!++;
    }
  }

  /** After the counting: hash and occurrences of each number. */
  settle(): { keys: Uint32Array; counts: Uint32Array } {
    const keys = [0];
    const counts = [0];
    for (let slot = 0; slot <= this.#mask; slot++) {
      if (this.#counts[slot]! < this.#least) continue;
      this.#numbers[slot] = keys.length;
      keys.push(this.#keys[slot]!);
      counts.push(this.#counts[slot]!);
    }
    return { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts) };
  }

  numbersOf(features: Uint32Array): Uint32Array {
    return features.map((feature) => {
      const slot = this.#slot(feature);
      return this.#keys[slot] === 0 ? 0 : this.#numbers[slot]!;
    });
  }
}
