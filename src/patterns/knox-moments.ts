import { lnChoose } from "./gamma.ts";

/** P(X >= k): of `pairs` pairs, `marked` are close in time; `drawn` are close in space. */
export function hypergeometricUpper(k: number, pairs: number, marked: number, drawn: number): number {
  const whole = lnChoose(pairs, drawn);
  const highest = Math.min(marked, drawn);
  const lowest = Math.max(0, marked + drawn - pairs);
  if (k <= lowest) return 1;
  const start = lnChoose(marked, k) + lnChoose(pairs - marked, drawn - k) - whole;
  let ratio = 1;
  let sum = 0;
  for (let x = k; x <= highest; x++) {
    sum += ratio;
    ratio *= ((marked - x) * (drawn - x)) / ((x + 1) * (pairs - marked - drawn + x + 1));
    if (ratio < sum * 1e-17) break;
  }
  return Math.min(1, Math.exp(start) * sum);
}

/**
 * Variance of the count when times are dealt out at random over places: exact.
 * @param degree each event's number of close neighbours, in space and in time
 * Source: David and Barton 1966, Brit. J. Prev. Soc. Med. 20:44-48; Barton and David 1966 (graph intersection).
 */
export function timePermutationVariance(
  n: number,
  space: { pairs: number; degree: Int32Array },
  time: { pairs: number; degree: Int32Array },
): number {
  const adjacent = (degree: Int32Array): number => degree.reduce((sum, d) => sum + d * (d - 1), 0);
  const all = (n * (n - 1)) / 2;
  const [a, b] = [space.pairs, time.pairs];
  const [a2, b2] = [adjacent(space.degree), adjacent(time.degree)];
  const mean = (a * b) / all;
  const sharing = n > 2 ? (a2 * b2) / (n * (n - 1) * (n - 2)) : 0;
  const apart = n > 3 ? ((a * a - a - a2) * (b * b - b - b2)) / (all * (((n - 2) * (n - 3)) / 2)) : 0;
  return mean + sharing + apart - mean * mean;
}
