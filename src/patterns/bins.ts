/** Counts of whole bins of `days` from the first day of the span on; a last bin that is cut by the end is left out. */
export function binCounts(
  times: ArrayLike<number>,
  [first, last]: readonly [number, number],
  days: number,
  weights?: ArrayLike<number>,
): number[] {
  const bins = new Array<number>(Math.max(0, Math.floor((last - first + 1) / days))).fill(0);
  for (let i = 0; i < times.length; i++) {
    const bin = Math.floor((times[i]! - first) / days);
    if (bin >= 0 && bin < bins.length) bins[bin]! += weights?.[i] ?? 1;
  }
  return bins;
}
