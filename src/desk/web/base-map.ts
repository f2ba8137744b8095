import { type GeoProjection, geoDistance, geoPath } from "d3-geo";
import type { MultiLineString, Position } from "geojson";
import { nearPart, openAtlas, shapeOf } from "./atlas.ts";
import type { OutlinedCountry } from "./country-names.ts";
import { type MapArea, type MapContent, projectionFor } from "./map-layout.ts";

/** The unzoomed map as SVG path data. */
export interface BaseMap {
  readonly projection: GeoProjection;
  /** Another of the same kind, whose clipping may be changed. */
  readonly forNames: GeoProjection;
  readonly land: string;
  readonly borders: string;
  readonly areas: readonly { readonly area: MapArea; readonly d: string }[];
  readonly outlined: readonly OutlinedCountry[];
}

/** How far out the map may be zoomed; what lies beyond is not drawn. */
export const LEAST_ZOOM = 0.5;

/** Degrees from the middle of the map to its farthest corner; the whole Earth where a corner lies off it. */
function reachOf(projection: GeoProjection, width: number, height: number, centre: [number, number]): number {
  const corners: readonly [number, number][] = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ];
  const angles = corners.map((corner) => {
    const at = projection.invert?.(corner);
    return at == null || Number.isNaN(at[0]) ? Math.PI : geoDistance(at, centre);
  });
  return (Math.max(...angles) * 180) / Math.PI;
}

/** Cost: 0.1 to 0.5 s on a laptop, most of it for the coasts of large countries. */
export function drawBase(content: MapContent, width: number, height: number): BaseMap {
  const projection = projectionFor(content, width, height);
  const path = geoPath(projection).digits(1);
  const centre = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const near = nearPart(openAtlas(), centre, reachOf(projection, width, height, centre) / LEAST_ZOOM);
  const shapes = near.countries.map((country) => ({ name: country.name, shape: shapeOf(country) }));
  const borders: MultiLineString = { type: "MultiLineString", coordinates: near.borders as Position[][] };
  return {
    projection,
    forNames: projectionFor(content, width, height),
    land: shapes.map(({ shape }) => path(shape) ?? "").join(""),
    borders: path(borders) ?? "",
    areas: content.areas.map((area) => ({ area, d: path(area.shape) ?? "" })),
    outlined: shapes.map(({ name, shape }) => ({ name, shape, bounds: path.bounds(shape) })),
  };
}
