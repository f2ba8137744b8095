import { useMemo, useRef } from "react";
import { drawBase } from "./base-map.ts";
import { keysMoving, MapButtons } from "./map-buttons.tsx";
import { MapLettering, placeNames, useCountryLabels } from "./map-drawing.tsx";
import type { Box } from "./map-labels.ts";
import type { LonLat } from "./map-layout.ts";
import { drawn, type PlaceGroup } from "./place-groups.ts";
import { PLACES_WORDS } from "./places-words-en.ts";
import { scaleBar } from "./scale-bar.ts";
import { useAfterPaint } from "./use-settled.ts";
import { useWidth } from "./use-width.ts";
import { useZoom } from "./use-zoom.ts";

export interface PlacesMapProps {
  readonly groups: readonly PlaceGroup[];
  readonly lit: string | null;
  readonly onLight: (key: string | null) => void;
  readonly onChoose: (key: string) => void;
}

/** The settled places on land and borders, with room kept until the page stands. */
export function PlacesMap(props: PlacesMapProps) {
  const [frame, width] = useWidth<HTMLDivElement>(800);
  const height = Math.round(Math.min(480, Math.max(280, width * 0.6)));
  const painted = useAfterPaint();
  return (
    <div className="map-frame" ref={frame} style={{ minHeight: height }}>
      {painted && <Drawn {...props} width={width} height={height} />}
    </div>
  );
}

interface DrawnProps extends PlacesMapProps {
  readonly width: number;
  readonly height: number;
}

function Drawn({ groups, lit, onLight, onChoose, width, height }: DrawnProps) {
  const svg = useRef<SVGSVGElement>(null);
  const zoomed = useZoom(svg, width, height);
  const { transform } = zoomed;
  const content = useMemo(() => drawn(groups), [groups]);
  const base = useMemo(() => drawBase(content, width, height), [content, width, height]);
  const place = (at: LonLat) => transform.apply(base.projection([at[0], at[1]]) ?? [-999, -999]);
  const room: Box = { left: 4, top: 4, right: width - 4, bottom: height - 26 };
  const names = placeNames(content, place, room, { left: width - 64, right: width, top: 0, bottom: 136 });
  const countries = useCountryLabels(base, transform, room, names.taken);
  const bar = scaleBar(base.projection, transform.k, width, height);
  const textOf = new Map(groups.map(({ key, mentions }) => [key, mentions[0]?.text ?? ""]));
  const keys = [...content.keys];
  const mark = (start: string, at: LonLat) => {
    const key = keys.find(([name]) => name.startsWith(start) && name.endsWith(` ${at.join()}`))?.[1] ?? "";
    return {
      role: "button",
      tabIndex: 0,
      "aria-label": textOf.get(key) ?? "",
      "data-light": key === lit ? "lit" : undefined,
      onPointerEnter: () => onLight(key),
      onPointerLeave: () => onLight(null),
      onFocus: () => onLight(key),
      onBlur: () => onLight(null),
      onClick: () => onChoose(key),
    } as const;
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
      <svg
        ref={svg}
        className="map"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={PLACES_WORDS.mapTitle}
        onKeyDown={keysMoving(zoomed)}
      >
        <rect className="map-sea" width={width} height={height} />
        <g transform={transform.toString()}>
          <path className="map-land" d={base.land} />
          <path className="map-borders" d={base.borders} />
          {base.areas.map(({ area, d }, i) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: the areas of a map do not change their order
              key={i}
              {...mark("area", area.at)}
              className={`map-area ${area.outline ? "map-country-area" : ""} tone-protest`}
              d={d}
            />
          ))}
        </g>
        {content.dots.map((dot) => {
          const [x, y] = place(dot.at);
          return (
            <g
              key={dot.at.join()}
              {...mark("dot", dot.at)}
              className="map-dot tone-protest"
              transform={`translate(${x} ${y})`}
            >
              <circle className="dot-halo" r={11} />
              <circle r={6} />
            </g>
          );
        })}
        <MapLettering countries={countries} places={names.labels} bar={bar} height={height} />
      </svg>
      <MapButtons zoomed={zoomed} />
    </>
  );
}
