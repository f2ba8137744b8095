import type { Problem, RecordRow } from "../../record/index.ts";

export type Layout = "ucdp-ged" | "acled" | "gtd" | "gdelt" | "icews" | "polecat";

/**
 * What a row says beside its values: `doubtful` (its coders doubt that it belongs), `attempted`, `summary` (several
 * events in one row, or unclear), `actor-suspected`, `near-place`, `range-disordered` (low, best and high out of order),
 * `zero-not-known` (a zero that may stand for "not reported"), `dated-one-year-back`, `…-month-back`, `…-week-back`,
 * `dated-as-published` (the event's day may be the report's).
 */
export type RowFlag = string;

/** A row of a dataset as a row of a record, with all that the dataset itself says. */
export interface ImportedRow {
  readonly row: RecordRow;
  /** Every column of the source as written, unknown ones too; `null` keys are never made. */
  readonly raw: Readonly<Record<string, string>>;
  /** Line of the file. */
  readonly line: number;
  readonly flags: readonly RowFlag[];
}

export interface ImportedDataset {
  readonly layout: Layout;
  /** Columns in the order of the file (or of the layout, for files without a header). */
  readonly columns: readonly string[];
  readonly rows: readonly ImportedRow[];
  /** Of data that counts reports and not events (GDELT): lines, distinct addresses, distinct hosts; else `null`. */
  readonly reports: { readonly rows: number; readonly articles: number; readonly outlets: number } | null;
  readonly problems: readonly Problem[];
}
