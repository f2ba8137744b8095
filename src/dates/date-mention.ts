import type { CivilDay, DatePrecision } from "../record/index.ts";

/** Where a component of a date comes from: the words themselves, or a named rule. */
export type Ground = { readonly said: true } | { readonly said: false; readonly rule: string };

/** One date expression of the text. `from`/`to` are null where nothing settles it: said, not guessed. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly precision: DatePrecision;
  /** Ground of the year and of the day within it. */
  readonly year: Ground;
  readonly day: Ground;
  readonly modifier: "early" | "mid" | "late" | "about" | "before" | "after" | "since" | null;
  /** A span of time counted from somewhere ("two days ago") or a calendar name ("5 June")? */
  readonly kind: "calendar" | "deictic";
  /** The other interval that the words could mean ("02-03-2016"), or null. */
  readonly otherReading: { readonly from: CivilDay; readonly to: CivilDay } | null;
}
