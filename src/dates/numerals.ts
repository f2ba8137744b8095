/** A stretch of digits as date rules see it; no keys means: a number, but none that a date can hold. */
export interface NumberMark {
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
  readonly value: string;
}

/** Basic form: the T tells a date from any other long figure. */
const ISO_BASIC = /(\d{4})(\d{2})(\d{2})T\d{2}(?:\d{2}(?:\d{2})?)?(?:Z|[+-]\d{2}(?:\d{2})?)?(?![\dA-Za-z])/y;
const ISO_WEEK = /(\d{4})-?W([0-5]\d)(?:-?([1-7]))?(?![\dA-Za-z])/y;
const YEAR_PAIR = /([12]\d{3})\/([12]\d{3}|\d{2})(?![\d/]|[.,]\d)/y;
const MONTH_AND_YEAR = /(0[1-9]|1[0-2])\/((?:19|20)\d{2})(?![\d/-]|[.,]\d)/y;
const DAY_PAIR = /([1-9]|[12]\d|3[01])\/([1-9]|[12]\d|3[01])(?![\d/-]|[.,]\d)/y;
const ISO = /(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d])/y;
const NUMERIC = /(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{2}|\d)(?![\d]|[-/.]\d)/y;
const GROUPED = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/y;
const CLOCK = /([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)/y;
const DOTTED_CLOCK = /([01]?\d|2[0-4])\.[0-5]\d(?=\s?[ap]\.?m\b)/iy;
const DECIMAL = /\d+[.:]\d+(?:[.:]\d+)*/y;
const FRACTION = /\d+\/\d+(?:\/\d+)*/y;
const CHAIN = /\d+(?:-\d+){2,}/y;
const PHONE = /\d{3}-\d{4}(?!\d)/y;
const ORDINAL = /(\d{1,4})(?:st|nd|rd|th)(?![A-Za-z])/iy;
const DECADE = /(\d{3}0|\d0)(?:['’]?s)(?![A-Za-z])/iy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

interface Shape {
  readonly pattern: RegExp;
  readonly keys: readonly string[];
  readonly value: (match: RegExpExecArray) => string;
}

/** Shapes that look like dates or swallow digits, the most particular first. */
const WITH_MARKS: readonly Shape[] = [
  { pattern: ISO, keys: ["ISODATE"], value: (m) => `${m[1]}-${m[2]}-${m[3]}` },
  { pattern: NUMERIC, keys: ["NUMERICDATE"], value: (m) => `${m[1]}-${m[3]}-${m[4]}` },
  { pattern: YEAR_PAIR, keys: ["YEARPAIR"], value: (m) => `${m[1]}/${m[2]}` },
  { pattern: MONTH_AND_YEAR, keys: ["MONTHANDYEAR"], value: (m) => `${m[1]}/${m[2]}` },
  { pattern: DAY_PAIR, keys: ["DAYPAIR"], value: (m) => `${m[1]}/${m[2]}` },
  { pattern: ISO_WEEK, keys: ["ISOWEEK"], value: (m) => `${m[1]}-${m[2]}-${m[3] ?? ""}` },
  { pattern: GROUPED, keys: [], value: (m) => m[0] },
  { pattern: CLOCK, keys: ["CLOCK"], value: (m) => m[0] },
  { pattern: DOTTED_CLOCK, keys: ["CLOCK"], value: (m) => m[0].replace(".", ":") },
  { pattern: CHAIN, keys: [], value: (m) => m[0] },
  { pattern: PHONE, keys: [], value: (m) => m[0] },
  { pattern: FRACTION, keys: [], value: (m) => m[0] },
  { pattern: DECIMAL, keys: [], value: (m) => m[0] },
];
const WITH_LETTERS: readonly Shape[] = [
  { pattern: ISO_BASIC, keys: ["ISODATE"], value: (m) => `${m[1]}-${m[2]}-${m[3]}` },
  { pattern: ISO_WEEK, keys: ["ISOWEEK"], value: (m) => `${m[1]}-${m[2]}-${m[3] ?? ""}` },
  { pattern: ORDINAL, keys: ["ORD"], value: (m) => m[1]! },
  { pattern: DECADE, keys: ["DECADE"], value: (m) => m[1]! },
];
const NO_SHAPES: readonly Shape[] = [];

/** As in 2016-W23. */
const W = 87;

/** Shapes that can go on after the first digits: past a mark and more digits, past letters, or none. */
function shapesFor(text: string, end: number): readonly Shape[] {
  const code = text.charCodeAt(end);
  if ((code >= 44 && code <= 47) || code === 58) {
    const next = text.charCodeAt(end + 1);
    return isDigit(next) || next === W ? WITH_MARKS : NO_SHAPES;
  }
  return code >= 65 || code === 39 ? WITH_LETTERS : NO_SHAPES;
}

const QUOTE = /['’‘`]/;
const NO_KEYS: readonly string[] = [];
const APOSTROPHE_YEAR: readonly string[] = ["APOSYEAR"];

const CURRENCY = /[$£€¥#@_%&=+]/;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const LETTER = /[A-Za-zÀ-ɏ]/;

function plainKeys(digits: string): string[] {
  const value = Number(digits);
  if (digits.length === 4) return value >= 1000 && value < 2200 ? ["NUM", "YEAR"] : ["NUM"];
  if (digits.length > 4) return [];
  const keys = ["NUM"];
  if (digits.length <= 2) {
    if (value >= 1 && value <= 31) keys.push("DAY");
    if (digits.length === 2) keys.push("YY");
  }
  return keys;
}

/** Does a word of ours end right before the digits ("in2011", "JAN90"), so that they are no part of a name ("B52")? */
const gluedToWord = (start: number, before: { readonly end: number } | undefined): boolean => before?.end === start;

/**
 * Reads the digits that start at `at`. `before` is the date word that stands before them, if any.
 * An apostrophe before two digits is taken in ("'99").
 */
export function markNumber(text: string, at: number, before: { readonly end: number } | undefined): NumberMark {
  const previous = at > 0 ? text[at - 1]! : " ";
  const blocked = CURRENCY.test(previous) || (LETTER.test(previous) && !gluedToWord(at, before));
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  for (const { pattern, keys, value } of shapesFor(text, end)) {
    const found = matchAt(pattern, text, at);
    if (found !== null)
      return { start: at, end: at + found[0].length, keys: blocked ? NO_KEYS : keys, value: value(found) };
  }
  const digits = text.slice(at, end);
  if (blocked) return { start: at, end, keys: NO_KEYS, value: digits };
  if (digits.length === 2 && QUOTE.test(previous) && !/[\p{L}\p{N}'’‘`]/u.test(text[at - 2] ?? " ")) {
    return { start: at - 1, end, keys: APOSTROPHE_YEAR, value: digits };
  }
  return { start: at, end, keys: text[end] === "%" ? NO_KEYS : plainKeys(digits), value: digits };
}
