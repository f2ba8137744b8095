import { lnChoose } from "./gamma.ts";

/** A 2×2 table: units with both, with the first alone, with the second alone, with neither. Whole numbers, none negative. */
export interface TwoByTwo {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

export interface TailPs {
  /** Association at most this strong; at least this strong; as or less likely than this table. */
  readonly less: number;
  readonly greater: number;
  readonly twoSided: number;
}

export interface FisherResult {
  /** Sample odds ratio; Infinity where only the denominator is 0, NaN where both are. */
  readonly oddsRatio: number;
  readonly p: TailPs;
  /** Half of the seen table's probability taken off each p: nearer the nominal level, no longer exact. */
  readonly midP: TailPs;
}

/** Tables whose probabilities differ by less than this share count as equally likely, as in R's fisher.test. */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test. Given the margins the table's first cell is hypergeometric.
 * Two-sided p: sum over the tables no likelier than the seen one. Cost: linear in the smaller margin.
 * Source: Fisher 1935; mid-p: Lancaster 1961; convention of two sides: R's fisher.test.
 * @throws RangeError on a negative or broken cell.
 */
export function fisherExact(table: TwoByTwo): FisherResult {
  const { both, onlyFirst, onlySecond, neither } = table;
  for (const cell of [both, onlyFirst, onlySecond, neither]) {
    if (!Number.isInteger(cell) || cell < 0) throw new RangeError(`fisherExact: a cell is ${cell}; cells are counts`);
  }
  const first = both + onlyFirst;
  const second = both + onlySecond;
  const n = first + onlySecond + neither;
  const lowest = Math.max(0, first + second - n);
  const highest = Math.min(first, second);
  const whole = lnChoose(n, first);
  const probability = (x: number): number => Math.exp(lnChoose(second, x) + lnChoose(n - second, first - x) - whole);
  const seen = probability(both);
  let less = 0;
  let greater = 0;
  let twoSided = 0;
  let ties = 0;
  for (let x = lowest; x <= highest; x++) {
    const p = probability(x);
    if (x <= both) less += p;
    if (x >= both) greater += p;
    if (p <= seen * SAME) twoSided += p;
    if (p <= seen * SAME && p >= seen / SAME) ties += p;
  }
  const clip = (p: number): number => Math.min(1, p);
  return {
    oddsRatio: (both * neither) / (onlyFirst * onlySecond),
    p: { less: clip(less), greater: clip(greater), twoSided: clip(twoSided) },
    midP: { less: clip(less - seen / 2), greater: clip(greater - seen / 2), twoSided: clip(twoSided - ties / 2) },
  };
}
