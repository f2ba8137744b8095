import type { CivilDay, DateMentionRecord, DatePrecision } from "../record/index.ts";

/** Where a component of a date comes from: the words themselves, or a named rule. */
export type Ground = { readonly said: true } | { readonly said: false; readonly rule: string };

export type DateModifier = "early" | "mid" | "late" | "about" | "before" | "after" | "since" | "at-least-since" | null;

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
  readonly modifier: DateModifier;
  /** A span of time counted from somewhere ("two days ago") or a calendar name ("5 June")? */
  readonly kind: "calendar" | "deictic";
  /** The other interval that the words could mean ("02-03-2016"), or null. */
  readonly otherReading: { readonly from: CivilDay; readonly to: CivilDay } | null;
  /** The row of `tables/date-rules.tsv` that found the words. */
  readonly found: string;
  /** Ends of a range ("5-6 June": 5 June, 6 June), each with its own words; empty for everything else. */
  readonly parts: readonly DateMention[];
}

/** "for three days", "every Friday": spans of time that no calendar holds. They never stand in for a date. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: "duration" | "set";
}

/** Ground of a day whose figures could be read either way (see `otherReading`). */
export const ORDER_LEFT_OPEN = "order-of-day-and-month-left-open";

const isLeftOpen = (mention: DateMention): boolean => !mention.day.said && mention.day.rule === ORDER_LEFT_OPEN;

/** The mention as the coded document writes it (contract `coded-document.md`). */
export const toDateRecord = (mention: DateMention): DateMentionRecord => ({
  start: mention.start,
  end: mention.end,
  text: mention.text,
  // Of two readings that nothing decides between none is written down as the date.
  from: isLeftOpen(mention) ? null : mention.from,
  to: isLeftOpen(mention) ? null : mention.to,
  precision: mention.precision,
});

/**
 * What the coded document lists for a mention: of a range its ends, each with its own words ("5", "6 June"), since they are the
 * calendar expressions and the range is what the text says of them; of everything else the mention itself.
 */
export const toDateRecords = (mention: DateMention): DateMentionRecord[] =>
  mention.parts.length === 0 ? [toDateRecord(mention)] : mention.parts.map(toDateRecord);
