const EARTH_RADIUS_KM = 6371.009;
const RADIAN = Math.PI / 180;

export interface Point {
  /** Degrees, WGS84. */
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance on a sphere: within 0.6 % of the ellipsoid. */
export function kilometresBetween(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * RADIAN;
  const dLon = (b.lon - a.lon) * RADIAN;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIAN) * Math.cos(b.lat * RADIAN) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
