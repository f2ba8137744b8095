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

/** Points by cell of a grid: `members` lists the points of cell k from `start[k]` to `start[k + 1]`. */
interface Grid {
  readonly cellOf: Int32Array;
  readonly start: Int32Array;
  readonly members: Int32Array;
  /** Cells around (and with) cell k, each once. */
  around(cell: number): readonly number[];
}

function gridOf(points: Points, within: number, metric: Metric): Grid {
  const n = points.x.length;
  const size = cellSize(points, within > 0 ? within : 1, metric);
  const columns = metric === "geodesic" ? Math.max(1, Math.floor(360 / size.x)) : 0;
  const width = columns > 0 ? 360 / columns : size.x;
  const wrap = (c: number): number => (columns > 0 ? ((c % columns) + columns) % columns : c);
  const ids = new Map<string, number>();
  const cells: { c: number; r: number }[] = [];
  const cellOf = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const [c, r] = [wrap(Math.floor(points.x[i]! / width)), Math.floor(points.y[i]! / size.y)];
    const key = `${c} ${r}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = cells.push({ c, r }) - 1;
      ids.set(key, id);
    }
    cellOf[i] = id;
  }
  const start = new Int32Array(cells.length + 1);
  for (const id of cellOf) start[id + 1]!++;
  for (let k = 0; k < cells.length; k++) start[k + 1]! += start[k]!;
  const next = Int32Array.from(start);
  const members = new Int32Array(n);
  for (let i = 0; i < n; i++) members[next[cellOf[i]!]!++] = i;
  const around = (cell: number): number[] => {
    const { c, r } = cells[cell]!;
    const found = new Set<number>();
    for (let dc = -1; dc <= 1; dc++)
      for (let dr = -1; dr <= 1; dr++) {
        const id = ids.get(`${wrap(c + dc)} ${r + dr}`);
        if (id !== undefined) found.add(id);
      }
    return [...found];
  };
  return { cellOf, start, members, around };
}

/** Calls `found` for every pair at most `within` apart, i < j, i rising. */
function eachPair(
  points: Points,
  within: number,
  metric: Metric,
  found: (i: number, j: number, d: number) => void,
): void {
  const grid = gridOf(points, within, metric);
  const known = new Map<number, readonly number[]>();
  for (let i = 0; i < points.x.length; i++) {
    const cell = grid.cellOf[i]!;
    let near = known.get(cell);
    if (near === undefined) {
      near = grid.around(cell);
      known.set(cell, near);
    }
    for (const other of near)
      for (let k = grid.start[other]!; k < grid.start[other + 1]!; k++) {
        const j = grid.members[k]!;
        if (j <= i) continue;
        const d = distanceBetween(points, i, j, metric);
        if (d <= within) found(i, j, d);
      }
  }
}

/**
 * Every pair at most `within` apart, ends included. Found cell by cell: cost grows with the pairs found, memory never with n²
 * unless all pairs are near. Geodesic pairs across the 180th meridian are found too.
 */
export function closePairs(points: Points, within: number, metric: Metric): Pairs {
  let [first, second, distance] = [new Int32Array(1024), new Int32Array(1024), new Float64Array(1024)];
  let count = 0;
  eachPair(points, within, metric, (i, j, d) => {
    if (count === first.length) {
      const [a, b, c] = [first, second, distance];
      [first, second, distance] = [new Int32Array(2 * count), new Int32Array(2 * count), new Float64Array(2 * count)];
      first.set(a);
      second.set(b);
      distance.set(c);
    }
    first[count] = i;
    second[count] = j;
    distance[count++] = d;
  });
  return { first: first.slice(0, count), second: second.slice(0, count), distance: distance.slice(0, count) };
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
