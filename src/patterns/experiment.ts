import type { NullShape, PatternOptions, PatternResult } from "./pattern-result.ts";
import { type Rng, replicateRng } from "./seeded.ts";

/**
 * A test with its data, before any draw. `observed` and each draw hold the same statistics in the same order; a draw takes its
 * chance from the generator alone, so draws may be made anywhere and in any order.
 */
export interface Experiment {
  readonly observed: Float64Array;
  draw(rng: Rng): Float64Array;
  /** `observed` is handed back since it may be a mean over imputations. */
  conclude(observed: Float64Array, draws: Draws, options: PatternOptions): PatternResult;
}

/** Draws of `width` statistics, one after the other. */
export interface Draws {
  readonly runs: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** Draws number `from` … `to - 1`: each has a generator of its own, so it is the same whoever makes it. */
export function drawRange(experiment: Experiment, seed: number, from: number, to: number): Draws {
  const width = experiment.observed.length;
  const values = new Float64Array(width * (to - from));
  for (let k = from; k < to; k++) values.set(experiment.draw(replicateRng(seed, k)), (k - from) * width);
  return { runs: to - from, width, values };
}

/** Parts in the order of their numbers. */
export function joinDraws(parts: readonly Draws[]): Draws {
  const runs = parts.reduce((sum, part) => sum + part.runs, 0);
  const width = parts[0]?.width ?? 0;
  const values = new Float64Array(runs * width);
  let at = 0;
  for (const part of parts) {
    values.set(part.values, at);
    at += part.values.length;
  }
  return { runs, width, values };
}

export function column(draws: Draws, which: number): Float64Array {
  const values = new Float64Array(draws.runs);
  for (let k = 0; k < draws.runs; k++) values[k] = draws.values[k * draws.width + which]!;
  return values;
}

/** P(at least the observed value) = (1 + draws at least as large) / (1 + draws): Phipson and Smyth 2010. */
export function pGreater(observed: number, drawn: Float64Array): number {
  let atLeast = 1;
  // Means over imputations are sums of halves and thirds: a draw equal but for rounding is a tie.
  const least = observed - 1e-9 * Math.max(1, Math.abs(observed));
  for (const value of drawn) if (value >= least) atLeast++;
  return atLeast / (drawn.length + 1);
}

/** R's type 7 quantile. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};

/** Sample standard deviation, 0 for one value. */
export function sdOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) ** 2;
  return Math.sqrt(sum / Math.max(1, values.length - 1));
}

const MOST_BINS = 30;

/** At most 30 bins; whole numbers keep a bin each where they are few. */
function histogramOf(sorted: Float64Array): NullShape["histogram"] {
  const [from, to] = [sorted[0]!, sorted.at(-1)!];
  const whole = sorted.every((value) => Number.isInteger(value));
  const width = whole ? Math.ceil((to - from + 1) / MOST_BINS) : Math.max((to - from) / MOST_BINS, 1e-12);
  const counts = new Array<number>(Math.max(1, whole ? Math.ceil((to - from + 1) / width) : MOST_BINS)).fill(0);
  for (const value of sorted) counts[Math.min(counts.length - 1, Math.floor((value - from) / width))]!++;
  return { from, width, counts };
}

/** The draws of one statistic summed up; null where none were made. */
export function shapeOf(observed: number, drawn: Float64Array, options: PatternOptions): NullShape | null {
  if (drawn.length === 0) return null;
  const sorted = Float64Array.from(drawn).sort();
  const quantiles = Object.fromEntries([0.025, 0.5, 0.95, 0.975].map((q) => [String(q), quantile(sorted, q)]));
  const [mean, sd] = [meanOf(drawn), sdOf(drawn)];
  const histogram = histogramOf(sorted);
  return { permutations: drawn.length, seed: options.seed, mean, sd, quantiles, observed, histogram };
}

/**
 * Largest standardised statistic of several against the largest of each draw: one p for all of them together.
 * A statistic that never varies says nothing and counts as 0.
 */
export function maxStatistic(
  observed: Float64Array,
  draws: Draws,
  which: readonly number[],
): { overall: number; each: readonly number[] } {
  const scale = which.map((j) => {
    const drawn = column(draws, j);
    return { mean: meanOf(drawn), sd: sdOf(drawn) };
  });
  const z = (value: number, i: number): number => (scale[i]!.sd === 0 ? 0 : (value - scale[i]!.mean) / scale[i]!.sd);
  const largest = new Float64Array(draws.runs);
  for (let k = 0; k < draws.runs; k++)
    largest[k] = Math.max(...which.map((j, i) => z(draws.values[k * draws.width + j]!, i)));
  const seen = which.map((j, i) => z(observed[j]!, i));
  return { overall: pGreater(Math.max(...seen), largest), each: seen.map((value) => pGreater(value, largest)) };
}

/** A test that needs no draws. */
export const settled = (result: PatternResult): Experiment => ({
  observed: new Float64Array(0),
  draw: () => new Float64Array(0),
  conclude: () => result,
});
