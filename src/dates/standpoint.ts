import type { DateModifier, Ground } from "./date-mention.ts";
import type { DateOrder } from "./date-order.ts";
import type { ClockMeaning } from "./meaning.ts";
import type { Outlook } from "./tense.ts";
import { type Stretch, UNITS, type Unit } from "./units.ts";

/** What an expression is read against. Days are day numbers. */
export interface Standpoint {
  /** Day of publication, or null where nobody knows it. */
  readonly speech: number | null;
  /** Where the story stands: the last settled expression of the story line. */
  readonly story: Settled | null;
  /** History and court reports: components that the words leave out come from the story, not from the day of publication. */
  readonly narrative: boolean;
  /** Which way the sentence looks from the day of publication; asked only where it matters. */
  readonly outlook: () => Outlook;
  /** Is that the future? Most sentences answer without their tenses. */
  readonly looksAhead: () => boolean;
  /** The last quarter of a year that was spoken of, where it was not long ago: what "a year earlier" compares with. */
  readonly quarter: Settled | null;
  /** The day spoken of just before; `moment` is its clock where this expression stands beside it in brackets. */
  readonly beside: { readonly day: number; readonly moment: ClockMeaning | null; readonly bracketed: boolean } | null;
  /** When the event is that the expression counts from, as the text dates it; null where it does not. */
  readonly event: () => Settled | null;
  /** Whether figures give the day or the month first; null where the document does not tell. */
  readonly order: DateOrder | null;
}

/** An expression with its place in the calendar. */
export interface Settled {
  readonly stretch: Stretch;
  readonly unit: Unit | "interval";
  readonly year: Ground;
  readonly day: Ground;
  readonly modifier: DateModifier;
  readonly other: Stretch | null;
}

export const SAID: Ground = { said: true };
export const by = (rule: string): Ground => ({ said: false, rule });

export const settled = (stretch: Stretch, unit: Unit | "interval", year: Ground, day: Ground): Settled => ({
  stretch,
  unit,
  year,
  day,
  modifier: null,
  other: null,
});

/** A day to look from, and what it is: rules are named after it. */
export interface Standing {
  readonly day: number;
  readonly rule: "story" | "publication";
}

/** Day the reader is taken to stand on: the story's in a narrative, else the day of publication. */
export const standing = (at: Standpoint): Standing | null => {
  if (at.narrative && at.story !== null) return { day: at.story.stretch.from, rule: "story" };
  if (at.speech !== null) return { day: at.speech, rule: "publication" };
  return at.story === null ? null : { day: at.story.stretch.from, rule: "story" };
};

/** Is the expression too coarse to count such units from, as a year is for days? */
export function isCoarserThan(origin: Settled | null, unit: Unit): boolean {
  if (origin === null) return true;
  if (origin.unit === "interval") return false;
  return UNITS.indexOf(origin.unit) > UNITS.indexOf(unit) && !(origin.unit === "weekend" || origin.unit === "week");
}
