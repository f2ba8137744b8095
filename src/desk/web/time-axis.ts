import { dayOf, firstOf, monthOf, yearOf } from "./day.ts";
import { sayDay } from "./say.ts";
import { WORDS } from "./words-en.ts";

interface Tick {
  readonly x: number;
  readonly label: string | null;
}

export interface TimeAxis {
  readonly left: number;
  readonly right: number;
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

/** The first label says where the time begins; it gives way where the next one needs the room. */
const withStart = (ticks: readonly Tick[], left: number, label: string, room: number): readonly Tick[] => {
  const first = ticks.find((tick) => tick.label !== null);
  return first !== undefined && first.x - left < room ? ticks : [{ x: left, label }, ...ticks];
};

/** A time scale from `from` to `to` (both inclusive) over `left`..`right` pixels, ticks at months or years. */
export function timeAxis(from: string, to: string, left: number, right: number): TimeAxis {
  const [start, end] = [dayOf(from), dayOf(to) + 1];
  const x = (day: number): number => left + ((day - start) / Math.max(1, end - start)) * (right - left);
  const width = right - left;
  const months = monthsBetween(start, end - 1);
  if (months.length > 30) {
    const years = months.filter((day) => monthOf(day) === 1);
    const labelled = new Set(thinned(years, width, YEAR_ROOM));
    const ticks = years.map((day) => ({ x: x(day), label: labelled.has(day) ? String(yearOf(day)) : null }));
    return { left, right, x, ticks: withStart(ticks, left, String(yearOf(start)), YEAR_ROOM) };
  }
  if (months.length > 1) {
    const labelled = new Set(thinned(months, width, MONTH_ROOM));
    const name = (day: number, withYear: boolean): string => {
      const month = (WORDS.months12[monthOf(day) - 1] ?? "").slice(0, 3);
      return withYear ? `${month} ${yearOf(day)}` : month;
    };
    const ticks = months.map((day) => ({
      x: x(day),
      label: labelled.has(day) ? name(day, monthOf(day) === 1 || day === start) : null,
    }));
    return { left, right, x, ticks: withStart(ticks, left, name(start, true), MONTH_ROOM) };
  }
  return { left, right, x, ticks: [{ x: x(start), label: sayDay(from) }] };
}
