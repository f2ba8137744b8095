import type { RecordRow } from "../record/index.ts";
import { csvLine } from "./csv.ts";

type Cell = string | number | null;

/** RECORD.csv's columns, in the contract's order, then `sources`. */
const COLUMNS: readonly (readonly [string, (row: RecordRow) => Cell])[] = [
  ["id", (r) => r.id],
  ["date_from", (r) => r.from],
  ["date_to", (r) => r.to],
  ["date_precision", (r) => r.datePrecision],
  ["place", (r) => r.place],
  ["admin1", (r) => r.admin1],
  ["country", (r) => r.country],
  ["lat", (r) => r.lat],
  ["lon", (r) => r.lon],
  ["precision", (r) => r.precision],
  ["class", (r) => r.class],
  ["description", (r) => r.description],
  ["killed_min", (r) => r.killed?.min ?? null],
  ["killed_max", (r) => r.killed?.max ?? null],
  ["killed_attackers", (r) => r.killedAttackers],
  ["injured_min", (r) => r.injured?.min ?? null],
  ["injured_max", (r) => r.injured?.max ?? null],
  ["actor", (r) => r.actor],
  ["target", (r) => r.target],
  ["claimed_by", (r) => r.claimedBy],
  ["origins", (r) => r.origins],
  ["sources", (r) => r.sources],
];

/** Rows as RECORD.csv; `readRecord` gives the same rows again. */
export function* recordCsv(rows: Iterable<RecordRow>): Generator<string> {
  yield csvLine(COLUMNS.map(([name]) => name));
  for (const row of rows) yield csvLine(COLUMNS.map(([, cell]) => cell(row)));
}
