/**
 * ln likelihood ratio of `c` of `all` cases inside a window where `mu` were expected; 0 unless there are more than expected.
 * Source: Kulldorff 1997, Commun. Statist. Theory Meth. 26:1481-1496.
 */
export function excessRatio(c: number, mu: number, all: number): number {
  if (c <= mu || mu <= 0) return 0;
  const outside = all - c;
  return c * Math.log(c / mu) + (outside > 0 ? outside * Math.log(outside / (all - mu)) : 0);
}
