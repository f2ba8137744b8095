import { column, type Draws, type Experiment, pGreater, shapeOf } from "./experiment.ts";
import { gumbelP } from "./gumbel.ts";
import { excessRatio } from "./likelihood-ratio.ts";
import {
  type Figures,
  type PatternOptions,
  type PatternResult,
  type PatternWarning,
  pInWords,
} from "./pattern-result.ts";
import { type Rng, shuffle } from "./seeded.ts";

/** Counts by zone and period; `at(zone, period)` is `zone * periods + period`. */
export interface ZoneCounts {
  readonly zones: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  /** In order of time; one period: a purely spatial scan. */
  readonly periods: readonly string[];
  readonly counts: Float64Array;
  /** What each cell's share of the cases is measured by: inhabitants, reports, expected cases. null: none given. */
  readonly denominator: Float64Array | null;
  /** Inhabitants where `denominator` is expected cases, for the limit of a circle's size. */
  readonly population?: Float64Array;
}

export interface ZoneScanParameters {
  /** poisson: against the denominator; permutation: against the margins alone. */
  readonly test: "poisson" | "permutation";
  /** A circle holds at most so many zones, or (`upper`) at most such a share of the population. */
  readonly k_nearest?: number;
  readonly upper?: number;
  /** Whether a span may end on any period or only on the last. */
  readonly ends: "any" | "last";
  readonly max_periods?: number;
  /**
   * What the denominator is measured against. `whole`: its sum over all cells (person-time). `by-period`: each period's own sum, the
   * cases spread evenly over periods: scanstatistics' convention, and the default where every span ends on the last period.
   */
  readonly shares?: "whole" | "by-period";
}

/** Zones by distance from each zone, cut at the limit; circles that hold the same zones stand once. */
function circlesOf(data: ZoneCounts, parameters: ZoneScanParameters): readonly (readonly number[])[] {
  const { zones } = data;
  const size = sizes(data);
  const whole = size.reduce((a, b) => a + b, 0);
  const most = parameters.k_nearest ?? zones.length;
  const share = parameters.upper ?? (parameters.k_nearest === undefined ? 0.5 : 1);
  const seen = new Set<string>();
  const circles: number[][] = [];
  zones.forEach((zone) => {
    const order = zones
      .map((other, j) => ({ j, d: Math.hypot(other.x - zone.x, other.y - zone.y) }))
      .sort((a, b) => a.d - b.d || a.j - b.j);
    let held = 0;
    const members: number[] = [];
    for (const { j } of order.slice(0, most)) {
      held += size[j]!;
      if (held > share * whole) break;
      members.push(j);
      const key = [...members].sort((a, b) => a - b).join();
      if (seen.has(key)) continue;
      seen.add(key);
      circles.push([...members]);
    }
  });
  return circles;
}

/** Inhabitants of each zone over all periods; without any, its cases. */
function sizes({ zones, periods, population, denominator, counts }: ZoneCounts): Float64Array {
  const by = population ?? denominator ?? counts;
  return Float64Array.from(zones, (_, z) => {
    let sum = 0;
    for (let t = 0; t < periods.length; t++) sum += by[z * periods.length + t]!;
    return sum;
  });
}

interface Cluster {
  readonly circle: number;
  readonly from: number;
  readonly to: number;
  readonly observed: number;
  readonly expected: number;
  readonly llr: number;
}

/** Sums of a circle's zones for each period. */
function sumInto(sums: Float64Array, circle: readonly number[], cells: Float64Array, periods: number): void {
  sums.fill(0);
  for (const z of circle) for (let t = 0; t < periods; t++) sums[t]! += cells[z * periods + t]!;
}

function scan(
  circles: readonly (readonly number[])[],
  counts: Float64Array,
  expected: Float64Array,
  periods: number,
  { ends, max_periods }: ZoneScanParameters,
  found: (cluster: Cluster) => void,
): void {
  const all = counts.reduce((a, b) => a + b, 0);
  const [seen, mean] = [new Float64Array(periods), new Float64Array(periods)];
  const longest = max_periods ?? (ends === "last" ? periods : Math.max(1, Math.floor(periods / 2)));
  circles.forEach((circle, k) => {
    sumInto(seen, circle, counts, periods);
    sumInto(mean, circle, expected, periods);
    let best: Cluster | null = null;
    for (let to = ends === "last" ? periods - 1 : 0; to < periods; to++) {
      let [c, mu] = [0, 0];
      for (let from = to; from >= 0 && to - from < longest; from--) {
        c += seen[from]!;
        mu += mean[from]!;
        const llr = excessRatio(c, mu, all);
        if (llr > (best?.llr ?? 0)) best = { circle: k, from, to, observed: c, expected: mu, llr };
      }
    }
    if (best !== null) found(best);
  });
}

/** Sums by zone and by period. */
function margins(cells: Float64Array, zones: number, periods: number): { zone: Float64Array; period: Float64Array } {
  const [zone, period] = [new Float64Array(zones), new Float64Array(periods)];
  cells.forEach((value, at) => {
    zone[Math.floor(at / periods)]! += value;
    period[at % periods]! += value;
  });
  return { zone, period };
}

/** Expected counts: the denominator scaled to the cases, or the margins multiplied. */
function expectedCounts(data: ZoneCounts, { test, ends, shares }: ZoneScanParameters): Float64Array {
  const { zones, periods, counts, denominator } = data;
  const T = periods.length;
  const all = counts.reduce((a, b) => a + b, 0);
  if (test === "permutation" || denominator === null) {
    const { zone, period } = margins(counts, zones.length, T);
    return counts.map((_, at) => (zone[Math.floor(at / T)]! * period[at % T]!) / all);
  }
  if ((shares ?? (ends === "last" ? "by-period" : "whole")) === "by-period") {
    const { period } = margins(denominator, zones.length, T);
    return denominator.map((value, at) => (value / period[at % T]!) * (all / T));
  }
  const whole = denominator.reduce((a, b) => a + b, 0);
  return denominator.map((value) => (value * all) / whole);
}

/** Cases dealt out over cells in proportion to `expected`: a multinomial draw by halving in the running sums. */
function multinomial(running: Float64Array, cases: number, rng: Rng): Float64Array {
  const counts = new Float64Array(running.length);
  const whole = running.at(-1)!;
  for (let k = 0; k < cases; k++) {
    const at = rng.uniform() * whole;
    let [low, high] = [0, running.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (running[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    counts[low]!++;
  }
  return counts;
}

/** Each case keeps its zone and is dealt the time of another. */
function timesDealt(zoneOf: Int32Array, timeOf: Int32Array, cells: number, periods: number, rng: Rng): Float64Array {
  const counts = new Float64Array(cells);
  const dealt = shuffle(Int32Array.from(timeOf), rng);
  for (let k = 0; k < zoneOf.length; k++) counts[zoneOf[k]! * periods + dealt[k]!]!++;
  return counts;
}

/**
 * Scan of counts by zone and period: the circle of zones and span of periods with the greatest excess. `poisson` needs a
 * denominator: without one it says where people (or reporters) are. The permutation scan needs none and sees only what changes.
 * Sources: Kulldorff 1997, Commun. Statist. 26:1481-1496; Kulldorff et al. 2005, PLoS Medicine 2:e59.
 */
export function zoneScan(data: ZoneCounts, parameters: ZoneScanParameters): Experiment {
  const circles = circlesOf(data, parameters);
  const expected = expectedCounts(data, parameters);
  const T = data.periods.length;
  const cases = data.counts.reduce((a, b) => a + b, 0);
  const running = Float64Array.from(expected);
  for (let k = 1; k < running.length; k++) running[k]! += running[k - 1]!;
  const cellOf = Int32Array.from([...data.counts].flatMap((count, at) => new Array<number>(count).fill(at)));
  const zoneOf = cellOf.map((at) => Math.floor(at / T));
  const timeOf = cellOf.map((at) => at % T);
  const greatest = (counts: Float64Array): number => {
    let most = 0;
    scan(circles, counts, expected, T, parameters, ({ llr }) => {
      if (llr > most) most = llr;
    });
    return most;
  };
  return {
    observed: Float64Array.of(greatest(data.counts)),
    draw: (rng) =>
      Float64Array.of(
        greatest(
          parameters.test === "poisson"
            ? multinomial(running, cases, rng)
            : timesDealt(zoneOf, timeOf, data.counts.length, T, rng),
        ),
      ),
    conclude(observed, draws, options) {
      const all: Cluster[] = [];
      scan(circles, data.counts, expected, T, parameters, (cluster) => all.push(cluster));
      return conclude(data, parameters, circles, all, observed, draws, options);
    },
  };
}

/**
 * The ratio as SpatialEpi 1.2.8 prints it: its sum of expected cases is cut to a whole number (10,278.999… to 10,278) before the
 * logarithm is taken. For comparison with published figures only; null where the denominator is no expected count.
 */
function truncatedRatio({ observed, expected, llr }: Cluster, cases: number, given: number): number | null {
  const whole = Math.floor(given);
  if (Math.abs(given - cases) > 1 || whole <= expected) return null;
  if (llr === 0) return 0;
  const outside = cases - observed;
  return (
    observed * Math.log(observed / expected) +
    (outside > 0 ? outside * Math.log(outside / (whole - expected)) : 0) -
    cases * Math.log(cases / whole)
  );
}

/** Best first, ties in the order of the zones; a cluster that shares a zone with a better one is left out. */
function apart(all: readonly Cluster[], circles: readonly (readonly number[])[]): readonly Cluster[] {
  const taken = new Set<number>();
  return [...all]
    .sort((a, b) => b.llr - a.llr || a.circle - b.circle)
    .filter(({ circle }) => {
      const zones = circles[circle]!;
      if (zones.some((z) => taken.has(z))) return false;
      for (const z of zones) taken.add(z);
      return true;
    });
}

function conclude(
  data: ZoneCounts,
  parameters: ZoneScanParameters,
  circles: readonly (readonly number[])[],
  all: readonly Cluster[],
  observed: Float64Array,
  draws: Draws,
  options: PatternOptions,
): PatternResult {
  const cases = data.counts.reduce((a, b) => a + b, 0);
  const maxima = column(draws, 0);
  const size = sizes(data);
  const given = (data.denominator ?? data.counts).reduce((a, b) => a + b, 0);
  const figures = (cluster: Cluster): Figures => ({
    zones: circles[cluster.circle]!.map((z) => data.zones[z]!.id),
    from: data.periods[cluster.from]!,
    to: data.periods[cluster.to]!,
    periods: cluster.to - cluster.from + 1,
    observed: cluster.observed,
    expected: cluster.expected,
    population: circles[cluster.circle]!.reduce((sum, z) => sum + size[z]!, 0),
    llr: cluster.llr,
    llr_expected_truncated: truncatedRatio(cluster, cases, given),
    relative_risk_inside: cluster.observed / cluster.expected,
    relative_risk_outside: (cases - cluster.observed) / (cases - cluster.expected),
    p_mc: pGreater(cluster.llr, maxima),
    p_gumbel: gumbelP(cluster.llr, maxima),
  });
  const [first, ...others] = apart(all, circles);
  const p = pGreater(observed[0]!, maxima);
  const where = first === undefined ? [] : circles[first.circle]!.map((z) => data.zones[z]!.id);
  return {
    method: "scan",
    n: cases,
    parameters: { ...parameters },
    result: {
      n_cases: cases,
      n_zones: data.zones.length,
      n_times: data.periods.length,
      n_windows_zones: circles.length,
      most_likely: first === undefined ? null : figures(first),
      secondary: others.filter((cluster) => pGreater(cluster.llr, maxima) <= 0.2).map(figures),
    },
    p: { p_mc: p, p_gumbel: gumbelP(observed[0]!, maxima) },
    verdict: { p: "p_mc", value: p },
    null: shapeOf(observed[0]!, maxima, options),
    doubt: null,
    power: null,
    warnings: warningsOf(data, parameters),
    reading:
      first === undefined
        ? "No circle of zones holds more cases than expected."
        : `The strongest cluster: ${first.observed} cases (${first.expected.toFixed(1)} expected) in ${where.length} zones (${where.slice(0, 3).join(", ")}${where.length > 3 ? " …" : ""}), ${data.periods[first.from]} to ${data.periods[first.to]} (p = ${pInWords(p)}).`,
  };
}

function warningsOf(data: ZoneCounts, { test }: ZoneScanParameters): PatternWarning[] {
  if (test === "permutation")
    return [
      {
        code: "population-shift",
        message:
          "The permutation scan takes places' shares as constant: zones that grow or report more over time make clusters. Keep the period short.",
      },
    ];
  return data.denominator === null
    ? [
        {
          code: "no-denominator",
          message:
            "No population, expected counts or reporting volume was given: zones were compared with their own margins only.",
        },
      ]
    : [
        {
          code: "common-season-or-trend",
          message:
            "The Poisson scan takes the rate as constant over time: a trend or a change of age makes clusters too.",
        },
      ];
}
