import { digamma, lnFactorial, lnGamma, trigamma } from "./gamma.ts";
import { crossProduct, type Design, inverseOf, times } from "./least-squares.ts";

export interface CountFit {
  readonly coefficients: readonly number[];
  /** Standard errors if the family holds. */
  readonly se: readonly number[];
  /** Standard errors that ask only for the mean to be right (sandwich, HC3). */
  readonly robustSe: readonly number[];
  readonly means: Float64Array;
  readonly logLikelihood: number;
  /** Pearson's χ² over its degrees of freedom. */
  readonly dispersion: number;
  /** Size of the negative binomial, variance = mean + mean² / theta; null under Poisson (no spread beyond it). */
  readonly theta: number | null;
}

const STEPS = 100;
const EPSILON = 1e-10;

/** Iteratively reweighted least squares with log link; `theta` Infinity is Poisson. Null where it does not settle. */
function fitMeans(
  counts: readonly number[],
  design: Design,
  exposure: readonly number[],
  theta: number,
): { coefficients: readonly number[]; means: Float64Array; bread: Float64Array } | null {
  const k = design[0]!.length;
  let means = Float64Array.from(counts, (y) => y + 0.1);
  let coefficients: readonly number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const weights = means.map((m) => m / (1 + m / theta));
    const bread = inverseOf(crossProduct(design, weights), k);
    if (bread === null) return null;
    const working = counts.map((y, i) => Math.log(means[i]! / exposure[i]!) + (y - means[i]!) / means[i]!);
    const xwz = design[0]!.map((_, a) => design.reduce((sum, row, i) => sum + row[a]! * weights[i]! * working[i]!, 0));
    const next = times(bread, xwz);
    means = Float64Array.from(design, (row, i) =>
      Math.max(
        1e-10,
        exposure[i]! *
          Math.exp(
            Math.min(
              50,
              row.reduce((sum, v, a) => sum + v * next[a]!, 0),
            ),
          ),
      ),
    );
    const moved = next.reduce((most, v, a) => Math.max(most, Math.abs(v - (coefficients[a] ?? Number.MAX_VALUE))), 0);
    coefficients = next;
    if (moved < EPSILON) {
      const last = inverseOf(
        crossProduct(
          design,
          means.map((m) => m / (1 + m / theta)),
        ),
        k,
      );
      return last === null ? null : { coefficients, means, bread: last };
    }
  }
  return null;
}

/** Maximum likelihood of theta given the means (Newton from a moment start); Infinity where counts spread no more than Poisson's. */
function thetaOf(counts: readonly number[], means: Float64Array): number {
  const n = counts.length;
  const excess = counts.reduce((sum, y, i) => sum + (y / means[i]! - 1) ** 2 - 1 / means[i]!, 0);
  if (excess <= 0) return Number.POSITIVE_INFINITY;
  let theta = n / excess;
  for (let step = 0; step < 200; step++) {
    let [slope, curve] = [0, 0];
    counts.forEach((y, i) => {
      const m = means[i]!;
      slope +=
        digamma(y + theta) - digamma(theta) + Math.log(theta) + 1 - Math.log(theta + m) - (y + theta) / (m + theta);
      curve += trigamma(y + theta) - trigamma(theta) + 1 / theta - 2 / (theta + m) + (y + theta) / (m + theta) ** 2;
    });
    const next = theta - slope / curve;
    const moved = next > 0 ? next : theta / 2;
    if (moved > 1e7) return Number.POSITIVE_INFINITY;
    if (Math.abs(moved - theta) < 1e-9 * theta) return moved;
    theta = moved;
  }
  return theta;
}

function logLikelihood(counts: readonly number[], means: Float64Array, theta: number): number {
  return counts.reduce((sum, y, i) => {
    const m = means[i]!;
    if (theta === Number.POSITIVE_INFINITY) return sum + y * Math.log(m) - m - lnFactorial(y);
    const spread = lnGamma(theta + y) - lnGamma(theta) - lnFactorial(y);
    return sum + spread + theta * Math.log(theta / (theta + m)) + (y === 0 ? 0 : y * Math.log(m / (theta + m)));
  }, 0);
}

/** Sandwich of White (1980) with residuals over 1 - leverage (HC3, MacKinnon and White 1985): holds its level in short series. */
function robustErrors(
  counts: readonly number[],
  design: Design,
  fit: { means: Float64Array; bread: Float64Array },
  theta: number,
): number[] {
  const k = design[0]!.length;
  const meat = crossProduct(
    design,
    counts.map((y, i) => {
      const m = fit.means[i]!;
      const weight = m / (1 + m / theta);
      const row = design[i]!;
      const leverage = weight * row.reduce((sum, v, a) => sum + v * times(fit.bread, row)[a]!, 0);
      return ((y - m) / (1 + m / theta) / Math.max(1e-6, 1 - leverage)) ** 2;
    }),
  );
  return Array.from({ length: k }, (_, a) => {
    const row = Array.from({ length: k }, (__, b) => fit.bread[a * k + b]!);
    return Math.sqrt(row.reduce((sum, v, b) => sum + v * times(meat, row)[b]!, 0));
  });
}

/**
 * Log-linear regression of counts: Poisson, or negative binomial with its size found by maximum likelihood.
 * @param exposure length, population or reporting volume of each unit, positive
 * @returns null where the fit does not settle or columns say the same
 * Source: McCullagh and Nelder 1989; Venables and Ripley 2002, 7.4; agrees with R's glm(poisson) and MASS::glm.nb.
 */
export function fitCounts(
  counts: readonly number[],
  design: Design,
  exposure: readonly number[],
  family: "poisson" | "negative-binomial",
): CountFit | null {
  let theta = Number.POSITIVE_INFINITY;
  let fit = fitMeans(counts, design, exposure, theta);
  if (fit === null) return null;
  if (family === "negative-binomial") {
    for (let round = 0; round < 50; round++) {
      const next = thetaOf(counts, fit.means);
      const settled = next === theta || Math.abs(next - theta) < 1e-8 * Math.abs(theta);
      theta = next;
      fit = fitMeans(counts, design, exposure, theta);
      if (fit === null) return null;
      if (settled) break;
    }
  }
  const k = design[0]!.length;
  const { means, bread } = fit;
  const pearson = counts.reduce((sum, y, i) => sum + (y - means[i]!) ** 2 / (means[i]! * (1 + means[i]! / theta)), 0);
  return {
    coefficients: fit.coefficients,
    se: Array.from({ length: k }, (_, a) => Math.sqrt(bread[a * k + a]!)),
    robustSe: robustErrors(counts, design, fit, theta),
    means,
    logLikelihood: logLikelihood(counts, means, theta),
    dispersion: pearson / Math.max(1, counts.length - k),
    theta: theta === Number.POSITIVE_INFINITY ? null : theta,
  };
}
