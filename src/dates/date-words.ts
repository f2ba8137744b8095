import { parseTable } from "../record/index.ts";
import type { Find } from "./find.ts";
import type { Meaning } from "./meaning.ts";
import { markNumber, type NumberMark } from "./numerals.ts";

/**
 * A word of the text that date rules can speak of. `classes` are the names rules use for it (MONTH, DAY, UNIT, …; a find of an
 * earlier level has `<day>`, `<month>` … instead); its own `norm` serves as a literal.
 */
export interface DateWord {
  readonly start: number;
  readonly end: number;
  readonly norm: string;
  readonly classes: readonly string[];
  /** What the class needs: month 1-12, weekday 1-7 (Monday first), a unit's name, digits. */
  readonly value: string;
  /** Of a find of an earlier level: what it means, and the rule that found it. */
  readonly meaning?: Meaning;
  readonly rule?: string;
  readonly parts?: readonly Find[];
}

export interface Lexicon {
  readonly entries: ReadonlyMap<
    string,
    { readonly classes: readonly string[]; readonly value: string; readonly capital: boolean }
  >;
}

/** Words of `date-words.tsv`, and the literals that rules name: a word in neither is invisible to the rules. */
export function openLexicon(tsv: string, literals: Iterable<string>): Lexicon {
  const entries = new Map<string, { classes: string[]; value: string; capital: boolean }>();
  for (const { cells } of parseTable("date-words.tsv", tsv).rows) {
    const word = cells.word ?? "";
    const known = entries.get(word);
    if (known === undefined) {
      entries.set(word, {
        classes: [cells.class ?? ""],
        value: cells.value ?? "",
        capital: cells.case === "capital",
      });
    } else known.classes.push(cells.class ?? "");
  }
  for (const literal of literals) {
    if (!entries.has(literal)) entries.set(literal, { classes: [], value: "", capital: false });
  }
  return { entries };
}

const SCAN = /[A-Za-zÀ-ɏ]+|\d+|[-,./'’‘`–—−‑]/g;
const DASHES = /[–—−‑]/;
const APOSTROPHES = /[’‘`]/;

/** All date words of the text, in order. One pass; whatever the lexicon does not know leaves a gap that no rule crosses. */
export function scanDateWords(text: string, lexicon: Lexicon, capitals: boolean): DateWord[] {
  const words: DateWord[] = [];
  SCAN.lastIndex = 0;
  for (let found = SCAN.exec(text); found !== null; found = SCAN.exec(text)) {
    const start = found.index;
    const code = text.charCodeAt(start);
    if (code >= 48 && code <= 57) {
      const mark: NumberMark | null = markNumber(text, start, words[words.length - 1]);
      SCAN.lastIndex = mark === null ? start + found[0].length : mark.end;
      if (mark !== null && mark.classes.length > 0) {
        if (mark.start < start) words.pop();
        words.push({
          start: mark.start,
          end: mark.end,
          norm: text.slice(mark.start, mark.end).toLowerCase(),
          classes: mark.classes,
          value: mark.value,
        });
      }
      continue;
    }
    const word = lexicalWord(text, start, found[0], lexicon, capitals);
    if (word !== null) {
      words.push(word);
      SCAN.lastIndex = word.end;
    }
  }
  return joinNumberWords(words, text);
}

function lexicalWord(text: string, start: number, form: string, lexicon: Lexicon, capitals: boolean): DateWord | null {
  const code = form.charCodeAt(0);
  if (code < 65 || (code > 90 && code < 97))
    return { start, end: start + 1, norm: APOSTROPHES.test(form) ? "'" : form, classes: [], value: "" };
  if (form.length === 1 && DASHES.test(form)) return { start, end: start + 1, norm: "-", classes: [], value: "" };
  if (form.length === 1 && APOSTROPHES.test(form)) return { start, end: start + 1, norm: "'", classes: [], value: "" };
  const norm = form.toLowerCase();
  const entry = lexicon.entries.get(norm);
  if (entry === undefined) return null;
  const end = start + form.length;
  if (entry.capital && !capitals && code > 90) return { start, end, norm, classes: [], value: "" };
  return {
    start,
    end: end + abbreviationStop(text, end, entry.classes, form),
    norm,
    classes: entry.classes,
    value: entry.value,
  };
}

/** "Sept.", "Tues.": the stop belongs to a short calendar name. */
function abbreviationStop(text: string, end: number, classes: readonly string[], form: string): number {
  const calendarName = classes.includes("MONTH") || classes.includes("WEEKDAYABBR");
  return calendarName &&
    form.length <= 5 &&
    text[end] === "." &&
    form.toLowerCase() !== "may" &&
    form.toLowerCase() !== "march"
    ? 1
    : 0;
}

const isNumberWord = (word: DateWord | undefined): word is DateWord => word?.classes.includes("NUMWORD") === true;

/** "twenty-five", "nineteen ninety-six", "two thousand and ten": one word with the number as its value. */
function joinNumberWords(words: readonly DateWord[], text: string): DateWord[] {
  const joined: DateWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    if (!isNumberWord(first)) {
      joined.push(first);
      continue;
    }
    let last = i;
    const values = [Number(first.value)];
    for (;;) {
      const step = nextNumberWord(words, last, text);
      if (step === null) break;
      last = step;
      values.push(Number(words[last]!.value));
    }
    const spelled = spelledNumber(values);
    if (spelled === null) {
      joined.push(numberWord(first, first.end, Number(first.value), text));
    } else {
      joined.push(numberWord(first, words[last]!.end, spelled, text));
      i = last;
    }
  }
  return joined;
}

function nextNumberWord(words: readonly DateWord[], last: number, text: string): number | null {
  const at = words[last]!;
  const next = words[last + 1];
  if (isNumberWord(next) && /^\s+$/.test(text.slice(at.end, next.start))) return last + 1;
  const afterNext = words[last + 2];
  const linked = next !== undefined && (next.norm === "-" || next.norm === "and") && isNumberWord(afterNext);
  if (linked && next.norm === "-" && next.start === at.end && afterNext.start === next.end) return last + 2;
  return null;
}

/** Value of a run of number words, or null where they do not add up to one number ("ten fifteen"). */
export function spelledNumber(values: readonly number[]): number | null {
  const [a = 0, b, c, d] = values;
  if (b === undefined) return a;
  const tens = (x: number | undefined, y: number | undefined): number | null => {
    if (x === undefined) return 0;
    if (y === undefined) return x < 100 ? x : null;
    return x >= 20 && x < 100 && x % 10 === 0 && y < 10 ? x + y : null;
  };
  if (b === 1000) {
    const rest = tens(c, d);
    return a < 10 && rest !== null ? a * 1000 + rest : null;
  }
  if (b === 100) {
    const rest = tens(c, d);
    return a < 20 && rest !== null ? a * 100 + rest : null;
  }
  const small = c === undefined ? tens(a, b) : null;
  if (small !== null) return small;
  const rest = tens(b, c);
  return a >= 13 && a <= 20 && rest !== null && rest >= 10 && d === undefined ? a * 100 + rest : null;
}

function numberWord(first: DateWord, end: number, value: number, text: string): DateWord {
  const classes = value >= 1000 && value < 2200 ? ["NUM", "YEAR", "SPELLEDYEAR"] : ["NUM"];
  return {
    start: first.start,
    end,
    norm: text.slice(first.start, end).toLowerCase(),
    classes: [...classes, ...first.classes.filter((name) => name !== "NUMWORD")],
    value: String(value),
  };
}
