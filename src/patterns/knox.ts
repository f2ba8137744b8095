import { closeInTime, closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { normalUpper, poissonTail } from "./distributions.ts";
import { hypergeometricUpper, timePermutationVariance } from "./knox-moments.ts";
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
