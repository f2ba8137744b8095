import { civilOf } from "../record/index.ts";
import type { Find } from "./find.ts";
import { isDeictic, isExplicit, type Meaning } from "./meaning.ts";

/** Least number of years in the words that make a history, and the share of them among all expressions. */
const LEAST_YEARS = 4;
const LEAST_SHARE = 0.25;

const saidYear = (meaning: Meaning): number | null => {
  switch (meaning.kind) {
    case "calendar":
      return meaning.year;
    case "within":
      return saidYear(meaning.whole);
    case "modified":
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
  const past = finds.filter(
    (find) => isExplicit(find.meaning) && (saidYear(find.meaning) ?? published) < published - 1,
  ).length;
  const spoken = finds.filter((find) => isDeictic(find.meaning) && standsOnSpeech(find.meaning)).length;
  return past >= LEAST_YEARS && past >= LEAST_SHARE * finds.length && past > 2 * spoken;
}

function standsOnSpeech(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case "offset":
      return meaning.origin === "speech" || (typeof meaning.origin !== "string" && standsOnSpeech(meaning.origin));
    case "weekday":
      return true;
    case "calendar":
      return meaning.direction !== null;
    case "within":
      return standsOnSpeech(meaning.whole);
    case "modified":
    case "elapsed":
    case "remaining":
      return standsOnSpeech(meaning.of);
    default:
      return false;
  }
}
