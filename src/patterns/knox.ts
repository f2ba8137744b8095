import { closeInTime, closePairs, type Pairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { normalUpper, poissonTail } from "./distributions.ts";
import { column, type Draws, type Experiment, pGreater, shapeOf } from "./experiment.ts";
import { hypergeometricUpper, timePermutationVariance } from "./knox-moments.ts";
import {
  type Metric,
  type PatternEvent,
  type PatternOptions,
  type PatternResult,
  type PatternWarning,
  pInWords,
} from "./pattern-result.ts";
import { countPower, powerInWords } from "./power.ts";
import { orderWithin, type Rng, randomOrder } from "./seeded.ts";
import { stretchesOf, usualStretch } from "./stretches.ts";
import { fewEventsWarning, nullsDisagree, populationShiftWarning, reportedWarning, tieWarnings } from "./warnings.ts";

export interface KnoxParameters {
  /** Close in space: at most this far apart. */
  readonly eps_s: number;
  /** Close in time: at most so many days apart. */
  readonly eps_t: number;
  readonly metric: Metric;
  /** Days of the stretches within which the demanding null deals times out; default: two thresholds, 60 at least. */
  readonly stretch_days?: number;
  /** Pairs as near as this may be two reports of one event: left out in the p "without twins". Default 1 (half of eps_s where that is less) and 1 day. */
  readonly twin_s?: number;
  readonly twin_t?: number;
}

interface Counts {
  readonly both: number;
  readonly withoutTwins: number;
}

/** Counts pairs near in both, with and without the pairs that may be twins. */
function counter(near: Pairs, eps_t: number, twin: { s: number; t: number }): (t: Float64Array) => Counts {
  const { first, second } = near;
  const twinInSpace = Uint8Array.from(near.distance, (d) => (d <= twin.s ? 1 : 0));
  return (t) => {
    let [both, twins] = [0, 0];
    for (let k = 0; k < first.length; k++) {
      const gap = Math.abs(t[first[k]!]! - t[second[k]!]!);
      if (gap > eps_t) continue;
      both++;
      if (gap <= twin.t && twinInSpace[k] === 1) twins++;
    }
    return { both, withoutTwins: both - twins };
  };
}

function degrees(near: Pairs, n: number): Int32Array {
  const degree = new Int32Array(n);
  for (let k = 0; k < near.first.length; k++) {
    degree[near.first[k]!]!++;
    degree[near.second[k]!]!++;
  }
  return degree;
}

/** Where the statistics stand: plain and within stretches, each with all pairs and without twins. */
const PLAIN = 0;
const STRETCH = 1;
const PLAIN_NO_TWINS = 2;
const STRETCH_NO_TWINS = 3;

const reordered = (t: Float64Array, order: Int32Array): Float64Array => Float64Array.from(order, (i) => t[i]!);

function duplicates(twins: number, draws: Draws, observed: Float64Array): PatternWarning[] {
  const drawn = column(draws, PLAIN).map((value, k) => value - draws.values[k * draws.width + PLAIN_NO_TWINS]!);
  if (draws.runs === 0 || observed[PLAIN] === undefined || pGreater(twins, drawn) > 0.01) return [];
  return [
    {
      code: "duplicated-reports",
      message: `${twins} pairs lie so near in place and day that they may be second reports of one event. The verdict leaves such pairs out; take duplicates out and run again.`,
    },
  ];
}

/**
 * Knox test: pairs of events near in both space and time, against times dealt out at random over places; beside it the times
 * dealt out within stretches only, which a growing town or a shifting front cannot fool: the null that the verdict reads.
 * Unordered pairs; near is at most, both ends included. Cost: close pairs in space × permutations.
 * Source: Knox 1964, Applied Statistics 13:25-29; moments David and Barton 1966; population shift Kulldorff and Hjalmars 1999.
 */
export function knox(events: readonly PatternEvent[], parameters: KnoxParameters): Experiment {
  const { eps_s, eps_t, metric } = parameters;
  const stretchDays = parameters.stretch_days ?? usualStretch(eps_t);
  const twin = { s: parameters.twin_s ?? Math.min(1, eps_s / 2), t: parameters.twin_t ?? 1 };
  const points = columnsOf(events);
  const n = events.length;
  const near = closePairs(points, eps_s, metric);
  const stretches = stretchesOf(events, stretchDays);
  const count = counter(near, eps_t, twin);
  const seen = count(points.t);
  const draw = (rng: Rng): Float64Array => {
    const plain = count(reordered(points.t, randomOrder(n, rng)));
    const within = count(reordered(points.t, orderWithin(n, stretches, rng)));
    return Float64Array.of(plain.both, within.both, plain.withoutTwins, within.withoutTwins);
  };
  const margins = {
    n,
    space: { pairs: near.first.length, degree: degrees(near, n) },
    time: closeInTime(points.t, eps_t),
  };
  const stated = { eps_s, eps_t, metric, stretch_days: stretchDays, twin_s: twin.s, twin_t: twin.t };
  return {
    observed: Float64Array.of(seen.both, seen.both, seen.withoutTwins, seen.withoutTwins),
    draw,
    conclude: (observed, draws, options) => conclude(events, stated, margins, observed, draws, options),
  };
}

interface Margins {
  readonly n: number;
  readonly space: { readonly pairs: number; readonly degree: Int32Array };
  readonly time: { readonly pairs: number; readonly degree: Int32Array };
}

/** What is exact: margins, expectation and variance under time permutation. */
function exactFigures({ n, space, time }: Margins, statistic: number) {
  const pairs = (n * (n - 1)) / 2;
  const expected = (space.pairs * time.pairs) / pairs;
  const variance = Math.max(0, timePermutationVariance(n, space, time));
  return {
    statistic,
    close_space: space.pairs,
    close_time: time.pairs,
    pairs,
    expected,
    var_time_permutation: variance,
    sd_time_permutation: Math.sqrt(variance),
    z: variance > 0 ? (statistic - expected) / Math.sqrt(variance) : null,
    var_pair_permutation: pairs > 1 ? (expected * (1 - space.pairs / pairs) * (pairs - time.pairs)) / (pairs - 1) : 0,
    ratio: expected > 0 ? statistic / expected : null,
  };
}

function conclude(
  events: readonly PatternEvent[],
  parameters: Required<KnoxParameters>,
  margins: Margins,
  observed: Float64Array,
  draws: Draws,
  options: PatternOptions,
): PatternResult {
  const statistic = observed[PLAIN]!;
  const figures = exactFigures(margins, statistic);
  const p = (which: number): number => pGreater(observed[which]!, column(draws, which));
  const twinWarning = duplicates(statistic - observed[PLAIN_NO_TWINS]!, draws, observed);
  const [plain, within] = [p(PLAIN), p(STRETCH)];
  const read = twinWarning.length > 0 ? STRETCH_NO_TWINS : STRETCH;
  const verdict =
    read === STRETCH
      ? { p: "mc_within_stretches", value: within }
      : { p: "mc_within_stretches_without_twins", value: Math.max(within, p(STRETCH_NO_TWINS)) };
  const power = countPower(figures.expected, figures.var_time_permutation);
  const found =
    verdict.value <= 0.05
      ? "Events near in space are near in time more often than chance gives"
      : "No sign that events near in space are also near in time";
  const { n } = margins;
  return {
    method: "knox",
    n,
    parameters: { ...parameters },
    result: figures,
    p: {
      mc_time_permutation: plain,
      mc_within_stretches: within,
      mc_without_twins: p(PLAIN_NO_TWINS),
      mc_within_stretches_without_twins: p(STRETCH_NO_TWINS),
      normal_ge: figures.z === null ? 1 : normalUpper(figures.z),
      poisson_ge: poissonTail(statistic, figures.expected, "upper"),
      poisson_gt: poissonTail(statistic + 1, figures.expected, "upper"),
      hypergeometric_ge: hypergeometricUpper(
        Math.round(statistic),
        figures.pairs,
        figures.close_time,
        figures.close_space,
      ),
    },
    verdict,
    null: shapeOf(observed[read]!, column(draws, read), options),
    doubt: null,
    power,
    warnings: [
      ...tieWarnings(events),
      ...twinWarning,
      ...populationShiftWarning(events),
      ...rarity(figures),
      ...nullsDisagree(plain, verdict.value, `mc_time_permutation, ${verdict.p}`),
      ...fewEventsWarning(n),
      reportedWarning,
    ],
    reading: `${found} (${Math.round(100 * statistic) / 100} close pairs, ${figures.expected.toFixed(1)} expected, p = ${pInWords(verdict.value)}).${powerInWords(n, power)} Near repetition is not contagion: a siege or a long strike gives the same count.`,
  };
}

function rarity(counts: { close_space: number; close_time: number; pairs: number }): PatternWarning[] {
  if (counts.close_space <= counts.pairs / 10 && counts.close_time <= counts.pairs / 10) return [];
  const message = "Close pairs are not rare; the Poisson p does not hold. Read mc_time_permutation.";
  return [{ code: "close-pairs-not-rare", message }];
}
