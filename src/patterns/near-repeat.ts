import { closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import type { Metric, PatternEvent, PatternOptions, PatternResult } from "./pattern-result.ts";
import { seeded, shuffle } from "./seeded.ts";

export interface NearRepeatParameters {
  /** Ends of the bands, rising; a band is [lo, hi). */
  readonly space_breaks: readonly number[];
  readonly time_breaks: readonly number[];
  readonly metric: Metric;
}

/** Band of a value among breaks, [lo, hi), or -1 outside. */
function bandOf(value: number, breaks: readonly number[]): number {
  if (value < breaks[0]!) return -1;
  for (let k = 1; k < breaks.length; k++) if (value < breaks[k]!) return k - 1;
  return -1;
}

const table = (rows: number, columns: number): Float64Array => new Float64Array(rows * columns);

const asRows = (flat: Float64Array, columns: number): number[][] => {
  const rows: number[][] = [];
  for (let at = 0; at < flat.length; at += columns) rows.push(Array.from(flat.subarray(at, at + columns)));
  return rows;
};

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

/**
 * Near-repeat table: pairs of events by band of distance and band of days, against times dealt out at random over places.
 * The last band of space is counted as the rest where no pair can lie beyond it, so the far pairs are never listed.
 * p is per cell; with many cells some are small by chance: `p_max` compares each cell's z with the largest of the whole table.
 * Source: Townsley, Homel and Chaseling 2003; Ratcliffe 2009 (Near Repeat Calculator, whose labels are one unit off).
 */
export function nearRepeat(
  events: readonly PatternEvent[],
  parameters: NearRepeatParameters,
  options: PatternOptions,
): PatternResult {
  const { space_breaks, time_breaks, metric } = parameters;
  const points = columnsOf(events);
  const [rows, columns] = [space_breaks.length - 1, time_breaks.length - 1];
  const open = reachesAll(points, space_breaks.at(-1)!, metric);
  const listed = open && rows > 1 ? rows - 1 : rows;
  const near = closePairs(points, space_breaks[listed]!, metric);
  const band = Int8Array.from(near.distance, (d) => bandOf(d, space_breaks.slice(0, listed + 1)));
  const totals = timeTotals(points.t, time_breaks);
  const bandInTime = bander(time_breaks);
  const count = (t: Float64Array): Float64Array => {
    const counts = table(rows, columns);
    for (let k = 0; k < band.length; k++) {
      if (band[k]! < 0) continue;
      const column = bandInTime(Math.abs(t[near.first[k]!]! - t[near.second[k]!]!));
      if (column >= 0) counts[band[k]! * columns + column]!++;
    }
    if (listed < rows)
      for (let c = 0; c < columns; c++)
        counts[(rows - 1) * columns + c] = totals[c]! - sumColumn(counts, c, columns, rows - 1);
    return counts;
  };
  const observed = count(points.t);
  const drawn = drawTables(count, points.t, options);
  const summary = summarise(observed, drawn);
  return {
    method: "near-repeat",
    n: events.length,
    parameters: { space_breaks: [...space_breaks], time_breaks: [...time_breaks], metric, bands: "[lo, hi)" },
    result: {
      observed: asRows(observed, columns),
      mc_mean: asRows(summary.mean, columns),
      mc_sd: asRows(summary.sd, columns),
      knox_ratio: asRows(
        observed.map((count, i) => count / summary.mean[i]!),
        columns,
      ),
    },
    p: { p: asRows(summary.p, columns), p_max: asRows(summary.pMax, columns) },
    null: null,
    warnings: [{ code: "many-cells", message: `${rows * columns} cells: some are small by chance alone. Read p_max.` }],
    reading: `${summary.pMax.filter((p) => p <= 0.05).length} of ${rows * columns} bands hold more pairs than chance gives, all bands taken together.`,
  };
}

/** Looks a time gap up by halving where many bands are asked for, else by walking. */
const bander =
  (breaks: readonly number[]): ((gap: number) => number) =>
  (gap) =>
    bandOf(gap, breaks);

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

function drawTables(
  count: (t: Float64Array) => Float64Array,
  t: Float64Array,
  options: PatternOptions,
): Float64Array[] {
  const rng = seeded(options.seed);
  const shuffled = Float64Array.from(t);
  return Array.from({ length: options.permutations }, () => count(shuffle(shuffled, rng)));
}

function summarise(
  observed: Float64Array,
  drawn: readonly Float64Array[],
): { mean: Float64Array; sd: Float64Array; p: Float64Array; pMax: Float64Array } {
  const cells = observed.length;
  const runs = drawn.length;
  const mean = new Float64Array(cells);
  const sd = new Float64Array(cells);
  const p = new Float64Array(cells);
  for (let i = 0; i < cells; i++) {
    mean[i] = drawn.reduce((sum, d) => sum + d[i]!, 0) / runs;
    sd[i] = Math.sqrt(drawn.reduce((sum, d) => sum + (d[i]! - mean[i]!) ** 2, 0) / Math.max(1, runs - 1));
    p[i] = (1 + drawn.filter((d) => d[i]! >= observed[i]!).length) / (runs + 1);
  }
  const z = (counts: Float64Array, i: number): number => (sd[i] === 0 ? 0 : (counts[i]! - mean[i]!) / sd[i]!);
  const largest = drawn.map((d) => d.reduce((most, _, i) => Math.max(most, z(d, i)), Number.NEGATIVE_INFINITY));
  const pMax = observed.map((_, i) => (1 + largest.filter((m) => m >= z(observed, i)).length) / (runs + 1));
  return { mean, sd, p, pMax };
}
