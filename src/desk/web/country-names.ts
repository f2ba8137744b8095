import { type GeoProjection, geoContains, geoPath } from "d3-geo";
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

const GRID = 9;

/** The point nearest to the middle of the seen part from which a label of `width` lies inside the country. */
function insidePoint(
  { shape }: OutlinedCountry,
  [x, y]: readonly [number, number],
  width: number,
  projection: GeoProjection,
  { left, top, right, bottom }: View,
): readonly [number, number] | null {
  const fits = ([px, py]: readonly [number, number]): boolean =>
    [-width / 2, 0, width / 2].every((shift) => {
      const at = projection.invert?.([px + shift, py]);
      return at != null && geoContains(shape, at);
    });
  const steps = Array.from({ length: GRID }, (_, i) => (i + 0.5) / GRID);
  const candidates = steps
    .flatMap((across) => steps.map((down) => [left + across * (right - left), top + down * (bottom - top)] as const))
    .sort((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y));
  return [[x, y] as const, ...candidates].find(fits) ?? null;
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
  const view = { left, top, right, bottom };
  return outlined
    .filter(({ bounds: [[x0, y0], [x1, y1]] }) => x0 < right && x1 > left && y0 < bottom && y1 > top)
    .map((country) => ({ country, side: Math.sqrt(path.area(country.shape)) }))
    .filter(({ country, side }) => side > country.name.length * letter)
    .sort((a, b) => b.side - a.side)
    .flatMap(({ country }) => {
      const at = insidePoint(country, path.centroid(country.shape), country.name.length * letter, projection, view);
      return at === null ? [] : [{ name: country.name, x: at[0], y: at[1] }];
    });
}
