import { fisherFUpper, normalTwoSided } from "./distributions.ts";
import { column, type Experiment, meanOf, pGreater, shapeOf } from "./experiment.ts";
import { leastSquares } from "./least-squares.ts";
import { type Figure, type PatternWarning, pInWords } from "./pattern-result.ts";
import { orderWithin, randomOrder } from "./seeded.ts";
import { nullsDisagree } from "./warnings.ts";

export interface SeriesParameters {
  readonly x: string;
  readonly y: string;
  readonly max_lag: number;
  readonly ar_order: number;
  readonly granger_orders: readonly number[];
  /** Periods of the blocks within which the demanding null puts x in random order. */
  readonly block_periods: number;
}

const centred = (values: ArrayLike<number>): Float64Array => {
  const mean = meanOf(values);
  return Float64Array.from(values, (v) => v - mean);
};

/**
 * Correlation of x[t + k] with y[t] for k from -max to max: x leads y at negative k (R's convention). Sums are over n whatever k.
 */
export function crossCorrelation(x: ArrayLike<number>, y: ArrayLike<number>, max: number): number[] {
  const [a, b] = [centred(x), centred(y)];
  const n = a.length;
  const norm = Math.sqrt(a.reduce((s, v) => s + v * v, 0) * b.reduce((s, v) => s + v * v, 0));
  return Array.from({ length: 2 * max + 1 }, (_, i) => {
    const k = i - max;
    let sum = 0;
    for (let t = Math.max(0, -k); t < Math.min(n, n - k); t++) sum += a[t + k]! * b[t]!;
    return norm === 0 ? 0 : sum / norm;
  });
}

/** Autoregression by least squares on the centred series: R's ar.ols(demean = TRUE, aic = FALSE). */
function autoregression(x: Float64Array, order: number): readonly number[] | null {
  const rows = Array.from({ length: x.length - order }, (_, i) => [
    1,
    ...Array.from({ length: order }, (__, lag) => x[i + order - 1 - lag]!),
  ]);
  return leastSquares(rows, Array.from(x.subarray(order)))?.coefficients.slice(1) ?? null;
}

const filtered = (x: Float64Array, ar: readonly number[]): Float64Array =>
  Float64Array.from({ length: x.length - ar.length }, (_, i) =>
    ar.reduce((rest, a, lag) => rest - a * x[i + ar.length - 1 - lag]!, x[i + ar.length]!),
  );

/** Does the past of `cause` help to foretell `effect` beyond its own past? Prediction, never cause. */
function granger(cause: ArrayLike<number>, effect: ArrayLike<number>, order: number) {
  const n = effect.length - order;
  const own = (i: number): number[] => [1, ...Array.from({ length: order }, (_, lag) => effect[i + order - 1 - lag]!)];
  const both = (i: number): number[] => [
    ...own(i),
    ...Array.from({ length: order }, (_, lag) => cause[i + order - 1 - lag]!),
  ];
  const at = Array.from({ length: n }, (_, i) => i);
  const y = at.map((i) => effect[i + order]!);
  const [short, long] = [leastSquares(at.map(own), y), leastSquares(at.map(both), y)];
  const df2 = n - 2 * order - 1;
  if (short === null || long === null || df2 < 1) return null;
  const F = (short.rss - long.rss) / order / (long.rss / df2);
  return { F, df1: order, df2, p: fisherFUpper(F, order, df2) };
}

const blocksOf = (n: number, length: number): readonly Int32Array[] =>
  Array.from({ length: Math.ceil(n / length) }, (_, b) =>
    Int32Array.from({ length: Math.min(length, n - b * length) }, (__, i) => b * length + i),
  );

const largest = (values: readonly number[]): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/**
 * Cross-correlation of two series of counts, raw and prewhitened: x is filtered by its own autoregression and y by the same
 * filter, so that a rhythm of x alone does not look like a tie. The largest |r| over all lags of the prewhitened series is compared
 * with that of x's filtered values in random order; the verdict's order is random within blocks only, which keeps a season
 * or a trend that both share out of the finding.
 * Sources: Box, Jenkins and Reinsel 2008, ch. 12; Granger 1969 (agrees with lmtest::grangertest).
 */
export function series(x: readonly number[], y: readonly number[], parameters: SeriesParameters): Experiment {
  const { max_lag, ar_order } = parameters;
  const n = x.length;
  const [a, b] = [centred(x), centred(y)];
  const ar = autoregression(a, ar_order);
  const [wx, wy] = ar === null ? [a, b] : [filtered(a, ar), filtered(b, ar)];
  const white = crossCorrelation(wx, wy, max_lag);
  const blocks = blocksOf(wx.length, parameters.block_periods);
  return {
    observed: Float64Array.of(largest(white), largest(white)),
    draw(rng) {
      const mixed = (order: Int32Array): number =>
        largest(
          crossCorrelation(
            Float64Array.from(order, (i) => wx[i]!),
            wy,
            max_lag,
          ),
        );
      return Float64Array.of(mixed(randomOrder(wx.length, rng)), mixed(orderWithin(wx.length, blocks, rng)));
    },
    conclude(observed, draws, options) {
      const raw = crossCorrelation(x, y, max_lag);
      const plain = pGreater(observed[0]!, column(draws, 0));
      const p = pGreater(observed[1]!, column(draws, 1));
      const best = white.reduce((at, v, i) => (Math.abs(v) > Math.abs(white[at]!) ? i : at), 0);
      const lag = best - max_lag;
      return {
        method: "series",
        n,
        parameters: { ...parameters },
        result: {
          sum_x: x.reduce((s, v) => s + v, 0),
          sum_y: y.reduce((s, v) => s + v, 0),
          convention: "ccf at lag k is cor(x[t+k], y[t]): x leads y at negative k",
          lags: raw.map((_, i) => i - max_lag),
          ccf: raw,
          ccf_95: 1.959963984540054 / Math.sqrt(n),
          prewhitening: ar === null ? null : { ar_order, ar: [...ar], ccf: white, n: wx.length },
          granger: grangers(x, y, parameters.granger_orders),
        },
        p: {
          mc_max_prewhitened: plain,
          mc_max_within_blocks: p,
          largest_raw_normal: normalTwoSided(largest(raw) * Math.sqrt(n)),
        },
        verdict: { p: "mc_max_within_blocks", value: p },
        null: shapeOf(observed[1]!, column(draws, 1), options),
        doubt: null,
        power: null,
        warnings: [
          ...warningsOf(raw, white, n, ar === null),
          ...nullsDisagree(plain, p, "mc_max_prewhitened, mc_max_within_blocks"),
        ],
        reading: `Largest correlation after prewhitening: ${white[best]!.toFixed(2)} at lag ${lag} (${lag < 0 ? `${parameters.x} first` : lag > 0 ? `${parameters.y} first` : "the same period"}; p over all lags ${pInWords(p)}). Raw it is ${largest(raw).toFixed(2)}.`,
      };
    },
  };
}

const grangers = (x: readonly number[], y: readonly number[], orders: readonly number[]): Figure =>
  orders.flatMap((order) => {
    const [xy, yx] = [granger(x, y, order), granger(y, x, order)];
    return xy === null || yx === null ? [] : [{ order, x_causes_y: xy, y_causes_x: yx }];
  });

function warningsOf(raw: readonly number[], white: readonly number[], n: number, unfitted: boolean): PatternWarning[] {
  const warnings: PatternWarning[] = [
    {
      code: "serial-dependence",
      message:
        "The Granger tests take counts as normal and the series as free of season and trend: they reject far too often. Read mc_max_within_blocks; none of these is a cause.",
    },
  ];
  const bound = 1.959963984540054 / Math.sqrt(n);
  if (largest(raw) > 2 * bound && largest(white) < largest(raw) / 2)
    warnings.push({
      code: "common-season-or-trend",
      message: "Most of the raw correlation goes with each series' own rhythm: it is no tie between them.",
    });
  if (n < 50)
    warnings.push({
      code: "short-series",
      message: `${n} periods: correlations below ${bound.toFixed(2)} cannot be told from none.`,
    });
  if (unfitted)
    warnings.push({
      code: "fit-not-found",
      message: "x does not vary enough to be prewhitened: raw values were used.",
    });
  return warnings;
}
