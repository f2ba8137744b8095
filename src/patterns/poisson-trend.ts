import { chiSquareUpper, normalTwoSided, studentTwoSided } from "./distributions.ts";

export interface TrendResult {
  /** Factor by which the expected count grows from one period to the next; its 95 % interval. */
  readonly ratePerPeriod: number;
  readonly lower: number;
  readonly upper: number;
  /** Slope on the log scale, and its standard error, under Poisson. */
  readonly slope: number;
  readonly se: number;
  readonly intercept: number;
  readonly deviance: number;
  /** Pearson's χ² over its degrees of freedom: about 1 for Poisson counts, more where events come in bursts. */
  readonly dispersion: number;
  readonly p: {
    /** z test of the slope, likelihood ratio test: both too small where `dispersion` is above 1. */
    readonly wald: number;
    readonly likelihoodRatio: number;
    /** t test with the standard error widened by the dispersion (never narrowed): the one to read for bursty counts. */
    readonly quasi: number;
  };
  readonly converged: boolean;
}

interface Fit {
  readonly intercept: number;
  readonly slope: number;
  readonly variance: number;
  readonly deviance: number;
  readonly pearson: number;
  readonly converged: boolean;
}

const STEPS = 100;

function devianceOf(counts: readonly number[], means: readonly number[]): number {
  return 2 * counts.reduce((sum, y, i) => sum + (y > 0 ? y * Math.log(y / means[i]!) : 0) - (y - means[i]!), 0);
}

/** Iteratively reweighted least squares for log mean = intercept + slope·x + log offset. */
function leastSquares(counts: readonly number[], x: readonly number[], exposure: readonly number[]): Fit {
  const total = counts.reduce((a, b) => a + b, 0);
  let intercept = Math.log(total / exposure.reduce((a, b) => a + b, 0));
  let slope = 0;
  let variance = Number.POSITIVE_INFINITY;
  let deviance = Number.POSITIVE_INFINITY;
  const meansNow = (): number[] => x.map((xi, i) => exposure[i]! * Math.exp(intercept + slope * xi));
  for (let step = 0; step < STEPS; step++) {
    const means = meansNow();
    let [w0, w1, w2, z0, z1] = [0, 0, 0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const eta = intercept + slope * x[i]!;
      const weight = means[i]!;
      const working = eta + (counts[i]! - weight) / weight;
      w0 += weight;
      w1 += weight * x[i]!;
      w2 += weight * x[i]! * x[i]!;
      z0 += weight * working;
      z1 += weight * working * x[i]!;
    }
    const det = w0 * w2 - w1 * w1;
    slope = (w0 * z1 - w1 * z0) / det;
    intercept = (w2 * z0 - w1 * z1) / det;
    variance = w0 / det;
    const before = deviance;
    deviance = devianceOf(counts, meansNow());
    if (Math.abs(deviance - before) < 1e-12 * (Math.abs(deviance) + 0.1)) {
      const means = meansNow();
      const pearson = counts.reduce((sum, y, i) => sum + (y - means[i]!) ** 2 / means[i]!, 0);
      return { intercept, slope, variance, deviance, pearson, converged: true };
    }
  }
  return { intercept, slope, variance, deviance, pearson: Number.NaN, converged: false };
}

/**
 * Is there a trend in counts by period? Log-linear Poisson regression on the period's number, 0, 1, 2 …
 * @param counts one count a period, the empty periods too
 * @param exposure length or population of each period, where they differ; default 1 each
 * @returns null where nothing can be said: fewer than 3 periods, or no event at all
 * Source: McCullagh and Nelder 1989, ch. 6; agrees with R's glm(family = poisson) and quasipoisson.
 * Neighbouring counts are taken as independent: an echo of last month's events makes every p too small.
 */
export function poissonTrend(
  counts: readonly number[],
  exposure: readonly number[] = counts.map(() => 1),
): TrendResult | null {
  const total = counts.reduce((a, b) => a + b, 0);
  if (counts.length < 3 || total === 0) return null;
  const x = counts.map((_, i) => i);
  const fitted = leastSquares(counts, x, exposure);
  const rate = total / exposure.reduce((a, b) => a + b, 0);
  const nullDeviance = devianceOf(
    counts,
    exposure.map((e) => e * rate),
  );
  const se = Math.sqrt(fitted.variance);
  const df = counts.length - 2;
  const dispersion = fitted.pearson / df;
  const z = fitted.slope / se;
  return {
    ratePerPeriod: Math.exp(fitted.slope),
    lower: Math.exp(fitted.slope - 1.959963984540054 * se),
    upper: Math.exp(fitted.slope + 1.959963984540054 * se),
    slope: fitted.slope,
    se,
    intercept: fitted.intercept,
    deviance: fitted.deviance,
    dispersion,
    p: {
      wald: normalTwoSided(z),
      likelihoodRatio: chiSquareUpper(Math.max(0, nullDeviance - fitted.deviance), 1),
      quasi: studentTwoSided(z / Math.sqrt(Math.max(1, dispersion)), df),
    },
    converged: fitted.converged,
  };
}
