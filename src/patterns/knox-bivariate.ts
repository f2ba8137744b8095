import { closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { column, type Draws, type Experiment, pGreater, shapeOf } from "./experiment.ts";
import { type Metric, type PatternEvent, type PatternOptions, type PatternResult, pInWords } from "./pattern-result.ts";
import { countPower, powerInWords } from "./power.ts";
import { orderWithin, type Rng, randomOrder } from "./seeded.ts";
import { stretchesOf, usualStretch } from "./stretches.ts";
import { fewEventsWarning, nullsDisagree, populationShiftWarning, reportedWarning, tieWarnings } from "./warnings.ts";

export interface BivariateKnoxParameters {
  readonly A: string;
  readonly B: string;
  readonly eps_s: number;
  /** Days from A to B, both included; negative: B before A. */
  readonly lo: number;
  readonly hi: number;
  readonly metric: Metric;
  readonly stretch_days?: number;
}

/** Pairs of an A and a B event, near in space: `a` indexes the events, `b` the B events alone. */
function crossPairs(
  points: ReturnType<typeof columnsOf>,
  placeAmongB: Int32Array,
  eps: number,
  metric: Metric,
): { a: Int32Array; b: Int32Array } {
  const near = closePairs(points, eps, metric);
  const a: number[] = [];
  const b: number[] = [];
  for (let k = 0; k < near.first.length; k++) {
    const [i, j] = [near.first[k]!, near.second[k]!];
    const [iB, jB] = [placeAmongB[i]!, placeAmongB[j]!];
    if (iB >= 0 === jB >= 0) continue;
    a.push(iB >= 0 ? j : i);
    b.push(iB >= 0 ? iB : jB);
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

/** Times of `sorted` in [low, high]. */
function within(sorted: Float64Array, low: number, high: number): number {
  const below = (value: number, included: boolean): number => {
    let [left, right] = [0, sorted.length];
    while (left < right) {
      const middle = (left + right) >> 1;
      if (sorted[middle]! < value || (included && sorted[middle] === value)) left = middle + 1;
      else right = middle;
    }
    return left;
  };
  return below(high, true) - below(low, false);
}

/**
 * Bivariate Knox: pairs of an A and a B event near in space with B in a window of days after (or before) A.
 * Null: the times of B dealt out at random over the places of B (the demanding one: within stretches); A stays as it is, so its
 * own rhythm cannot make a finding. `expected` takes pairs as independent; the mean of the draws differs where A's busy places
 * have A's busy days.
 */
export function knoxBivariate(events: readonly PatternEvent[], parameters: BivariateKnoxParameters): Experiment {
  const { A, B, eps_s, lo, hi, metric } = parameters;
  const used = events.filter((e) => e.type === A || e.type === B);
  const points = columnsOf(used);
  const ofB = used.filter((e) => e.type === B);
  const timesB = Float64Array.from(ofB, (e) => e.t);
  let next = 0;
  const placeAmongB = Int32Array.from(used, (e) => (e.type === B ? next++ : -1));
  const near = crossPairs(points, placeAmongB, eps_s, metric);
  const stretchDays = parameters.stretch_days ?? usualStretch(Math.max(Math.abs(lo), Math.abs(hi)));
  const stretches = stretchesOf(ofB, stretchDays);
  const count = (b: Float64Array): number => {
    let both = 0;
    for (let k = 0; k < near.a.length; k++) {
      const gap = b[near.b[k]!]! - points.t[near.a[k]!]!;
      if (gap >= lo && gap <= hi) both++;
    }
    return both;
  };
  const dealt = (order: Int32Array): number => count(Float64Array.from(order, (i) => timesB[i]!));
  const sortedB = Float64Array.from(timesB).sort();
  const window = used.reduce((sum, e) => sum + (e.type === A ? within(sortedB, e.t + lo, e.t + hi) : 0), 0);
  const nB = ofB.length;
  const nA = used.length - nB;
  const statistic = count(timesB);
  const margins = {
    n_A: nA,
    n_B: nB,
    close_space: near.a.length,
    in_time_window: window,
    expected: (near.a.length * window) / (nA * nB),
  };
  return {
    observed: Float64Array.of(statistic, statistic),
    draw: (rng: Rng) => Float64Array.of(dealt(randomOrder(nB, rng)), dealt(orderWithin(nB, stretches, rng))),
    conclude: (observed, draws, options) =>
      conclude(used, { A, B, eps_s, lo, hi, metric, stretch_days: stretchDays }, margins, observed, draws, options),
  };
}

function conclude(
  used: readonly PatternEvent[],
  parameters: Required<BivariateKnoxParameters>,
  margins: { readonly expected: number; readonly [name: string]: number },
  observed: Float64Array,
  draws: Draws,
  options: PatternOptions,
): PatternResult {
  const { A, B, eps_s, lo, hi } = parameters;
  const statistic = observed[0]!;
  const [plain, demanding] = [pGreater(statistic, column(draws, 0)), pGreater(observed[1]!, column(draws, 1))];
  const shape = shapeOf(observed[1]!, column(draws, 1), options);
  const uniform = shapeOf(statistic, column(draws, 0), options);
  const power = countPower(margins.expected, Math.max(margins.expected, (shape?.sd ?? 0) ** 2));
  return {
    method: "knox-bivariate",
    n: used.length,
    parameters: { ...parameters },
    result: {
      statistic,
      ...margins,
      mc_mean: uniform?.mean ?? null,
      mc_sd: uniform?.sd ?? null,
      ratio: margins.expected > 0 ? statistic / margins.expected : null,
    },
    p: { mc: plain, mc_within_stretches: demanding },
    verdict: { p: "mc_within_stretches", value: demanding },
    null: shape,
    doubt: null,
    power,
    warnings: [
      ...tieWarnings(used),
      ...populationShiftWarning(used),
      ...nullsDisagree(plain, demanding, "mc, mc_within_stretches"),
      ...fewEventsWarning(used.length),
      reportedWarning,
    ],
    reading: `${Math.round(100 * statistic) / 100} pairs of ${A} and ${B} within ${eps_s} and ${lo} to ${hi} days, ${(shape?.mean ?? margins.expected).toFixed(1)} by chance within stretches (p = ${pInWords(demanding)}).${powerInWords(used.length, power)} Ask the other direction too before saying which comes first.`,
  };
}
