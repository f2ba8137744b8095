import { closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { column, type Draws, type Experiment, pGreater, quantile, shapeOf } from "./experiment.ts";
import { gumbelP } from "./gumbel.ts";
import { excessRatio } from "./likelihood-ratio.ts";
import {
  type Figures,
  type Metric,
  type PatternEvent,
  type PatternOptions,
  type PatternResult,
  pInWords,
} from "./pattern-result.ts";
import { orderWithin, type Rng, randomOrder } from "./seeded.ts";
import { stretchesOf } from "./stretches.ts";
import { fewEventsWarning, populationShiftWarning, reportedWarning, tieWarnings } from "./warnings.ts";

export interface PermutationScanParameters {
  /** Largest radius of a circle. */
  readonly rmax: number;
  /** Longest window: last day minus first. */
  readonly dmax: number;
  readonly metric: Metric;
  /** Where given, times are dealt out within stretches of so many days: places may grow or shrink slowly. */
  readonly stretch_days?: number;
}

/** A cylinder: a circle and a span of days. */
interface Cylinder {
  readonly centre: number;
  readonly radius: number;
  readonly from: number;
  readonly to: number;
  readonly observed: number;
  readonly expected: number;
  readonly inCircle: number;
  readonly llr: number;
}

/** Around each distinct place, the events by distance: `member`, `distance` from `start[k]` to `start[k + 1]`. */
interface Circles {
  readonly centre: Int32Array;
  readonly start: Int32Array;
  readonly member: Int32Array;
  readonly distance: Float64Array;
}

function circlesOf(events: readonly PatternEvent[], { rmax, metric }: PermutationScanParameters): Circles {
  const n = events.length;
  const near = closePairs(columnsOf(events), rmax, metric);
  const around: { j: number; d: number }[][] = Array.from({ length: n }, (_, i) => [{ j: i, d: 0 }]);
  for (let k = 0; k < near.first.length; k++) {
    const [i, j, d] = [near.first[k]!, near.second[k]!, near.distance[k]!];
    around[i]!.push({ j, d });
    around[j]!.push({ j: i, d });
  }
  const seen = new Set<string>();
  const centre: number[] = [];
  const start = [0];
  const member: number[] = [];
  const distance: number[] = [];
  events.forEach((e, i) => {
    const key = `${e.x} ${e.y}`;
    if (seen.has(key)) return;
    seen.add(key);
    centre.push(i);
    for (const { j, d } of around[i]!.sort((a, b) => a.d - b.d || a.j - b.j)) {
      member.push(j);
      distance.push(d);
    }
    start.push(member.length);
  });
  return {
    centre: Int32Array.from(centre),
    start: Int32Array.from(start),
    member: Int32Array.from(member),
    distance: Float64Array.from(distance),
  };
}

/** Events on days up to and with each: `upTo[d - first + 1]`. The same for every permutation. */
function upToDay(days: Int32Array): { first: number; upTo: Int32Array } {
  let [first, last] = [days[0]!, days[0]!];
  for (const d of days) {
    if (d < first) first = d;
    if (d > last) last = d;
  }
  const upTo = new Int32Array(last - first + 2);
  for (const d of days) upTo[d - first + 1]!++;
  for (let k = 1; k < upTo.length; k++) upTo[k]! += upTo[k - 1]!;
  return { first, upTo };
}

/**
 * Best cylinder of each centre. Circles grow event by event; only windows that hold the newest events, and begin and end on a day
 * of an event in the circle, can be better than what was seen before. Windows with one event are no cluster.
 * `beat` is what a cylinder must exceed to be kept.
 */
function scan(
  circles: Circles,
  days: Int32Array,
  { first, upTo }: { first: number; upTo: Int32Array },
  dmax: number,
  found: (best: Cylinder) => number,
): void {
  const n = days.length;
  const local = new Int32Array(n);
  let beat = 0;
  for (let k = 0; k < circles.centre.length; k++) {
    let size = 0;
    let [best, from, to, inside, mean, radius, held] = [beat, 0, 0, 0, 0, -1, 0];
    let at = circles.start[k]!;
    const end = circles.start[k + 1]!;
    while (at < end) {
      const reach = circles.distance[at]!;
      const groupStart = at;
      for (; at < end && circles.distance[at] === reach; at++) {
        const day = days[circles.member[at]!]!;
        let place = size++;
        while (place > 0 && local[place - 1]! > day) {
          local[place] = local[place - 1]!;
          place--;
        }
        local[place] = day;
      }
      for (let g = groupStart; g < at; g++) {
        const day = days[circles.member[g]!]!;
        let low = 0;
        let high = size;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (local[middle]! < day) low = middle + 1;
          else high = middle;
        }
        const position = low;
        for (let i = position; i >= 0 && day - local[i]! <= dmax; i--) {
          if (i > 0 && local[i - 1] === local[i]) continue;
          const before = upTo[local[i]! - first]!;
          for (let j = position; j < size && local[j]! - local[i]! <= dmax; j++) {
            if (j + 1 < size && local[j + 1] === local[j]) continue;
            const c = j - i + 1;
            if (c < 2) continue;
            const mu = ((upTo[local[j]! - first + 1]! - before) * size) / n;
            if (c <= mu) continue;
            // Never below the true value, and cheaper by half: the second logarithm is taken only where it could matter.
            if (c * Math.log(c / mu) - ((c - mu) * (n - c)) / n <= best) continue;
            const llr = excessRatio(c, mu, n);
            if (llr > best)
              [best, from, to, inside, mean, radius, held] = [llr, local[i]!, local[j]!, c, mu, reach, size];
          }
        }
      }
    }
    if (radius >= 0)
      beat = found({
        centre: circles.centre[k]!,
        radius,
        from,
        to,
        observed: inside,
        expected: mean,
        inCircle: held,
        llr: best,
      });
  }
}

/** Best first; a cluster that shares an event's place with a better one is left out. */
function withoutOverlap(clusters: readonly Cylinder[], circles: Circles): readonly Cylinder[] {
  const placeOfCentre = new Map([...circles.centre].map((event, k) => [event, k]));
  const membersOf = (cluster: Cylinder): number[] => {
    const k = placeOfCentre.get(cluster.centre)!;
    const list: number[] = [];
    for (let at = circles.start[k]!; at < circles.start[k + 1]! && circles.distance[at]! <= cluster.radius; at++)
      list.push(circles.member[at]!);
    return list;
  };
  const taken = new Set<number>();
  const kept: Cylinder[] = [];
  for (const cluster of [...clusters].sort((a, b) => b.llr - a.llr || a.centre - b.centre)) {
    const members = membersOf(cluster);
    if (members.some((i) => taken.has(i))) continue;
    for (const i of members) taken.add(i);
    kept.push(cluster);
    if (kept.length === 20) break;
  }
  return kept;
}

/**
 * Space-time permutation scan, retrospective: the circle (around an event's place) and span of days with the greatest excess over
 * what the margins give. Whole days. p belongs to the greatest; for the others it is cautious.
 * Memory: events × their neighbours within rmax. Source: Kulldorff et al. 2005, PLoS Medicine 2:e59.
 */
export function permutationScan(events: readonly PatternEvent[], parameters: PermutationScanParameters): Experiment {
  const circles = circlesOf(events, parameters);
  const days = Int32Array.from(events, (e) => Math.floor(e.t));
  const totals = upToDay(days);
  const stretches = parameters.stretch_days === undefined ? null : stretchesOf(events, parameters.stretch_days);
  const greatest = (of: Int32Array): number => {
    let most = 0;
    scan(circles, of, totals, parameters.dmax, ({ llr }) => {
      most = llr;
      return most;
    });
    return most;
  };
  return {
    observed: Float64Array.of(greatest(days)),
    draw: (rng: Rng) => {
      const order = stretches === null ? randomOrder(days.length, rng) : orderWithin(days.length, stretches, rng);
      return Float64Array.of(greatest(Int32Array.from(order, (i) => days[i]!)));
    },
    conclude(observed, draws, options) {
      const all: Cylinder[] = [];
      scan(circles, days, totals, parameters.dmax, (cluster) => {
        all.push(cluster);
        return 0;
      });
      return conclude(events, parameters, withoutOverlap(all, circles), observed, draws, options);
    },
  };
}

function conclude(
  events: readonly PatternEvent[],
  parameters: PermutationScanParameters,
  clusters: readonly Cylinder[],
  observed: Float64Array,
  draws: Draws,
  options: PatternOptions,
): PatternResult {
  const maxima = column(draws, 0);
  const sorted = Float64Array.from(maxima).sort();
  const figures = (cluster: Cylinder): Figures => ({
    llr: cluster.llr,
    observed: cluster.observed,
    expected: cluster.expected,
    relative_risk: cluster.observed / cluster.expected,
    events_in_circle: cluster.inCircle,
    from: cluster.from,
    to: cluster.to,
    radius: cluster.radius,
    centre: [events[cluster.centre]!.x, events[cluster.centre]!.y],
    p_mc: pGreater(cluster.llr, maxima),
    p_gumbel: gumbelP(cluster.llr, maxima),
  });
  const [first, ...others] = clusters;
  const p = pGreater(observed[0]!, maxima);
  const secondary = others.filter((cluster) => pGreater(cluster.llr, maxima) <= 0.2);
  return {
    method: "scan",
    n: events.length,
    parameters: { test: "space-time permutation, retrospective", ...parameters },
    result: {
      ...(first === undefined ? { llr: 0 } : figures(first)),
      secondary: secondary.map(figures),
      null_95: sorted.length === 0 ? null : quantile(sorted, 0.95),
    },
    p: { p_mc: p, p_gumbel: gumbelP(observed[0]!, maxima) },
    verdict: { p: "p_mc", value: p },
    null: shapeOf(observed[0]!, maxima, options),
    doubt: null,
    power: null,
    warnings: [
      ...tieWarnings(events),
      ...populationShiftWarning(events),
      ...edges(first, events),
      ...fewEventsWarning(events.length),
      reportedWarning,
    ],
    reading:
      first === undefined
        ? "No circle holds two events in the time allowed."
        : `The strongest cluster: ${first.observed} events (${first.expected.toFixed(1)} expected) on days ${first.from} to ${first.to}, within ${first.radius.toPrecision(3)} of ${events[first.centre]!.x}, ${events[first.centre]!.y} (p = ${pInWords(p)}).`,
  };
}

function edges(first: Cylinder | undefined, events: readonly PatternEvent[]): PatternResult["warnings"] {
  if (first === undefined) return [];
  const times = events.map((e) => Math.floor(e.t));
  const [start, end] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  if (first.from > start && first.to < end) return [];
  return [
    { code: "edge-effects", message: "The strongest cluster touches the first or last day: it may go on outside." },
  ];
}
