import { type GeoProjection, geoPath } from "d3-geo";
import type { MultiPolygon } from "geojson";

export interface OutlinedCountry {
  readonly name: string;
  readonly shape: MultiPolygon;
  /** Pixels of the unzoomed map, as are all lengths here. */
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
}
export interface CountryName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
export interface View {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Names of the countries in view, the largest part first: each in the middle of the part that is seen, and only where
 * that part has room for letters of `letter` pixels.
 * @param projection its clipExtent is set
 */
export function countryNames(
  outlined: readonly OutlinedCountry[],
  projection: GeoProjection,
  { left, top, right, bottom }: View,
  letter: number,
): readonly CountryName[] {
  const path = geoPath(
    projection.clipExtent([
      [left, top],
      [right, bottom],
    ]),
  );
  return outlined
    .filter(({ bounds: [[x0, y0], [x1, y1]] }) => x0 < right && x1 > left && y0 < bottom && y1 > top)
    .map(({ name, shape }) => ({ name, shape, side: Math.sqrt(path.area(shape)) }))
    .filter(({ name, side }) => side > name.length * letter)
    .sort((a, b) => b.side - a.side)
    .map(({ name, shape }) => {
      const [x, y] = path.centroid(shape);
      return { name, x, y };
    });
}
