import { type CivilDay, isoDay, isRealDay } from "../record/index.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const day = (year: string, month: number, date: string): CivilDay | null =>
  isRealDay(Number(year), month, Number(date)) ? isoDay(Number(year), month, Number(date)) : null;

/**
 * The calendar day that a metadata field states: ISO 8601 (the day as written, in the writer's own time zone) or with
 * the month in words. `null` for all else: "03/04/2016" is two days, and which one is a guess.
 */
export function statedDay(value: string): CivilDay | null {
  const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(value);
  if (iso !== null) return day(iso[1] ?? "", Number(iso[2]), iso[3] ?? "");
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b/.exec(value);
  if (dayFirst !== null) return day(dayFirst[3] ?? "", monthOf(dayFirst[2] ?? ""), dayFirst[1] ?? "");
  const monthFirst = /\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(value);
  if (monthFirst !== null) return day(monthFirst[3] ?? "", monthOf(monthFirst[1] ?? ""), monthFirst[2] ?? "");
  return null;
}
