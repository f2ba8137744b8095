import { dayFromNumber, dayNumber, isoDay } from "../record/index.ts";
import { binCounts } from "./bins.ts";
import type { PatternEvent } from "./pattern-result.ts";

export type CountUnit = "day" | "week" | "month" | "year";

/** Periods of a series, in order, with the events and their weights in each. */
export interface PeriodCounts {
  readonly names: readonly string[];
  /** Days of each that lie in the span. */
  readonly days: readonly number[];
  readonly events: readonly number[];
  readonly weights: readonly number[];
  readonly perYear: number | null;
  readonly unit: string;
}

/** Calendar months and years by day number; each with its first and last day cut to the span. */
function calendar([first, last]: readonly [number, number], unit: "month" | "year") {
  const starts: { name: string; from: number; to: number }[] = [];
  let at = first;
  while (at <= last) {
    const [year, month] = dayFromNumber(at).split("-").map(Number) as [number, number];
    const next =
      unit === "year"
        ? dayNumber(isoDay(year + 1, 1, 1))
        : dayNumber(isoDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1));
    const name = unit === "year" ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
    starts.push({ name, from: at, to: Math.min(last, next - 1) });
    at = next;
  }
  return starts;
}

/**
 * Counts by period over the whole span, the empty periods too.
 * @param span first and last day of the record, both included; day 0 is 1970-01-01 where `unit` is a calendar month or year
 */
export function periodCounts(
  events: readonly PatternEvent[],
  span: readonly [number, number],
  unit: CountUnit,
): PeriodCounts {
  const times = events.map((e) => Math.floor(e.t));
  const sizes = events.map((e) => e.weight ?? 1);
  if (unit === "day" || unit === "week") {
    const days = unit === "day" ? 1 : 7;
    const counts = binCounts(times, span, days);
    return {
      names: counts.map((_, i) => String(span[0] + i * days)),
      days: counts.map(() => days),
      events: counts,
      weights: binCounts(times, span, days, sizes),
      perYear: unit === "week" ? 365.25 / 7 : 365.25,
      unit,
    };
  }
  const periods = calendar(span, unit);
  const sum = (of: readonly number[] | null): number[] => {
    const totals = periods.map(() => 0);
    times.forEach((t, i) => {
      const k = periods.findIndex(({ from, to }) => t >= from && t <= to);
      if (k >= 0) totals[k]! += of?.[i] ?? 1;
    });
    return totals;
  };
  return {
    names: periods.map(({ name }) => name),
    days: periods.map(({ from, to }) => to - from + 1),
    events: sum(null),
    weights: sum(sizes),
    perYear: unit === "month" ? 12 : null,
    unit,
  };
}
