import { useState } from "react";
import type { RecordRow } from "../../record/index.ts";
import { Fold } from "./fold.tsx";
import { useLighting, useObjectLight } from "./lit.tsx";
import { RowCells } from "./record-row.tsx";
import { sayCount, sayRow } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

const deadOf = (row: RecordRow): string | null =>
  row.killed === null || (row.killed.min === 0 && row.killed.max === 0)
    ? null
    : `${WORDS.row.killed.toLowerCase()} ${sayCount(row.killed)}`;

function OmittedRow({ row, why }: { readonly row: RecordRow; readonly why: string }) {
  const key = `row:${row.id}`;
  const dead = deadOf(row);
  return (
    <li className="omitted" data-light={useObjectLight(key)} {...useLighting(key)}>
      <Fold
        summary={
          <>
            {sayRow(row)}
            {dead !== null && <span className="precision">{dead}</span>}
          </>
        }
      >
        {why !== "" && <p className="why-omitted">{why}</p>}
        <RowCells row={row} />
      </Fold>
    </li>
  );
}

const FIRST = 8;

/** Rows that the article's own window, area and kinds would take in and that it does not tell. */
export function OmissionList() {
  const { sheet, rows } = useSheet();
  const [all, setAll] = useState(false);
  const omitted = sheet.omissions
    .flatMap(({ row: id, why }) => {
      const row = rows.get(id);
      return row === undefined ? [] : [{ row, why }];
    })
    .sort((a, b) => (a.row.from < b.row.from ? -1 : 1));
  if (sheet.record === null) return null;
  if (omitted.length === 0) return <p className="empty">{WORDS.leftOut.listNone}</p>;
  return (
    <>
      <h3>{WORDS.leftOut.list(omitted.length)}</h3>
      <p className="lead">{WORDS.leftOut.listLead}</p>
      <ul className="omissions" data-all={all}>
        {omitted.map(({ row, why }) => (
          <OmittedRow key={row.id} row={row} why={why} />
        ))}
      </ul>
      {omitted.length > FIRST && (
        <button type="button" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? WORDS.leftOut.showFewer : WORDS.leftOut.showAll(omitted.length)}
        </button>
      )}
    </>
  );
}
