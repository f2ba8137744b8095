import type { Rng } from "./seeded.ts";

/** An event as the tests see it: a point (planar, or degrees) and a day; what a test does not need may be NaN. */
export interface PatternEvent {
  readonly x: number;
  readonly y: number;
  /** Days; fractions allowed. */
  readonly t: number;
  readonly type: string;
}

/** euclidean and manhattan in the unit of x and y; geodesic: x is longitude, y latitude, lengths in km on the WGS84 ellipsoid. */
export type Metric = "euclidean" | "manhattan" | "geodesic";

export interface PatternOptions {
  readonly permutations: number;
  readonly seed: number;
}

/** Figures by name: numbers, lists, tables of numbers. */
export type Figures = Readonly<
  Record<string, number | string | boolean | null | readonly number[] | readonly (readonly number[])[]>
>;

export interface PatternWarning {
  readonly code: PatternWarningCode;
  readonly message: string;
}
export type PatternWarningCode =
  | "ties-in-time"
  | "ties-in-place"
  | "few-events"
  | "whole-day-window"
  | "close-pairs-not-rare"
  | "many-cells"
  | "left-out";

/** What `plumbline test METHOD --json` prints: see the contract of pattern tests. */
export interface PatternResult {
  readonly method: string;
  readonly n: number;
  readonly parameters: Figures;
  readonly result: Figures;
  /** Every p by name. */
  readonly p: Readonly<Record<string, number | readonly number[] | readonly (readonly number[])[]>>;
  readonly null: {
    readonly permutations: number;
    readonly seed: number;
    readonly mean: number;
    readonly sd: number;
    readonly quantiles: Readonly<Record<string, number>>;
  } | null;
  readonly warnings: readonly PatternWarning[];
  /** One or two sentences for a reader. */
  readonly reading: string;
}

/** Draws of a statistic under its null, summed up. */
export interface NullDraws {
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: Readonly<Record<string, number>>;
  /** (1 + draws at least as large) / (1 + draws). */
  readonly pGreater: number;
}

/** R's type 7 quantile. */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

/** @param draw one value of the statistic under the null; called `permutations` times in order, so the seed decides everything */
export function drawNull(observed: number, permutations: number, rng: Rng, draw: (rng: Rng) => number): NullDraws {
  const values = new Float64Array(permutations);
  let atLeast = 0;
  for (let k = 0; k < permutations; k++) {
    values[k] = draw(rng);
    if (values[k]! >= observed) atLeast++;
  }
  const mean = values.reduce((a, b) => a + b, 0) / permutations;
  const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, permutations - 1));
  values.sort();
  const quantiles = {
    "0.025": quantile(values, 0.025),
    "0.5": quantile(values, 0.5),
    "0.975": quantile(values, 0.975),
  };
  return { mean, sd, quantiles, pGreater: (atLeast + 1) / (permutations + 1) };
}

/** 0.198, 0.0012, 4.5e-16: two digits that count. */
export const pInWords = (p: number): string => (p >= 0.1 ? p.toFixed(2) : p.toPrecision(2));
