import { dayNumber, isRealDay, partsOf } from "../record/index.ts";
import type { Outline } from "../text/index.ts";
import type { DateMention, TimeSpan } from "./date-mention.ts";
import type { DateRules } from "./date-rules.ts";
import { type Lexicon, scanDateWords } from "./date-words.ts";
import { dayOfWriting } from "./day-of-writing.ts";
import type { Find } from "./find.ts";
import { findDates } from "./find-dates.ts";
import { settleFinds } from "./settle-finds.ts";

export interface DateContext {
  /** Day of publication, YYYY-MM-DD, or null: then words like "yesterday" stay open. */
  readonly published: string | null;
}

const publicationDay = (published: string | null): number | null => {
  const day = published?.slice(0, 10) ?? "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const { year, month, day: date } = partsOf(day);
  return isRealDay(year, month, date) ? dayNumber(day) : null;
};

export interface OpenedDates {
  readonly rules: DateRules;
  readonly lexicon: Lexicon;
}

const findIn = (text: Outline, opened: OpenedDates): Find[] =>
  findDates(text.text, scanDateWords(text.text, opened.lexicon, text.capitals), opened.rules);

export interface DatesRead {
  readonly dates: readonly DateMention[];
  /** "for three days", "every Friday". */
  readonly spans: readonly TimeSpan[];
}

export function readDates(text: Outline, context: DateContext, opened: OpenedDates): DatesRead {
  const finds = findIn(text, opened);
  return {
    dates: settleFinds(finds, text, dayOfWriting(finds, text, publicationDay(context.published))),
    spans: spansOf(finds, text.text),
  };
}

const spansOf = (finds: readonly Find[], text: string): TimeSpan[] =>
  finds.flatMap((find) =>
    find.meaning.kind === "duration" || find.meaning.kind === "set"
      ? [{ start: find.start, end: find.end, text: text.slice(find.start, find.end), kind: find.meaning.kind }]
      : [],
  );
