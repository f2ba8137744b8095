import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { Lanes } from "./lanes.tsx";
import { useFocus, useLighting, useObjectLight } from "./lit.tsx";
import { Months } from "./months.tsx";
import { OmissionList } from "./omission-list.tsx";
import { sayDate } from "./say.ts";
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
