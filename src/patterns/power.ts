import { gammaLower } from "./gamma.ts";
import type { Power } from "./pattern-result.ts";

/** P(X >= k), X with this mean and variance: a Poisson count in units of variance / mean, k need not be whole. */
const upperTail = (k: number, mean: number, spread: number): number =>
  k <= 0 ? 1 : gammaLower(k / spread, mean / spread);

/** Where a falling function passes `level`, by halving. */
function whereBelow(f: (x: number) => number, level: number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 80; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > level) a = middle;
    else b = middle;
  }
  return b;
}

/**
 * Power of a one-sided test of a count at the 5 % level: what a count `ratio` times as large as chance gives would be found.
 * Known from the design alone: `mean` and `variance` under the null. Close to exact where the count is Poisson, an
 * approximation (count over variance / mean taken as Poisson) where it is not.
 */
export function countPower(mean: number, variance: number, ratio = 2): Power {
  if (!(mean > 0) || !(variance > 0)) return { effect: `ratio ${ratio}`, at05: 0, detectable80: null };
  const spread = Math.max(0.05, variance / mean);
  const critical = whereBelow(
    (k) => upperTail(k, mean, spread),
    0.05,
    0,
    mean + 40 * Math.sqrt(variance) + 40 * spread,
  );
  const at = (times: number): number => upperTail(critical, mean * times, spread);
  const missed = (times: number): number => 1 - at(times);
  const detectable = at(1000) < 0.8 ? null : whereBelow(missed, 0.2, 1, 1000);
  return { effect: `ratio ${ratio}`, at05: at(ratio), detectable80: detectable };
}

/** "With 188 events a doubling would be seen in 41 % of cases." */
export const powerInWords = (n: number, power: Power | null): string =>
  power === null
    ? ""
    : ` With ${n} events ${power.effect === "ratio 2" ? "a doubling" : `an effect of ${power.effect}`} would be seen in ${(100 * power.at05).toFixed(0)} % of cases.`;
