import { closeInTime, closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import type { KnoxParameters } from "./knox.ts";
import { hypergeometricUpper } from "./knox-moments.ts";
import type { PatternEvent, PatternOptions, PatternResult } from "./pattern-result.ts";
import { seeded, shuffle } from "./seeded.ts";

/**
 * Each event's own count of close pairs, and how unlikely it is among its neighbours; n tests, so adjust before pointing at one.
 * `hypergeometric` deals out every time anew; `sim` leaves the event its own time and deals out the others, which is the
 * question a reader asks of one event: it is larger where the event has few neighbours in time.
 */
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
  return {
    method: "knox-local",
    n,
    parameters: { eps_s, eps_t, metric },
    result: { statistic: observed.reduce((a, b) => a + b, 0) / 2, local: Array.from(observed) },
    p: {
      hypergeometric: exactPs(observed, spaceDegree, time.degree),
      sim: conditionalPs(points, near, observed, parameters, options),
    },
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

/**
 * P(at least its count) if every event's time, its own too, is dealt out anew: the mean, over the times it could draw, of the
 * hypergeometric tail among its neighbours in space. Exact, so no draws are needed.
 */
function exactPs(observed: Int32Array, spaceDegree: Int32Array, timeDegree: Int32Array): number[] {
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
