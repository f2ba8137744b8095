import { binomialTail } from "./distributions.ts";

export interface Share {
  readonly k: number;
  readonly n: number;
  /** k / n; NaN without any unit. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** Where a rising function of [0, 1] reaches 0, by halving; 200 halvings are below a double's grain. */
function crossing(f: (x: number) => number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 200 && high - low > 0; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * A share with its exact interval: never covers less than `level`, often more.
 * Source: Clopper and Pearson 1934, Biometrika 26:404-413.
 * @throws RangeError unless 0 <= k <= n are whole.
 */
export function shareInterval(k: number, n: number, level = 0.95): Share {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n)
    throw new RangeError(`shareInterval: ${k} of ${n}`);
  const alpha = (1 - level) / 2;
  const lower = k === 0 ? 0 : crossing((x) => binomialTail(k, n, x, "upper") - alpha);
  const upper = k === n ? 1 : crossing((x) => alpha - binomialTail(k, n, x, "lower"));
  return { k, n, share: k / n, lower, upper, level };
}
