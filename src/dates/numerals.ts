/** A stretch of digits as date rules see it; no classes means: a number, but none that a date can hold. */
export interface NumberMark {
  readonly start: number;
  readonly end: number;
  readonly classes: readonly string[];
  readonly value: string;
}

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
const PLAIN = /\d+/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Shapes that look like dates or swallow digits, the most particular first. */
const SHAPES: readonly {
  readonly pattern: RegExp;
  readonly classes: readonly string[];
  readonly value: (m: RegExpExecArray) => string;
}[] = [
  { pattern: ISO, classes: ["ISODATE"], value: (m) => `${m[1]}-${m[2]}-${m[3]}` },
  { pattern: NUMERIC, classes: ["NUMERICDATE"], value: (m) => `${m[1]}-${m[3]}-${m[4]}` },
  { pattern: GROUPED, classes: ["AMOUNT"], value: (m) => m[0].replaceAll(",", "") },
  { pattern: CLOCK, classes: ["CLOCK"], value: (m) => m[0] },
  { pattern: DOTTED_CLOCK, classes: ["CLOCK"], value: (m) => m[0].replace(".", ":") },
  { pattern: CHAIN, classes: [], value: (m) => m[0] },
  { pattern: PHONE, classes: [], value: (m) => m[0] },
  { pattern: FRACTION, classes: [], value: (m) => m[0] },
  { pattern: DECIMAL, classes: ["AMOUNT"], value: (m) => m[0] },
  { pattern: ORDINAL, classes: ["ORD", "NUMORD"], value: (m) => m[1]! },
  { pattern: DECADE, classes: ["DECADE"], value: (m) => m[1]! },
];

const CURRENCY = /[$£€¥#@_%&=+]/;
const LETTER = /[A-Za-zÀ-ɏ]/;

function plainClasses(digits: string): string[] {
  const value = Number(digits);
  if (digits.length === 4) return value >= 1000 && value < 2200 ? ["NUM", "YEAR"] : ["NUM"];
  if (digits.length > 4) return [];
  const classes = ["NUM"];
  if (digits.length <= 2) {
    if (value >= 1 && value <= 31) classes.push("DAY");
    if (digits.length === 2) classes.push("YY");
  }
  return classes;
}

/** Does a word of ours end right before the digits ("in2011", "JAN90"), so that they are no part of a name ("B52")? */
const gluedToWord = (start: number, before: { readonly end: number } | undefined): boolean => before?.end === start;

/**
 * Reads the digits that start at `at`. `before` is the date word that stands before them, if any.
 * An apostrophe before two digits is taken in ("'99").
 */
export function markNumber(text: string, at: number, before: { readonly end: number } | undefined): NumberMark | null {
  const previous = at > 0 ? text[at - 1]! : " ";
  for (const { pattern, classes, value } of SHAPES) {
    const found = matchAt(pattern, text, at);
    if (found === null) continue;
    const blocked = CURRENCY.test(previous) || (LETTER.test(previous) && !gluedToWord(at, before));
    return { start: at, end: at + found[0].length, classes: blocked ? [] : classes, value: value(found) };
  }
  const digits = matchAt(PLAIN, text, at)![0];
  const end = at + digits.length;
  if (CURRENCY.test(previous) || (LETTER.test(previous) && !gluedToWord(at, before)))
    return { start: at, end, classes: [], value: digits };
  if (
    /['’‘`]/.test(previous) &&
    digits.length === 2 &&
    !LETTER.test(text[at - 2] ?? " ") &&
    !/\d/.test(text[at - 2] ?? " ")
  ) {
    return { start: at - 1, end, classes: ["APOSYEAR"], value: digits };
  }
  return { start: at, end, classes: text[end] === "%" ? [] : plainClasses(digits), value: digits };
}
