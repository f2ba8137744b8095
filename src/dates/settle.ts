import { civilOf, dayNumberOf, isRealDay } from "../record/index.ts";
import { dayOfSameMoment } from "./clock.ts";
import type { DateModifier } from "./date-mention.ts";
import { foreignYear } from "./foreign-calendars.ts";
import type { ClockMeaning, Meaning } from "./meaning.ts";
import { unitOf } from "./meaning.ts";
import { namedDay } from "./named-days.ts";
import { settleCalendar, stretchInYear } from "./settle-calendar.ts";
import { settleDecade, settleForeign, settleNamed, settleWeekday } from "./settle-names.ts";
import { by, isCoarserThan, SAID, type Settled, type Standpoint, settled, standing } from "./standpoint.ts";
import { monthsStretch, type Stretch, stretchAround, type Unit, weekdayOfNumber, yearsStretch } from "./units.ts";

/** Units whose count moves the very day ("two days later") or the stretch around it ("two months ago" is a month). */
function moved(origin: Settled, unit: Unit, count: number): { readonly stretch: Stretch; readonly unit: Unit } {
  const from = origin.stretch.from;
  if (unit === "week" && origin.unit === "day" && count !== 0)
    return { stretch: { from: from + 7 * count, to: from + 7 * count }, unit: "day" };
  return { stretch: stretchAround(from, unit, count), unit };
}

function settleOffset(meaning: Extract<Meaning, { kind: "offset" }>, at: Standpoint): Settled | null {
  if (meaning.count === null) return null;
  if (meaning.origin === "speech") {
    const day = at.speech;
    if (day === null) return null;
    const rule = by("counted-from-publication");
    return settled(stretchAround(day, meaning.unit, meaning.count), meaning.unit, rule, rule);
  }
  if (meaning.origin === "nearest") return settleNearest(meaning.unit, at);
  const origin = originOf(meaning.origin, at);
  if (origin === null) return null;
  // "the next day" after a month that was named is no day anyone could point to.
  if (typeof meaning.origin === "string" && isCoarserThan(origin, meaning.unit)) return null;
  const rule = by(meaning.origin === "story" ? "counted-from-the-story" : "counted-from-the-date-named");
  const there = moved(origin, meaning.unit, meaning.count);
  return settled(there.stretch, there.unit, rule, rule);
}

function originOf(origin: "story" | "here" | Meaning, at: Standpoint): Settled | null {
  if (typeof origin !== "string") return settle(origin, at);
  return origin === "story" || at.narrative ? (at.story ?? speechAsStory(at)) : speechAsStory(at);
}

/** "the weekend": the one gone by, or the coming one where the verb looks ahead. */
function settleNearest(unit: Unit, at: Standpoint): Settled | null {
  const stand = standing(at);
  if (stand === null) return null;
  const own = stretchAround(stand.day, unit, 0);
  const count = own.from <= stand.day || at.looksAhead() ? 0 : -1;
  const rule = by(count === 0 ? `at-or-after-${stand.rule}` : `last-before-${stand.rule}`);
  return settled(stretchAround(stand.day, unit, count), unit, rule, rule);
}

/** The part of a stretch before the day of writing, or after it. Where the story dates the text, the words only shade the stretch. */
function settleElapsed(kind: "elapsed" | "remaining", of: Meaning, at: Standpoint): Settled | null {
  const whole = settle(of, at);
  if (whole === null) return null;
  const modifier: DateModifier = kind === "elapsed" ? "early" : "late";
  const day = at.speech;
  if (day === null || whole.unit === "day" || day < whole.stretch.from || day > whole.stretch.to)
    return { ...whole, modifier };
  const stretch =
    kind === "elapsed" ? { from: whole.stretch.from, to: day - 1 } : { from: day + 1, to: whole.stretch.to };
  if (stretch.from > stretch.to) return { ...whole, modifier };
  return {
    ...whole,
    stretch,
    unit: "interval",
    modifier,
    day: by(kind === "elapsed" ? "before-the-day-of-writing" : "after-the-day-of-writing"),
  };
}

const speechAsStory = (at: Standpoint): Settled | null =>
  at.speech === null ? null : settled({ from: at.speech, to: at.speech }, "day", by("publication"), by("publication"));

function settleWithin(part: Meaning, whole: Meaning, at: Standpoint): Settled | null {
  const outer = settle(whole, at);
  if (outer === null) return null;
  const year = civilOf(outer.stretch.from).year;
  if (part.kind === "calendar" && part.day !== null && part.month === null) {
    const { month } = civilOf(outer.stretch.from);
    const day = isRealDay(year, month, part.day) ? dayNumberOf(year, month, part.day) : null;
    return day === null ? null : settled({ from: day, to: day }, "day", outer.year, outer.day);
  }
  if (part.kind === "calendar") {
    const stretch = stretchInYear(part, year);
    return stretch === null ? null : settled(stretch, unitOf(part), outer.year, SAID);
  }
  if (part.kind === "named") {
    const day = namedDay(part.name, year);
    return day === null
      ? null
      : settled(day, day.from === day.to ? "day" : "interval", outer.year, by("calendar-of-named-days"));
  }
  if (part.kind === "weekday") {
    const first = outer.stretch.from;
    const day = first + ((part.weekday - weekdayOfNumber(first) + 7) % 7);
    return settled({ from: day, to: day }, "day", outer.year, outer.day);
  }
  return settle(part, { ...at, story: outer, narrative: true });
}

/**
 * "a year earlier", "the year-ago quarter", "the latest period": the quarter that the text speaks of, so many years back.
 * Without one: the last full quarter where the words say quarter, else the year.
 */
function settleComparison(meaning: Extract<Meaning, { kind: "comparison" }>, at: Standpoint): Settled | null {
  const rule = by("quarter-spoken-of");
  const base =
    at.quarter?.stretch.from ??
    (meaning.plain === null && at.speech !== null ? stretchAround(at.speech, "quarter", -1).from : null);
  if (base === null) return meaning.plain === null ? null : settle(meaning.plain, at);
  const { year, month } = civilOf(base);
  const quarter = meaning.quarter ?? Math.floor((month - 1) / 3) + 1;
  return settled(
    monthsStretch((meaning.year ?? year) - meaning.back, quarter * 3 - 2, 3),
    "quarter",
    meaning.year === null ? rule : SAID,
    rule,
  );
}

/** Week 1 of a year holds its 4 January. */
function settleIsoWeek(meaning: Extract<Meaning, { kind: "isoweek" }>): Settled {
  const monday = stretchAround(dayNumberOf(meaning.year, 1, 4), "week", meaning.week - 1).from;
  if (meaning.day === null) return settled({ from: monday, to: monday + 6 }, "week", SAID, SAID);
  const day = monday + meaning.day - 1;
  return settled({ from: day, to: day }, "day", SAID, SAID);
}

/** Counted from the date that the text states for the event elsewhere; without one nothing is guessed. */
function settleFromEvent(meaning: Extract<Meaning, { kind: "event" }>, at: Standpoint): Settled | null {
  const event = at.event();
  if (event === null || meaning.count === null || isCoarserThan(event, meaning.unit)) return null;
  const there = moved(event, meaning.unit, meaning.count);
  const rule = by("counted-from-the-event-named");
  return settled(there.stretch, there.unit, rule, rule);
}

/** A time of day belongs to the day just spoken of, or to its neighbour where another zone's clock shows the same moment. */
function settleClock(clock: ClockMeaning, at: Standpoint): Settled | null {
  if (at.beside === null) return null;
  const { day, moment } = at.beside;
  const own = moment === null ? day : dayOfSameMoment({ day, clock: moment }, clock);
  const rule = by(moment === null ? "day-just-spoken-of" : "same-moment-on-another-clock");
  return settled({ from: own, to: own }, "day", rule, rule);
}

function settleRange(from: Meaning, to: Meaning, at: Standpoint): Settled | null {
  const last = settle(to, at);
  const first = settle(from, at);
  if (first === null || last === null || first.stretch.from > last.stretch.to) return null;
  return settled({ from: first.stretch.from, to: last.stretch.to }, "interval", first.year, first.day);
}

/** When the expression is, as seen from `at`; null where nothing settles it. */
export function settle(meaning: Meaning, at: Standpoint): Settled | null {
  switch (meaning.kind) {
    case "calendar":
      return settleCalendar(meaning, at);
    case "weekday":
      return settleWeekday(meaning.weekday, meaning.direction, at);
    case "offset":
      return settleOffset(meaning, at);
    case "decade":
      return settleDecade(meaning.first, meaning.short, at);
    case "century":
      return settled(yearsStretch(meaning.first, 100), "century", SAID, SAID);
    case "named":
      return settleNamed(meaning, at);
    case "foreign":
      return settleForeign(meaning);
    case "within":
      return settleWithin(meaning.part, meaning.whole, at);
    case "modified": {
      const of = settle(meaning.of, at);
      return of === null ? null : { ...of, modifier: meaning.modifier };
    }
    case "comparison":
      return settleComparison(meaning, at);
    case "range":
      return settleRange(meaning.from, meaning.to, at);
    case "elapsed":
    case "remaining":
      return settleElapsed(meaning.kind, meaning.of, at);
    case "fiscal": {
      const of = settle(meaning.of, at);
      return of === null ? null : { ...of, day: by("fiscal-year-read-as-calendar-year") };
    }
    case "isoweek":
      return settleIsoWeek(meaning);
    case "foreignyear": {
      const stretch = foreignYear(meaning.calendar, meaning.year);
      const rule = by(`${meaning.calendar}-calendar`);
      return stretch === null ? null : settled(stretch, "interval", rule, rule);
    }
    case "timed":
      return settle(meaning.of, at);
    case "event":
      return settleFromEvent(meaning, at);
    case "clock":
      return settleClock(meaning, at);
    case "beyond":
    case "duration":
    case "set":
      return null;
  }
}
