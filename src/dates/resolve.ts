import { civilOf, dayNumberOf, isRealDay } from "../record/index.ts";
import type { DateModifier, Ground } from "./date-mention.ts";
import { ORDER_LEFT_OPEN } from "./date-mention.ts";
import type { DateOrder } from "./date-order.ts";
import { foreignStretch } from "./foreign-calendars.ts";
import type { CalendarMeaning, Direction, Meaning } from "./meaning.ts";
import { unitOf } from "./meaning.ts";
import { namedDay } from "./named-days.ts";
import type { Outlook } from "./tense.ts";
import {
  monthStretch,
  monthsStretch,
  type Stretch,
  seasonStretch,
  stretchAround,
  type Unit,
  weekdayOfNumber,
  yearsStretch,
} from "./units.ts";

/** What an expression is read against. Days are day numbers. */
export interface Standpoint {
  /** Day of publication, or null where nobody knows it. */
  readonly speech: number | null;
  /** Where the story stands: the last settled expression of the story line. */
  readonly story: Settled | null;
  /** History and court reports: components that the words leave out come from the story, not from the day of publication. */
  readonly narrative: boolean;
  /** Which way the sentence looks from the day of publication; asked only where it matters. */
  readonly outlook: () => Outlook;
  /** The last quarter of a year that was spoken of, where it was not long ago: what "a year earlier" compares with. */
  readonly quarter: Settled | null;
  /** Whether figures give the day or the month first; null where the document does not tell. */
  readonly order: DateOrder | null;
}

/** An expression with its place in the calendar. */
export interface Settled {
  readonly stretch: Stretch;
  readonly unit: Unit | "interval";
  readonly year: Ground;
  readonly day: Ground;
  readonly modifier: DateModifier;
  readonly other: Stretch | null;
}

const SAID: Ground = { said: true };
const by = (rule: string): Ground => ({ said: false, rule });

const settled = (stretch: Stretch, unit: Unit | "interval", year: Ground, day: Ground): Settled => ({
  stretch,
  unit,
  year,
  day,
  modifier: null,
  other: null,
});

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

/** Day the reader is taken to stand on: the story's in a narrative, else the day of publication. */
const standing = (at: Standpoint): { readonly day: number; readonly rule: string } | null => {
  if (at.narrative && at.story !== null) return { day: at.story.stretch.from, rule: "story" };
  if (at.speech !== null) return { day: at.speech, rule: "publication" };
  return at.story === null ? null : { day: at.story.stretch.from, rule: "story" };
};

const distance = (stretch: Stretch, day: number): number => Math.max(0, stretch.from - day, day - stretch.to);

interface Choice {
  readonly stretch: Stretch;
  readonly rule: string;
}

/** A story moves forward: the first stretch that is not long before where it stands. */
const LOOK_BACK: Readonly<Record<string, number>> = { day: 130, month: 130, season: 100 };

function choiceInStory(candidates: readonly Stretch[], story: Settled, unit: string): Choice | null {
  if (story.unit === "year" || story.unit === "decade" || story.unit === "century") {
    const inside = candidates.find((c) => c.from >= story.stretch.from && c.from <= story.stretch.to);
    if (inside !== undefined) return { stretch: inside, rule: "year-of-the-story" };
  }
  const earliest = story.stretch.from - (LOOK_BACK[unit] ?? 180);
  const next = candidates.find((c) => c.to >= earliest);
  return next === undefined ? null : { stretch: next, rule: "next-in-the-story" };
}

/**
 * How much nearer the day on the other side must be before it overrules the verb ("declared a dividend, payable Nov. 10"); "open"
 * verbs lean to the past, as news does. Set on news of the 1980s and 1990s; quarters and seasons keep to their side.
 */
const AGAINST_OUTLOOK: Readonly<Record<string, Readonly<Record<Outlook, number>>>> = {
  day: { past: 6, open: 2, future: 4 },
  month: { past: 12, open: 2, future: 4 },
};
const LAST_QUARTER: Readonly<Record<Outlook, number>> = { past: Number.POSITIVE_INFINITY, open: 1, future: 1 };
const NEVER: Readonly<Record<Outlook, number>> = {
  past: Number.POSITIVE_INFINITY,
  open: 1,
  future: Number.POSITIVE_INFINITY,
};

function choiceInNews(candidates: readonly Stretch[], speech: number, outlook: Outlook, unit: string): Choice | null {
  const past = candidates.filter((c) => c.from <= speech).at(-1);
  const future = candidates.find((c) => c.to >= speech);
  if (past === undefined || future === undefined)
    return past === undefined && future === undefined
      ? null
      : { stretch: (past ?? future)!, rule: "nearest-to-publication" };
  const behind = distance(past, speech);
  const ahead = distance(future, speech);
  // Business news looks back at quarters unless a verb looks ahead.
  const side = unit === "quarter" && outlook === "open" ? "past" : outlook;
  const factor = (AGAINST_OUTLOOK[unit] ?? (unit === "quarter" ? LAST_QUARTER : NEVER))[side];
  const forward = side === "future" ? ahead <= behind * factor : ahead * factor < behind;
  const rule =
    side === "open" ? "nearest-to-publication" : forward ? "next-after-publication" : "last-before-publication";
  return { stretch: forward ? future : past, rule };
}

/** "that summer", "the following spring", "the preceding March", seen from the story. */
function chooseFromStory(
  candidates: readonly Stretch[],
  direction: CalendarMeaning["direction"],
  story: Stretch,
): Choice | null {
  const found =
    direction === "following"
      ? candidates.find((c) => c.from > story.from)
      : direction === "preceding"
        ? candidates.filter((c) => c.to < story.from).at(-1)
        : candidates.find((c) => c.to >= story.from);
  return found === undefined ? null : { stretch: found, rule: `${direction ?? "that"}-in-the-story` };
}

function chooseByDirection(candidates: readonly Stretch[], meaning: CalendarMeaning, speech: number): Choice | null {
  if (meaning.direction === "last") {
    const last = candidates.filter((c) => c.to < speech).at(-1);
    return last === undefined ? null : { stretch: last, rule: "last-before-publication" };
  }
  if (meaning.direction === "next") {
    const next = candidates.find((c) => c.from > speech);
    return next === undefined ? null : { stretch: next, rule: "next-after-publication" };
  }
  const year = civilOf(speech).year;
  const own = candidates.find((c) => civilOf(c.from).year === year);
  return own === undefined ? null : { stretch: own, rule: "year-of-publication" };
}

function settleCalendar(meaning: CalendarMeaning, at: Standpoint): Settled | null {
  const unit = unitOf(meaning);
  if (meaning.day !== null && meaning.month === null) return settleDayOfMonth(meaning.day, at);
  const said = meaning.year ?? (meaning.shortYear === null ? null : fullYear(meaning.shortYear, at));
  if (said !== null)
    return meaning.swappable ? settleFigures(meaning, said, at.order) : settleInYear(meaning, said, unit);
  if (meaning.shortYear !== null) return null;
  const storyBound =
    meaning.direction === "that" || meaning.direction === "following" || meaning.direction === "preceding";
  const spoken = (meaning.direction === "last" || meaning.direction === "this") && at.speech !== null;
  const stand =
    storyBound && at.story !== null
      ? { day: at.story.stretch.from, rule: "story" }
      : spoken
        ? { day: at.speech ?? 0, rule: "publication" }
        : standing(at);
  if (stand === null) return null;
  const year = civilOf(stand.day).year;
  const candidates = [year - 2, year - 1, year, year + 1, year + 2].flatMap((y) => stretchInYear(meaning, y) ?? []);
  const choice = choose(candidates, meaning, at, stand);
  return choice === null ? null : settled(choice.stretch, unit, by(choice.rule), SAID);
}

function choose(
  candidates: readonly Stretch[],
  meaning: CalendarMeaning,
  at: Standpoint,
  stand: { readonly day: number; readonly rule: string },
): Choice | null {
  if (meaning.direction === "that" || meaning.direction === "following" || meaning.direction === "preceding") {
    return chooseFromStory(candidates, meaning.direction, at.story?.stretch ?? { from: stand.day, to: stand.day });
  }
  if (meaning.direction !== null) return chooseByDirection(candidates, meaning, stand.day);
  if (stand.rule === "story" && at.story !== null) return choiceInStory(candidates, at.story, unitOf(meaning));
  return choiceInNews(candidates, stand.day, at.outlook(), unitOf(meaning));
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

/** "'99", "JAN 90": the year nearest to where the reader stands; without a standpoint a two-digit year names no year. */
function fullYear(short: number, at: Standpoint): number | null {
  const stand = standing(at);
  if (stand === null) return null;
  const here = civilOf(stand.day).year;
  const century = Math.floor(here / 100) * 100;
  const years = [century - 100 + short, century + short, century + 100 + short];
  const limit = here + (at.narrative ? 5 : 20);
  return years.filter((year) => year <= limit).at(-1) ?? null;
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

function settleWeekday(weekday: number, direction: Direction | null, at: Standpoint): Settled | null {
  const storyBound = direction === "that" || direction === "following" || direction === "preceding";
  const stand = storyBound && at.story !== null ? { day: at.story.stretch.to, rule: "story" } : standing(at);
  if (stand === null) return null;
  const behind = (weekdayOfNumber(stand.day) - weekday + 7) % 7;
  const before = stand.day - behind;
  const after = before + (behind === 0 ? 0 : 7);
  const at7 = (day: number, rule: string): Settled => settled({ from: day, to: day }, "day", by(rule), by(rule));
  if (direction === "last" || direction === "preceding")
    return at7(behind === 0 ? before - 7 : before, `last-before-${stand.rule}`);
  if (direction === "next" || direction === "following")
    return at7(behind === 0 ? before + 7 : after, `next-after-${stand.rule}`);
  if (direction === "this" || at.outlook() === "future" || stand.rule === "story")
    return at7(after, `next-after-${stand.rule}`);
  return at7(before, `last-before-${stand.rule}`);
}

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
  const count = at.outlook() === "future" || own.from <= stand.day ? 0 : -1;
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

function settleRange(from: Meaning, to: Meaning, at: Standpoint): Settled | null {
  const last = settle(to, at);
  const first = settle(from, last === null ? at : { ...at, story: at.story });
  if (first === null || last === null || first.stretch.from > last.stretch.to) return null;
  return {
    ...settled({ from: first.stretch.from, to: last.stretch.to }, "interval", first.year, first.day),
    modifier: null,
  };
}

function settleNamed(meaning: Extract<Meaning, { kind: "named" }>, at: Standpoint): Settled | null {
  if (meaning.year !== null) {
    const stretch = namedDay(meaning.name, meaning.year);
    return stretch === null
      ? null
      : settled(stretch, stretch.from === stretch.to ? "day" : "interval", SAID, by("calendar-of-named-days"));
  }
  const stand = standing(at);
  if (stand === null) return null;
  const year = civilOf(stand.day).year;
  const candidates = [year - 1, year, year + 1].flatMap((y) => namedDay(meaning.name, y) ?? []);
  const asCalendar = meaning.direction === "last" || meaning.direction === "next" ? meaning.direction : null;
  const choice =
    asCalendar === "last"
      ? { stretch: candidates.filter((c) => c.to < stand.day).at(-1), rule: "last-before-publication" }
      : asCalendar === "next"
        ? { stretch: candidates.find((c) => c.from > stand.day), rule: "next-after-publication" }
        : stand.rule === "story" && at.story !== null
          ? choiceInStory(candidates, at.story, "month")
          : choiceInNews(candidates, stand.day, at.outlook(), "feast");
  if (choice === null || choice.stretch === undefined) return null;
  return settled(
    choice.stretch,
    choice.stretch.from === choice.stretch.to ? "day" : "interval",
    by(choice.rule),
    by("calendar-of-named-days"),
  );
}

function settleDecade(first: number | null, short: number | null, at: Standpoint): Settled | null {
  if (first !== null) return settled(yearsStretch(first, 10), "decade", SAID, SAID);
  const year = short === null ? null : fullYear(short, at);
  return year === null ? null : settled(yearsStretch(year, 10), "decade", by("century-left-out"), SAID);
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
    case "foreign": {
      const stretch = foreignStretch(meaning.calendar, meaning.year, meaning.month, meaning.day);
      return stretch === null
        ? null
        : settled(
            stretch,
            meaning.day === null ? "interval" : "day",
            by(`${meaning.calendar}-calendar`),
            by(`${meaning.calendar}-calendar`),
          );
    }
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
    case "beyond":
    case "duration":
    case "set":
      return null;
  }
}
