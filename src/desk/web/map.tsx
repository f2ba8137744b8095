import { ActionIcon, SegmentedControl, Switch } from "@mantine/core";
import { geoPath } from "d3-geo";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Event, RecordRow } from "../../record/index.ts";
import { Icon } from "./icons.tsx";
import { type Key, useKeysLight, useLitStore } from "./lit.tsx";
import { BORDERS, COASTS, COUNTRIES } from "./map-base.ts";
import { type Box, type LabelWish, placeLabels } from "./map-labels.ts";
import {
  isExact,
  type LonLat,
  layOut,
  type MapArea,
  type MapContent,
  type MapDot,
  projectionFor,
} from "./map-layout.ts";
import { MapTable } from "./map-table.tsx";
import { sayEvent, sayRow } from "./say.ts";
import { scaleBar } from "./scale-bar.ts";
import { useSheet } from "./shown-sheet.tsx";
import { useWidth } from "./use-width.ts";
import { useZoom } from "./use-zoom.ts";
import { WORDS } from "./words-en.ts";

const keysOf = (events: readonly Event[]): readonly Key[] => events.map((event) => `event:${event.id}`);

/** Lights the first of the events at a place; the words under the map name them all. */
function useMapLighting(events: readonly Event[]) {
  const store = useLitStore();
  const [first] = keysOf(events);
  const on = (): void => store.hover(first ?? null);
  const off = (): void => store.hover(null);
  return {
    onPointerEnter: on,
    onPointerLeave: off,
    onFocus: on,
    onBlur: off,
    onClick: () => store.select(first ?? null),
  };
}

const sayAll = (name: string, events: readonly Event[]): string =>
  events.length === 1 && events[0] !== undefined
    ? sayEvent(events[0])
    : `${WORDS.map.here(events.length, name)}: ${events.map(sayEvent).join("; ")}`;

const radiusOf = (dot: MapDot): number => 6.5 + 2.2 * Math.sqrt(dot.events.length - 1);

interface OnMap {
  readonly words: (text: string | null) => void;
}

function Area({ area, d, words }: { readonly area: MapArea; readonly d: string } & OnMap) {
  const lighting = useMapLighting(area.events);
  const text = sayAll(area.name, area.events);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG path cannot be a <button>
    <path
      role="button"
      tabIndex={0}
      aria-label={text}
      className={`map-area tone-${area.lane}`}
      d={d}
      data-light={useKeysLight(keysOf(area.events))}
      {...lighting}
      onPointerEnter={() => {
        lighting.onPointerEnter();
        words(text);
      }}
      onFocus={() => {
        lighting.onFocus();
        words(text);
      }}
    />
  );
}

function Dot({ dot, x, y, words }: { readonly dot: MapDot; readonly x: number; readonly y: number } & OnMap) {
  const lighting = useMapLighting(dot.events);
  const text = sayAll(dot.name, dot.events);
  const r = radiusOf(dot);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG group cannot be a <button>
    <g
      role="button"
      tabIndex={0}
      aria-label={text}
      className={`map-dot tone-${dot.lane}`}
      transform={`translate(${x} ${y})`}
      data-light={useKeysLight(keysOf(dot.events))}
      {...lighting}
      onPointerEnter={() => {
        lighting.onPointerEnter();
        words(text);
      }}
      onFocus={() => {
        lighting.onFocus();
        words(text);
      }}
    >
      <circle className="dot-halo" r={r + 5} />
      {dot.lane === "protest" ? (
        <rect x={-r * 0.9} y={-r * 0.9} width={r * 1.8} height={r * 1.8} rx={2} />
      ) : (
        <circle r={r} />
      )}
      {dot.events.length > 1 && <text y={5}>{dot.events.length}</text>}
    </g>
  );
}

/** Rows that the article leaves out and that are known to the town. */
function omittedPoints(
  rows: readonly RecordRow[],
): readonly { readonly at: LonLat; readonly rows: readonly RecordRow[] }[] {
  const groups = new Map<string, { at: LonLat; rows: RecordRow[] }>();
  for (const row of rows) {
    if (row.lat === null || row.lon === null || (row.precision !== null && !isExact(row.precision))) continue;
    const key = `${row.lon},${row.lat}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { at: [row.lon, row.lat], rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

const COUNTRY_SIZE = 14;
const PLACE_SIZE = 14;

function Drawing({ content, omitted }: { readonly content: MapContent; readonly omitted: readonly RecordRow[] }) {
  const [frame, width] = useWidth<HTMLDivElement>(800);
  const height = Math.round(Math.min(540, Math.max(320, width * 0.62)));
  const svg = useRef<SVGSVGElement>(null);
  const { transform, scaleBy, panBy, reset } = useZoom(svg, width, height);
  const [words, setWords] = useState<string | null>(null);
  const drawn = useMemo(() => {
    const projection = projectionFor(content, width, height);
    const path = geoPath(projection);
    return {
      projection,
      land: COUNTRIES.map((country) => path(country) ?? "").join(""),
      borders: path(BORDERS) ?? "",
      coasts: path(COASTS) ?? "",
      areas: content.areas.map((area) => ({ area, d: path(area.shape) ?? "" })),
      countries: COUNTRIES.map((country) => ({
        name: country.properties.name,
        at: path.centroid(country),
        area: path.area(country),
      })),
    };
  }, [content, width, height]);
  const place = (at: LonLat): readonly [number, number] =>
    transform.apply(drawn.projection([at[0], at[1]]) ?? [-999, -999]);
  const box: Box = { left: 4, top: 4, right: width - 4, bottom: height - 26 };
  const dots = content.dots.map((dot) => ({ dot, at: place(dot.at) }));
  const wishes: readonly LabelWish[] = [
    ...dots.map(({ dot, at }) => ({
      key: `d${dot.at.join()}`,
      text: dot.name,
      x: at[0],
      y: at[1],
      away: radiusOf(dot) + 5,
      size: PLACE_SIZE,
    })),
    ...content.areas.map((area) => {
      const at = place(area.at);
      return { key: `a${area.at.join()}${area.name}`, text: area.name, x: at[0], y: at[1], away: 0, size: PLACE_SIZE };
    }),
  ];
  const taken = dots.map(({ dot, at }): Box => {
    const r = radiusOf(dot) + 2;
    return { left: at[0] - r, right: at[0] + r, top: at[1] - r, bottom: at[1] + r };
  });
  const labels = placeLabels(wishes, taken, box);
  const spaceOf = (text: string): number => text.length * COUNTRY_SIZE * 0.8;
  const countryLabels = placeLabels(
    drawn.countries
      .filter(({ name, area }) => Math.sqrt(area) * transform.k > spaceOf(name) * 0.7)
      .sort((a, b) => b.area - a.area)
      .map(({ name, at }) => {
        const [x, y] = transform.apply(at);
        return { key: name, text: name, x, y, away: 0, size: COUNTRY_SIZE * 1.25 };
      }),
    [
      ...taken,
      ...labels.map((label): Box => {
        const half = label.text.length * 8;
        return { left: label.x - half, right: label.x + half, top: label.y - 16, bottom: label.y + 6 };
      }),
    ],
    box,
  );
  const bar = scaleBar(drawn.projection, transform.k, width, height);
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => void>> = {
      "+": () => scaleBy(1.6),
      "=": () => scaleBy(1.6),
      "-": () => scaleBy(1 / 1.6),
      "0": reset,
      ArrowLeft: () => panBy(60, 0),
      ArrowRight: () => panBy(-60, 0),
      ArrowUp: () => panBy(0, 60),
      ArrowDown: () => panBy(0, -60),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  return (
    <div className="map-frame" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
      <svg
        ref={svg}
        className="map"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={WORDS.map.chart}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setWords(null)}
      >
        <rect className="map-sea" width={width} height={height} />
        <g transform={transform.toString()}>
          <path className="map-land" d={drawn.land} />
          <path className="map-coast" d={drawn.coasts} />
          <path className="map-borders" d={drawn.borders} />
          {drawn.areas.map(({ area, d }) => (
            <Area key={`${area.at.join()}${area.name}`} area={area} d={d} words={setWords} />
          ))}
        </g>
        {countryLabels.map((label) => (
          <text
            key={label.key}
            className="map-country"
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
            aria-hidden="true"
          >
            {label.text}
          </text>
        ))}
        {omittedPoints(omitted).map((point) => {
          const [x, y] = place(point.at);
          return (
            <circle
              key={point.at.join()}
              className="map-omitted"
              cx={x}
              cy={y}
              r={5 + 1.5 * Math.sqrt(point.rows.length - 1)}
            >
              <title>{point.rows.map(sayRow).join("; ")}</title>
            </circle>
          );
        })}
        {dots.map(({ dot, at }) => (
          <Dot key={dot.at.join()} dot={dot} x={at[0]} y={at[1]} words={setWords} />
        ))}
        {labels.map((label) => (
          <text
            key={label.key}
            className="map-label"
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
            aria-hidden="true"
          >
            {label.text}
          </text>
        ))}
        {bar !== null && (
          <g className="map-scale" transform={`translate(14 ${height - 14})`} aria-hidden="true">
            <path d={`M0 -5V0H${bar.pixels}V-5`} />
            <text x={bar.pixels + 8} y={2}>
              {WORDS.map.scale(bar.km)}
            </text>
          </g>
        )}
      </svg>
      <div className="map-buttons">
        <ActionIcon variant="default" size="lg" aria-label={WORDS.map.zoomIn} onClick={() => scaleBy(1.6)}>
          <Icon name="plus" />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={WORDS.map.zoomOut} onClick={() => scaleBy(1 / 1.6)}>
          <Icon name="minus" />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={WORDS.map.reset} onClick={reset}>
          <Icon name="frame" />
        </ActionIcon>
      </div>
      <p className="mark-words" aria-hidden="true">
        {words ?? <span className="muted">{WORDS.map.wheel}</span>}
      </p>
    </div>
  );
}

function Unlocated({ events }: { readonly events: readonly Event[] }) {
  const { numberOfEvent } = useSheet();
  const store = useLitStore();
  return (
    <div className="tray">
      <h4>{WORDS.map.unlocated}</h4>
      {events.length === 0 ? (
        <p className="muted">{WORDS.map.allLocated}</p>
      ) : (
        <>
          <p className="muted">{WORDS.map.unlocatedLead}</p>
          <ul>
            {events.map((event) => (
              <li
                key={event.id}
                onPointerEnter={() => store.hover(`event:${event.id}`)}
                onPointerLeave={() => store.hover(null)}
              >
                <span className="card-number">{numberOfEvent.get(event.id)}</span> {sayEvent(event)}
              </li>
            ))}
          </ul>
        </>
      )}
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
                <Drawing content={content} omitted={omitted} />
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
