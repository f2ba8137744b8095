import { closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import {
  drawNull,
  type Metric,
  type PatternEvent,
  type PatternOptions,
  type PatternResult,
  pInWords,
} from "./pattern-result.ts";
import { seeded, shuffle } from "./seeded.ts";

export interface BivariateKnoxParameters {
  readonly A: string;
  readonly B: string;
  readonly eps_s: number;
  /** Days from A to B, both included; negative: B before A. */
  readonly lo: number;
  readonly hi: number;
  readonly metric: Metric;
}

/** Pairs of an A and a B event, near in space: indexes into the two lists. */
function crossPairs(
  points: ReturnType<typeof columnsOf>,
  isA: readonly boolean[],
  eps: number,
  metric: Metric,
): { a: Int32Array; b: Int32Array } {
  const near = closePairs(points, eps, metric);
  const a: number[] = [];
  const b: number[] = [];
  for (let k = 0; k < near.first.length; k++) {
    const [i, j] = [near.first[k]!, near.second[k]!];
    if (isA[i] === isA[j]) continue;
    a.push(isA[i] ? i : j);
    b.push(isA[i] ? j : i);
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

/**
 * Bivariate Knox: pairs of an A and a B event near in space with B in a window of days after (or before) A.
 * Null: the times of B dealt out at random over the places of B; A stays as it is, so its own rhythm cannot make a finding.
 * `expected` takes pairs as independent; the mean of the draws differs where A's busy places have A's busy days.
 */
export function knoxBivariate(
  events: readonly PatternEvent[],
  parameters: BivariateKnoxParameters,
  options: PatternOptions,
): PatternResult {
  const { A, B, eps_s, lo, hi, metric } = parameters;
  const used = events.filter((e) => e.type === A || e.type === B);
  const isA = used.map((e) => e.type === A);
  const points = columnsOf(used);
  const near = crossPairs(points, isA, eps_s, metric);
  const nA = isA.filter(Boolean).length;
  const nB = used.length - nA;
  const inWindow = (t: Float64Array, i: number, j: number): boolean => t[j]! - t[i]! >= lo && t[j]! - t[i]! <= hi;
  const count = (t: Float64Array): number => {
    let both = 0;
    for (let k = 0; k < near.a.length; k++) if (inWindow(t, near.a[k]!, near.b[k]!)) both++;
    return both;
  };
  const timesB = Float64Array.from(
    used.filter((e) => e.type === B),
    (e) => e.t,
  ).sort();
  const below = (value: number, included: boolean): number => {
    let [left, right] = [0, timesB.length];
    while (left < right) {
      const middle = (left + right) >> 1;
      if (timesB[middle]! < value || (included && timesB[middle] === value)) left = middle + 1;
      else right = middle;
    }
    return left;
  };
  const window = used.reduce((sum, e) => sum + (e.type === A ? below(e.t + hi, true) - below(e.t + lo, false) : 0), 0);
  const statistic = count(points.t);
  const expected = (near.a.length * window) / (nA * nB);
  const ofB = Int32Array.from(isA.flatMap((a, i) => (a ? [] : [i])));
  const dealt = Float64Array.from(ofB, (i) => points.t[i]!);
  const times = Float64Array.from(points.t);
  const { pGreater, ...shape } = drawNull(statistic, options.permutations, seeded(options.seed), (rng) => {
    shuffle(dealt, rng).forEach((t, k) => {
      times[ofB[k]!] = t;
    });
    return count(times);
  });
  return {
    method: "knox-bivariate",
    n: used.length,
    parameters: { A, B, eps_s, lo, hi, metric },
    result: {
      statistic,
      n_A: nA,
      n_B: nB,
      close_space: near.a.length,
      in_time_window: window,
      expected,
      ratio: statistic / expected,
    },
    p: { mc: pGreater },
    null: { permutations: options.permutations, seed: options.seed, ...shape },
    warnings: [],
    reading: `${statistic} pairs of ${A} and ${B} within ${eps_s} and ${lo} to ${hi} days, ${shape.mean.toFixed(1)} by chance (p = ${pInWords(pGreater)}).`,
  };
}
