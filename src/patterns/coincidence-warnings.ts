import { meanOf } from "./experiment.ts";
import type { PatternWarning } from "./pattern-result.ts";
import { fewEventsWarning, nullsDisagree, reportedWarning } from "./warnings.ts";

const binned = (times: Float64Array, [first, last]: readonly [number, number], days: number): number[] => {
  const bins = new Array<number>(Math.max(1, Math.floor((last - first + 1) / days))).fill(0);
  for (const t of times) {
    const bin = Math.floor((t - first) / days);
    if (bin < bins.length) bins[bin]!++;
  }
  return bins;
};

export function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [meanOf(x), meanOf(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my);
    xx += (x[i]! - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Counts of 90 days that rise and fall together: what a shared season, trend or election does. */
function commonDriver(a: Float64Array, b: Float64Array, span: readonly [number, number]): PatternWarning[] {
  const [x, y] = [binned(a, span, 90), binned(b, span, 90)];
  if (x.length < 6) return [];
  const r = correlation(x, y);
  if (r * Math.sqrt(x.length) < 2) return [];
  const message = `Over quarters of a year both series rise and fall together (r = ${r.toFixed(2)}): a common season or trend makes coincidences that mean nothing. Read mc_within_blocks, not the analytic, uniform or shifted p.`;
  return [{ code: "common-season-or-trend", message }];
}

/** Bursts within a series: days counted by block vary more than a steady rate would let them. */
function bursts(times: Float64Array, name: string, span: readonly [number, number], days: number): PatternWarning[] {
  const bins = binned(times, span, Math.max(1, days));
  const mean = meanOf(bins);
  if (bins.length < 10 || mean === 0) return [];
  const dispersion = bins.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (bins.length - 1) / mean;
  if (dispersion < 1 + 3 * Math.sqrt(2 / bins.length)) return [];
  const message = `${name} comes in bursts (counts of ${days} days vary ${dispersion.toFixed(1)} times as much as a steady rate gives): the analytic p does not hold. Test waves instead of events, or read mc_circular_shift beside mc_within_blocks.`;
  return [{ code: "serial-dependence", message }];
}

export function coincidenceWarnings(
  a: Float64Array,
  b: Float64Array,
  parameters: {
    readonly A: string;
    readonly B: string;
    readonly span: readonly [number, number];
    readonly delT: number;
    readonly tau: number;
  },
  plain: number,
  demanding: number,
): PatternWarning[] {
  const { A, B, span, delT, tau } = parameters;
  const reach = tau + delT;
  const atEdge = a.filter((t) => t - reach < span[0]).length + b.filter((t) => t + reach > span[1]).length;
  const days = span[1] - span[0] + 1;
  const warnings: PatternWarning[] = [
    {
      code: "whole-day-window",
      message: `With whole days the window holds ${delT + 1} days: read binomial_window_delT_plus_1, not binomial_window_delT.`,
    },
    ...commonDriver(a, b, span),
    ...bursts(b, B, span, delT + 1),
    ...bursts(a, A, span, delT + 1),
    ...nullsDisagree(plain, demanding, "mc_uniform_together, mc_within_blocks_together"),
    ...fewEventsWarning(Math.min(a.length, b.length)),
  ];
  if (atEdge > 0)
    warnings.push({
      code: "edge-effects",
      message: `${atEdge} events lie so near an end of the span that their window reaches beyond the record.`,
    });
  if (days < 730)
    warnings.push({
      code: "short-series",
      message: `The record holds ${days} days: a season cannot be told from a coincidence in less than two years.`,
    });
  return [...warnings, reportedWarning];
}
