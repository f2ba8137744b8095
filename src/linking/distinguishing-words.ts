import { parseTable } from "../record/index.ts";
import { folded } from "./place-names.ts";

/** Words, in the singular, that do not tell one party from another. */
export type CommonWords = ReadonlySet<string>;

/** "growers" → "grower", "parties" → "party". Plain on purpose: both sides go through it. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Reads `tables/link-common-words.tsv`. */
export const parseCommonWords = (tsv: string): CommonWords =>
  new Set(parseTable("link-common-words.tsv", tsv).rows.map(({ cells }) => singular(cells.word ?? "")));

const NUMBERS = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, String(i + 1)]),
);

const wordsOf = (phrase: string): string[] =>
  folded(phrase.replace(/['’]s\b/g, ""))
    .split(" ")
    .filter((word) => word !== "");

const GAP: ReadonlySet<string> = new Set(["of", "the", "its", "their", "our", "his", "her"]);

/**
 * What tells a party from another: its words but the common ones, and numbers with the noun they count
 * ("four of the organisers" → "organiser", "4 organiser"), so that "40 people" meets "about 40 people".
 */
export function distinguishingWords(common: CommonWords, phrase: string): ReadonlySet<string> {
  const words = wordsOf(phrase).map((word) => NUMBERS.get(word) ?? singular(word));
  const found = new Set<string>();
  words.forEach((word, i) => {
    if (/^\d+$/.test(word)) {
      const noun = words.slice(i + 1).find((next) => !GAP.has(next) && !/^\d+$/.test(next));
      if (noun !== undefined && Number(word) > 1) found.add(`${word} ${noun}`);
    } else if (word.length > 2 && !common.has(word)) found.add(word);
  });
  return found;
}

export const wordsShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] =>
  [...a].filter((word) => b.has(word));
