import type { ResourceFiles } from "../record/index.ts";
import type { Outline } from "../text/index.ts";
import type { DateMention } from "./date-mention.ts";
import { parseDateRules } from "./date-rules.ts";
import { openLexicon } from "./date-words.ts";
import { type DateContext, type DatesRead, type OpenedDates, readDates } from "./read-dates.ts";

export interface DateReader {
  /** The calendar expressions of the text, in order, none overlapping another. Of a whole reading, take its `outlineOf`. */
  read(text: Outline, context: DateContext): readonly DateMention[];
  /** Those, and beside them the spans of time that no calendar holds, in one pass. */
  readAll(text: Outline, context: DateContext): DatesRead;
}

/** Opens the room's tables. Cost: some milliseconds, once. */
export function openDates(files: Pick<ResourceFiles, "table">): DateReader {
  const rules = parseDateRules(files.table("date-rules.tsv"));
  const opened: OpenedDates = { rules, lexicon: openLexicon(files.table("date-words.tsv"), rules.literals) };
  return {
    read: (text, context) => readDates(text, context, opened).dates,
    readAll: (text, context) => readDates(text, context, opened),
  };
}
