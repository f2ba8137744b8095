import { parseTable } from "../record/index.ts";
import type { DateWord } from "./date-word.ts";
import { misspellingsOf } from "./misspellings.ts";
import { joinNumberWords } from "./number-words.ts";
import { markNumber } from "./numerals.ts";
import { wordKey } from "./word-key.ts";
import { buildWordTrie, lookUpWord, nextNode, type WordTrie } from "./word-trie.ts";

interface Entry {
  readonly keys: readonly string[];
  readonly value: string;
  /** Only with a capital, unless the text is all in capitals (may, march, sun). */
  readonly capital: boolean;
  readonly abbreviates: boolean;
  readonly seed: boolean;
  /** Two letters that are also written with stops ("p.m.", "B.C."). */
  readonly dotted: boolean;
}

/** Short names that take a stop ("Sept.", "Tues."); the full names "May", "June" and "July" do not. */
const ABBREVIATIONS = /^(?!may$|june$|july$)(?:[a-z]{3,4}|thurs)$/;

/** Class that a misspelt name has besides its own. */
export const MISSPELT = "MISSPELT";

export type Lexicon = WordTrie<Entry>;

/** Classes of words that only go along with a date. */
const COMPANIONS = new Set(["COMPANION", "ART", "LAST", "NEXT", "THIS", "VAGUE", "NUMWORD", "MERIDIEM"]);

/** Number words that can begin a year by themselves: "nineteen ninety-six", "two thousand". */
const beginsYear = (value: string): boolean => value === "1000" || (Number(value) >= 15 && Number(value) <= 20);

const isSeed = (name: string, value: string): boolean =>
  !COMPANIONS.has(name) || (name === "NUMWORD" && beginsYear(value)) || (name === "MERIDIEM" && value === "pm");

/** Words of `date-words.tsv` (one that stands there twice is of both classes, with the last row's value), and the literals that rules name: a word in neither is invisible to the rules. */
export function openLexicon(tsv: string, literals: Iterable<string>): Lexicon {
  const entries = new Map<string, Entry>();
  for (const { cells } of parseTable("date-words.tsv", tsv).rows) {
    const word = cells.word ?? "";
    const classes = [...(entries.get(word)?.keys.slice(1) ?? []), cells.class ?? ""];
    entries.set(word, {
      keys: [word, ...classes].map(wordKey),
      value: cells.value ?? "",
      capital: cells.case === "capital",
      abbreviates: ABBREVIATIONS.test(word) && /^(?:MONTH|WEEKDAYABBR)$/.test(classes[0]!),
      seed: isSeed(classes[0]!, cells.value ?? ""),
      dotted: word.length === 2 && /^(?:MERIDIEM|ERA)$/.test(classes[0]!),
    });
  }
  for (const [word, entry] of [...entries]) {
    if (!/^(?:MONTH|WEEKDAY)$/.test(entry.keys[1] ?? "")) continue;
    for (const slip of misspellingsOf(word)) {
      if (!entries.has(slip)) entries.set(slip, { ...entry, keys: [...entry.keys, MISSPELT], abbreviates: false });
    }
  }
  for (const literal of literals) {
    if (/^[a-z]+$/.test(literal) && !entries.has(literal)) {
      entries.set(literal, {
        keys: [wordKey(literal)],
        value: "",
        capital: false,
        abbreviates: false,
        seed: true,
        dotted: false,
      });
    }
  }
  return buildWordTrie(entries);
}

const HYPHEN = ["-"];
const APOSTROPHE = ["'"];
const COMMA = [","];
const OPENING = ["LPAR"];
const CLOSING = ["RPAR"];

/** Marks that rules name: commas, hyphens and dashes, apostrophes, brackets. */
function markKeys(code: number): readonly string[] | null {
  if (code === 44) return COMMA;
  if (code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013 || code === 0x2014 || code === 0x2212)
    return HYPHEN;
  if (code === 40 || code === 91) return OPENING;
  if (code === 41 || code === 93) return CLOSING;
  return code === 39 || code === 96 || code === 0x2018 || code === 0x2019 ? APOSTROPHE : null;
}

/** Kinds of characters up to the end of the Latin letters, looked up by code. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const BLANK = 3;
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 160 ? BLANK : OTHER;
});
const kindOf = (code: number): number => (code < 0x250 ? KINDS[code]! : OTHER);
const isLetter = (code: number): boolean => kindOf(code) === LETTER;
const isDigit = (code: number): boolean => kindOf(code) === DIGIT;

/** "p.m.", "B.C.": two letters with stops, where the pair is a word of ours. Its end, or -1. */
function dottedEnd(text: string, at: number, lexicon: Lexicon): number {
  if (text.charCodeAt(at + 1) !== 46 || !isLetter(text.charCodeAt(at + 2)) || isLetter(text.charCodeAt(at + 3)))
    return -1;
  const entry = dottedEntry(text, at, lexicon);
  if (entry === undefined || !entry.dotted) return -1;
  return text.charCodeAt(at + 3) === 46 ? at + 4 : at + 3;
}

const dottedEntry = (text: string, at: number, lexicon: Lexicon): Entry | undefined =>
  lookUpWord(lexicon, text[at]! + text[at + 2]!, 0, 2);

function dottedWord(text: string, at: number, lexicon: Lexicon): DateWord | null {
  const end = dottedEnd(text, at, lexicon);
  const entry = end === -1 ? undefined : dottedEntry(text, at, lexicon);
  return entry === undefined ? null : { start: at, end, keys: entry.keys, value: entry.value, seed: true };
}

function wordAt(text: string, start: number, end: number, lexicon: Lexicon, capitals: boolean): DateWord | null {
  const entry = lookUpWord(lexicon, text, start, end);
  if (entry === undefined) return null;
  const small = text.charCodeAt(start) >= 97;
  if (entry.capital && small && !capitals) return { start, end, keys: entry.keys.slice(0, 1), value: "", seed: false };
  // "Sept.", "Tues.": the stop belongs to a short calendar name.
  const stop = entry.abbreviates && text.charCodeAt(end) === 46 ? 1 : 0;
  return { start, end: end + stop, keys: entry.keys, value: entry.value, seed: entry.seed };
}

const isBlank = (code: number): boolean => kindOf(code) === BLANK;

/** Blanks from `at` on; -1 where they part what stands around them (an empty line, a wide gap). */
function blanksEnd(text: string, at: number): number {
  let breaks = 0;
  let end = at;
  for (let code = text.charCodeAt(end); isBlank(code); code = text.charCodeAt(++end)) if (code === 10) breaks++;
  return breaks > 1 || end - at > WIDEST_GAP ? -1 : end;
}
const WIDEST_GAP = 6;

const lettersEnd = (text: string, at: number): number => {
  let end = at + 1;
  while (isLetter(text.charCodeAt(end))) end++;
  return end;
};

/** A run of more words is cut, so that reading stays linear in the text. */
const LONGEST_RUN = 200;

/** The run of date words that starts at `from`: words with only blanks between them. Ends before the first that rules cannot name. */
function readRun(
  text: string,
  from: number,
  lexicon: Lexicon,
  capitals: boolean,
): { readonly words: DateWord[]; readonly end: number } {
  const words: DateWord[] = [];
  let at = from;
  for (;;) {
    if (words.length === LONGEST_RUN) return { words, end: at };
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const end = lettersEnd(text, at);
      const word = (end === at + 1 ? dottedWord(text, at, lexicon) : null) ?? wordAt(text, at, end, lexicon, capitals);
      if (word === null) return { words, end };
      words.push(word);
      at = word.end;
    } else if (isDigit(code)) {
      const mark = markNumber(text, at, words.at(-1));
      if (mark.keys.length === 0) return { words, end: mark.end };
      if (mark.start < at) words.pop();
      words.push({
        start: mark.start,
        end: mark.end,
        keys: mark.keys,
        value: mark.value,
        seed: isSeedNumber(mark.keys),
      });
      at = mark.end;
    } else {
      const keys = markKeys(code);
      if (keys === null) return { words, end: at };
      words.push({ start: at, end: at + 1, keys, value: "", seed: false });
      at++;
    }
    const next = blanksEnd(text, at);
    if (next === -1) return { words, end: at };
    at = next;
  }
}

/** Numbers that can be a date by themselves; others only go along with a month or a unit. */
const isSeedNumber = (keys: readonly string[]): boolean => keys.length > 0 && SEED_NUMBERS.has(keys.at(-1)!);
const SEED_NUMBERS = new Set([
  "YEAR",
  "ISODATE",
  "NUMERICDATE",
  "DECADE",
  "APOSYEAR",
  "CLOCK",
  "ORD",
  "YEARPAIR",
  "MONTHANDYEAR",
  "ISOWEEK",
]);

/** Where the reading of companions stands: start of those that lead up to a place, or -1, and the end of the last of them. */
interface Lead {
  start: number;
  end: number;
}

const follows = (lead: Lead, at: number, end: number): void => {
  if (lead.start === -1) lead.start = at;
  lead.end = end;
};

/** First place from `from` on where a seed stands; the lead is kept up to date on the way. The text's length where there is none. */
function nextSeed(text: string, from: number, lexicon: Lexicon, capitals: boolean, lead: Lead): number {
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === LETTER) {
      // The word's letters and the lexicon are walked together; where no word of ours goes on, only the end is sought.
      let node = nextNode(lexicon, 0, code);
      let end = at + 1;
      let letter = text.charCodeAt(end);
      for (; node !== 0 && isLetter(letter); letter = text.charCodeAt(++end)) node = nextNode(lexicon, node, letter);
      while (isLetter(letter)) letter = text.charCodeAt(++end);
      if (end === at + 1 && letter === 46 && dottedEnd(text, at, lexicon) !== -1) return at;
      const entry = node === 0 ? undefined : lexicon.ends[node];
      if (entry === undefined) lead.start = -1;
      else if (entry.seed && (capitals || !entry.capital || code < 97)) return at;
      else follows(lead, at, end);
      at = end;
    } else if (kind === BLANK) {
      const end = lead.start === -1 ? at + 1 : blanksEnd(text, at);
      if (end === -1) lead.start = -1;
      at = end === -1 ? at + 1 : end;
    } else if (kind === DIGIT) {
      const mark = markNumber(text, at, lead.start !== -1 && lead.end === at ? lead : undefined);
      if (isSeedNumber(mark.keys)) return at;
      if (mark.keys.length === 0) lead.start = -1;
      else follows(lead, at, mark.end);
      at = mark.end;
    } else {
      if (markKeys(code) === null) lead.start = -1;
      else follows(lead, at, at);
      at++;
    }
  }
  return text.length;
}

/**
 * Runs of date words that can hold a date: words with only blanks between them, at least one of them a seed. One pass over the
 * letters; nothing is made of the words outside such runs, which are nearly all.
 */
export function scanDateWords(text: string, lexicon: Lexicon, capitals: boolean): (readonly DateWord[])[] {
  const runs: (readonly DateWord[])[] = [];
  const lead: Lead = { start: -1, end: -1 };
  let at = nextSeed(text, 0, lexicon, capitals, lead);
  while (at < text.length) {
    const run = readRun(text, lead.start === -1 ? at : lead.start, lexicon, capitals);
    if (run.words.length > 0) runs.push(joinNumberWords(run.words, text));
    lead.start = -1;
    at = nextSeed(text, Math.max(run.end, at + 1), lexicon, capitals, lead);
  }
  return runs;
}
