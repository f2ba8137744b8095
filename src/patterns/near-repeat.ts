import { closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { column, type Draws, type Experiment, maxStatistic, meanOf, pGreater, sdOf } from "./experiment.ts";
import type { Metric, PatternEvent, PatternOptions, PatternResult } from "./pattern-result.ts";
import { pInWords } from "./pattern-result.ts";
import { countPower } from "./power.ts";
import { orderWithin, type Rng, randomOrder } from "./seeded.ts";
import { stretchesOf, usualStretch } from "./stretches.ts";
import { fewEventsWarning, nullsDisagree, populationShiftWarning, reportedWarning, tieWarnings } from "./warnings.ts";

export interface NearRepeatParameters {
  /** Ends of the bands, rising; a band is [lo, hi). */
  readonly space_breaks: readonly number[];
  readonly time_breaks: readonly number[];
  readonly metric: Metric;
  readonly stretch_days?: number;
}

/** Band of a value among breaks, [lo, hi), or -1 outside. */
function bandOf(value: number, breaks: readonly number[]): number {
  if (value < breaks[0]!) return -1;
  for (let k = 1; k < breaks.length; k++) if (value < breaks[k]!) return k - 1;
  return -1;
}

const table = (rows: number, columns: number): Float64Array => new Float64Array(rows * columns);

/** The same spans in time for all pairs, near or far: what the last, open band of space is left with. */
function timeTotals(t: Float64Array, breaks: readonly number[]): Float64Array {
  const sorted = Float64Array.from(t).sort();
  const closerThan = (limit: number): number => {
    let pairs = 0;
    let left = 0;
    for (let k = 0; k < sorted.length; k++) {
      while (sorted[k]! - sorted[left]! >= limit) left++;
      pairs += k - left;
    }
    return pairs;
  };
  const totals = breaks.map((limit) => (limit <= 0 ? 0 : closerThan(limit)));
  return Float64Array.from(totals.slice(1), (count, k) => count - totals[k]!);
}

/** Counts of a whole table for one assignment of times to places. */
function tableCounter(
  points: ReturnType<typeof columnsOf>,
  { space_breaks, time_breaks, metric }: NearRepeatParameters,
): (t: Float64Array) => Float64Array {
  const [rows, columns] = [space_breaks.length - 1, time_breaks.length - 1];
  const listed = reachesAll(points, space_breaks.at(-1)!, metric) && rows > 1 ? rows - 1 : rows;
  const near = closePairs(points, space_breaks[listed]!, metric);
  const band = Int16Array.from(near.distance, (d) => bandOf(d, space_breaks.slice(0, listed + 1)));
  const totals = timeTotals(points.t, time_breaks);
  return (t) => {
    const counts = table(rows, columns);
    for (let k = 0; k < band.length; k++) {
      if (band[k]! < 0) continue;
      const column = bandOf(Math.abs(t[near.first[k]!]! - t[near.second[k]!]!), time_breaks);
      if (column >= 0) counts[band[k]! * columns + column]!++;
    }
    if (listed < rows)
      for (let c = 0; c < columns; c++)
        counts[(rows - 1) * columns + c] = totals[c]! - sumColumn(counts, c, columns, rows - 1);
    return counts;
  };
}

/** The last time threshold that is no open end: what a stretch must be able to hold. */
const longestClosed = (breaks: readonly number[]): number => breaks.filter((b) => b < 3650).at(-1) ?? 30;

/**
 * Near-repeat table: pairs of events by band of distance and band of days, against times dealt out at random over places, and
 * (the demanding null) within stretches of time. The last band of space is counted as the rest where no pair can lie beyond it, so
 * the far pairs are never listed. p is per cell; with many cells some are small by chance: `p_max` compares each cell's z with
 * the largest of the whole table.
 * Source: Townsley, Homel and Chaseling 2003; Ratcliffe 2009 (Near Repeat Calculator, whose labels are one unit off).
 */
export function nearRepeat(events: readonly PatternEvent[], parameters: NearRepeatParameters): Experiment {
  const points = columnsOf(events);
  const count = tableCounter(points, parameters);
  const stretchDays = parameters.stretch_days ?? usualStretch(longestClosed(parameters.time_breaks));
  const stretches = stretchesOf(events, stretchDays);
  const twice = (plain: Float64Array, demanding: Float64Array): Float64Array => {
    const both = new Float64Array(2 * plain.length);
    both.set(plain);
    both.set(demanding, plain.length);
    return both;
  };
  const dealt = (order: Int32Array): Float64Array => count(Float64Array.from(order, (i) => points.t[i]!));
  const observed = count(points.t);
  return {
    observed: twice(observed, observed),
    draw: (rng: Rng) =>
      twice(dealt(randomOrder(events.length, rng)), dealt(orderWithin(events.length, stretches, rng))),
    conclude: (seen, draws, options) =>
      conclude(events, { ...parameters, stretch_days: stretchDays }, seen, draws, options),
  };
}

function conclude(
  events: readonly PatternEvent[],
  parameters: Required<NearRepeatParameters>,
  observed: Float64Array,
  draws: Draws,
  options: PatternOptions,
): PatternResult {
  const { space_breaks, time_breaks, metric, stretch_days } = parameters;
  const [rows, columns] = [space_breaks.length - 1, time_breaks.length - 1];
  const cells = rows * columns;
  const plain = Array.from({ length: cells }, (_, i) => column(draws, i));
  const inRows = (value: (i: number) => number | null): (number | null)[][] =>
    Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => value(r * columns + c)));
  const mean = plain.map(meanOf);
  const max = maxStatistic(observed, draws, [...plain.keys()]);
  const demanding = maxStatistic(
    observed,
    draws,
    [...plain.keys()].map((i) => cells + i),
  );
  const found = demanding.each.filter((p) => p <= 0.05).length;
  return {
    method: "near-repeat",
    n: events.length,
    parameters: {
      space_breaks: [...space_breaks],
      time_breaks: [...time_breaks],
      metric,
      bands: "[lo, hi)",
      stretch_days,
      permutations: options.permutations,
      seed: options.seed,
    },
    result: {
      observed: inRows((i) => observed[i]!),
      mc_mean: inRows((i) => mean[i]!),
      mc_sd: inRows((i) => sdOf(plain[i]!)),
      knox_ratio: inRows((i) => (mean[i]! > 0 ? observed[i]! / mean[i]! : null)),
    },
    p: {
      p: inRows((i) => pGreater(observed[i]!, plain[i]!)),
      p_max: inRows((i) => max.each[i]!),
      p_max_within_stretches: inRows((i) => demanding.each[i]!),
      overall: max.overall,
      overall_within_stretches: demanding.overall,
    },
    verdict: { p: "overall_within_stretches", value: demanding.overall },
    null: null,
    doubt: null,
    power: countPower(mean[0]!, Math.max(mean[0]!, sdOf(plain[0]!) ** 2)),
    warnings: [
      {
        code: "many-cells",
        message: `${cells} cells: some p are small by chance alone. Read p_max_within_stretches.`,
      },
      ...tieWarnings(events),
      ...populationShiftWarning(events),
      ...nullsDisagree(max.overall, demanding.overall, "overall, overall_within_stretches"),
      ...fewEventsWarning(events.length),
      reportedWarning,
    ],
    reading: `${found} of ${cells} bands hold more pairs than chance gives, all bands taken together (p = ${pInWords(demanding.overall)}).`,
  };
}

const sumColumn = (counts: Float64Array, column: number, columns: number, rows: number): number => {
  let sum = 0;
  for (let r = 0; r < rows; r++) sum += counts[r * columns + column]!;
  return sum;
};

/** No pair can be farther apart than the corners of the box around all points. */
function reachesAll(points: ReturnType<typeof columnsOf>, limit: number, metric: Metric): boolean {
  if (metric === "geodesic") return limit > 20_004;
  const extent = (v: Float64Array): number =>
    v.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
    v.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const [dx, dy] = [extent(points.x), extent(points.y)];
  return limit > (metric === "manhattan" ? dx + dy : Math.hypot(dx, dy));
}
