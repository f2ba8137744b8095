/** One coded event: its features, and whether the gold has it. */
export interface Example {
  readonly features: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

export const chance = (weights: readonly number[], features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));

/**
 * Logistic regression with a ridge on every weight but the first (the intercept). Full-batch gradient descent from zero:
 * nothing random, so that the same examples give the same weights.
 */
export function fitLogistic(examples: readonly Example[], ridge: number, rounds = 4000, rate = 0.5): readonly number[] {
  const width = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Array<number>(width).fill(0);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : (ridge * weight) / total));
    for (const { features, right, weight } of examples) {
      const error = chance(weights, features) - Number(right);
      for (let i = 0; i < width; i += 1) slope[i]! += (weight * error * features[i]!) / total;
    }
    for (let i = 0; i < width; i += 1) weights[i]! -= rate * slope[i]!;
  }
  return weights;
}
