import type { Point } from "../../src/places/kilometres-between.ts";

type Ring = readonly (readonly number[])[];
export interface Geometry {
  readonly type: string;
  readonly coordinates: readonly unknown[];
}
export interface Extent extends Point {
  readonly km2: number;
}

const KM_A_DEGREE = 111.195;

/** Area (km², flat at the ring's own latitude: good to a few per cent) and centroid of one ring. */
function extentOfRing(ring: Ring): Extent {
  let [double, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0, y0] = [ring[i]![0]!, ring[i]![1]!];
    const [x1, y1] = [ring[i + 1]![0]!, ring[i + 1]![1]!];
    const cross = x0 * y1 - x1 * y0;
    double += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (double === 0) return { lat: ring[0]![1]!, lon: ring[0]![0]!, km2: 0 };
  const [lat, lon] = [y / (3 * double), x / (3 * double)];
  return { lat, lon, km2: Math.abs(double / 2) * KM_A_DEGREE ** 2 * Math.cos((lat * Math.PI) / 180) };
}

/** Area of all parts; centroid of the largest, so that an overseas part does not pull the point into the sea. */
export function extentOf(geometry: Geometry): Extent {
  const parts = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) as readonly Ring[][];
  const extents = parts.map((part) => extentOfRing(part[0]!));
  const largest = extents.reduce((best, one) => (one.km2 > best.km2 ? one : best));
  return { ...largest, km2: extents.reduce((sum, one) => sum + one.km2, 0) };
}

interface Topology {
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: Readonly<Record<string, { readonly geometries: readonly TopoGeometry[] }>>;
}
interface TopoGeometry {
  readonly id: string;
  readonly type: string;
  readonly arcs: readonly unknown[];
  readonly properties: { readonly name: string };
}

/** Geometries of a topology's object with their arcs written out. */
export function geometriesOf(topology: Topology, object: string): { id: string; name: string; geometry: Geometry }[] {
  const [sx, sy] = topology.transform.scale;
  const [tx, ty] = topology.transform.translate;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx!;
      y += dy!;
      return [x * sx! + tx!, y * sy! + ty!];
    });
  });
  const ring = (numbers: readonly number[]) => numbers.flatMap((n) => (n < 0 ? [...arcs[~n]!].reverse() : arcs[n]!));
  return topology.objects[object]!.geometries.map(({ id, type, arcs: parts, properties }) => ({
    id,
    name: properties.name,
    geometry: {
      type,
      coordinates:
        type === "Polygon" ? (parts as number[][]).map(ring) : (parts as number[][][]).map((part) => part.map(ring)),
    },
  }));
}
