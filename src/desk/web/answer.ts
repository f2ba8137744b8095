import type { Count, LedgerLine } from "../../record/index.ts";
import { sayCode, sayCount, sentenceCase } from "./say.ts";
import { WORDS } from "./words-en.ts";

const isCount = (value: unknown): value is Count =>
  typeof value === "object" && value !== null && "min" in value && "max" in value;

const sayNumber = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(3)));

/** A figure of a verdict's `answer` in words; what has no form of its own is listed name by name, never hidden. */
function sayValue(value: unknown): string {
  if (isCount(value)) return sayCount(value);
  if (typeof value === "number") return sayNumber(value);
  if (typeof value === "boolean") return value ? WORDS.yes : WORDS.no;
  if (Array.isArray(value)) return value.map(sayValue).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${sayCode(name)} ${sayValue(part)}`)
    .join(", ");
}

const asNumber = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** `recordedMin` and `recordedMax` are one figure to a reader. */
function joinRecorded(answer: LedgerLine["so"]["answer"]): Readonly<Record<string, unknown>> {
  const { recordedMin, recordedMax, ...rest } = answer;
  if (recordedMin === undefined && recordedMax === undefined) return answer;
  return { ...rest, recorded: { min: asNumber(recordedMin), max: asNumber(recordedMax) } };
}

const isYear = (name: string): boolean => /^\d{4}$/.test(name);

const isTold = (value: unknown): boolean => value !== null && value !== undefined && value !== "";

export interface AnswerInWords {
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  /** Figures by year, where the answer has at least two. */
  readonly years: readonly { readonly year: string; readonly value: number }[];
}

export function answerInWords(line: LedgerLine): AnswerInWords {
  const entries = Object.entries(joinRecorded(line.so.answer)).filter(([, value]) => isTold(value));
  const years = entries.flatMap(([name, value]) =>
    isYear(name) && typeof value === "number" ? [{ year: name, value }] : [],
  );
  const byYear = years.length >= 2;
  return {
    years: byYear ? years : [],
    figures: entries
      .filter(([name]) => !(byYear && isYear(name)))
      .map(([name, value]) => ({ name: WORDS.answers[name] ?? sentenceCase(sayCode(name)), value: sayValue(value) })),
  };
}
