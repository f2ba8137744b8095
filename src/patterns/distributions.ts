import { betaRegularised, gammaLower, gammaUpper, lnChoose } from "./gamma.ts";

export type Tail = "lower" | "upper";

/** P(X <= k) (lower) or P(X >= k) (upper) for X ~ Poisson(mean): both tails take k in. */
export function poissonTail(k: number, mean: number, tail: Tail): number {
  if (mean === 0) return tail === "upper" ? (k <= 0 ? 1 : 0) : k >= 0 ? 1 : 0;
  if (tail === "upper") return k <= 0 ? 1 : gammaLower(k, mean);
  return k < 0 ? 0 : gammaUpper(k + 1, mean);
}

/** P(X <= k) (lower) or P(X >= k) (upper) for X ~ Binomial(n, share): both tails take k in. */
export function binomialTail(k: number, n: number, share: number, tail: Tail): number {
  if (tail === "upper") return k <= 0 ? 1 : k > n ? 0 : betaRegularised(share, k, n - k + 1);
  return k < 0 ? 0 : k >= n ? 1 : betaRegularised(1 - share, n - k, k + 1);
}

/** P(X = k) for X ~ Binomial(n, share). */
export const binomialProbability = (k: number, n: number, share: number): number => {
  if (share <= 0) return k === 0 ? 1 : 0;
  if (share >= 1) return k === n ? 1 : 0;
  return Math.exp(lnChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share));
};

/** P(|Z| >= |z|), Z standard normal. */
export const normalTwoSided = (z: number): number => (Number.isFinite(z) ? gammaUpper(0.5, (z * z) / 2) : 0);

/** P(Z >= z). */
export const normalUpper = (z: number): number => (z >= 0 ? normalTwoSided(z) / 2 : 1 - normalTwoSided(z) / 2);

/** P(χ² >= x) with `df` degrees of freedom. */
export const chiSquareUpper = (x: number, df: number): number => gammaUpper(df / 2, x / 2);

/** P(|T| >= |t|), Student's t with `df` degrees of freedom. */
export const studentTwoSided = (t: number, df: number): number =>
  Number.isFinite(t) ? betaRegularised(df / (df + t * t), df / 2, 0.5) : 0;

/** P(F >= f), Fisher's F with `df1` and `df2` degrees of freedom. */
export const fisherFUpper = (f: number, df1: number, df2: number): number =>
  f <= 0 ? 1 : betaRegularised(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
