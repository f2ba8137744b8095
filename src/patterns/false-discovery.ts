/**
 * Benjamini and Hochberg's adjusted p: of the findings at `q` or below, at most a share q is expected to be false.
 * Source: Benjamini and Hochberg 1995, J. R. Statist. Soc. B 57:289-300; agrees with R's p.adjust(method = "BH").
 */
export function adjustedPs(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach((i, k) => {
    least = Math.min(least, (ps[i]! * ps.length) / (ps.length - k));
    adjusted[i] = least;
  });
  return adjusted;
}
