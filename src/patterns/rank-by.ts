/** A figure that may be a range: two tolls that no source has settled. */
export interface Range {
  readonly min: number;
  /** null: open above ("at least five"). */
  readonly max: number | null;
}

export interface Ranked<T> {
  readonly item: T;
  readonly value: Range;
  /** Best and worst place it can hold, 1 the greatest; the same where the ranges settle it. */
  readonly best: number;
  readonly worst: number;
  /** Items that certainly share its value. */
  readonly ties: number;
}

const top = (range: Range): number => range.max ?? Number.POSITIVE_INFINITY;

/**
 * Places of items by a figure, greatest first. Of two ranges that overlap either may be the greater, so a place is a range too.
 * Items without a figure are left out: say how many beside the answer.
 * @returns in order of best place, then of worst, then of the order given
 */
export function rankBy<T>(items: readonly T[], metric: (item: T) => Range | number | null): readonly Ranked<T>[] {
  const known = items.flatMap((item) => {
    const value = metric(item);
    if (value === null) return [];
    return [{ item, value: typeof value === "number" ? { min: value, max: value } : value }];
  });
  return known
    .map(({ item, value }) => {
      const surelyAbove = known.filter((other) => other.value.min > top(value)).length;
      const maybeAbove = known.filter((other) => other.item !== item && top(other.value) > value.min).length;
      const settled = value.max === value.min;
      const ties = settled
        ? known.filter((o) => o.item !== item && o.value.min === value.min && o.value.max === value.max).length
        : 0;
      return { item, value, best: 1 + surelyAbove, worst: 1 + maybeAbove, ties };
    })
    .sort((a, b) => a.best - b.best || a.worst - b.worst);
}
