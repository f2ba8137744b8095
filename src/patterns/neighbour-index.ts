/** How many of `times` have one of the indexed times in [t + low, t + high], ends included. */
export type CountMet = (times: Float64Array, window: readonly [number, number]) => number;

/** Whole days: events up to each day of the span, so that a window is two look-ups. */
function byDay(others: Float64Array, first: number, days: number): CountMet {
  const upTo = new Int32Array(days + 1);
  for (let i = 0; i < others.length; i++) upTo[others[i]! - first + 1]!++;
  for (let d = 1; d <= days; d++) upTo[d]! += upTo[d - 1]!;
  return (times, [low, high]) => {
    let met = 0;
    for (let i = 0; i < times.length; i++) {
      const t = times[i]!;
      const from = Math.max(0, t + low - first);
      const to = Math.min(days - 1, t + high - first);
      if (to >= from && upTo[to + 1]! > upTo[from]!) met++;
    }
    return met;
  };
}

/** Any times: the first at or after the window's start, by halving. */
function bySearch(others: Float64Array): CountMet {
  const sorted = Float64Array.from(others).sort();
  return (times, [low, high]) => {
    let met = 0;
    for (const t of times) {
      let [left, right] = [0, sorted.length];
      while (left < right) {
        const middle = (left + right) >> 1;
        if (sorted[middle]! < t + low) left = middle + 1;
        else right = middle;
      }
      if (left < sorted.length && sorted[left]! <= t + high) met++;
    }
    return met;
  };
}

const MOST_DAYS = 1_000_000;

/** Indexes times within the span; by day where all `known` times are whole days and the span is not endless. */
export function neighbourIndex(
  [first, last]: readonly [number, number],
  known: readonly Float64Array[],
): (others: Float64Array) => CountMet {
  const days = last - first + 1;
  const whole = [first, last, ...known.flatMap((times) => [...times])].every(Number.isInteger);
  return whole && days <= MOST_DAYS ? (others) => byDay(others, first, days) : bySearch;
}
