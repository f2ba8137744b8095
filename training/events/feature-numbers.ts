/** Numbers for features, in the order in which they are met. */
export class FeatureNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #seen: number[] = [];

  /** Each feature once. */
  number(features: readonly string[]): Int32Array {
    const numbers = [...new Set(features)].map((feature) => {
      const known = this.#numbers.get(feature) ?? this.#numbers.size;
      this.#numbers.set(feature, known);
      return known;
    });
    for (const one of numbers) this.#seen[one] = (this.#seen[one] ?? 0) + 1;
    return Int32Array.from(numbers);
  }

  /** Without those met less often than `least`. */
  frequent(numbers: Int32Array, least: number): Int32Array {
    return numbers.filter((one) => (this.#seen[one] ?? 0) >= least);
  }

  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
