import type { Event, RecordRow } from "../../record/index.ts";
import type { Key } from "./key.ts";
import { useKeysLight, useLitStore } from "./lit.tsx";
import { isExact, type LonLat, type MapArea, type MapDot } from "./map-layout.ts";
import { sayEvent, sayRow } from "./say.ts";
import { WORDS } from "./words-en.ts";

const keysOf = (events: readonly Event[]): readonly Key[] => events.map((event) => `event:${event.id}`);

const sayAll = (name: string, events: readonly Event[]): string =>
  events.length === 1 && events[0] !== undefined
    ? sayEvent(events[0])
    : `${WORDS.map.here(events.length, name)}: ${events.map(sayEvent).join("; ")}`;

/** Tells the words of the place under the pointer or the focus. */
export type OnWords = (words: string | null) => void;

/** Lights the first of the events at a place; the words under the map name them all. */
function useMark(name: string, events: readonly Event[], onWords: OnWords) {
  const store = useLitStore();
  const words = sayAll(name, events);
  const key = keysOf(events)[0] ?? null;
  const on = (): void => {
    store.hover(key);
    onWords(words);
  };
  const off = (): void => store.hover(null);
  return {
    role: "button",
    tabIndex: 0,
    "aria-label": words,
    "data-light": useKeysLight(keysOf(events)),
    onPointerEnter: on,
    onPointerLeave: off,
    onFocus: on,
    onBlur: off,
    onClick: () => store.select(key),
  } as const;
}

export function Area({ area, d, onWords }: { readonly area: MapArea; readonly d: string; readonly onWords: OnWords }) {
  return (
    <path
      {...useMark(area.name, area.events, onWords)}
      className={`map-area ${area.outline ? "map-country-area" : ""} tone-${area.lane}`}
      d={d}
    />
  );
}

export const radiusOf = (dot: MapDot): number => 6.5 + 2.2 * Math.sqrt(dot.events.length - 1);

export interface DotProps {
  readonly dot: MapDot;
  readonly x: number;
  readonly y: number;
  readonly onWords: OnWords;
}

export function Dot({ dot, x, y, onWords }: DotProps) {
  const r = radiusOf(dot);
  return (
    <g
      {...useMark(dot.name, dot.events, onWords)}
      className={`map-dot tone-${dot.lane}`}
      transform={`translate(${x} ${y})`}
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

interface RowPoint {
  readonly at: LonLat;
  readonly rows: readonly RecordRow[];
}

/** Rows known to the town, grouped by their point; coarser ones have no dot to be drawn. */
function pointsOf(rows: readonly RecordRow[]): readonly RowPoint[] {
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

export interface OmittedProps {
  readonly rows: readonly RecordRow[];
  readonly place: (at: LonLat) => readonly [number, number];
}

/** What the article leaves out, as hollow rings. */
export function Omitted({ rows, place }: OmittedProps) {
  return pointsOf(rows).map((point) => {
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
  });
}
