import type { ClockMeaning } from "./meaning.ts";

const HOUR = 60;
const DAY = 24 * HOUR;
/** Local time lies between so many hours behind UTC and so many ahead. */
const WESTERNMOST = -12;
const EASTERNMOST = 14;

/** "8:30", "11", "0400", "noon" with "pm" or nothing, as minutes after midnight; null where no clock shows it. */
export function clockMinutes(time: string, half: string | null): number | null {
  if (time === "noon" || time === "midday") return 12 * HOUR;
  if (time === "midnight") return DAY;
  const [hours = Number.NaN, minutes = 0] = time.includes(":")
    ? time.split(":").map(Number)
    : time.length === 4
      ? [Number(time.slice(0, 2)), Number(time.slice(2))]
      : [Number(time)];
  if (minutes > 59 || !(hours >= 0)) return null;
  if (half === null) return hours <= 24 && hours * HOUR + minutes <= DAY ? hours * HOUR + minutes : null;
  return hours < 1 || hours > 12 ? null : ((hours % 12) + (half === "pm" ? 12 : 0)) * HOUR + minutes;
}

/** A moment whose day is known, as a clock somewhere shows it. `day` is a day number. */
export interface Moment {
  readonly day: number;
  readonly clock: ClockMeaning;
}

/**
 * The day on which another clock shows the same moment: "11 pm EST on 3 May (0400 GMT)" is 4 May. Where one of the two is local time of
 * an unnamed zone, the day is the one that puts the place on the globe: 11:30 p.m. there with 0430 GMT makes it five hours behind, not
 * nineteen ahead.
 */
export function dayOfSameMoment({ day, clock }: Moment, other: ClockMeaning): number {
  if (clock.zone !== null && other.zone !== null) {
    const utc = day * DAY + clock.minutes - clock.zone * HOUR;
    return Math.round((utc + other.zone * HOUR - other.minutes) / DAY);
  }
  if ((clock.zone === null) === (other.zone === null)) return day;
  const ahead = (clock.zone === null ? clock.minutes - other.minutes : other.minutes - clock.minutes) / HOUR;
  const known = clock.zone ?? other.zone ?? 0;
  const turn = ahead + known > EASTERNMOST ? 1 : ahead + known < WESTERNMOST ? -1 : 0;
  return clock.zone === null ? day + turn : day - turn;
}
