import type { Count, Event, RecordRow } from "../../record/index.ts";
import { WORDS } from "./words-en.ts";

/** "2016-06-05" → "5 June 2016". Anything else is given back as it is. */
export function sayDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  const name = WORDS.months12[(month ?? 0) - 1];
  return year === undefined || date === undefined || name === undefined ? day : `${date} ${name} ${year}`;
}

interface Dated {
  readonly from: string;
  readonly to: string;
  readonly precision: string;
}

const sayInterval = ({ from, to }: Dated): string => {
  const [start, end] = [sayDay(from), sayDay(to)];
  if (from === to) return start;
  if (from.slice(0, 7) === to.slice(0, 7)) return WORDS.span(start.split(" ")[0] ?? start, end);
  return from.slice(0, 4) === to.slice(0, 4)
    ? WORDS.span(start.split(" ").slice(0, 2).join(" "), end)
    : WORDS.span(start, end);
};

const sayMonth = (from: string): string => {
  const [year, month] = from.split("-").map(Number);
  return `${WORDS.months12[(month ?? 1) - 1]} ${year}`;
};

const isWholeMonth = ({ from, to }: Dated): boolean => from.slice(0, 7) === to.slice(0, 7) && from.endsWith("-01");
const isWholeYear = ({ from, to }: Dated): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31");

/** A date in words no finer than it is known: a month is never written as a day. */
export function sayDate(date: Dated): string {
  const [year = 0, month = 1] = date.from.split("-").map(Number);
  switch (date.precision) {
    case "month":
      return isWholeMonth(date) ? sayMonth(date.from) : sayInterval(date);
    case "season": {
      const season = WORDS.seasons[month];
      return season === undefined ? sayInterval(date) : `${season} ${year}`;
    }
    case "quarter":
      return WORDS.quarter(Math.floor((month - 1) / 3) + 1, year);
    case "year":
      return isWholeYear(date) ? String(year) : sayInterval(date);
    case "decade":
      return WORDS.decade(Math.floor(year / 10) * 10);
    case "century":
      return WORDS.century(Math.floor((year - 1) / 100) + 1);
    default:
      return sayInterval(date);
  }
}

export function sayCount(count: Count): string {
  const { min, max } = count;
  if (min !== null && max !== null) return min === max ? WORDS.count.exact(min) : WORDS.count.between(min, max);
  if (min !== null) return WORDS.count.atLeast(min);
  return max === null ? WORDS.count.unknown : WORDS.count.upTo(max);
}

/** A code that the catalogue does not know yet is shown as plain words, not hidden: "no-such-rule" → "no such rule". */
export const sayCode = (code: string): string =>
  code
    .replaceAll("-", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const sayIncident = (incident: string): string => WORDS.incidents[incident] ?? sentenceCase(sayCode(incident));

const countryName = (code: string | null): string | null => {
  if (code === null) return null;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
};

/** "Jos, Plateau, Nigeria": each part once. */
const joinPlace = (parts: readonly (string | null)[]): string =>
  [...new Set(parts.filter((part): part is string => part !== null && part !== ""))].join(", ");

export const sayEventPlace = (place: NonNullable<Event["place"]>): string =>
  joinPlace([place.name, place.admin1, countryName(place.country)]);

export const sayRowPlace = (row: RecordRow): string => joinPlace([row.place, row.admin1, countryName(row.country)]);

/** One line for an event: "Bombing, Jos, 5 June 2016". */
export const sayEvent = (event: Event): string =>
  [sayIncident(event.incident), event.place?.name, event.date === null ? null : sayDate(event.date)]
    .filter((part): part is string => typeof part === "string")
    .join(", ");

export const sayRow = (row: RecordRow): string =>
  [sayIncident(row.class), row.place ?? row.admin1 ?? row.country, sayDate({ ...row, precision: row.datePrecision })]
    .filter((part): part is string => typeof part === "string")
    .join(", ");
