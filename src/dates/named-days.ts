import { civilOf, dayNumberOf } from "../record/index.ts";
import { foreignStretch } from "./foreign-calendars.ts";
import type { Stretch } from "./units.ts";
import { weekdayOfNumber } from "./units.ts";

/** Easter Sunday of the Gregorian churches. Source: the anonymous algorithm, Nature 20 April 1876; Meeus 1991, ch. 8. */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumberOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Easter Sunday of the Orthodox churches, in our calendar. Source: Meeus 1991, ch. 8 (Julian Easter). */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  return foreignStretch("julian", year, Math.floor(n / 31), (n % 31) + 1)?.from ?? Number.NaN;
}

/** The nth weekday of a month; -1 is the last. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = dayNumberOf(year, month, 1);
    return first + ((weekday - weekdayOfNumber(first) + 7) % 7) + 7 * (nth - 1);
  }
  const last = dayNumberOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1;
  return last - ((weekdayOfNumber(last) - weekday + 7) % 7);
}

/** Hijri years overlap ours: the first occurrence that starts within the Gregorian year. */
function hijriInYear(year: number, month: number, day: number, days: number): Stretch | null {
  const near = Math.floor(((year - 622) * 33) / 32);
  for (const hijri of [near - 1, near, near + 1, near + 2]) {
    const found = foreignStretch("hijri", hijri, month, day === 0 ? null : day);
    if (found !== null && civilOf(found.from).year === year)
      return day === 0 ? found : { from: found.from, to: found.from + days - 1 };
  }
  return null;
}

/**
 * When a named day or feast falls in a year of ours. `rule` is the table's way of saying it:
 * "12-25" a date · "easter+1" · "orthodox-easter-2" · "weekday 11 4 4" the 4th Thursday of November · "hijri 9" the whole month ·
 * "hijri 10 1 3" three days from 1 Shawwal · "election" the Tuesday after November's first Monday.
 */
export function stretchOfNamedDay(rule: string, year: number): Stretch | null {
  const one = (day: number): Stretch => ({ from: day, to: day });
  const fixed = /^(\d{1,2})-(\d{1,2})$/.exec(rule);
  if (fixed !== null) return one(dayNumberOf(year, Number(fixed[1]), Number(fixed[2])));
  const feast = /^(orthodox-)?easter([+-]\d+)?(?: (\d+))?$/.exec(rule);
  if (feast !== null) {
    const first = (feast[1] === undefined ? easter(year) : orthodoxEaster(year)) + Number(feast[2] ?? 0);
    return { from: first, to: first + Number(feast[3] ?? 1) - 1 };
  }
  const nth = /^weekday (\d+) (\d) (-?\d)$/.exec(rule);
  if (nth !== null) return one(nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3])));
  const hijri = /^hijri (\d+)(?: (\d+) (\d+))?$/.exec(rule);
  if (hijri !== null) return hijriInYear(year, Number(hijri[1]), Number(hijri[2] ?? 0), Number(hijri[3] ?? 1));
  return rule === "election" ? one(nthWeekday(year, 11, 1, 1) + 1) : null;
}

/** Finding a feast of the moon's calendar costs a millisecond, and a text about Ramadan names it often. At most rules times years. */
const found = new Map<string, Stretch | null>();

/** A meaning names a feast by its table rule with blanks written as "_". */
export function namedDay(rule: string, year: number): Stretch | null {
  const key = `${rule}@${year}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const stretch = stretchOfNamedDay(rule.replaceAll("_", " "), year);
  found.set(key, stretch);
  return stretch;
}
