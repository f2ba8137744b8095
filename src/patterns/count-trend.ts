import { type CountFit, fitCounts } from "./count-regression.ts";
import { chiSquareUpper, normalTwoSided, studentTwoSided } from "./distributions.ts";
import { type Experiment, meanOf, settled } from "./experiment.ts";
import type { Design } from "./least-squares.ts";
import { type Figures, type PatternWarning, type Power, pInWords } from "./pattern-result.ts";

export interface TrendParameters {
  readonly unit: string;
  /** Periods of a year: 12 for months; two harmonics of the year are fitted where the series holds two years. null: no season. */
  readonly periods_a_year: number | null;
}

/** What each period's count is measured by: reporting volume or population where given, else its days. */
export interface Measured {
  readonly exposure: readonly number[] | null;
  readonly days: readonly number[];
}

/** Intercept, period's number, and the season's two harmonics. */
function designOf(n: number, perYear: number | null): Design {
  const seasonal = perYear !== null && perYear >= 4 && n >= 2 * perYear;
  return Array.from({ length: n }, (_, i) => {
    if (!seasonal) return [1, i];
    const angle = (2 * Math.PI * i) / perYear;
    return [1, i, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
  });
}

const SLOPE = 1;

function slopeFigures(fit: CountFit, se: number): Figures {
  const slope = fit.coefficients[SLOPE]!;
  const half = 1.959963984540054 * se;
  return { slope, se, rate_per_period: Math.exp(slope), lower: Math.exp(slope - half), upper: Math.exp(slope + half) };
}

/** What growth a period would be found in 80 % of cases, from the number of events and periods alone (Poisson). */
function trendPower(total: number, n: number): Power {
  const mean = total / n;
  const spread = (n * (n * n - 1)) / 12;
  const se = 1 / Math.sqrt(mean * spread);
  const doubling = Math.log(2) / Math.max(1, n - 1);
  const z = doubling / se - 1.959963984540054;
  const upper = z > 0 ? 1 - normalTwoSided(z) / 2 : normalTwoSided(z) / 2;
  return {
    effect: "a rate that doubles from the first period to the last",
    at05: upper,
    detectable80: Math.exp((1.959963984540054 + 0.841621233572914) * se * (n - 1)),
  };
}

/**
 * Is it growing? Log-linear regression of counts on the period's number, Poisson and negative binomial, with sandwich errors. The
 * verdict reads the negative binomial slope with its sandwich error against Student's t: right where counts come in bursts.
 * Without exposure a period counts by its days, and a warning says that reporting was not measured.
 */
export function countTrend(
  counts: readonly number[],
  { exposure, days }: Measured,
  parameters: TrendParameters,
): Experiment {
  const n = counts.length;
  const design = designOf(n, parameters.periods_a_year);
  const seasonal = design[0]!.length > 2;
  const weights = exposure ?? days;
  const poisson = fitCounts(counts, design, weights, "poisson");
  const negative = fitCounts(counts, design, weights, "negative-binomial");
  const df = n - design[0]!.length;
  const total = counts.reduce((a, b) => a + b, 0);
  const warnings = warningsOf(counts, exposure, poisson, negative, df);
  const read = negative ?? poisson;
  if (poisson === null || read === null)
    return settled({
      method: "trend",
      n: total,
      parameters: { ...parameters },
      result: { counts: [...counts] },
      p: {},
      verdict: null,
      null: null,
      doubt: null,
      power: trendPower(total, n),
      warnings,
      reading: "No trend could be fitted to these counts.",
    });
  const z = (fit: CountFit, se: number): number => fit.coefficients[SLOPE]! / se;
  const nb = studentTwoSided(z(read, read.robustSe[SLOPE]!), df);
  const widened = poisson.se[SLOPE]! * Math.sqrt(Math.max(1, poisson.dispersion));
  const flat = fitCounts(
    counts,
    design.map((row) => row.filter((_, a) => a !== SLOPE)),
    weights,
    "poisson",
  );
  const likelihoodRatio =
    flat === null ? null : chiSquareUpper(Math.max(0, 2 * (poisson.logLikelihood - flat.logLikelihood)), 1);
  return settled({
    method: "trend",
    n: total,
    parameters: { ...parameters, season: seasonal },
    result: {
      counts: [...counts],
      dispersion: poisson.dispersion,
      poisson: slopeFigures(poisson, poisson.se[SLOPE]!),
      quasi_poisson: slopeFigures(poisson, widened),
      poisson_robust: slopeFigures(poisson, poisson.robustSe[SLOPE]!),
      negative_binomial: { ...slopeFigures(read, read.se[SLOPE]!), theta: read.theta },
      negative_binomial_robust: slopeFigures(read, read.robustSe[SLOPE]!),
    },
    p: {
      poisson_wald: normalTwoSided(z(poisson, poisson.se[SLOPE]!)),
      poisson_likelihood_ratio: likelihoodRatio,
      quasi_poisson_t: studentTwoSided(z(poisson, widened), df),
      negative_binomial_wald: normalTwoSided(z(read, read.se[SLOPE]!)),
      negative_binomial_robust_t: nb,
    },
    verdict: { p: "negative_binomial_robust_t", value: nb },
    null: null,
    doubt: null,
    power: trendPower(total, n),
    warnings,
    reading: `The rate changes by a factor of ${Math.exp(read.coefficients[SLOPE]!).toFixed(3)} a ${parameters.unit} (95 %: ${Math.exp(read.coefficients[SLOPE]! - 1.96 * read.robustSe[SLOPE]!).toFixed(3)} to ${Math.exp(read.coefficients[SLOPE]! + 1.96 * read.robustSe[SLOPE]!).toFixed(3)}, p = ${pInWords(nb)})${seasonal ? ", the season taken out" : ""}.`,
  });
}

function warningsOf(
  counts: readonly number[],
  exposure: readonly number[] | null,
  poisson: CountFit | null,
  negative: CountFit | null,
  df: number,
): PatternWarning[] {
  const warnings: PatternWarning[] = [];
  if (exposure === null)
    warnings.push({
      code: "no-denominator",
      message:
        "No population or reporting volume was given: a growing number of reporters looks the same as a growing number of events.",
    });
  if (poisson !== null && chiSquareUpper(poisson.dispersion * df, df) < 0.05)
    warnings.push({
      code: "overdispersed",
      message: `Counts vary ${poisson.dispersion.toFixed(1)} times as much as a Poisson rate gives: the Poisson p is too small. Read negative_binomial_robust_t.`,
    });
  if (poisson !== null) warnings.push(...echo(counts, poisson));
  if (counts.length < 10)
    warnings.push({
      code: "short-series",
      message: `${counts.length} periods: a season, a burst and a trend look alike.`,
    });
  if (poisson === null || negative === null)
    warnings.push({
      code: "fit-not-found",
      message: "A regression did not settle; its figures are left out or are the Poisson's.",
    });
  return warnings;
}

/** Residuals that follow each other: last month's events echo in this month's. */
function echo(counts: readonly number[], fit: CountFit): PatternWarning[] {
  const residuals = counts.map((y, i) => (y - fit.means[i]!) / Math.sqrt(fit.means[i]!));
  const mean = meanOf(residuals);
  const norm = residuals.reduce((sum, e) => sum + (e - mean) ** 2, 0);
  const r = residuals.slice(1).reduce((sum, e, i) => sum + (e - mean) * (residuals[i]! - mean), 0) / norm;
  if (!(r * Math.sqrt(counts.length) > 1.96)) return [];
  return [
    {
      code: "serial-dependence",
      message: `Neighbouring periods echo each other (lag-1 correlation of residuals ${r.toFixed(2)}): every p here is too small.`,
    },
  ];
}
