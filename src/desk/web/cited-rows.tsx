import type { RecordRow } from "../../record/index.ts";
import { RowCells } from "./record-row.tsx";
import { sayRow } from "./say.ts";
import { type ShownSheet, useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

/** Rows that a verdict rests on and rows left out, each once, in the order of time. */
function rowsToPrint({ sheet, rows }: ShownSheet): readonly RecordRow[] {
  const cited = sheet.ledger.flatMap((line) => line.so.rows.filter(({ why }) => why !== "near").map(({ id }) => id));
  const ids = new Set([...cited, ...sheet.omissions.map(({ row }) => row)]);
  return [...ids]
    .flatMap((id) => rows.get(id) ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

/** On paper nothing opens, and a row is cited by many claims: there the cells of each row stand here, once. */
export function CitedRows() {
  const rows = rowsToPrint(useSheet());
  if (rows.length === 0) return null;
  return (
    <section className="section print-only">
      <h2>{WORDS.rowsOnPaper}</h2>
      {rows.map((row) => (
        <div key={row.id} className="printed-row">
          <h3>{sayRow(row)}</h3>
          <RowCells row={row} />
        </div>
      ))}
    </section>
  );
}
