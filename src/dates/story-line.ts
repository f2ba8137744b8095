import { civilOf } from "../record/index.ts";
import type { Find } from "./find.ts";
import { isDeictic, isExplicit, type Meaning } from "./meaning.ts";
import type { Settled } from "./standpoint.ts";
import { monthsStretch } from "./units.ts";

/** Years of the past that make a history by themselves, and how many times they must outweigh words that look from the day of writing. */
const ENOUGH_YEARS = 3;
const OUTWEIGHS = 2;

const saidYear = (meaning: Meaning): number | null => {
  switch (meaning.kind) {
    case "calendar":
      return meaning.year;
    case "within":
      return saidYear(meaning.whole);
    case "modified":
    case "timed":
    case "fiscal":
    case "elapsed":
    case "remaining":
      return saidYear(meaning.of);
    case "range":
      return saidYear(meaning.from);
    default:
      return null;
  }
};

/**
 * History, chronicles and court reports date by years in the text, news by the day of publication.
 * A text counts as the former when years before the one of publication outweigh words like "yesterday" or "Friday".
 */
export function isNarrative(finds: readonly Find[], speech: number | null): boolean {
  if (speech === null) return true;
  const published = civilOf(speech).year;
  const isPast = (find: Find): boolean =>
    isExplicit(find.meaning) && (saidYear(find.meaning) ?? published) < published - 1;
  const past = finds.filter(isPast).length;
  const spoken = finds.filter((find) => isDeictic(find.meaning) && standsOnSpeech(find.meaning)).length;
  const opening = finds.find((find) => find.meaning.kind !== "duration" && find.meaning.kind !== "set");
  const setsTheScene = opening !== undefined && isPast(opening);
  return past > OUTWEIGHS * spoken && (past >= ENOUGH_YEARS || setsTheScene);
}

function standsOnSpeech(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case "offset":
      return meaning.origin === "speech" || (typeof meaning.origin !== "string" && standsOnSpeech(meaning.origin));
    case "weekday":
      return (
        meaning.direction === null ||
        meaning.direction === "last" ||
        meaning.direction === "this" ||
        meaning.direction === "next"
      );
    case "calendar":
      return meaning.direction === "last" || meaning.direction === "this" || meaning.direction === "next";
    case "within":
      return standsOnSpeech(meaning.whole);
    case "modified":
    case "timed":
    case "elapsed":
    case "remaining":
      return standsOnSpeech(meaning.of);
    default:
      return false;
  }
}

/** A leap of more years than this is an aside ("since 1812"), unless the next year in the words confirms it. */
const LEAP = 8;

const yearOf = (settled: Settled): number => civilOf(settled.stretch.from).year;

const looksBack = (meaning: Meaning): boolean => {
  switch (meaning.kind) {
    case "offset":
      return (
        meaning.count === null || meaning.count < 0 || (typeof meaning.origin !== "string" && looksBack(meaning.origin))
      );
    case "event":
    case "clock":
      return true;
    case "modified":
    case "timed":
    case "elapsed":
    case "remaining":
      return looksBack(meaning.of);
    case "within":
      return looksBack(meaning.whole);
    case "calendar":
      return meaning.direction === "last" || meaning.direction === "preceding";
    default:
      return false;
  }
};

/** "the 1920 agreement": the year tells agreements apart and does not carry the story there. */
const isLabel = (find: Find, text: string): boolean =>
  /(?:\b(?:the|a|an|his|her|their|its|this|that)|['’]s)\s+$/i.test(
    text.slice(Math.max(0, find.start - 12), find.start),
  ) && /^\s+\p{L}/u.test(text.slice(find.end, find.end + 3));

/** Where the story stands within a year that is only shaded: "late 1943" stands in its last quarter. */
function shadedYear(settled: Settled): Settled {
  if (settled.unit !== "year" || (settled.modifier !== "late" && settled.modifier !== "early")) return settled;
  const year = yearOf(settled);
  return { ...settled, unit: "quarter", stretch: monthsStretch(year, settled.modifier === "late" ? 10 : 1, 3) };
}

export interface Step {
  readonly find: Find;
  readonly settled: Settled;
  /** The next years that the words themselves give, in the order of the text. */
  readonly nextYear: number | null;
  readonly inHeading: () => boolean;
  /** Near its sentence's beginning, where an expression sets the scene ("In 1943, …"). */
  readonly opensSentence: () => boolean;
}

/** Do the years to come bear out that the story has moved from one year to another? */
function isConfirmed(year: number, here: number, nextYear: number | null): boolean {
  return nextYear !== null && Math.abs(nextYear - year) <= Math.abs(nextYear - here);
}

/** Where the story stands after an expression. */
export function advance(story: Settled | null, step: Step, text: string): Settled | null {
  const { find, settled, nextYear, inHeading, opensSentence } = step;
  if (settled.unit === "century" || settled.unit === "decade" || looksBack(find.meaning)) return story;
  if (story === null) return shadedYear(settled);
  const year = yearOf(settled);
  const here = yearOf(story);
  const plainYear = settled.unit === "year" && settled.modifier === null;
  // Headings and sentences are asked for last: they cost more than all the rest.
  if (year === here) return plainYear && !inHeading() ? story : shadedYear(settled);
  if (inHeading()) return shadedYear(settled);
  const isAside = Math.abs(year - here) > LEAP && !(nextYear !== null && Math.abs(nextYear - year) <= LEAP);
  // A sentence that opens with a later year moves the story there, where no year to come speaks against it.
  if (isAside && !(year > here && nextYear === null && opensSentence())) return story;
  if (!isConfirmed(year, here, nextYear) && !opensSentence()) return story;
  return plainYear && isLabel(find, text) ? story : shadedYear(settled);
}

/** For each find, the year that the words of a later one give next, or null. */
export function nextYears(finds: readonly Find[]): (number | null)[] {
  const years: (number | null)[] = [];
  let next: number | null = null;
  for (let i = finds.length - 1; i >= 0; i--) {
    years[i] = next;
    next = saidYear(finds[i]!.meaning) ?? next;
  }
  return years;
}
