import { type GeoProjection, geoDistance } from "d3-geo";

const EARTH_KM = 6371;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

/** The longest round number of kilometres that fits in about 120 pixels at the middle of the map. */
export function scaleBar(
  projection: GeoProjection,
  zoom: number,
  width: number,
  height: number,
): { readonly km: number; readonly pixels: number } | null {
  const middle: [number, number] = [width / 2, height / 2];
  const [left, right] = [projection.invert?.(middle), projection.invert?.([middle[0] + 10, middle[1]])];
  if (left == null || right == null) return null;
  const kmPerPixel = (geoDistance(left, right) * EARTH_KM) / 10 / zoom;
  const km = STEPS.findLast((step) => step / kmPerPixel <= 120);
  return km === undefined ? null : { km, pixels: km / kmPerPixel };
}
