import { geodesicKm } from "./geodesic.ts";
import type { Metric } from "./pattern-result.ts";

/** Pairs of points: `first[k]` < `second[k]` are indexes, `distance[k]` their distance. */
export interface Pairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly distance: Float64Array;
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function distanceBetween(points: Points, i: number, j: number, metric: Metric): number {
  const dx = points.x[i]! - points.x[j]!;
  const dy = points.y[i]! - points.y[j]!;
  switch (metric) {
    case "euclidean":
      return Math.sqrt(dx * dx + dy * dy);
    case "manhattan":
      return Math.abs(dx) + Math.abs(dy);
    case "geodesic":
      return geodesicKm(points.y[i]!, points.x[i]!, points.y[j]!, points.x[j]!);
  }
}

/** Shortest length of a degree of latitude on the ellipsoid, km. */
const KM_PER_DEGREE = 110.57;

/** Size of a grid cell such that close points lie in the same or in neighbouring cells; geodesic: degrees, wide enough at the highest latitude. */
function cellSize(points: Points, within: number, metric: Metric): { x: number; y: number } {
  if (metric !== "geodesic") return { x: within, y: within };
  const steepest = points.y.reduce((most, lat) => Math.max(most, Math.abs(lat)), 0);
  const y = within / KM_PER_DEGREE;
  const shrink = Math.cos((Math.min(89.9, steepest + y) * Math.PI) / 180);
  return { x: Math.min(360, y / shrink), y };
}

/**
 * Every pair at most `within` apart, ends included. Found cell by cell: cost grows with the pairs found, memory never with n².
 * Geodesic pairs across the 180th meridian are found too.
 */
export function closePairs(points: Points, within: number, metric: Metric): Pairs {
  const n = points.x.length;
  const size = cellSize(points, within > 0 ? within : 1, metric);
  const columns = metric === "geodesic" ? Math.max(1, Math.floor(360 / size.x)) : 0;
  const width = columns > 0 ? 360 / columns : size.x;
  const column = (i: number): number => Math.floor(points.x[i]! / width);
  const row = (i: number): number => Math.floor(points.y[i]! / size.y);
  const key = (c: number, r: number): string => `${columns > 0 ? ((c % columns) + columns) % columns : c} ${r}`;
  const cells = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    const k = key(column(i), row(i));
    const cell = cells.get(k);
    if (cell === undefined) cells.set(k, [i]);
    else cell.push(i);
  }
  const first: number[] = [];
  const second: number[] = [];
  const distance: number[] = [];
  for (let i = 0; i < n; i++) {
    const seen = new Set<string>();
    for (let dc = -1; dc <= 1; dc++) {
      for (let dr = -1; dr <= 1; dr++) {
        const k = key(column(i) + dc, row(i) + dr);
        if (seen.has(k)) continue;
        seen.add(k);
        for (const j of cells.get(k) ?? []) {
          if (j <= i) continue;
          const d = distanceBetween(points, i, j, metric);
          if (d <= within) {
            first.push(i);
            second.push(j);
            distance.push(d);
          }
        }
      }
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), distance: Float64Array.from(distance) };
}

/** Unordered pairs of times at most `within` apart, ends included, and each event's number of such neighbours. Cost: n log n. */
export function closeInTime(t: Float64Array, within: number): { pairs: number; degree: Int32Array } {
  const order = Array.from(t.keys()).sort((a, b) => t[a]! - t[b]!);
  const degree = new Int32Array(t.length);
  let pairs = 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < order.length; k++) {
    const now = t[order[k]!]!;
    while (now - t[order[left]!]! > within) left++;
    if (right < k) right = k;
    while (right + 1 < order.length && t[order[right + 1]!]! - now <= within) right++;
    degree[order[k]!] = right - left;
    pairs += k - left;
  }
  return { pairs, degree };
}
