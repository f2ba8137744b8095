import { dayNumberOf } from "../record/index.ts";
import type { Stretch } from "./units.ts";

/** Mean days of a year and a day number near the calendar's year 0: a first guess that the search below corrects. */
const CALENDARS: Readonly<Record<string, { readonly intl: string; readonly yearDays: number; readonly zero: number }>> =
  {
    hijri: { intl: "islamic-umalqura", yearDays: 354.367, zero: dayNumberOf(621, 7, 27) },
    persian: { intl: "persian", yearDays: 365.2422, zero: dayNumberOf(621, 3, 21) },
    ethiopian: { intl: "ethiopic", yearDays: 365.25, zero: dayNumberOf(7, 8, 29) },
  };

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOfDay(format: Intl.DateTimeFormat, day: number): Parts {
  const found: Record<string, number> = {};
  for (const part of format.formatToParts(new Date(day * 86400000))) found[part.type] = Number.parseInt(part.value, 10);
  return { year: found.year ?? Number.NaN, month: found.month ?? Number.NaN, day: found.day ?? Number.NaN };
}

const compare = (a: Parts, b: Parts): number => a.year - b.year || a.month - b.month || a.day - b.day;

const formatFor = (intl: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`en-u-ca-${intl}-nu-latn`, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });

/** Made on first use, for making one costs a millisecond. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(intl: string): Intl.DateTimeFormat {
  const known = formats.get(intl);
  if (known !== undefined) return known;
  const made = formatFor(intl);
  formats.set(intl, made);
  return made;
}

/** How far the first guess can be off, in days. */
const OFF = 64;

/** Day number of a date of the calendar, or null where the calendar lacks it. Conversion: ICU's tables, through Intl. */
function dayOf(calendar: string, wanted: Parts): number | null {
  const known = CALENDARS[calendar];
  if (known === undefined) return null;
  const format = formatOf(known.intl);
  const guess = Math.round(known.zero + (wanted.year + (wanted.month - 1) / 12) * known.yearDays + wanted.day);
  let low = guess - OFF;
  let high = guess + OFF;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(partsOfDay(format, middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return compare(partsOfDay(format, low), wanted) === 0 ? low : null;
}

/** The Julian calendar: the old-style date's day in ours. Source: difference of leap years since 1 March 200. */
function julianDay(year: number, month: number, day: number): number {
  const leapYears = month <= 2 ? year - 1 : year;
  const shift = Math.floor(leapYears / 100) - Math.floor(leapYears / 400) - 2;
  return dayNumberOf(year, month, day) + shift;
}

/** A date of another calendar in ours, or null where that calendar lacks it. `day` null: the whole month. */
export function foreignStretch(calendar: string, year: number, month: number, day: number | null): Stretch | null {
  if (calendar === "julian") {
    if (day === null) return null;
    const number = julianDay(year, month, day);
    return { from: number, to: number };
  }
  if (day !== null) {
    const number = dayOf(calendar, { year, month, day });
    return number === null ? null : { from: number, to: number };
  }
  const first = dayOf(calendar, { year, month, day: 1 });
  const next = dayOf(
    calendar,
    month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 },
  );
  return first === null || next === null ? null : { from: first, to: next - 1 };
}

/** A whole year of another calendar in ours, or null where we do not know the calendar. */
export function foreignYear(calendar: string, year: number): Stretch | null {
  const first = dayOf(calendar, { year, month: 1, day: 1 });
  const next = dayOf(calendar, { year: year + 1, month: 1, day: 1 });
  return first === null || next === null ? null : { from: first, to: next - 1 };
}
