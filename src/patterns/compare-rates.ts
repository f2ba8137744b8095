import { binomialProbability, binomialTail } from "./distributions.ts";
import { shareInterval } from "./share-interval.ts";

export interface RateComparison {
  /** First rate over the second; Infinity or NaN where the second has no events. */
  readonly ratio: number;
  /** Exact interval of the ratio at `level`. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly p: { readonly greater: number; readonly less: number; readonly twoSided: number };
}

const SAME = 1 + 1e-7;

/** Sum over the outcomes no likelier than the seen one, as in R's binom.test. */
function twoSided(k: number, n: number, share: number): number {
  const seen = binomialProbability(k, n, share) * SAME;
  let sum = 0;
  for (let x = 0; x <= n; x++) {
    const p = binomialProbability(x, n, share);
    if (p <= seen) sum += p;
  }
  return Math.min(1, sum);
}

/**
 * Compares two Poisson rates exactly: given the total, the first count is binomial with the share of exposure.
 * @param first count of events and exposure (days, inhabitants …; the same unit for both)
 * Source: Przyborowski and Wilenski 1940, Biometrika 31:313-323; the same as R's poisson.test with two samples.
 * @throws RangeError where an exposure is not positive.
 */
export function compareRates(
  first: { readonly count: number; readonly exposure: number },
  second: { readonly count: number; readonly exposure: number },
  level = 0.95,
): RateComparison {
  if (!(first.exposure > 0 && second.exposure > 0)) throw new RangeError("compareRates: exposures must be positive");
  const n = first.count + second.count;
  const share = first.exposure / (first.exposure + second.exposure);
  const interval = shareInterval(first.count, n, level);
  const odds = (x: number): number => (x / (1 - x)) * (second.exposure / first.exposure);
  return {
    ratio: first.count / first.exposure / (second.count / second.exposure),
    lower: odds(interval.lower),
    upper: interval.upper === 1 ? Number.POSITIVE_INFINITY : odds(interval.upper),
    level,
    p: {
      greater: binomialTail(first.count, n, share, "upper"),
      less: binomialTail(first.count, n, share, "lower"),
      twoSided: twoSided(first.count, n, share),
    },
  };
}
