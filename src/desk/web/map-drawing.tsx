import type { ZoomTransform } from "d3-zoom";
import { useMemo, useRef, useState } from "react";
import type { RecordRow } from "../../record/index.ts";
import { type BaseMap, drawBase } from "./base-map.ts";
import { countryNames } from "./country-names.ts";
import { keysMoving, MapButtons } from "./map-buttons.tsx";
import { type Box, type LabelWish, type PlacedLabel, placeLabels } from "./map-labels.ts";
import type { LonLat, MapContent } from "./map-layout.ts";
import { Area, Dot, Omitted, radiusOf } from "./map-marks.tsx";
import { scaleBar } from "./scale-bar.ts";
import { useAfterPaint, useSettled } from "./use-settled.ts";
import { useWidth } from "./use-width.ts";
import { useZoom } from "./use-zoom.ts";
import { WORDS } from "./words-en.ts";

const LABEL = 15;
/** Country names are spaced out; this is their size for the purpose of finding room. */
const COUNTRY_LABEL = 17;

type Place = (at: LonLat) => readonly [number, number];

/** Labels of the places, and the boxes that no further label may cover: buttons, dots, these labels. */
export function placeNames(content: MapContent, place: Place, frame: Box, buttons: Box) {
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

/** Names of the countries in view where they cover nothing; they move with the map and are placed anew when it rests. */
export function useCountryLabels(base: BaseMap, transform: ZoomTransform, frame: Box, taken: readonly Box[]) {
  const rested = useSettled(transform, 150);
  const names = useMemo(() => {
    const [left, top] = rested.invert([frame.left, frame.top]);
    const [right, bottom] = rested.invert([frame.right, frame.bottom]);
    return countryNames(base.outlined, base.forNames, { left, top, right, bottom }, COUNTRY_LABEL / 2 / rested.k);
  }, [base, rested, frame.left, frame.top, frame.right, frame.bottom]);
  const wishes = names.map(({ name, x, y }): LabelWish => {
    const [zoomedX, zoomedY] = transform.apply([x, y]);
    return { key: name, text: name, x: zoomedX, y: zoomedY, away: 0, size: COUNTRY_LABEL };
  });
  return placeLabels(wishes, taken, frame);
}

const Labels = ({ labels, className }: { readonly labels: readonly PlacedLabel[]; readonly className: string }) =>
  labels.map((label) => (
    <text key={label.key} className={className} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  ));

interface LetteringProps {
  readonly countries: readonly PlacedLabel[];
  readonly places: readonly PlacedLabel[];
  readonly bar: ReturnType<typeof scaleBar>;
  readonly height: number;
}

/** What is written on a map: names of countries and places, and the scale. */
export const MapLettering = ({ countries, places, bar, height }: LetteringProps) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of plain text; each mark says its own name
  <g aria-hidden="true">
    <Labels labels={countries} className="map-country" />
    <Labels labels={places} className="map-label" />
    {bar !== null && (
      <g className="map-scale" transform={`translate(14 ${height - 14})`}>
        <path d={`M0 -5V0H${bar.pixels}V-5`} />
        <text x={bar.pixels + 8} y={2}>
          {WORDS.map.scale(bar.km)}
        </text>
      </g>
    )}
  </g>
);

export interface MapDrawingProps {
  readonly content: MapContent;
  readonly omitted: readonly RecordRow[];
}

/** The map's frame, with room kept for it; the map is drawn once the page stands. */
export function MapDrawing(props: MapDrawingProps) {
  const [frame, width] = useWidth<HTMLDivElement>(800);
  const height = Math.round(Math.min(540, Math.max(320, width * 0.62)));
  const painted = useAfterPaint();
  return (
    <div className="map-frame" ref={frame} style={{ minHeight: height }}>
      {painted && <Drawn {...props} width={width} height={height} />}
    </div>
  );
}

interface DrawnProps extends MapDrawingProps {
  readonly width: number;
  readonly height: number;
}

function Drawn({ content, omitted, width, height }: DrawnProps) {
  const svg = useRef<SVGSVGElement>(null);
  const zoomed = useZoom(svg, width, height);
  const { transform } = zoomed;
  const [words, setWords] = useState<string | null>(null);
  const base = useMemo(() => drawBase(content, width, height), [content, width, height]);
  const place: Place = (at) => transform.apply(base.projection([at[0], at[1]]) ?? [-999, -999]);
  const room: Box = { left: 4, top: 4, right: width - 4, bottom: height - 26 };
  const names = placeNames(content, place, room, { left: width - 64, right: width, top: 0, bottom: 136 });
  const countries = useCountryLabels(base, transform, room, names.taken);
  const bar = scaleBar(base.projection, transform.k, width, height);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
      <svg
        ref={svg}
        className="map"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={WORDS.map.chart}
        onKeyDown={keysMoving(zoomed)}
        onPointerLeave={() => setWords(null)}
      >
        <rect className="map-sea" width={width} height={height} />
        <g transform={transform.toString()}>
          <path className="map-land" d={base.land} />
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
        <MapLettering countries={countries} places={names.labels} bar={bar} height={height} />
      </svg>
      <MapButtons zoomed={zoomed} />
      <p className="mark-words" aria-hidden="true">
        {words ?? <span className="muted">{WORDS.map.wheel}</span>}
      </p>
    </>
  );
}
