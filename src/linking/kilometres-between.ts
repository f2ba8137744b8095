export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance of two points in degrees WGS84, on a sphere of radius 6371.009 km (haversine). */
export function kilometresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const north = (b.lat - a.lat) * radians;
  const east = (b.lon - a.lon) * radians;
  const h = Math.sin(north / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(east / 2) ** 2;
  return 2 * 6371.009 * Math.asin(Math.min(1, Math.sqrt(h)));
}
