import { civilOf } from "../record/index.ts";
import { chooseStretch, looksFromStory } from "./choose-stretch.ts";
import { foreignStretch } from "./foreign-calendars.ts";
import type { Direction, Meaning } from "./meaning.ts";
import { namedDay } from "./named-days.ts";
import { fullYear } from "./settle-calendar.ts";
import {
  by,
  isCoarserThan,
  SAID,
  type Settled,
  type Standing,
  type Standpoint,
  settled,
  standing,
} from "./standpoint.ts";
import { type Stretch, type Unit, weekdayOfNumber, yearsStretch } from "./units.ts";

/** "Tuesday (Monday evening in Washington)": the same moment elsewhere, so a neighbour of the day before the bracket. */
function settleBesideDay(weekday: number, day: number): Settled | null {
  const ahead = (weekday - weekdayOfNumber(day) + 7) % 7;
  if (ahead !== 0 && ahead !== 1 && ahead !== 6) return null;
  const own = ahead === 6 ? day - 1 : day + ahead;
  const rule = by("next-to-the-day-beside-it");
  return settled({ from: own, to: own }, "day", rule, rule);
}

export function settleWeekday(weekday: number, direction: Direction | null, at: Standpoint): Settled | null {
  const neighbour =
    at.beside?.bracketed === true && direction === null ? settleBesideDay(weekday, at.beside.day) : null;
  if (neighbour !== null) return neighbour;
  const stand: Standing | null =
    looksFromStory(direction) && at.story !== null
      ? { day: at.story.stretch.to, rule: "story" }
      : direction !== null && at.speech !== null
        ? { day: at.speech, rule: "publication" }
        : standing(at);
  if (stand === null || (stand.rule === "story" && isCoarserThan(at.story, "week"))) return null;
  const behind = (weekdayOfNumber(stand.day) - weekday + 7) % 7;
  const before = stand.day - behind;
  const after = before + (behind === 0 ? 0 : 7);
  const at7 = (day: number, rule: string): Settled => settled({ from: day, to: day }, "day", by(rule), by(rule));
  if (direction === "last" || direction === "preceding")
    return at7(behind === 0 ? before - 7 : before, `last-before-${stand.rule}`);
  if (direction === "next" || direction === "following")
    return at7(behind === 0 ? before + 7 : after, `next-after-${stand.rule}`);
  if (direction === "this" || stand.rule === "story" || at.looksAhead()) return at7(after, `next-after-${stand.rule}`);
  return at7(before, `last-before-${stand.rule}`);
}

export function settleNamed(meaning: Extract<Meaning, { kind: "named" }>, at: Standpoint): Settled | null {
  if (meaning.year !== null) {
    const stretch = namedDay(meaning.name, meaning.year);
    return stretch === null ? null : settled(stretch, unitOfFeast(stretch), SAID, by("calendar-of-named-days"));
  }
  const stand = standing(at);
  if (stand === null) return null;
  const year = civilOf(stand.day).year;
  const candidates = [year - 1, year, year + 1].flatMap((y) => namedDay(meaning.name, y) ?? []);
  const choice = chooseStretch(candidates, "feast", meaning.direction, at, stand);
  if (choice === null) return null;
  return settled(choice.stretch, unitOfFeast(choice.stretch), by(choice.rule), by("calendar-of-named-days"));
}

const unitOfFeast = (stretch: Stretch): Unit | "interval" => (stretch.from === stretch.to ? "day" : "interval");

export function settleDecade(first: number | null, short: number | null, at: Standpoint): Settled | null {
  if (first !== null) return settled(yearsStretch(first, 10), "decade", SAID, SAID);
  const year = short === null ? null : fullYear(short, at);
  return year === null ? null : settled(yearsStretch(year, 10), "decade", by("century-left-out"), SAID);
}

export function settleForeign(meaning: Extract<Meaning, { kind: "foreign" }>): Settled | null {
  const stretch = foreignStretch(meaning.calendar, meaning.year, meaning.month, meaning.day);
  const rule = by(`${meaning.calendar}-calendar`);
  return stretch === null ? null : settled(stretch, meaning.day === null ? "interval" : "day", rule, rule);
}
