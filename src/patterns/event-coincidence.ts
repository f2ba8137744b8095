import { coincidenceWarnings } from "./coincidence-warnings.ts";
import { binomialTail } from "./distributions.ts";
import { column, type Draws, type Experiment, maxStatistic, pGreater, shapeOf } from "./experiment.ts";
import { neighbourIndex } from "./neighbour-index.ts";
import { type PatternEvent, type PatternOptions, type PatternResult, pInWords } from "./pattern-result.ts";
import { countPower, powerInWords } from "./power.ts";
import { COINCIDENCE_NULLS, type CoincidenceNull, redrawer } from "./redraw-days.ts";
import type { Rng } from "./seeded.ts";

export interface CoincidenceParameters {
  readonly A: string;
  readonly B: string;
  /** First and last day of the record, both included. */
  readonly span: readonly [number, number];
  /** Width and distance of the window, days. */
  readonly delT: number;
  readonly tau: number;
  /** Both sides of the event instead of the past (precursor) or the future (trigger) alone. */
  readonly sym: boolean;
  /** Days of the blocks within which the demanding null redraws; default 30. */
  readonly blockDays?: number;
  /** Further widths to try: their p is one over all widths. */
  readonly widths?: readonly number[];
}

type Window = readonly [number, number];

/** One question: of the events on one side, how many meet one of the other within the window. */
interface Side {
  readonly name: string;
  readonly of: "a" | "b";
  readonly window: Window;
}

const sidesOf = ({ delT, tau, sym }: CoincidenceParameters, width = delT, suffix = ""): readonly Side[] => [
  { name: `precursor${suffix}`, of: "a", window: [-tau - width, sym ? -tau + width : -tau] },
  { name: `trigger${suffix}`, of: "b", window: [sym ? tau - width : tau, tau + width] },
  // The other direction: B after A, asked of A. "Protest precedes violence" is told from "violence precedes protest".
  { name: `reverse_precursor${suffix}`, of: "a", window: [sym ? tau - width : tau, tau + width] },
];

const FORWARD = 2;

/** P(at least as many met) if every B falls on any day alike: `width` of the window in days. */
const analytic = (k: number, n: number, others: number, width: number, length: number, tau: number): number =>
  binomialTail(Math.round(k), n, chanceShare(others, width, length, tau), "upper");

const chanceShare = (others: number, width: number, length: number, tau: number): number =>
  1 - (1 - Math.min(1, width / (length - tau))) ** others;

function timesOf(events: readonly PatternEvent[], type: string, [first, last]: Window): Float64Array {
  return Float64Array.from(
    events.filter((e) => e.type === type && e.t >= first && e.t <= last),
    (e) => e.t,
  ).sort();
}

/**
 * Event coincidence analysis. Precursor rate: share of A with a B in [t - tau - delT, t - tau]; trigger rate: share of B with an A
 * in [t + tau, t + tau + delT]; all ends included, so with whole days a window holds delT + 1 days: that width is used for
 * `binomial_window_delT_plus_1`, the analytic p to read. The Monte Carlo nulls: see redraw-days.ts; the verdict reads the one that
 * redraws B within blocks of days (a common season or trend cannot make a finding), precursor and trigger taken together.
 * @throws RangeError where the span is shorter than tau + delT
 * Source: Donges, Schleussner, Siegmund and Donner 2016, Eur. Phys. J. Special Topics 225:471-487.
 */
export function eventCoincidence(events: readonly PatternEvent[], parameters: CoincidenceParameters): Experiment {
  const { A, B, span, delT, tau } = parameters;
  const length = span[1] - span[0] + 1;
  if (length <= tau + delT)
    throw new RangeError(`event coincidence: a span of ${length} days is shorter than tau + delT`);
  const a = timesOf(events, A, span);
  const b = timesOf(events, B, span);
  const sides = [
    ...sidesOf(parameters),
    ...(parameters.widths ?? []).flatMap((width) => sidesOf(parameters, width, `_delT_${width}`)),
  ];
  const index = neighbourIndex(span, [a, b]);
  const metOnAll = (x: Float64Array, y: Float64Array): number[] => {
    const [ofX, ofY] = [index(x), index(y)];
    return sides.map((side) => (side.of === "a" ? ofY(x, side.window) : ofX(y, side.window)));
  };
  const blockDays = parameters.blockDays ?? 30;
  const redraw = redrawer(a, b, span, blockDays);
  const nulls = COINCIDENCE_NULLS.filter((kind) => redraw.possible(kind));
  const seen = metOnAll(a, b);
  return {
    observed: Float64Array.from(nulls.flatMap(() => seen)),
    draw: (rng: Rng) =>
      Float64Array.from(
        nulls.flatMap((kind) => {
          const drawn = redraw.draw(kind, rng);
          return metOnAll(drawn.a, drawn.b);
        }),
      ),
    conclude: (observed, draws, options) =>
      conclude({ a, b, sides, nulls, parameters: { ...parameters, blockDays } }, observed, draws, options),
  };
}

interface Setting {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly sides: readonly Side[];
  readonly nulls: readonly CoincidenceNull[];
  readonly parameters: CoincidenceParameters & { readonly blockDays: number };
}

/** Rates and analytic p of each side. */
function rates({ a, b, sides, parameters }: Setting, observed: Float64Array) {
  const { span, delT, tau, sym } = parameters;
  const length = span[1] - span[0] + 1;
  const result: Record<string, number | null> = { n_A: a.length, n_B: b.length };
  const p: Record<string, number> = {};
  sides.forEach((side, i) => {
    const [n, others] = side.of === "a" ? [a.length, b.length] : [b.length, a.length];
    const k = observed[i]!;
    result[`K_${side.name}`] = k;
    result[`${side.name}_rate`] = n === 0 ? null : k / n;
    if (i >= FORWARD) return;
    // A window of whole days with both ends holds one day more than its length; a two-sided one has its middle once.
    const width = (days: number): number => (sym ? 2 * days - 1 : days);
    p[`binomial_window_delT_${side.name}`] = analytic(k, n, others, width(delT), length, tau);
    p[`binomial_window_delT_plus_1_${side.name}`] = analytic(k, n, others, width(delT + 1), length, tau);
  });
  return { result, p };
}

function conclude(setting: Setting, observed: Float64Array, draws: Draws, options: PatternOptions): PatternResult {
  const { a, b, sides, nulls, parameters } = setting;
  const { A, B, span, delT, tau, sym, blockDays } = parameters;
  const { result, p } = rates(setting, observed);
  const at = (kind: CoincidenceNull, side: number): number => nulls.indexOf(kind) * sides.length + side;
  for (const kind of nulls)
    sides.forEach((side, i) => {
      p[`mc_${kind}_${side.name}`] = pGreater(observed[at(kind, i)]!, column(draws, at(kind, i)));
    });
  const together = (kind: CoincidenceNull): number =>
    maxStatistic(
      observed,
      draws,
      sides.flatMap((side, i) => (side.name.startsWith("reverse") ? [] : [at(kind, i)])),
    ).overall;
  p.mc_uniform_together = together("uniform");
  p.mc_within_blocks_together = together("within_blocks");
  const shape = shapeOf(observed[at("within_blocks", 0)]!, column(draws, at("within_blocks", 0)), options);
  const width = sym ? 2 * delT + 1 : delT + 1;
  const share = chanceShare(b.length, width, span[1] - span[0] + 1, tau);
  const power = countPower(a.length * share, a.length * share * (1 - share), Math.min(2, 1 / Math.max(1e-9, share)));
  return {
    method: "eca",
    n: a.length + b.length,
    parameters: { A, B, span: [...span], delT, tau, sym, block_days: blockDays },
    result,
    p,
    verdict: { p: "mc_within_blocks_together", value: p.mc_within_blocks_together },
    null: shape,
    doubt: null,
    power,
    warnings: coincidenceWarnings(a, b, parameters, p.mc_uniform_together, p.mc_within_blocks_together),
    reading: `${result.K_precursor} of ${a.length} ${A} have a ${B} in the ${delT} days before (${(shape?.mean ?? 0).toFixed(1)} by season and chance), ${result.K_reverse_precursor} in the ${delT} days after; p of both rates together ${pInWords(p.mc_within_blocks_together)}.${powerInWords(a.length + b.length, power)}`,
  };
}
