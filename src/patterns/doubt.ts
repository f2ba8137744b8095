import { type Draws, type Experiment, quantile } from "./experiment.ts";
import type { DoubtReport, Figure, Figures, Metric, PatternEvent, PatternResult } from "./pattern-result.ts";
import { type Rng, replicateRng } from "./seeded.ts";

/** What a question can bear: an event whose day or place is less well known than this is too coarse for it. */
export interface Fineness {
  readonly days: number;
  readonly length: number;
}

export interface Usable {
  readonly events: readonly PatternEvent[];
  readonly excluded: Readonly<Record<string, number>>;
}

const daysOpen = ({ doubt }: PatternEvent): number => (doubt?.days === undefined ? 0 : doubt.days[1] - doubt.days[0]);

/** Radius in doubt; with settlements, the greatest distance the caller states beside them, else taken as coarse. */
const lengthOpen = ({ doubt }: PatternEvent): number =>
  doubt?.radius ?? (doubt?.settlements === undefined ? 0 : Number.POSITIVE_INFINITY);

const canBeDrawn = ({ doubt }: PatternEvent): boolean =>
  (doubt?.settlements?.length ?? 0) > 0 || doubt?.radius === undefined || Number.isFinite(doubt.radius);

/** Leaves out what has no day or place, and, unless `coarseIn`, what is too coarse; counts it by reason. */
export function usableEvents(
  all: readonly PatternEvent[],
  needsPlace: boolean,
  fine: Fineness,
  coarseIn: boolean,
): Usable {
  const excluded: Record<string, number> = {};
  const events = all.filter((e) => {
    const why = reasonOut(e, needsPlace, fine, coarseIn);
    if (why !== null) excluded[why] = (excluded[why] ?? 0) + 1;
    return why === null;
  });
  return { events, excluded };
}

function reasonOut(e: PatternEvent, needsPlace: boolean, fine: Fineness, coarseIn: boolean): string | null {
  const placeless = !Number.isFinite(e.x) || !Number.isFinite(e.y);
  if (!Number.isFinite(e.t) && e.doubt?.days === undefined) return "noDay";
  if (needsPlace && placeless && (e.doubt?.settlements?.length ?? 0) === 0) return "noPlace";
  if (!coarseIn && daysOpen(e) > fine.days) return "dateTooCoarse";
  if (!needsPlace) return null;
  return (!coarseIn && lengthOpen(e) > fine.length) || !canBeDrawn(e) ? "placeTooCoarse" : null;
}

/** Is anything about these events to be drawn? */
export const isDoubtful = (e: PatternEvent, needsPlace: boolean): boolean =>
  daysOpen(e) > 0 || (needsPlace && (lengthOpen(e) > 0 || e.doubt?.settlements !== undefined));

/** A place within the doubt: a settlement by its weight, else anywhere in the disc. */
function drawnPlace(e: PatternEvent, metric: Metric, rng: Rng): { x: number; y: number } {
  const { settlements, radius } = e.doubt ?? {};
  if (settlements !== undefined && settlements.length > 0) {
    let left = rng.uniform() * settlements.reduce((sum, s) => sum + s.weight, 0);
    for (const s of settlements) {
      left -= s.weight;
      if (left < 0) return { x: s.x, y: s.y };
    }
    const last = settlements.at(-1)!;
    return { x: last.x, y: last.y };
  }
  if (radius === undefined || radius === 0) return { x: e.x, y: e.y };
  const [r, angle] = [radius * Math.sqrt(rng.uniform()), 2 * Math.PI * rng.uniform()];
  const perUnit = metric === "geodesic" ? 1 / 111.2 : 1;
  const shrink = metric === "geodesic" ? Math.max(0.01, Math.cos((e.y * Math.PI) / 180)) : 1;
  return { x: e.x + (r * Math.cos(angle) * perUnit) / shrink, y: e.y + r * Math.sin(angle) * perUnit };
}

/** The event as it may have been: a day and a place drawn within its doubt, which it keeps. */
function imputed(e: PatternEvent, metric: Metric, rng: Rng): PatternEvent {
  if (e.doubt === undefined) return e;
  const { days } = e.doubt;
  const t = days === undefined ? e.t : days[0] + rng.integer(Math.max(1, Math.floor(days[1] - days[0]) + 1));
  return { ...e, ...drawnPlace(e, metric, rng), t };
}

/** Streams of the imputations: apart from those of the draws. */
const IMPUTATIONS_FROM = 0x4000_0000;

/**
 * The same test over events whose days and places are not all known. Each record keeps its doubt and is imputed `count` times
 * once and for all; the statistic is the mean over imputations, and a draw permutes the records with their doubt, the same way in
 * every imputation. So there is one p, and it is valid whatever the doubt; the p of the single imputations are a diagnostic.
 */
export function overImputations(
  events: readonly PatternEvent[],
  metric: Metric,
  count: number,
  seed: number,
  build: (events: readonly PatternEvent[]) => Experiment,
): Experiment {
  const each = Array.from({ length: count }, (_, m) => {
    const rng = replicateRng(seed, IMPUTATIONS_FROM + m);
    return build(events.map((e) => imputed(e, metric, rng)));
  });
  const width = each[0]!.observed.length;
  const gather = (of: (experiment: Experiment) => Float64Array): Float64Array => {
    const all = new Float64Array(width * (count + 1));
    each.forEach((experiment, m) => {
      const values = of(experiment);
      all.set(values, width * (m + 1));
      for (let j = 0; j < width; j++) all[j]! += values[j]! / count;
    });
    return all;
  };
  return {
    observed: gather(({ observed }) => observed),
    // split(0) starts the replicate's stream anew: every imputation is permuted alike.
    draw: (rng) => gather((experiment) => experiment.draw(rng.split(0))),
    conclude(observed, draws, options) {
      const part = (m: number): PatternResult =>
        each[Math.max(0, m - 1)]!.conclude(
          observed.slice(m * width, (m + 1) * width),
          sliceDraws(draws, m * width, width),
          options,
        );
      const mean = part(0);
      const singles = each.map((_, m) => part(m + 1));
      return { ...mean, result: averaged(mean, singles), p: monteCarloOnly(mean.p), doubt: report(singles) };
    },
  };
}

function sliceDraws(draws: Draws, from: number, width: number): Draws {
  const values = new Float64Array(draws.runs * width);
  for (let k = 0; k < draws.runs; k++)
    values.set(draws.values.subarray(k * draws.width + from, k * draws.width + from + width), k * width);
  return { runs: draws.runs, width, values };
}

/** Numbers of the result, each the mean over imputations; what is no number stands as the first imputation gives it. */
function averaged(mean: PatternResult, singles: readonly PatternResult[]): Figures {
  const average = (name: string, first: Figure): Figure => {
    const values = singles.map(({ result }) => result[name]);
    return values.every((v): v is number => typeof v === "number")
      ? values.reduce((a, b) => a + b, 0) / values.length
      : first;
  };
  return Object.fromEntries(Object.entries(mean.result).map(([name, value]) => [name, average(name, value)]));
}

const ANALYTIC = /^(binomial|poisson|normal|hypergeometric|p_gumbel)/;

/** A mean of p is no p: only what the draws themselves decide stays. */
const monteCarloOnly = (p: Figures): Figures =>
  Object.fromEntries(Object.entries(p).filter(([name]) => !ANALYTIC.test(name)));

function report(singles: readonly PatternResult[]): DoubtReport {
  const ps = Float64Array.from(singles.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.value]))).sort();
  const at = (share: number): number => (ps.length === 0 ? Number.NaN : quantile(ps, share));
  return {
    imputations: singles.length,
    p: { median: at(0.5), lower: at(0.025), upper: at(0.975) },
    shareBelow05: ps.filter((p) => p <= 0.05).length / Math.max(1, ps.length),
    excluded: {},
  };
}
