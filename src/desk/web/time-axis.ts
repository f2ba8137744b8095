import { dayOf, firstOf, monthOf, yearOf } from "./day.ts";
import { sayDay } from "./say.ts";
import { WORDS } from "./words-en.ts";

export interface Tick {
  readonly x: number;
  readonly label: string | null;
}

export interface TimeAxis {
  /** Pixels of the start of a day. */
  x(day: number): number;
  readonly ticks: readonly Tick[];
}

/** Least room for a label, in pixels: "2016" and "September". */
const YEAR_ROOM = 48;
const MONTH_ROOM = 76;

const monthsBetween = (from: number, to: number): readonly number[] => {
  const months: number[] = [];
  for (let day = firstOf(yearOf(from), monthOf(from)); day <= to; day = firstOf(yearOf(day), monthOf(day) + 1)) {
    if (day >= from) months.push(day);
  }
  return months;
};

/** Every n-th of `days` so that labels keep `room` pixels each. */
function thinned(days: readonly number[], width: number, room: number): readonly number[] {
  const step = Math.max(1, Math.ceil((days.length * room) / width));
  return days.filter((_, i) => i % step === 0);
}

/** A time scale from `from` to `to` (both inclusive) over `left`..`right` pixels, ticks at months or years. */
export function timeAxis(from: string, to: string, left: number, right: number): TimeAxis {
  const [start, end] = [dayOf(from), dayOf(to) + 1];
  const x = (day: number): number => left + ((day - start) / Math.max(1, end - start)) * (right - left);
  const width = right - left;
  const months = monthsBetween(start, end - 1);
  if (months.length > 30) {
    const years = months.filter((day) => monthOf(day) === 1);
    const labelled = new Set(thinned(years, width, YEAR_ROOM));
    return { x, ticks: years.map((day) => ({ x: x(day), label: labelled.has(day) ? String(yearOf(day)) : null })) };
  }
  if (months.length > 1) {
    const labelled = new Set(thinned(months, width, MONTH_ROOM));
    const name = (day: number, i: number): string => {
      const month = WORDS.months12[monthOf(day) - 1] ?? "";
      return monthOf(day) === 1 || i === 0 ? `${month.slice(0, 3)} ${yearOf(day)}` : month.slice(0, 3);
    };
    return { x, ticks: months.map((day, i) => ({ x: x(day), label: labelled.has(day) ? name(day, i) : null })) };
  }
  return { x, ticks: [{ x: x(start), label: sayDay(from) }] };
}
