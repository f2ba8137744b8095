/** What is known of an event's time and place beyond its best guess: absent where the day is a day and the place a point. */
export interface Doubt {
  /** First and last day it may have happened on, both included. */
  readonly days?: readonly [number, number];
  /** The place may be anywhere this far from the point, in the unit of lengths (km for degrees). */
  readonly radius?: number;
  /** Settlements it may have been in, with weights (inhabitants); they go before `radius`. */
  readonly settlements?: readonly { readonly x: number; readonly y: number; readonly weight: number }[];
}

/** An event as the tests see it: a point (planar, or degrees) and a day; what a test does not need may be NaN. */
export interface PatternEvent {
  readonly x: number;
  readonly y: number;
  /** Days; fractions allowed. */
  readonly t: number;
  readonly type: string;
  readonly doubt?: Doubt;
  /** Size of the event for questions of size (deaths, people); default 1. */
  readonly weight?: number;
}

/** euclidean and manhattan in the unit of x and y; geodesic: x is longitude, y latitude, lengths in km on the WGS84 ellipsoid. */
export type Metric = "euclidean" | "manhattan" | "geodesic";

export interface PatternOptions {
  readonly permutations: number;
  readonly seed: number;
}

/** Figures by name: whatever JSON can say. */
export type Figure = number | string | boolean | null | readonly Figure[] | { readonly [name: string]: Figure };
export type Figures = Readonly<Record<string, Figure>>;

export interface PatternWarning {
  readonly code: PatternWarningCode;
  readonly message: string;
}
export type PatternWarningCode =
  | "ties-in-time"
  | "ties-in-place"
  | "snapped-coordinates"
  | "duplicated-reports"
  | "population-shift"
  | "common-season-or-trend"
  | "serial-dependence"
  | "overdispersed"
  | "few-events"
  | "short-series"
  | "edge-effects"
  | "whole-day-window"
  | "close-pairs-not-rare"
  | "many-cells"
  | "no-denominator"
  | "reported-not-all"
  | "compiled-around-its-subject"
  | "nulls-disagree"
  | "fit-not-found"
  | "left-out"
  | "unknown-parameter";

/** The distribution of the statistic under the null that the verdict reads. */
export interface NullShape {
  readonly permutations: number;
  readonly seed: number;
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: Readonly<Record<string, number>>;
  readonly observed: number;
  /** Draws by bins of equal width from `from` on, for a picture. */
  readonly histogram: { readonly from: number; readonly width: number; readonly counts: readonly number[] };
}

/** How much the answer hangs on what is not known: a diagnostic; the p that counts is the verdict's. */
export interface DoubtReport {
  readonly imputations: number;
  readonly p: { readonly median: number; readonly lower: number; readonly upper: number };
  readonly shareBelow05: number;
  /** Events left out as too coarse for the question, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
}

/** What so many events could show, known before the test is run. */
export interface Power {
  readonly effect: string;
  /** Chance to find it at the 5 % level. */
  readonly at05: number;
  /** Least effect found in 80 % of cases; null where none would be. */
  readonly detectable80: number | null;
}

/** What `plumbline test METHOD --json` prints: see the contract of pattern tests. */
export interface PatternResult {
  readonly method: string;
  readonly n: number;
  readonly parameters: Figures;
  readonly result: Figures;
  /** Every p by name; Monte Carlo p = (1 + #{sim >= obs}) / (1 + permutations), so never 0. */
  readonly p: Figures;
  /** The p that a verdict may read: of the demanding null, all windows and bands taken together. */
  readonly verdict: { readonly p: string; readonly value: number } | null;
  readonly null: NullShape | null;
  readonly doubt: DoubtReport | null;
  readonly power: Power | null;
  readonly warnings: readonly PatternWarning[];
  /** One or two sentences for a reader. */
  readonly reading: string;
}

/** 0.20, 0.0012, 4.5e-16: two digits that count. */
export const pInWords = (p: number): string => (p >= 0.1 ? p.toFixed(2) : p.toPrecision(2));
