/*
 * Logistic regression by FTRL-proximal (McMahan et al. 2013, KDD): one pass after another over instances in a seeded order,
 * a rate of its own for each weight, and an L1 term that leaves most weights at nothing, so that the table stays readable.
 */
export interface Instance {
  readonly features: Int32Array;
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface Settings {
  readonly rounds: number;
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
}

export function learnLogistic(
  instances: readonly Instance[],
  size: number,
  { rounds, rate, l1, l2 }: Settings,
  random: () => number,
): Float64Array {
  const z = new Float64Array(size);
  const n = new Float64Array(size);
  const weights = new Float64Array(size);
  const order = Int32Array.from(instances, (_, i) => i);
  for (let round = 0; round < rounds; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const { features, label, weight } = instances[at]!;
      let sum = 0;
      for (const feature of features) sum += weights[feature]!;
      const gradient = (1 / (1 + Math.exp(-sum)) - label) * weight;
      for (const feature of features) {
        const squared = n[feature]! + gradient * gradient;
        const sigma = (Math.sqrt(squared) - Math.sqrt(n[feature]!)) / rate;
        const pull = z[feature]! + gradient - sigma * weights[feature]!;
        z[feature] = pull;
        n[feature] = squared;
        weights[feature] =
          Math.abs(pull) <= l1 ? 0 : -(pull - Math.sign(pull) * l1) / ((1 + Math.sqrt(squared)) / rate + l2);
      }
    }
  }
  return weights;
}
