import { binomialTail } from "./distributions.ts";
import {
  drawNull,
  type PatternEvent,
  type PatternOptions,
  type PatternResult,
  type PatternWarning,
  pInWords,
} from "./pattern-result.ts";
import { type Rng, seeded } from "./seeded.ts";

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
}

type Window = readonly [number, number];

/** Is there a time of `sorted` in [low, high]? */
function anyIn(sorted: Float64Array, low: number, high: number): boolean {
  let left = 0;
  let right = sorted.length;
  while (left < right) {
    const middle = (left + right) >> 1;
    if (sorted[middle]! < low) left = middle + 1;
    else right = middle;
  }
  return left < sorted.length && sorted[left]! <= high;
}

function met(times: Float64Array, others: Float64Array, [low, high]: Window): number {
  let count = 0;
  for (const t of times) if (anyIn(others, t + low, t + high)) count++;
  return count;
}

/** Each event is dealt a new whole day anywhere in the record. */
const uniform = (times: Float64Array, [first, last]: readonly [number, number], rng: Rng): Float64Array =>
  Float64Array.from(times, () => first + rng.integer(last - first + 1)).sort();

/** Each event stays in its block of days: season and trend are kept, only the order within a block is broken. */
const withinBlocks = (
  times: Float64Array,
  [first, last]: readonly [number, number],
  days: number,
  rng: Rng,
): Float64Array =>
  Float64Array.from(times, (t) => {
    const start = first + Math.floor((t - first) / days) * days;
    return start + rng.integer(Math.min(days, last - start + 1));
  }).sort();

/** The whole record is moved along the span and wrapped at its end: its own rhythm is kept. */
const moved = (times: Float64Array, [first, last]: readonly [number, number], rng: Rng): Float64Array => {
  const length = last - first + 1;
  const by = rng.integer(length);
  return Float64Array.from(times, (t) => first + ((t - first + by) % length)).sort();
};

interface Side {
  readonly name: "precursor" | "trigger";
  readonly window: Window;
}

const NULLS = ["uniform", "within_blocks", "circular_shift"] as const;

/** Both series anew (uniform), or B alone within its blocks or as a whole: A then keeps its days. */
function redraw(
  kind: (typeof NULLS)[number],
  a: Float64Array,
  b: Float64Array,
  parameters: CoincidenceParameters,
  rng: Rng,
): { a: Float64Array; b: Float64Array } {
  const { span } = parameters;
  if (kind === "uniform") return { a: uniform(a, span, rng), b: uniform(b, span, rng) };
  return {
    a,
    b: kind === "within_blocks" ? withinBlocks(b, span, parameters.blockDays ?? 30, rng) : moved(b, span, rng),
  };
}

/** P(at least as many met) if every B falls on any day alike: `width` of the window in days. */
const analytic = (k: number, n: number, others: number, width: number, length: number, tau: number): number => {
  const share = Math.min(1, width / (length - tau));
  return binomialTail(k, n, 1 - (1 - share) ** others, "upper");
};

function timesOf(
  events: readonly PatternEvent[],
  type: string,
  [first, last]: readonly [number, number],
): Float64Array {
  return Float64Array.from(
    events.filter((e) => e.type === type && e.t >= first && e.t <= last),
    (e) => e.t,
  ).sort();
}

/**
 * Event coincidence analysis. Precursor rate: share of A with a B in [t - tau - delT, t - tau]; trigger rate: share of B with an A
 * in [t + tau, t + tau + delT]; all ends included, so with whole days a window holds delT + 1 days: that width is used for
 * `binomial_window_delT_plus_1`, the analytic p to read. The Monte Carlo nulls redraw both series over the whole span, or
 * B alone within blocks of days (a common season cannot make a finding: the demanding one), or shift B as a whole.
 * @throws RangeError where the span is shorter than tau + delT
 * Source: Donges, Schleussner, Siegmund and Donner 2016, Eur. Phys. J. Special Topics 225:471-487.
 */
export function eventCoincidence(
  events: readonly PatternEvent[],
  parameters: CoincidenceParameters,
  options: PatternOptions,
): PatternResult {
  const { A, B, span, delT, tau, sym } = parameters;
  const length = span[1] - span[0] + 1;
  if (length <= tau + delT)
    throw new RangeError(`event coincidence: a span of ${length} days is shorter than tau + delT`);
  const a = timesOf(events, A, span);
  const b = timesOf(events, B, span);
  const sides: readonly Side[] = [
    { name: "precursor", window: [-tau - delT, sym ? -tau + delT : -tau] },
    { name: "trigger", window: [sym ? tau - delT : tau, tau + delT] },
  ];
  const metOn = (side: Side, drawn: { a: Float64Array; b: Float64Array }): number =>
    side.name === "precursor" ? met(drawn.a, drawn.b, side.window) : met(drawn.b, drawn.a, side.window);
  const result: Record<string, number> = { n_A: a.length, n_B: b.length };
  const p: Record<string, number> = {};
  let shape: PatternResult["null"] = null;
  for (const side of sides) {
    const k = metOn(side, { a, b });
    const [n, others] = side.name === "precursor" ? [a.length, b.length] : [b.length, a.length];
    result[`K_${side.name}`] = k;
    result[`${side.name}_rate`] = k / n;
    // A window of whole days with both ends holds one day more than its length; a two-sided one has its middle once.
    const width = (days: number): number => (sym ? 2 * days - 1 : days);
    p[`binomial_window_delT_${side.name}`] = analytic(k, n, others, width(delT), length, tau);
    p[`binomial_window_delT_plus_1_${side.name}`] = analytic(k, n, others, width(delT + 1), length, tau);
    for (const kind of NULLS) {
      const draw = (rng: Rng): number => metOn(side, redraw(kind, a, b, parameters, rng));
      const { pGreater, ...draws } = drawNull(k, options.permutations, seeded(options.seed), draw);
      p[`mc_${kind}_${side.name}`] = pGreater;
      if (side.name === "precursor" && kind === "within_blocks")
        shape = { permutations: options.permutations, seed: options.seed, ...draws };
    }
  }
  const demanding = p.mc_within_blocks_precursor!;
  const warnings: PatternWarning[] = [
    {
      code: "whole-day-window",
      message: `With whole days the window holds ${delT + 1} days: read binomial_window_delT_plus_1, not binomial_window_delT.`,
    },
  ];
  return {
    method: "eca",
    n: a.length + b.length,
    parameters: { A, B, span: [...span], delT, tau, sym, block_days: parameters.blockDays ?? 30 },
    result,
    p,
    null: shape,
    warnings,
    reading: `${result.K_precursor} of ${a.length} ${A} have a ${B} in the ${delT} days before (${shape === null ? "" : shape.mean.toFixed(1)} by season and chance, p = ${pInWords(demanding)}).`,
  };
}
