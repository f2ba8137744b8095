import { closeInTime, closePairs } from "./close-pairs.ts";
import { normalUpper, poissonTail } from "./distributions.ts";
import { lnChoose } from "./gamma.ts";
import {
  drawNull,
  type Metric,
  type PatternEvent,
  type PatternOptions,
  type PatternResult,
  type PatternWarning,
  pInWords,
} from "./pattern-result.ts";
import { seeded, shuffle } from "./seeded.ts";

export interface KnoxParameters {
  /** Close in space: at most this far apart. */
  readonly eps_s: number;
  /** Close in time: at most so many days apart. */
  readonly eps_t: number;
  readonly metric: Metric;
}

export const columnsOf = (events: readonly PatternEvent[]): { x: Float64Array; y: Float64Array; t: Float64Array } => ({
  x: Float64Array.from(events, (e) => e.x),
  y: Float64Array.from(events, (e) => e.y),
  t: Float64Array.from(events, (e) => e.t),
});

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

function warningsOf(
  events: readonly PatternEvent[],
  counts: { closeSpace: number; closeTime: number; pairs: number },
): PatternWarning[] {
  const warnings: PatternWarning[] = [];
  const tied = events.length - new Set(events.map((e) => e.t)).size;
  const shared = events.length - new Set(events.map((e) => `${e.x} ${e.y}`)).size;
  if (tied > 0)
    warnings.push({
      code: "ties-in-time",
      message: `${tied} of ${events.length} events share a day with another; the Poisson p is too small here. Read mc_time_permutation.`,
    });
  if (shared > events.length / 10)
    warnings.push({
      code: "ties-in-place",
      message: `${shared} of ${events.length} events share their place with another: second reports of one event, or places rounded to a centre, look like interaction. Take them out and run again.`,
    });
  if (counts.closeSpace > counts.pairs / 10 || counts.closeTime > counts.pairs / 10)
    warnings.push({
      code: "close-pairs-not-rare",
      message: "Close pairs are not rare; the Poisson p does not hold. Read mc_time_permutation.",
    });
  if (events.length < 30)
    warnings.push({ code: "few-events", message: `${events.length} events: only strong interaction could be seen.` });
  return warnings;
}

/**
 * Knox test: pairs of events near in both space and time, against times dealt out at random over places.
 * Unordered pairs; near is at most, both ends included. Cost: close pairs in space × permutations.
 * Source: Knox 1964, Applied Statistics 13:25-29; moments David and Barton 1966; p as in Phipson and Smyth 2010.
 */
export function knox(
  events: readonly PatternEvent[],
  parameters: KnoxParameters,
  options: PatternOptions,
): PatternResult {
  const { eps_s, eps_t, metric } = parameters;
  const points = columnsOf(events);
  const n = events.length;
  const near = closePairs(points, eps_s, metric);
  const spaceDegree = new Int32Array(n);
  for (let k = 0; k < near.first.length; k++) {
    spaceDegree[near.first[k]!]!++;
    spaceDegree[near.second[k]!]!++;
  }
  const time = closeInTime(points.t, eps_t);
  const space = { pairs: near.first.length, degree: spaceDegree };
  const count = (t: Float64Array): number => {
    let both = 0;
    for (let k = 0; k < near.first.length; k++) if (Math.abs(t[near.first[k]!]! - t[near.second[k]!]!) <= eps_t) both++;
    return both;
  };
  const pairs = (n * (n - 1)) / 2;
  const statistic = count(points.t);
  const expected = (space.pairs * time.pairs) / pairs;
  const variance = timePermutationVariance(n, space, time);
  const z = (statistic - expected) / Math.sqrt(variance);
  const shuffled = Float64Array.from(points.t);
  const draws = drawNull(statistic, options.permutations, seeded(options.seed), (rng) => count(shuffle(shuffled, rng)));
  const { pGreater, ...shape } = draws;
  const verdict =
    pGreater <= 0.05
      ? "Events near in space are near in time more often than chance gives"
      : "No sign that events near in space are also near in time";
  return {
    method: "knox",
    n,
    parameters: { eps_s, eps_t, metric },
    result: {
      statistic,
      close_space: space.pairs,
      close_time: time.pairs,
      pairs,
      expected,
      var_time_permutation: variance,
      sd_time_permutation: Math.sqrt(variance),
      z,
      var_pair_permutation: pairs > 1 ? (expected * (1 - space.pairs / pairs) * (pairs - time.pairs)) / (pairs - 1) : 0,
      ratio: statistic / expected,
    },
    p: {
      mc_time_permutation: pGreater,
      normal_ge: normalUpper(z),
      poisson_ge: poissonTail(statistic, expected, "upper"),
      poisson_gt: poissonTail(statistic + 1, expected, "upper"),
      hypergeometric_ge: hypergeometricUpper(statistic, pairs, time.pairs, space.pairs),
    },
    null: { permutations: options.permutations, seed: options.seed, ...shape },
    warnings: warningsOf(events, { closeSpace: space.pairs, closeTime: time.pairs, pairs }),
    reading: `${verdict} (${statistic} close pairs, ${expected.toFixed(1)} expected, p = ${pInWords(pGreater)}). Near repetition is not contagion: a siege or a long strike gives the same count.`,
  };
}

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

/** Each event's own count of close pairs, and how unlikely it is among its neighbours; n tests, so adjust before pointing at one. */
export function knoxLocal(
  events: readonly PatternEvent[],
  parameters: KnoxParameters,
  options: PatternOptions,
): PatternResult {
  const { eps_s, eps_t, metric } = parameters;
  const points = columnsOf(events);
  const n = events.length;
  const near = closePairs(points, eps_s, metric);
  const spaceDegree = new Int32Array(n);
  const local = (t: Float64Array, into: Int32Array): Int32Array => {
    into.fill(0);
    for (let k = 0; k < near.first.length; k++) {
      const [i, j] = [near.first[k]!, near.second[k]!];
      if (Math.abs(t[i]! - t[j]!) <= eps_t) {
        into[i]!++;
        into[j]!++;
      }
    }
    return into;
  };
  for (let k = 0; k < near.first.length; k++) {
    spaceDegree[near.first[k]!]!++;
    spaceDegree[near.second[k]!]!++;
  }
  const time = closeInTime(points.t, eps_t);
  const observed = local(points.t, new Int32Array(n));
  const exact = Array.from(observed, (k, i) => hypergeometricUpper(k, n - 1, time.degree[i]!, spaceDegree[i]!));
  return {
    method: "knox-local",
    n,
    parameters: { eps_s, eps_t, metric },
    result: { statistic: observed.reduce((a, b) => a + b, 0) / 2, local: Array.from(observed) },
    p: { hypergeometric: exact, sim: conditionalPs(points, near, observed, parameters, options) },
    null: null,
    warnings: [
      {
        code: "many-cells",
        message: `${n} tests at once: adjust for it (false discovery rate) before pointing at one event.`,
      },
    ],
    reading: `${observed.filter((k) => k > 0).length} of ${n} events have a neighbour near in both space and time.`,
  };
}

/** Each event keeps its own time while the times of all others are dealt out anew: P(at least its count). */
function conditionalPs(
  points: ReturnType<typeof columnsOf>,
  near: ReturnType<typeof closePairs>,
  observed: Int32Array,
  { eps_t }: KnoxParameters,
  options: PatternOptions,
): number[] {
  const n = observed.length;
  const neighbours: number[][] = Array.from({ length: n }, () => []);
  for (let k = 0; k < near.first.length; k++) {
    neighbours[near.first[k]!]!.push(near.second[k]!);
    neighbours[near.second[k]!]!.push(near.first[k]!);
  }
  const rng = seeded(options.seed);
  const atLeast = new Int32Array(n);
  for (let k = 0; k < options.permutations; k++) {
    const order = shuffle(Int32Array.from(points.t.keys()), rng);
    for (let i = 0; i < n; i++) {
      if (observed[i] === 0) {
        atLeast[i]!++;
        continue;
      }
      let count = 0;
      for (const j of neighbours[i]!) {
        // The event's own time is not to be dealt to a neighbour: whoever drew it takes the one that the event itself drew.
        const drawn = order[j] === i ? order[i]! : order[j]!;
        if (Math.abs(points.t[drawn]! - points.t[i]!) <= eps_t) count++;
      }
      if (count >= observed[i]!) atLeast[i]!++;
    }
  }
  return Array.from(atLeast, (k) => (k + 1) / (options.permutations + 1));
}
