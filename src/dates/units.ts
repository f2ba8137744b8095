import type { DatePrecision } from "../record/index.ts";
import { civilOf, dayNumberOf, daysInMonth } from "../record/index.ts";

/** Stretches of the calendar that an expression can name, from fine to coarse; the order is relied upon. */
export const UNITS = [
  "day",
  "weekend",
  "week",
  "fortnight",
  "month",
  "season",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
] as const;
export type Unit = (typeof UNITS)[number];

export const isUnit = (word: string): word is Unit => (UNITS as readonly string[]).includes(word);

/** Day numbers (days since 1970-01-01), both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const PRECISION: Readonly<Record<Unit, DatePrecision>> = {
  day: "day",
  weekend: "interval",
  week: "interval",
  fortnight: "interval",
  month: "month",
  season: "season",
  quarter: "quarter",
  half: "interval",
  year: "year",
  decade: "decade",
  century: "century",
};
export const precisionOf = (unit: Unit): DatePrecision => PRECISION[unit];

export const monthStretch = (year: number, month: number): Stretch => ({
  from: dayNumberOf(year, month, 1),
  to: dayNumberOf(year, month, daysInMonth(year, month)),
});

export const monthsStretch = (year: number, first: number, count: number): Stretch => {
  const last = year * 12 + first - 1 + count - 1;
  const lastYear = Math.floor(last / 12);
  const lastMonth = (last % 12) + 1;
  return { from: dayNumberOf(year, first, 1), to: dayNumberOf(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)) };
};

export const yearsStretch = (first: number, count: number): Stretch => ({
  from: dayNumberOf(first, 1, 1),
  to: dayNumberOf(first + count - 1, 12, 31),
});

/** Meteorological seasons, as the research community's scorers count them: spring is March to May, a winter starts in December. */
const SEASON_START: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
export const seasonStretch = (year: number, season: string): Stretch =>
  monthsStretch(year, SEASON_START[season] ?? 3, 3);

const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

/** 1 = Monday … 7 = Sunday, of a day number. */
export const weekdayOfNumber = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The stretch of `unit` that holds the day, moved by `count` of that unit. */
export function stretchAround(day: number, unit: Unit, count: number): Stretch {
  const { year, month } = civilOf(day);
  switch (unit) {
    case "day":
      return { from: day + count, to: day + count };
    case "week":
      return { from: mondayOf(day) + 7 * count, to: mondayOf(day) + 7 * count + 6 };
    case "fortnight":
      return { from: mondayOf(day) + 14 * count, to: mondayOf(day) + 14 * count + 13 };
    case "weekend":
      return { from: mondayOf(day) + 7 * count + 5, to: mondayOf(day) + 7 * count + 6 };
    case "month": {
      const months = year * 12 + month - 1 + count;
      return monthStretch(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
    }
    case "quarter": {
      const quarters = year * 4 + Math.floor((month - 1) / 3) + count;
      return monthsStretch(Math.floor(quarters / 4), (((quarters % 4) + 4) % 4) * 3 + 1, 3);
    }
    case "season": {
      // A season starts in March, June, September or December: January and February belong to the winter before.
      const seasons = Math.floor((year * 12 + month - 3) / 3) + count;
      const first = seasons * 3 + 2;
      return monthsStretch(Math.floor(first / 12), (first % 12) + 1, 3);
    }
    case "half": {
      const halves = year * 2 + (month > 6 ? 1 : 0) + count;
      return monthsStretch(Math.floor(halves / 2), (((halves % 2) + 2) % 2) * 6 + 1, 6);
    }
    case "year":
      return yearsStretch(year + count, 1);
    case "decade":
      return yearsStretch(Math.floor(year / 10) * 10 + count * 10, 10);
    case "century":
      return yearsStretch(Math.floor(year / 100) * 100 + count * 100, 100);
  }
}
