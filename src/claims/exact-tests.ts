function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) table[i] = table[i - 1]! + Math.log(i);
  return table;
}

/** P(X <= k) or P(X >= k) for X ~ Binomial(n, share); exact sum. */
export function binomialTail(k: number, n: number, share: number, side: "lower" | "upper"): number {
  const f = logFactorials(n);
  const [from, to] = side === "lower" ? [0, k] : [k, n];
  let sum = 0;
  for (let i = from; i <= to; i++) {
    sum += Math.exp(f[n]! - f[i]! - f[n - i]! + i * Math.log(share) + (n - i) * Math.log(1 - share));
  }
  return Math.min(1, sum);
}

/** Fisher's exact test, one-sided: P(X >= both) with the margins of the 2x2 table fixed. */
export function fisherUpper(both: number, onlyFirst: number, onlySecond: number, neither: number): number {
  const n = both + onlyFirst + onlySecond + neither;
  const first = both + onlyFirst;
  const second = both + onlySecond;
  const f = logFactorials(n);
  const choose = (a: number, b: number): number => f[a]! - f[b]! - f[a - b]!;
  let sum = 0;
  for (let x = both; x <= Math.min(first, second); x++) {
    sum += Math.exp(choose(second, x) + choose(n - second, first - x) - choose(n, first));
  }
  return Math.min(1, sum);
}
