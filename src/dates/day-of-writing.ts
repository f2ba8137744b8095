import { civilOf } from "../record/index.ts";
import type { Outline } from "../text/index.ts";
import type { Find } from "./find.ts";
import { type CalendarMeaning, type Meaning, unitOf } from "./meaning.ts";
import { stretchInYear } from "./settle-calendar.ts";

/** The day that "yesterday" counts from, and what told it: rules are named after that. */
export interface DayOfWriting {
  readonly day: number;
  readonly told: "publication" | "dateline";
  /** The dateline's own date. */
  readonly find: Find | null;
}

/** "Published: March 4, 2011", "Last updated on 5 May 2013". */
const STAMP =
  /^\W{0,3}(?:first\s+|last\s+)?(?:published|posted|updated|issued|filed|date|dated)\b(?:\s+on)?[:\s]{0,3}$/i;

const dayMeaning = (meaning: Meaning): CalendarMeaning | null => {
  if (meaning.kind === "timed") return dayMeaning(meaning.of);
  return meaning.kind === "calendar" && meaning.month !== null && unitOf(meaning) === "day" && !meaning.swappable
    ? meaning
    : null;
};

const STAMP_WORD = /\b(?:published|posted|updated|issued|filed|date|dated)\b/i;
const STAMP_REACH = 40;

function isStamp(find: Find, outline: Outline): boolean {
  if (!STAMP_WORD.test(outline.text.slice(Math.max(0, find.start - STAMP_REACH), find.start))) return false;
  const sentence = outline.sentenceAt(find.start);
  if (sentence === null || find.start - sentence.start >= STAMP_REACH) return false;
  return STAMP.test(outline.text.slice(sentence.start, find.start));
}

/** Day of a dateline: with its year where it has one, else the last such day up to publication (an edition may be a day ahead). */
function dayOfDateline(meaning: CalendarMeaning, published: number | null): number | null {
  const inYear = (year: number): number | null => stretchInYear(meaning, year)?.from ?? null;
  if (meaning.year !== null) return inYear(meaning.year);
  if (published === null) return null;
  const { year } = civilOf(published + 1);
  const years = meaning.shortYear === null ? [year, year - 1] : yearsEndingIn(meaning.shortYear, year);
  return years.map(inYear).find((day) => day !== null && day <= published + 1) ?? null;
}

const yearsEndingIn = (short: number, year: number): readonly number[] => {
  const century = Math.floor(year / 100) * 100;
  return [century + short, century - 100 + short];
};

/**
 * The day of writing: a dateline's or a "Published" line's own date before the day the document is said to be published on, for that is
 * what its "yesterday" counts from. Null where neither is known: never today.
 */
export function dayOfWriting(finds: readonly Find[], text: Outline, published: number | null): DayOfWriting | null {
  for (const find of finds.slice(0, FIRST_FINDS)) {
    const meaning = dayMeaning(find.meaning);
    if (meaning === null) continue;
    if (!text.isDateline(find.start) && !(meaning.year !== null && isStamp(find, text))) continue;
    const day = dayOfDateline(meaning, published);
    if (day !== null) return { day, told: "dateline", find };
  }
  return published === null ? null : { day: published, told: "publication", find: null };
}
const FIRST_FINDS = 3;
