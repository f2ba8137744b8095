import { parseTable } from "../record/index.ts";
import type { Find } from "./find.ts";
import type { Meaning } from "./meaning.ts";
import { joinNumberWords } from "./number-words.ts";
import { markNumber } from "./numerals.ts";
import { buildWordTrie, lookUpWord, type WordTrie } from "./word-trie.ts";

/** A word of the text that date rules can speak of. */
export interface DateWord {
  readonly start: number;
  readonly end: number;
  /** The names rules know it by: its letters in small ones, and its classes (MONTH, DAY, UNIT …; of a find, `<day>`, `<month>` …). */
  readonly keys: readonly string[];
  /** What the class needs: month 1-12, weekday 1-7 (Monday first), a unit's name, digits. */
  readonly value: string;
  /** Can it be what makes an expression a date? "the" or "of" cannot: they only go along. */
  readonly seed: boolean;
  /** Of a find of an earlier level: what it means, the rule that found it, the finds it holds. */
  readonly meaning?: Meaning;
  readonly rule?: string;
  readonly parts?: readonly Find[];
}

interface Entry {
  readonly keys: readonly string[];
  readonly value: string;
  /** Only with a capital, unless the text is all in capitals (may, march, sun). */
  readonly capital: boolean;
  readonly abbreviates: boolean;
  readonly seed: boolean;
}

export type Lexicon = WordTrie<Entry>;

/** Classes of words that only go along with a date. */
const COMPANIONS = new Set(["COMPANION", "ART", "LAST", "NEXT", "THIS", "VAGUE", "NUMWORD"]);

const isSeed = (classes: readonly string[]): boolean => !classes.some((name) => COMPANIONS.has(name));

/** Words of `date-words.tsv`, and the literals that rules name: a word in neither is invisible to the rules. */
export function openLexicon(tsv: string, literals: Iterable<string>): Lexicon {
  const entries = new Map<string, Entry>();
  for (const { cells } of parseTable("date-words.tsv", tsv).rows) {
    const word = cells.word ?? "";
    const classes = [cells.class ?? ""];
    entries.set(word, {
      keys: [word, ...classes],
      value: cells.value ?? "",
      capital: cells.case === "capital",
      abbreviates:
        word.length <= 5 && word !== "may" && word !== "march" && /^(?:MONTH|WEEKDAYABBR)$/.test(classes[0]!),
      seed: isSeed(classes),
    });
  }
  for (const literal of literals) {
    if (/^[a-z]+$/.test(literal) && !entries.has(literal)) {
      entries.set(literal, { keys: [literal], value: "", capital: false, abbreviates: false, seed: true });
    }
  }
  return buildWordTrie(entries);
}

const HYPHEN = ["-"];
const APOSTROPHE = ["'"];
const COMMA = [","];

/** Marks that rules name: commas, hyphens and dashes, apostrophes. */
function markKeys(code: number): readonly string[] | null {
  if (code === 44) return COMMA;
  if (code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013 || code === 0x2014 || code === 0x2212)
    return HYPHEN;
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
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const end = lettersEnd(text, at);
      const word = wordAt(text, at, end, lexicon, capitals);
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
const SEED_NUMBERS = new Set(["YEAR", "ISODATE", "NUMERICDATE", "DECADE", "APOSYEAR", "CLOCK", "ORD"]);

interface Glance {
  readonly end: number;
  readonly known: boolean;
  readonly seed: boolean;
}

/** What stands at `at`, without making a word of it. `before`: end of the date word right before, or -1. */
function glance(text: string, at: number, lexicon: Lexicon, before: number): Glance {
  const code = text.charCodeAt(at);
  const kind = kindOf(code);
  if (kind === LETTER) {
    const end = lettersEnd(text, at);
    const entry = lookUpWord(lexicon, text, at, end);
    return { end, known: entry !== undefined, seed: entry?.seed === true };
  }
  if (kind === DIGIT) {
    const { keys, end } = markNumber(text, at, before === at ? { end: at } : undefined);
    return { end, known: keys.length > 0, seed: isSeedNumber(keys) };
  }
  return { end: at + 1, known: markKeys(code) !== null, seed: false };
}

/**
 * Runs of date words that can hold a date: words with only blanks between them, at least one of them a seed. One pass over the
 * letters; nothing is made of the words outside such runs, which are nearly all.
 */
export function* scanDateWords(text: string, lexicon: Lexicon, capitals: boolean): Generator<readonly DateWord[]> {
  // Start of the run of companions that leads up to `at`, or -1; end of the last of them.
  let lead = -1;
  let leadEnd = -1;
  let at = 0;
  while (at < text.length) {
    const { end, known, seed } = glance(text, at, lexicon, leadEnd);
    if (seed) {
      const run = readRun(text, lead === -1 ? at : lead, lexicon, capitals);
      if (run.words.length > 0) yield joinNumberWords(run.words, text);
      at = Math.max(run.end, end);
      lead = -1;
      continue;
    }
    if (!known) lead = -1;
    else {
      if (lead === -1) lead = at;
      leadEnd = end;
    }
    const next = blanksEnd(text, end);
    if (next === -1) lead = -1;
    at = next === -1 ? end : next;
  }
}
