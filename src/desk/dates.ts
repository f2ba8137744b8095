import { type DatesRead, openDates } from "../dates/index.ts";
import { openOutline } from "../text/index.ts";
import { packageResources } from "./resources.ts";

export type { DateMention, DateModifier, DateReader, DatesRead, Ground, TimeSpan } from "../dates/index.ts";
export { explainMention, openDates, reasonOf } from "../dates/index.ts";

export interface DatesOptions {
  /** Day of publication, YYYY-MM-DD: what "yesterday" counts from. Without it such words stay open, unless a dateline tells. */
  readonly published?: string | null;
}

const open = () => ({ outlines: openOutline(packageResources), reader: openDates(packageResources) });
let opened: ReturnType<typeof open> | null = null;

/**
 * The dates of a plain text: all that people need who want only dates. Opens the tables on first use (some 30 ms) and the weights
 * that tell tenses when a date first asks for them.
 */
export function readDates(text: string, options: DatesOptions = {}): DatesRead {
  opened ??= open();
  return opened.reader.readAll(opened.outlines.outline(text), { published: options.published ?? null });
}
