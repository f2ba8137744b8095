import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import type { RecordRow } from "../../record/index.ts";
import { Fold } from "./fold.tsx";
import { Lanes } from "./lanes.tsx";
import { useFocus, useLighting, useObjectLight } from "./lit.tsx";
import { Months } from "./months.tsx";
import { RowCells } from "./record-row.tsx";
import { sayCount, sayDate, sayRow } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { type MarkState, sayMark, type TimelineMark, timelineMarks } from "./timeline-mark.ts";
import { WORDS } from "./words-en.ts";

function Swatch({ state, shape }: { readonly state: MarkState; readonly shape: "dot" | "bar" }) {
  return (
    <svg className="swatch" viewBox="0 0 18 14" aria-hidden="true">
      {shape === "bar" && <rect className="swatch-bar" x={1} y={3} width={16} height={8} rx={4} />}
      {shape === "dot" && state === "cited" && <path className="mark-cited" d="M9 1l6 6-6 6-6-6z" />}
      {shape === "dot" && state !== "cited" && <circle className={`mark-${state}`} cx={9} cy={7} r={5} />}
    </svg>
  );
}

const Legend = () => (
  <ul className="legend">
    <li>
      <Swatch state="both" shape="dot" /> {WORDS.leftOut.legend.both}
    </li>
    <li>
      <Swatch state="cited" shape="dot" /> {WORDS.leftOut.legend.cited}
    </li>
    <li>
      <Swatch state="omitted" shape="dot" /> {WORDS.leftOut.legend.omitted}
    </li>
    <li>
      <Swatch state="both" shape="bar" /> {WORDS.leftOut.legend.imprecise}
    </li>
  </ul>
);

/** The mark under the pointer or the focus, in words. Its room is kept, so that nothing jumps. */
function MarkWords() {
  const shown = useSheet();
  const marks = useMemo(() => timelineMarks(shown), [shown]);
  const focus = useFocus();
  const mark = marks.find((candidate) => candidate.key === focus);
  return (
    <p className="mark-words" aria-hidden="true">
      {mark === undefined ? <span className="muted">{WORDS.leftOut.keys}</span> : sayMark(mark)}
    </p>
  );
}

function MarkRow({ mark }: { readonly mark: TimelineMark }) {
  const { key } = mark;
  return (
    <tr data-light={useObjectLight(key)} {...useLighting(key)}>
      <td className="nowrap">{sayDate(mark)}</td>
      <td>{mark.label}</td>
      <td>{mark.lane === "violence" ? WORDS.leftOut.violence : WORDS.leftOut.protest}</td>
      <td>{WORDS.leftOut.state[mark.state]}</td>
    </tr>
  );
}

function MarkTable() {
  const marks = timelineMarks(useSheet());
  const { columns } = WORDS.leftOut;
  return (
    <div className="table-frame">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.lane}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <MarkRow key={mark.id} mark={mark} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Undated() {
  const { sheet, numberOfEvent } = useSheet();
  const { undated } = sheet.timeline;
  if (undated.length === 0) return null;
  return (
    <div className="tray">
      <h3>{WORDS.leftOut.undated}</h3>
      <ul>
        {undated.map((entry) => {
          const event = sheet.coded.events.find((candidate) => candidate.id === entry);
          return (
            <li key={entry}>
              {event === undefined ? entry : <UndatedEvent id={entry} number={numberOfEvent.get(entry) ?? 0} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function UndatedEvent({ id, number }: { readonly id: string; readonly number: number }) {
  const { sheet } = useSheet();
  const key = `event:${id}`;
  const event = sheet.coded.events.find((candidate) => candidate.id === id);
  return (
    <span className="tray-item" data-light={useObjectLight(key)} {...useLighting(key)}>
      <span className="card-number">{number}</span>{" "}
      {event === undefined ? id : (WORDS.incidents[event.incident] ?? event.incident)}
      {event?.place != null && `, ${event.place.name}`}
    </span>
  );
}

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

function OmissionList() {
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

export function LeftOut() {
  const { sheet } = useSheet();
  const [view, setView] = useState("chart");
  const drawn = sheet.timeline.marks.length > 0;
  return (
    <section className="section" id="left-out" aria-labelledby="left-out-title">
      <div className="section-head">
        <div>
          <h2 id="left-out-title">{WORDS.leftOut.title}</h2>
          <p className="lead">{WORDS.leftOut.lead}</p>
        </div>
        {drawn && (
          <SegmentedControl
            className="view-switch"
            aria-label={WORDS.leftOut.asTable}
            value={view}
            onChange={setView}
            data={[
              { value: "chart", label: WORDS.leftOut.asChart },
              { value: "table", label: WORDS.leftOut.asTable },
            ]}
          />
        )}
      </div>
      {!drawn && <p className="empty">{WORDS.leftOut.none}</p>}
      {drawn && (
        <div className="sheet-card">
          <div className="view" data-shown={view === "chart"}>
            <Legend />
            <Lanes />
            <MarkWords />
          </div>
          <div className="view" data-shown={view === "table"}>
            <MarkTable />
          </div>
          <Undated />
        </div>
      )}
      <div className="two-columns">
        <div>
          <OmissionList />
        </div>
        <Months />
      </div>
    </section>
  );
}
