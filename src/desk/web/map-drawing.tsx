import { ActionIcon } from "@mantine/core";
import { type GeoProjection, geoPath } from "d3-geo";
import type { ZoomTransform } from "d3-zoom";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { RecordRow } from "../../record/index.ts";
import { Icon } from "./icons.tsx";
import { type Atlas, nearPart, openAtlas, shapeOf } from "./atlas.ts";
import { type Box, type LabelWish, type PlacedLabel, placeLabels } from "./map-labels.ts";
import { type LonLat, type MapContent, projectionFor } from "./map-layout.ts";
import { Area, Dot, Omitted, radiusOf } from "./map-marks.tsx";
import { scaleBar } from "./scale-bar.ts";
import { useWidth } from "./use-width.ts";
import { useZoom } from "./use-zoom.ts";
import { WORDS } from "./words-en.ts";

const LABEL = 15;
/** Country names are spaced out; this is their size for the purpose of finding room. */
const COUNTRY_LABEL = 17;
const STEP = 1.6;
const PAN = 60;

type Place = (at: LonLat) => readonly [number, number];

/** Labels of the places, and the boxes that no further label may cover: buttons, dots, these labels. */
function placeNames(content: MapContent, place: Place, frame: Box, buttons: Box) {
  const dots = content.dots.map((dot) => ({ dot, at: place(dot.at), r: radiusOf(dot) + 2 }));
  const taken = [
    buttons,
    ...dots.map(({ at: [x, y], r }): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })),
  ];
  const wishes: readonly LabelWish[] = [
    ...dots.map(({ dot, at: [x, y], r }) => ({ key: `dot ${dot.at}`, text: dot.name, x, y, away: r + 3, size: LABEL })),
    ...content.areas.map((area) => {
      const [x, y] = place(area.at);
      return { key: `area ${area.at} ${area.name}`, text: area.name, x, y, away: 0, size: LABEL };
    }),
  ];
  const labels = placeLabels(wishes, taken, frame);
  const around = labels.map(({ x, y, text, anchor }): Box => {
    const width = text.length * LABEL * 0.6;
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { left, right: left + width, top: y - LABEL, bottom: y + 5 };
  });
  return { labels, taken: [...taken, ...around] };
}

interface OutlinedCountry {
  readonly name: string;
  readonly shape: MultiPolygon;
  /** Pixels before zooming. */
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
}

/** Names of the countries in view, each in the middle of the part that is seen and only where that part has room. */
function countryNames(
  outlined: readonly OutlinedCountry[],
  projection: GeoProjection,
  transform: ZoomTransform,
  frame: Box,
): readonly LabelWish[] {
  const [left, top] = transform.invert([frame.left, frame.top]);
  const [right, bottom] = transform.invert([frame.right, frame.bottom]);
  const before = projection.clipExtent();
  projection.clipExtent([
    [left, top],
    [right, bottom],
  ]);
  const path = geoPath(projection);
  const wishes = outlined
    .filter(({ bounds: [[x0, y0], [x1, y1]] }) => x0 < right && x1 > left && y0 < bottom && y1 > top)
    .map(({ country }) => ({ country, side: Math.sqrt(path.area(country)) * transform.k }))
    .filter(({ country, side }) => side > country.properties.name.length * COUNTRY_LABEL * 0.5)
    .sort((a, b) => b.side - a.side)
    .map(({ country }): LabelWish => {
      const [x, y] = transform.apply(path.centroid(country));
      const text = country.properties.name;
      return { key: text, text, x, y, away: 0, size: COUNTRY_LABEL };
    });
  projection.clipExtent(before);
  return wishes;
}

const Labels = ({ labels, className }: { readonly labels: readonly PlacedLabel[]; readonly className: string }) =>
  labels.map((label) => (
    <text key={label.key} className={className} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  ));

function useBase(content: MapContent, width: number, height: number) {
  return useMemo(() => {
    const projection = projectionFor(content, width, height);
    const path = geoPath(projection);
    const draw = (shape: Parameters<typeof path>[0]): string => path(shape) ?? "";
    return {
      projection,
      land: COUNTRIES.map(draw).join(""),
      borders: draw(BORDERS),
      coasts: draw(COASTS),
      areas: content.areas.map((area) => ({ area, d: draw(area.shape) })),
      outlined: COUNTRIES.map((country) => ({ country, bounds: path.bounds(country) })),
    };
  }, [content, width, height]);
}

export interface MapDrawingProps {
  readonly content: MapContent;
  readonly omitted: readonly RecordRow[];
}

/** The map itself; plus, minus, 0 and the arrows work on the focused map as the buttons do. */
export function MapDrawing({ content, omitted }: MapDrawingProps) {
  const [frame, width] = useWidth<HTMLDivElement>(800);
  const height = Math.round(Math.min(540, Math.max(320, width * 0.62)));
  const svg = useRef<SVGSVGElement>(null);
  const { transform, scaleBy, panBy, reset } = useZoom(svg, width, height);
  const [words, setWords] = useState<string | null>(null);
  const base = useBase(content, width, height);
  const place: Place = (at) => transform.apply(base.projection([at[0], at[1]]) ?? [-999, -999]);
  const room: Box = { left: 4, top: 4, right: width - 4, bottom: height - 26 };
  const names = placeNames(content, place, room, { left: width - 64, right: width, top: 0, bottom: 136 });
  const countries = placeLabels(countryNames(base.outlined, base.projection, transform, room), names.taken, room);
  const bar = scaleBar(base.projection, transform.k, width, height);
  const moves: ReadonlyMap<string, () => void> = new Map([
    ["+", () => scaleBy(STEP)],
    ["=", () => scaleBy(STEP)],
    ["-", () => scaleBy(1 / STEP)],
    ["0", reset],
    ["ArrowLeft", () => panBy(PAN, 0)],
    ["ArrowRight", () => panBy(-PAN, 0)],
    ["ArrowUp", () => panBy(0, PAN)],
    ["ArrowDown", () => panBy(0, -PAN)],
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves.get(event.key);
    if (move === undefined || event.ctrlKey || event.metaKey) return;
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
          <path className="map-land" d={base.land} />
          <path className="map-coast" d={base.coasts} />
          <path className="map-borders" d={base.borders} />
          {base.areas.map(({ area, d }) => (
            <Area key={`${area.at} ${area.name}`} area={area} d={d} onWords={setWords} />
          ))}
        </g>
        <Omitted rows={omitted} place={place} />
        {content.dots.map((dot) => {
          const [x, y] = place(dot.at);
          return <Dot key={dot.at.join()} dot={dot} x={x} y={y} onWords={setWords} />;
        })}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of plain text; each mark says its own name */}
        <g aria-hidden="true">
          <Labels labels={countries} className="map-country" />
          <Labels labels={names.labels} className="map-label" />
          {bar !== null && (
            <g className="map-scale" transform={`translate(14 ${height - 14})`}>
              <path d={`M0 -5V0H${bar.pixels}V-5`} />
              <text x={bar.pixels + 8} y={2}>
                {WORDS.map.scale(bar.km)}
              </text>
            </g>
          )}
        </g>
      </svg>
      <div className="map-buttons">
        <ActionIcon variant="default" size="lg" aria-label={WORDS.map.zoomIn} onClick={() => scaleBy(STEP)}>
          <Icon name="plus" />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={WORDS.map.zoomOut} onClick={() => scaleBy(1 / STEP)}>
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
