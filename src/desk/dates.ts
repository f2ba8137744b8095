import { type DateMention, openDates, type TimeSpan } from "../dates/index.ts";
import { openOutline } from "../text/index.ts";
import { packageResources } from "./resources.ts";

export type { DateMention, DateModifier, DateReader, Ground, TimeSpan } from "../dates/index.ts";
export { explainMention, openDates, reasonOf } from "../dates/index.ts";

export interface DatesOptions {
  /** Day of publication, YYYY-MM-DD: what "yesterday" counts from. Without it such words stay open, unless a dateline tells. */
  readonly published?: string | null;
}

export interface DatesOfText {
  /** Calendar expressions, in the order of the text, none overlapping another. */
  readonly dates: readonly DateMention[];
  /** "for three days", "every Friday". */
  readonly spans: readonly TimeSpan[];
}

const open = () => ({ outlines: openOutline(packageResources), reader: openDates(packageResources) });
let opened: ReturnType<typeof open> | null = null;

/**
 * The dates of a plain text: all that people need who want only dates. Opens the tables on first use (some 30 ms) and the weights
 * that tell tenses when a date first asks for them.
 */
export function readDates(text: string, options: DatesOptions = {}): DatesOfText {
  opened ??= open();
  const outline = opened.outlines.outline(text);
  return {
    dates: opened.reader.read(outline, { published: options.published ?? null }),
    spans: opened.reader.timeSpans(outline),
  };
}
