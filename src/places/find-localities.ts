import { type Span, spanOf } from "../record/index.ts";
import type { Reading, Sentence, Token } from "../text/index.ts";
import { isCapital, isSmallWord } from "./capitals.ts";
import type { PlaceTables } from "./place-tables.ts";

/** A name that the words beside it call a village or a part of a town, whatever the gazetteer knows. */
export interface Locality extends Span {
  readonly sentence: Sentence;
  readonly first: number;
  readonly called: "settlement" | "quarter";
  /** Where the words that call it so end: "in X" behind them says what it lies in. */
  readonly said: number;
}

const LONGEST = 6;

const touches = (one: Token | undefined, other: Token | undefined): boolean =>
  one !== undefined && other !== undefined && one.end === other.start;

const isHyphen = (token: Token | undefined): boolean => token?.form === "-";

/** Whether a token is written as a word of a name; small words and hyphens only inside one. */
function inName(reading: Reading, tokens: readonly Token[], at: number, from: number, to: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isCapital(reading, token) && (token.upos === "PROPN" || touches(tokens[at + 1], tokens[at]))) return true;
  const inside = at > from && at < to;
  if (isHyphen(token)) return inside && touches(tokens[at - 1], token) && touches(token, tokens[at + 1]);
  return inside && isSmallWord(token) && token.norm !== "of" && token.norm !== "and" && token.norm !== "in";
}

/** First token of the name that ends at `last`, or last of the one that begins at `first`. */
function nameEdge(reading: Reading, tokens: readonly Token[], at: number, step: 1 | -1): number | null {
  const [from, to] = step === 1 ? [at, at + LONGEST] : [at - LONGEST, at];
  let edge: number | null = null;
  for (let i = at; i >= from && i <= to && inName(reading, tokens, i, from, to); i += step) {
    if (isCapital(reading, tokens[i]!) && tokens[i]!.upos === "PROPN") edge = i;
    else if (isHyphen(tokens[i]) || isCapital(reading, tokens[i]!)) continue;
    else if (!isCapital(reading, tokens[i + step] ?? tokens[i]!)) break;
  }
  return edge;
}

type Called = Locality["called"];

const calledBy = (tables: PlaceTables, token: Token | undefined): Called | null =>
  token === undefined
    ? null
    : tables.context.settlement.has(token.norm)
      ? "settlement"
      : tables.context.quarter.has(token.norm)
        ? "quarter"
        : null;

interface Found {
  readonly first: number;
  readonly last: number;
  /** Last token of the words that call it so. */
  readonly said: number;
}

/** Index of the article of the noun phrase that `word` heads, past its adjectives; or -1. */
function articleOf(tokens: readonly Token[], word: number): number {
  let at = word - 1;
  while (word - at <= 3 && (tokens[at]?.upos === "ADJ" || tokens[at]?.upos === "NOUN")) at--;
  return tokens[at]?.upos === "DET" ? at : -1;
}

/** "the village of X"; "a suburb of X" is another place. */
function nameBehind(reading: Reading, tokens: readonly Token[], word: number): Found | null {
  if (tokens[word + 1]?.norm !== "of" || tokens[word]!.norm === "district") return null;
  if (/^an?$/.test(tokens[articleOf(tokens, word)]?.norm ?? "")) return null;
  const last = nameEdge(reading, tokens, word + 2, 1);
  return last === null ? null : { first: word + 2, last, said: last };
}

/** "the X neighbourhood", "the X district of Y": a district of no town is a division, and no site. */
function nameBefore(reading: Reading, tokens: readonly Token[], word: number): Found | null {
  const next = tokens[word + 1]?.norm ?? "";
  if (tokens[word]!.norm === "district" && next !== "of" && next !== "in") return null;
  if (tokens[word + 1]?.upos === "NOUN" || tokens[word + 1]?.upos === "PROPN") return null;
  const first = nameEdge(reading, tokens, word - 1, -1);
  return first === null ? null : { first, last: word - 1, said: word };
}

/** "X, a poor district of Y". */
function nameBeforeComma(reading: Reading, tokens: readonly Token[], word: number): Found | null {
  if (!/^(?:of|in|near|outside)$/.test(tokens[word + 1]?.norm ?? "")) return null;
  const at = articleOf(tokens, word);
  if (at < 2 || tokens[at - 1]?.form !== ",") return null;
  const first = nameEdge(reading, tokens, at - 2, -1);
  return first === null ? null : { first, last: at - 2, said: word };
}

const PART_OF_NAMES = new Set(["city", "town"]);

/** The Christian quarter and a school district are no names of places; Sadr City is one. */
const isPlainWord = (tables: PlaceTables, tokens: readonly Token[], { first, last }: Found): boolean =>
  tokens
    .slice(first, last + 1)
    .some(
      ({ norm }, i) =>
        !PART_OF_NAMES.has(norm) && (tables.never.has(norm) || (i === last - first && tables.context.holder.has(norm))),
    );

/** Villages and parts of towns that the text calls so, in text order. */
export function findLocalities(reading: Reading, tables: PlaceTables): readonly Locality[] {
  return reading.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token, word) => {
      const called = calledBy(tables, token);
      if (called === null || (!reading.capitals && /^\p{Lu}/u.test(token.form))) return [];
      const { tokens } = sentence;
      const found =
        nameBefore(reading, tokens, word) ??
        nameBehind(reading, tokens, word) ??
        nameBeforeComma(reading, tokens, word);
      if (found === null || isPlainWord(tables, tokens, found)) return [];
      const span = spanOf(reading.text, tokens[found.first]!.start, tokens[found.last]!.end);
      return [{ ...span, sentence, first: found.first, called, said: tokens[found.said]!.end }];
    }),
  );
}
