import { SegmentedControl, Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Event } from "../../record/index.ts";
import { useLighting } from "./lit.tsx";
import { MapDrawing } from "./map-drawing.tsx";
import { layOut } from "./map-layout.ts";
import { MapTable } from "./map-table.tsx";
import { sayEvent } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

function UnlocatedEvent({ event }: { readonly event: Event }) {
  const { numberOfEvent } = useSheet();
  return (
    <li {...useLighting(`event:${event.id}`)}>
      <span className="card-number">{numberOfEvent.get(event.id)}</span> {sayEvent(event)}
    </li>
  );
}

function Unlocated({ events }: { readonly events: readonly Event[] }) {
  return (
    <div className="tray">
      <h3>{WORDS.map.unlocated}</h3>
      <p className="muted">{events.length === 0 ? WORDS.map.allLocated : WORDS.map.unlocatedLead}</p>
      <ul>
        {events.map((event) => (
          <UnlocatedEvent key={event.id} event={event} />
        ))}
      </ul>
    </div>
  );
}

const LEGEND = [
  ["dot", "violence"],
  ["dotProtest", "protest"],
  ["dotOther", "other"],
  ["ring", "violence"],
  ["omitted", "other"],
] as const;

const Legend = () => (
  <ul className="legend legend-column">
    {LEGEND.map(([kind, lane]) => (
      <li key={kind}>
        <svg className={`swatch tone-${lane}`} viewBox="0 0 18 14" aria-hidden="true">
          {kind === "dotProtest" ? (
            <rect className="swatch-dot" x={4} y={2} width={10} height={10} rx={2} />
          ) : (
            <circle
              className={`swatch-${kind === "dotOther" ? "dot" : kind}`}
              cx={9}
              cy={7}
              r={kind === "ring" ? 6 : 5}
            />
          )}
        </svg>{" "}
        {WORDS.map.legend[kind]}
      </li>
    ))}
  </ul>
);

export function EventMap() {
  const shown = useSheet();
  const { sheet } = shown;
  const [view, setView] = useState("map");
  const [withOmitted, setWithOmitted] = useState(false);
  const content = useMemo(() => layOut(sheet.coded.events, shown.laneOf), [sheet, shown]);
  const omitted = withOmitted
    ? sheet.omissions.flatMap(({ row: id }) => {
        const row = shown.rows.get(id);
        return row === undefined ? [] : [row];
      })
    : [];
  const drawn = content.dots.length + content.areas.length > 0;
  return (
    <section className="section" id="map" aria-labelledby="map-title">
      <div className="section-head">
        <div>
          <h2 id="map-title">{WORDS.map.title}</h2>
          <p className="lead">{WORDS.map.lead}</p>
        </div>
        {drawn && (
          <SegmentedControl
            className="view-switch"
            aria-label={WORDS.map.asTable}
            value={view}
            onChange={setView}
            data={[
              { value: "map", label: WORDS.map.asMap },
              { value: "table", label: WORDS.map.asTable },
            ]}
          />
        )}
      </div>
      <div className="sheet-card map-columns">
        <div>
          {!drawn && <p className="empty">{WORDS.map.none}</p>}
          {drawn && (
            <>
              <div className="view" data-shown={view === "map"}>
                <MapDrawing content={content} omitted={omitted} />
              </div>
              <div className="view" data-shown={view === "table"}>
                <MapTable />
              </div>
            </>
          )}
        </div>
        <aside>
          <Legend />
          {sheet.omissions.length > 0 && (
            <Switch
              className="screen-only"
              label={WORDS.map.showOmitted}
              checked={withOmitted}
              onChange={(event) => setWithOmitted(event.currentTarget.checked)}
            />
          )}
          <Unlocated events={content.unlocated} />
          <p className="credit">
            {WORDS.map.worldview} {WORDS.map.credit}
          </p>
        </aside>
      </div>
    </section>
  );
}
