import { type CivilDay, civilOf, dayFromNumber, dayNumber, isoDay } from "../record/index.ts";
import { type FisherResult, fisherExact, type TwoByTwo } from "./fisher-exact.ts";

export type PeriodUnit = "day" | "week" | "month" | "year";

/** One period with the number of events of each kind in it. */
export interface Period {
  /** First day. */
  readonly from: CivilDay;
  readonly first: number;
  readonly second: number;
}

export interface CrossTable extends TwoByTwo {
  readonly unit: PeriodUnit;
  /** Every period of the window, the empty ones too: leaving them out makes independent series look opposed. */
  readonly periods: readonly Period[];
  /** Periods with both that independence would give: (with first) × (with second) / periods. */
  readonly expectedBoth: number;
  readonly fisher: FisherResult;
  /** Events whose date is outside the window. */
  readonly outside: number;
  /** Events whose interval of dates reaches over more than one period: not counted, since the period is a guess. */
  readonly uncertain: number;
}

/** A date as an interval of days, ends inclusive. */
export interface Dated {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** Monday of the week, first of the month, first of January. */
function startOf(day: CivilDay, unit: PeriodUnit): CivilDay {
  const n = dayNumber(day);
  const { year, month } = civilOf(n);
  switch (unit) {
    case "day":
      return day;
    case "week":
      return dayFromNumber(n - ((((n + 3) % 7) + 7) % 7));
    case "month":
      return isoDay(year, month, 1);
    case "year":
      return isoDay(year, 1, 1);
  }
}

function nextStart(start: CivilDay, unit: PeriodUnit): CivilDay {
  const n = dayNumber(start);
  const { year, month } = civilOf(n);
  if (unit === "day" || unit === "week") return dayFromNumber(n + (unit === "day" ? 1 : 7));
  if (unit === "year") return isoDay(year + 1, 1, 1);
  return month === 12 ? isoDay(year + 1, 1, 1) : isoDay(year, month + 1, 1);
}

function periodStarts(from: CivilDay, to: CivilDay, unit: PeriodUnit): CivilDay[] {
  const starts: CivilDay[] = [];
  for (let start = startOf(from, unit); start <= to; start = nextStart(start, unit)) starts.push(start);
  return starts;
}

/**
 * Counts the periods with events of the first kind, of the second, of both and of neither, and tests whether they go together.
 * The first and the last period may be cut by the window.
 * @param window first and last day looked at, both included: the record's own coverage, not the first and last event
 * @throws RangeError where the window ends before it begins.
 */
export function crossTabulate(
  first: readonly Dated[],
  second: readonly Dated[],
  unit: PeriodUnit,
  window: Dated,
): CrossTable {
  if (window.to < window.from)
    throw new RangeError(`crossTabulate: the window ends ${window.to}, before it begins ${window.from}`);
  const counts = new Map(periodStarts(window.from, window.to, unit).map((start) => [start, { first: 0, second: 0 }]));
  let outside = 0;
  let uncertain = 0;
  for (const kind of ["first", "second"] as const) {
    for (const event of kind === "first" ? first : second) {
      if (event.to < window.from || event.from > window.to) outside++;
      else if (startOf(event.from, unit) !== startOf(event.to, unit)) uncertain++;
      else counts.get(startOf(event.from, unit))![kind]++;
    }
  }
  const periods = [...counts].map(([from, count]) => ({ from, ...count }));
  const having = (test: (p: Period) => boolean): number => periods.filter(test).length;
  const table: TwoByTwo = {
    both: having((p) => p.first > 0 && p.second > 0),
    onlyFirst: having((p) => p.first > 0 && p.second === 0),
    onlySecond: having((p) => p.first === 0 && p.second > 0),
    neither: having((p) => p.first === 0 && p.second === 0),
  };
  const expectedBoth = ((table.both + table.onlyFirst) * (table.both + table.onlySecond)) / periods.length;
  return { ...table, unit, periods, expectedBoth, fisher: fisherExact(table), outside, uncertain };
}
