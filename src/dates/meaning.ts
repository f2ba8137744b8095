import type { DateModifier } from "./date-mention.ts";
import type { Unit } from "./units.ts";

/** "last", "this", "next" look from the day of writing; "that", "following", "preceding" from where the story stands. */
export type Direction = "last" | "this" | "next" | "that" | "following" | "preceding";

/**
 * Where counting starts: the day of publication, the day the story has reached, whichever of the two the text dates by ("here"),
 * the nearest to publication as the tense has it, or another expression.
 */
export const ORIGINS = ["speech", "story", "here", "nearest"] as const;
export type Origin = (typeof ORIGINS)[number] | Meaning;

/** A calendar name with whatever components the words give; null is what they leave open. */
export interface CalendarMeaning {
  readonly kind: "calendar";
  readonly year: number | null;
  /** "'99", "JAN 90": the century is left open. */
  readonly shortYear: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly season: string | null;
  readonly quarter: number | null;
  readonly half: number | null;
  readonly direction: Direction | null;
  /** "5/6/2016": day and month could change places. */
  readonly swappable: boolean;
  /** What figures that cannot change places put first ("25/6/2016": the day), else null. */
  readonly first: "day" | "month" | null;
  /** Month at which the range ends: "November to February 1943" starts a year earlier. */
  readonly before: number | null;
}

/** `zone` in hours ahead of UTC, null where the words give local time. */
export interface ClockMeaning {
  readonly kind: "clock";
  readonly minutes: number;
  readonly zone: number | null;
}

export type Meaning =
  | CalendarMeaning
  | { readonly kind: "weekday"; readonly weekday: number; readonly direction: Direction | null }
  /** `count` is null where the words name no figure ("some weeks ago"). */
  | { readonly kind: "offset"; readonly unit: Unit; readonly count: number | null; readonly origin: Origin }
  | { readonly kind: "decade"; readonly first: number | null; readonly short: number | null }
  | { readonly kind: "century"; readonly first: number }
  | {
      readonly kind: "named";
      readonly name: string;
      readonly year: number | null;
      readonly direction: Direction | null;
    }
  | {
      readonly kind: "foreign";
      readonly calendar: string;
      readonly year: number;
      readonly month: number;
      readonly day: number | null;
    }
  /** "the summer of 1916", "February of that year", "Monday of last week". */
  | { readonly kind: "within"; readonly part: Meaning; readonly whole: Meaning }
  | { readonly kind: "modified"; readonly modifier: DateModifier; readonly of: Meaning }
  | { readonly kind: "range"; readonly from: Meaning; readonly to: Meaning }
  | { readonly kind: "fiscal"; readonly of: Meaning }
  /** "earlier this month": from its start to the day before; "later this month": from the day after to its end. */
  | { readonly kind: "elapsed" | "remaining"; readonly of: Meaning }
  /**
   * What business news compares with: the quarter spoken of, `back` years before (or in `year`). `plain` is what the words mean where
   * no quarter is spoken of; null where they name a quarter themselves.
   */
  | {
      readonly kind: "comparison";
      readonly quarter: number | null;
      readonly year: number | null;
      readonly back: number;
      readonly plain: Meaning | null;
    }
  /** A date that no calendar interval can hold (before Christ). */
  | { readonly kind: "beyond"; readonly unit: Unit }
  /** "two days after the attack": counted from an event, which may or may not be dated elsewhere. `count` is negative for "before". */
  | { readonly kind: "event"; readonly unit: Unit; readonly count: number | null }
  /** A time of day by itself ("0400 GMT"): it names a day only beside one. */
  | ClockMeaning
  /** "11 pm EST on 3 May". */
  | { readonly kind: "timed"; readonly clock: ClockMeaning; readonly of: Meaning }
  /** ISO 8601's weeks, Monday to Sunday; `day` 1-7 or null for the week. */
  | { readonly kind: "isoweek"; readonly year: number; readonly week: number; readonly day: number | null }
  /** A whole year of another calendar ("AH 1400"). */
  | { readonly kind: "foreignyear"; readonly calendar: string; readonly year: number }
  | { readonly kind: "duration"; readonly unit: Unit | null; readonly count: number | null }
  | { readonly kind: "set" };

export const calendar = (given: Partial<Omit<CalendarMeaning, "kind">>): CalendarMeaning => ({
  kind: "calendar",
  year: null,
  shortYear: null,
  month: null,
  day: null,
  season: null,
  quarter: null,
  half: null,
  direction: null,
  swappable: false,
  first: null,
  before: null,
  ...given,
});

/** The stretch that the expression names, or "interval" where it is none of the calendar's own. */
export function unitOf(meaning: Meaning): Unit | "interval" {
  switch (meaning.kind) {
    case "calendar":
      return calendarUnit(meaning);
    case "weekday":
      return "day";
    case "named":
      return "day";
    case "foreign":
      return meaning.day === null ? "interval" : "day";
    case "offset":
      return meaning.unit;
    case "comparison":
      return meaning.plain === null ? "quarter" : unitOf(meaning.plain);
    case "decade":
      return "decade";
    case "century":
      return "century";
    case "within":
      return unitOf(meaning.part);
    case "event":
    case "beyond":
      return meaning.unit;
    case "clock":
      return "day";
    case "isoweek":
      return meaning.day === null ? "week" : "day";
    case "modified":
    case "timed":
    case "fiscal":
    case "elapsed":
    case "remaining":
      return unitOf(meaning.of);
    default:
      return "interval";
  }
}

function calendarUnit(meaning: CalendarMeaning): Unit {
  if (meaning.day !== null) return "day";
  if (meaning.month !== null) return "month";
  if (meaning.season !== null) return "season";
  if (meaning.quarter !== null) return "quarter";
  return meaning.half !== null ? "half" : "year";
}

/** Does the expression depend on when it was written or where the story stands? */
export function isDeictic(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case "offset":
      return typeof meaning.origin === "string" || isDeictic(meaning.origin);
    case "weekday":
    case "comparison":
    case "event":
    case "clock":
      return true;
    case "calendar":
      return meaning.direction !== null;
    case "within":
      return isDeictic(meaning.part) || isDeictic(meaning.whole);
    case "modified":
    case "timed":
    case "fiscal":
    case "elapsed":
    case "remaining":
      return isDeictic(meaning.of);
    case "range":
      return isDeictic(meaning.from) || isDeictic(meaning.to);
    case "named":
      return meaning.direction !== null;
    default:
      return false;
  }
}

/** Are year and day both in the words? */
export function isExplicit(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case "calendar":
      return meaning.year !== null;
    case "decade":
      return meaning.first !== null;
    case "century":
    case "foreign":
    case "foreignyear":
    case "isoweek":
      return true;
    case "named":
      return meaning.year !== null;
    case "within":
      return isExplicit(meaning.whole);
    case "modified":
    case "timed":
    case "fiscal":
    case "elapsed":
    case "remaining":
      return isExplicit(meaning.of);
    case "range":
      return isExplicit(meaning.from) && isExplicit(meaning.to);
    default:
      return false;
  }
}
