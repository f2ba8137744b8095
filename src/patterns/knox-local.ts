import { closeInTime, closePairs, type Pairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { column, type Draws, type Experiment, pGreater } from "./experiment.ts";
import { adjustedPs } from "./false-discovery.ts";
import type { KnoxParameters } from "./knox.ts";
import { hypergeometricUpper } from "./knox-moments.ts";
import type { PatternEvent, PatternOptions, PatternResult } from "./pattern-result.ts";
import { type Rng, randomOrder } from "./seeded.ts";
import { tieWarnings } from "./warnings.ts";

/** Neighbours of event i: `list` from `start[i]` to `start[i + 1]`. */
interface Neighbours {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

function neighboursOf(near: Pairs, n: number): Neighbours {
  const start = new Int32Array(n + 1);
  for (let k = 0; k < near.first.length; k++) {
    start[near.first[k]! + 1]!++;
    start[near.second[k]! + 1]!++;
  }
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const next = Int32Array.from(start);
  const list = new Int32Array(2 * near.first.length);
  for (let k = 0; k < near.first.length; k++) {
    list[next[near.first[k]!]!++] = near.second[k]!;
    list[next[near.second[k]!]!++] = near.first[k]!;
  }
  return { start, list };
}

/** Counts of one draw: event i keeps its own time, the others' are dealt out anew. Events with count 0 are not asked. */
function conditionalCounts(
  t: Float64Array,
  neighbours: Neighbours,
  observed: Float64Array,
  eps_t: number,
  rng: Rng,
): Float64Array {
  const n = t.length;
  const order = randomOrder(n, rng);
  const counts = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (observed[i] === 0) continue;
    let count = 0;
    for (let k = neighbours.start[i]!; k < neighbours.start[i + 1]!; k++) {
      const j = neighbours.list[k]!;
      // The event's own time is not to be dealt to a neighbour: whoever drew it takes the one that the event itself drew.
      const drawn = order[j] === i ? order[i]! : order[j]!;
      if (Math.abs(t[drawn]! - t[i]!) <= eps_t) count++;
    }
    counts[i] = count;
  }
  return counts;
}

/**
 * Each event's own count of close pairs, and how unlikely it is among its neighbours; n tests, so `sim_adjusted` (false discovery
 * rate) is the one to read before pointing at an event. `hypergeometric` deals out every time anew; `sim` leaves the event its
 * own time and deals out the others, which is the question a reader asks of one event.
 */
export function knoxLocal(events: readonly PatternEvent[], parameters: KnoxParameters): Experiment {
  const { eps_s, eps_t, metric } = parameters;
  const points = columnsOf(events);
  const n = events.length;
  const neighbours = neighboursOf(closePairs(points, eps_s, metric), n);
  const observed = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let k = neighbours.start[i]!; k < neighbours.start[i + 1]!; k++)
      if (Math.abs(points.t[i]! - points.t[neighbours.list[k]!]!) <= eps_t) observed[i]!++;
  const spaceDegree = Int32Array.from({ length: n }, (_, i) => neighbours.start[i + 1]! - neighbours.start[i]!);
  const timeDegree = closeInTime(points.t, eps_t).degree;
  return {
    observed,
    draw: (rng) => conditionalCounts(points.t, neighbours, observed, eps_t, rng),
    conclude: (counts, draws, options) =>
      conclude(events, { eps_s, eps_t, metric }, exactPs(counts, spaceDegree, timeDegree), counts, draws, options),
  };
}

function conclude(
  events: readonly PatternEvent[],
  parameters: KnoxParameters,
  hypergeometric: readonly number[],
  counts: Float64Array,
  draws: Draws,
  options: PatternOptions,
): PatternResult {
  const n = events.length;
  const sim = Array.from(counts, (count, i) => (count === 0 ? 1 : pGreater(count, column(draws, i))));
  const adjusted = adjustedPs(sim);
  const found = adjusted.filter((p) => p <= 0.05).length;
  const having = counts.filter((k) => k > 0).length;
  return {
    method: "knox-local",
    n,
    parameters: { ...parameters, permutations: options.permutations, seed: options.seed },
    result: { statistic: counts.reduce((a, b) => a + b, 0) / 2, local: Array.from(counts) },
    p: { hypergeometric, sim, sim_adjusted: adjusted },
    verdict: { p: "least of sim_adjusted", value: Math.min(1, ...adjusted) },
    null: null,
    doubt: null,
    power: null,
    warnings: [
      {
        code: "many-cells",
        message: `${n} tests at once: read sim_adjusted (false discovery rate) before pointing at one event.`,
      },
      ...tieWarnings(events),
    ],
    reading: `${having} of ${n} events have a neighbour near in both space and time; ${found} stand out after adjusting for ${n} tests.`,
  };
}

/**
 * P(at least its count) if every event's time, its own too, is dealt out anew: the mean, over the times it could draw, of the
 * hypergeometric tail among its neighbours in space. Exact, so no draws are needed.
 */
function exactPs(observed: ArrayLike<number>, spaceDegree: Int32Array, timeDegree: Int32Array): number[] {
  const n = observed.length;
  const drawn = new Map<number, number>();
  for (const degree of timeDegree) drawn.set(degree, (drawn.get(degree) ?? 0) + 1);
  return Array.from(observed, (k, i) => {
    if (k === 0) return 1;
    let sum = 0;
    for (const [degree, events] of drawn) sum += events * hypergeometricUpper(k, n - 1, degree, spaceDegree[i]!);
    return sum / n;
  });
}
