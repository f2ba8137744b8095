import type {
  CodedDocument,
  CoverageCard,
  InputDocument,
  LedgerLine,
  OmissionsLine,
  RecordRow,
} from "../record/index.ts";

/** A month (or other period) of the table under the two lanes. */
export interface MonthCount {
  /** "2016-05" */
  readonly month: string;
  readonly violence: number;
  readonly protest: number;
}

/** One mark of the timeline: an event of the article or a row of the record. */
export interface LaneMark {
  readonly lane: "violence" | "protest";
  readonly from: string;
  readonly to: string;
  readonly precision: string;
  readonly label: string;
  /** The event of the article, where it cites this. */
  readonly event: string | null;
  /** The row of the record, where it holds this. */
  readonly row: string | null;
}

/**
 * Everything the page and the report show of one article checked against one record. Plain JSON: the server sends it,
 * the report carries it inside, the page draws nothing that is not in it.
 */
export interface Sheet {
  readonly format: "plumbline/sheet/1";
  readonly version: string;
  /** Said on the page and in every export: for the sample, that it is invented for demonstration. */
  readonly notice: string | null;
  readonly document: InputDocument;
  readonly coded: CodedDocument;
  readonly ledger: readonly LedgerLine[];
  /** Reason of each ledger line in words, in the same order. */
  readonly reasons: readonly string[];
  readonly omissions: OmissionsLine["omissions"];
  readonly record: {
    readonly name: string;
    readonly card: CoverageCard | null;
    /** Rows in the article's window and area, and every row cited by a verdict. */
    readonly rows: readonly RecordRow[];
    readonly total: number;
  } | null;
  readonly timeline: {
    readonly from: string;
    readonly to: string;
    readonly marks: readonly LaneMark[];
    readonly undated: readonly string[];
    readonly months: readonly MonthCount[];
    /** The 2x2 of months: both, violence only, protest only, neither; `expected` both under independence; mid-p. */
    readonly together: {
      readonly both: number;
      readonly violenceOnly: number;
      readonly protestOnly: number;
      readonly neither: number;
      readonly expected: number;
      readonly p: number;
    } | null;
  };
  /** Problems met on the way, in words. */
  readonly notes: readonly string[];
}
