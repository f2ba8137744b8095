import { civilOf, dayNumberOf, isRealDay } from "../record/index.ts";
import { chooseStretch, looksFromStory } from "./choose-stretch.ts";
import { type Ground, ORDER_LEFT_OPEN } from "./date-mention.ts";
import type { DateOrder } from "./date-order.ts";
import type { CalendarMeaning, Direction } from "./meaning.ts";
import { unitOf } from "./meaning.ts";
import { by, SAID, type Settled, type Standing, type Standpoint, settled, standing } from "./standpoint.ts";
import { monthStretch, monthsStretch, type Stretch, seasonStretch, type Unit, yearsStretch } from "./units.ts";

/** The stretch of a calendar name in a given year, or null where that year has no such day. */
export function stretchInYear(meaning: CalendarMeaning, year: number): Stretch | null {
  if (meaning.day !== null) {
    if (meaning.month === null || !isRealDay(year, meaning.month, meaning.day)) return null;
    const day = dayNumberOf(year, meaning.month, meaning.day);
    return { from: day, to: day };
  }
  if (meaning.month !== null) return monthStretch(year, meaning.month);
  if (meaning.season !== null) return seasonStretch(year, meaning.season);
  if (meaning.quarter !== null) return monthsStretch(year, meaning.quarter * 3 - 2, 3);
  if (meaning.half !== null) return monthsStretch(year, meaning.half * 6 - 5, 6);
  return yearsStretch(year, 1);
}

/** Day, month, season, quarter, half or year: settled by the year that is said, or by the one that fits. */
export function settleCalendar(meaning: CalendarMeaning, at: Standpoint): Settled | null {
  const unit = unitOf(meaning);
  if (meaning.day !== null && meaning.month === null) return settleDayOfMonth(meaning.day, at);
  const said = meaning.year ?? (meaning.shortYear === null ? null : fullYear(meaning.shortYear, at));
  if (said !== null)
    return meaning.swappable ? settleFigures(meaning, said, at.order) : settleInYear(meaning, said, unit);
  if (meaning.shortYear !== null) return null;
  const stand = standingFor(meaning.direction, at);
  if (stand === null) return null;
  const year = civilOf(stand.day).year;
  const candidates = [year - 2, year - 1, year, year + 1, year + 2].flatMap((y) => stretchInYear(meaning, y) ?? []);
  const choice = chooseStretch(candidates, unit, meaning.direction, at, stand);
  return choice === null ? null : settled(choice.stretch, unit, by(choice.rule), SAID);
}

/** "that summer" is seen from the story, "last summer" from the day of writing, whatever else the text dates by. */
function standingFor(direction: Direction | null, at: Standpoint): Standing | null {
  if (looksFromStory(direction) && at.story !== null) return { day: at.story.stretch.from, rule: "story" };
  if ((direction === "last" || direction === "this") && at.speech !== null)
    return { day: at.speech, rule: "publication" };
  return standing(at);
}

/** "'99", "JAN 90": the year nearest to where the reader stands; without a standpoint a two-digit year names no year. */
export function fullYear(short: number, at: Standpoint): number | null {
  const stand = standing(at);
  if (stand === null) return null;
  const here = civilOf(stand.day).year;
  const century = Math.floor(here / 100) * 100;
  const years = [century - 100 + short, century + short, century + 100 + short];
  const limit = here + (at.narrative ? 5 : 20);
  return years.filter((year) => year <= limit).at(-1) ?? null;
}

function settleInYear(meaning: CalendarMeaning, year: number, unit: Unit | "interval"): Settled | null {
  const stretch = stretchInYear(meaning, year);
  if (stretch === null) return null;
  const ground: Ground = meaning.year === null ? by("century-left-out") : SAID;
  return settled(stretch, unit, ground, SAID);
}

/** "02-03-2016": settled by the document's order, or left with both readings. */
function settleFigures(meaning: CalendarMeaning, year: number, order: DateOrder | null): Settled | null {
  const dayFirst = settleInYear(meaning, year, "day");
  const monthFirst = settleInYear({ ...meaning, month: meaning.day, day: meaning.month }, year, "day");
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst;
  if (order !== null) return { ...(order.dayFirst ? dayFirst : monthFirst), day: by(order.rule) };
  return { ...dayFirst, day: by(ORDER_LEFT_OPEN), other: monthFirst.stretch };
}

/** "the 25th", without a month: that day of the month where the reader stands. */
function settleDayOfMonth(day: number, at: Standpoint): Settled | null {
  const stand = standing(at);
  if (stand === null) return null;
  const { year, month } = civilOf(stand.day);
  if (!isRealDay(year, month, day)) return null;
  const number = dayNumberOf(year, month, day);
  const rule = by(`month-of-${stand.rule}`);
  return settled({ from: number, to: number }, "day", rule, rule);
}
