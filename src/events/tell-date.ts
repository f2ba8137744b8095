import type { DateMention } from "../dates/index.ts";
import { addDays, type EventDate } from "../record/index.ts";
import type { Match } from "./guards.ts";

export const eventDateOf = (mention: DateMention, inferredBy?: string): EventDate | null => {
  const { from, to, precision, start, end, text } = mention;
  if (from === null || to === null) return null;
  const rule = inferredBy ?? (mention.year.said ? undefined : mention.year.rule);
  return { from, to, precision, mentions: [{ start, end, text }], ...(rule === undefined ? {} : { inferredBy: rule }) };
};

/** "police said on Monday": the date of the saying. */
function datesTheSaying(match: Match, date: DateMention): boolean {
  return match.passage.attributions.some(({ cue, content }) => {
    const inContent = content.start <= date.start && date.end <= content.end;
    if (inContent) return false;
    const gap = date.start >= cue.end ? date.start - cue.end : cue.start - date.end;
    return gap >= 0 && gap <= 16;
  });
}

/** "the riot of 1961", "Saturday's attack": in the noun's own phrase. What else dates the sentence dates another act. */
export function standsWith(match: Match, item: { readonly start: number; readonly end: number }): boolean {
  const { tokens } = match.passage;
  const first = tokens.findIndex((token) => token.end > item.start);
  const last = tokens.findLastIndex((token) => token.start < item.end);
  const verbs = match.passage.verbs.filter((verb) => verb.form === "finite"); // "the strike planned for 1 May"
  if (first > match.last)
    return first - match.last <= 4 && !verbs.some((verb) => verb.first > match.last && verb.first < first);
  return (
    match.first - last <= 3 && last < match.first && !verbs.some((verb) => verb.first > last && verb.last < match.first)
  );
}

/** Verb groups between two places of a sentence: how far apart they are in the telling. */
function clausesBetween(match: Match, date: DateMention): number {
  const trigger = match.passage.tokens[match.head]!;
  const [from, to] = date.start < trigger.start ? [date.end, trigger.start] : [trigger.end, date.start];
  return match.passage.verbs.filter((verb) => {
    const head = match.passage.tokens[verb.head]!;
    return head.start >= from && head.end <= to && verb !== match.slots.verb;
  }).length;
}

/** The dates of a sentence that may be the trigger's, best first: the nearest by clauses, then by distance. */
export function rankDates(match: Match, definite: boolean): readonly DateMention[] {
  const trigger = match.passage.tokens[match.head]!;
  return match.passage.dates
    .filter((date) => date.from !== null && date.to !== null && !datesTheSaying(match, date))
    .filter((date) => !definite || standsWith(match, date))
    .map((date) => ({
      date,
      clauses: clausesBetween(match, date),
      distance: Math.abs(date.start - trigger.start),
    }))
    .sort((a, b) => a.clauses - b.clauses || a.distance - b.distance)
    .map(({ date }) => date);
}

/**
 * The date that a sentence gives a trigger: the nearest by clauses, then by distance; an opening date ("On 4 April …")
 * holds for every clause after it. Null where the sentence has none that is not the date of a saying.
 */
export function tellDate(match: Match, definite: boolean): EventDate | null {
  const [best] = rankDates(match, definite);
  return best === undefined ? null : (countedFrom(match, best) ?? eventDateOf(best));
}

const NUMBERS: readonly string[] = ["", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function numberOf(word: string): number {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  return word === "one" ? 1 : NUMBERS.indexOf(word);
}

/** "It was called off on 28 April, a day after ten leaders had been arrested": the arrest is a day before that date. */
function countedFrom(match: Match, date: DateMention): EventDate | null {
  const { tokens } = match.passage;
  const words = tokens.filter((token) => token.start >= date.end && token.form !== ",").slice(0, 3);
  const [many, unit, way] = words.map((token) => token.norm);
  const days = numberOf(many ?? "") * (/^weeks?$/.test(unit ?? "") ? 7 : /^days?$/.test(unit ?? "") ? 1 : 0);
  const last = words[2];
  if (last === undefined || days <= 0 || (way !== "after" && way !== "before")) return null;
  if (tokens[match.head]!.start < last.end) return null;
  const plain = eventDateOf(date);
  const shift = way === "after" ? -days : days;
  return (
    plain && {
      ...plain,
      from: addDays(plain.from, shift),
      to: addDays(plain.to, shift),
      inferredBy: "counted-from-the-other-event",
    }
  );
}
