/**
 * Expected trouble, as values: a code and its parameters. The wording stands apart, in `messages/en.ts`,
 * and says what to do next.
 */
export interface ProblemParams {
  "span-outside-text": { doc: string; start: number; end: number; length: number };
  "span-words-differ": { doc: string; start: number; end: number; written: string; found: string };
  "line-not-json": { file: string; line: number; detail: string };
  "line-not-document": { file: string; line: number; detail: string };
  "line-too-long": { file: string; line: number; limit: number };
  "file-not-found": { file: string };
  "file-not-readable": { file: string; detail: string };
  "file-empty": { file: string };
  "file-binary": { file: string };
  "file-kind-unknown": { file: string; extension: string };
  "file-too-large": { file: string; megabytes: number; limit: number };
  "file-decoded": { file: string; encoding: string };
  "pdf-without-text": { file: string; pages: number };
  "pdf-damaged": { file: string; detail: string };
  "docx-damaged": { file: string; detail: string };
  "archive-too-large": { file: string; limit: number };
  "html-without-article": { file: string };
  "html-scripts-removed": { file: string; count: number };
  "language-not-english": { doc: string; language: string };
  "language-unknown": { doc: string };
  "sentence-cut": { doc: string; count: number; tokens: number };
  "text-cut": { doc: string; kept: number; length: number };
  "output-not-written": { file: string; detail: string };
  "output-disk-full": { file: string };
  "published-unreadable": { file: string; value: string };
  "csv-quote-open": { file: string; line: number };
  "record-columns-unused": { file: string; columns: string };
  "mapping-bad": { file: string; detail: string };
  "dataset-not-as-said": { file: string; said: string; found: string };
  "dataset-counts-reports": { file: string };
  "dataset-layout-unknown": { file: string };
  "dataset-rows-repeated": { file: string; count: number };
  "record-column-missing": { file: string; column: string; columns: string };
  "record-cell-bad": { file: string; line: number; column: string; value: string; expected: string };
  "record-row-short": { file: string; line: number; cells: number; columns: number };
  "record-id-twice": { file: string; line: number; id: string; first: number };
  "card-missing": { file: string };
  "card-bad": { file: string; detail: string };
  "case-not-found": { path: string };
  "case-card-bad": { path: string; detail: string };
  "case-exists": { path: string };
  "case-ledger-torn": { path: string; line: number };
  "case-ledger-broken": { path: string; line: number };
  "case-source-changed": { path: string; item: string };
  "case-held": { path: string; pid: number };
  "port-busy": { port: number; used: number };
  "table-unknown-type": { table: string; line: number; type: string; known: string };
  "table-unknown-mode": { table: string; line: number; type: string; mode: string; known: string };
  "table-bad-cell": { table: string; line: number; column: string; value: string; expected: string };
  "resource-missing": { file: string };
  "geonames-line-bad": { file: string; line: number };
  "geonames-file-unknown": { file: string };
  "document-failed": { doc: string; detail: string };
  "record-default": { name: string };
  "folder-not-writable": { path: string; used: string };
  "nothing-to-do": { command: string };
  "parse-without-words": Record<string, never>;
  "event-not-found": { event: string; known: string };
  "one-sentence-a-drawing": { found: number };
}

export type ProblemCode = keyof ProblemParams;

/** One problem; `severity` "note" tells, "warning" leaves something out, "error" means that an item was not done. */
export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    readonly params: Readonly<ProblemParams[Code]>;
    readonly severity: "note" | "warning" | "error";
  };
}[ProblemCode];

export const problem = <Code extends ProblemCode>(
  code: Code,
  params: ProblemParams[Code],
  severity: Problem["severity"] = "error",
): Problem => ({ code, params, severity }) as Problem;
