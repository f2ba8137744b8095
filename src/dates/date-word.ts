import type { Find } from "./find.ts";
import type { Meaning } from "./meaning.ts";

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
