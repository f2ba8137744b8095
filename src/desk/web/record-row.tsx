import type { ReactNode } from "react";
import type { RecordRow } from "../../record/index.ts";
import { Fold } from "./fold.tsx";
import { Icon } from "./icons.tsx";
import { sayCount, sayDate, sayIncident, sayRow, sayRowPlace } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

const orUnknown = (value: ReactNode): ReactNode =>
  value === null || value === "" ? <span className="missing">{WORDS.row.unknown}</span> : value;

/** Cells of a row in words. Empty cells are said to be empty: not known is not zero. */
const cellsOf = (row: RecordRow): readonly (readonly [string, ReactNode])[] => [
  [WORDS.row.date, sayDate({ ...row, precision: row.datePrecision })],
  [WORDS.row.place, sayRowPlace(row) || null],
  [WORDS.row.class, sayIncident(row.class)],
  [WORDS.row.killed, row.killed === null ? null : sayCount(row.killed)],
  [WORDS.row.killedAttackers, row.killedAttackers === null ? null : row.killedAttackers.toLocaleString("en")],
  [WORDS.row.injured, row.injured === null ? null : sayCount(row.injured)],
  [WORDS.row.actor, row.actor],
  [WORDS.row.target, row.target],
  [WORDS.row.claimedBy, row.claimedBy],
  [WORDS.row.origins, row.origins],
  [WORDS.row.id, <code key="id">{row.id}</code>],
];

const sourcesOf = (row: RecordRow): readonly string[] =>
  (row.sources ?? "").split(" | ").filter((source) => source.trim() !== "");

export function RowCells({ row }: { readonly row: RecordRow }) {
  const sources = sourcesOf(row);
  return (
    <div className="row-cells">
      <p className="row-description">{row.description}</p>
      <dl className="fields">
        {cellsOf(row).map(([label, value]) => (
          <div className="field" key={label}>
            <dt>{label}</dt>
            <dd>{orUnknown(value)}</dd>
          </div>
        ))}
        {sources.length > 0 && (
          <div className="field">
            <dt>{WORDS.row.sources}</dt>
            <dd>
              <ul className="sources">
                {sources.map((source) => (
                  <li key={source}>{source}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

export interface CitedRowProps {
  readonly id: string;
  readonly why: "agrees" | "disagrees" | "near";
}

/** A row that a verdict rests on: how it stands to the claim, and the record's own cells in place. */
export function CitedRow({ id, why }: CitedRowProps) {
  const row = useSheet().rows.get(id);
  return (
    <Fold
      className={`cited cited-${why}`}
      summary={
        <>
          <span className="why">
            <Icon name={why} /> {WORDS.rowWhy[why]}
          </span>{" "}
          {row === undefined ? <code>{id}</code> : sayRow(row)}
        </>
      }
    >
      {row === undefined ? <p className="missing">{WORDS.rowMissing}</p> : <RowCells row={row} />}
    </Fold>
  );
}
