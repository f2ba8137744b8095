import type { Rng } from "./seeded.ts";

/** An event of a place: events of other places never meet it. */
export interface Happening {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly place: string;
}

export interface CoincidenceOptions {
  /** First and last day of the record, both included. */
  readonly window: { readonly from: number; readonly to: number };
  /** Days from an event of the first kind to one of the second, both included: {1, 7} "within a week after", {-7, 7} around. */
  readonly lag: { readonly from: number; readonly to: number };
  readonly permutations: number;
  readonly rng: Rng;
}

export interface CoincidenceResult {
  /** Events of the first kind inside the window, and how many of them are met by one of the second. */
  readonly n: number;
  readonly met: number;
  readonly share: number;
  /** Mean of `met` over the shifted records: what chance alone would give. */
  readonly expected: number;
  readonly sd: number;
  /** P(at least this many met), (b + 1) / (permutations + 1). */
  readonly pMore: number;
  /** P(at most this many met). */
  readonly pFewer: number;
}

type ByPlace = ReadonlyMap<string, readonly number[]>;

function byPlace(events: readonly Happening[]): ByPlace {
  const map = new Map<string, number[]>();
  for (const { place, day } of events) {
    const days = map.get(place);
    if (days === undefined) map.set(place, [day]);
    else days.push(day);
  }
  for (const days of map.values()) days.sort((a, b) => a - b);
  return map;
}

/** Is there a day of `days` in [low, high]? By halving. */
function hasDayIn(days: readonly number[], low: number, high: number): boolean {
  let left = 0;
  let right = days.length;
  while (left < right) {
    const middle = (left + right) >> 1;
    if (days[middle]! < low) left = middle + 1;
    else right = middle;
  }
  return left < days.length && days[left]! <= high;
}

/** Shifts every day by the same number of days, round the end of the window and on from its beginning. */
function shifted(second: ByPlace, by: number, from: number, length: number): ByPlace {
  return new Map(
    [...second].map(([place, days]) => [
      place,
      days.map((day) => from + ((day - from + by) % length)).sort((a, b) => a - b),
    ]),
  );
}

function countMet(first: ByPlace, second: ByPlace, lag: { from: number; to: number }): number {
  let met = 0;
  for (const [place, days] of first) {
    const others = second.get(place);
    if (others === undefined) continue;
    for (const day of days) if (hasDayIn(others, day + lag.from, day + lag.to)) met++;
  }
  return met;
}

/**
 * Do events of the second kind follow those of the first more often than their own rhythm explains?
 * Null: the second record is shifted as a whole along the window, wrapped at its end (circular shift), which keeps its bursts,
 * its places and its number, and only breaks its tie to the first. One shift is one draw; a window of few days has few shifts.
 * @returns null where a kind has no event in the window. Cost: O(n log m) a permutation.
 * Source: Donges et al. 2016, Eur. Phys. J. Special Topics 225:471-487 (event coincidence); p as in Phipson and Smyth 2010.
 */
export function coincidence(
  first: readonly Happening[],
  second: readonly Happening[],
  options: CoincidenceOptions,
): CoincidenceResult | null {
  const { window, lag, permutations, rng } = options;
  const inside = (event: Happening): boolean => event.day >= window.from && event.day <= window.to;
  const ones = byPlace(first.filter(inside));
  const others = byPlace(second.filter(inside));
  const n = first.filter(inside).length;
  if (n === 0 || others.size === 0) return null;
  const length = window.to - window.from + 1;
  const met = countMet(ones, others, lag);
  let [more, fewer, sum, squares] = [0, 0, 0, 0];
  for (let k = 0; k < permutations; k++) {
    const sim = countMet(ones, shifted(others, rng.integer(length), window.from, length), lag);
    if (sim >= met) more++;
    if (sim <= met) fewer++;
    sum += sim;
    squares += sim * sim;
  }
  const expected = sum / permutations;
  return {
    n,
    met,
    share: met / n,
    expected,
    sd: Math.sqrt(Math.max(0, squares / permutations - expected * expected)),
    pMore: (more + 1) / (permutations + 1),
    pFewer: (fewer + 1) / (permutations + 1),
  };
}
