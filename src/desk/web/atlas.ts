import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };

interface Named {
  readonly name: string;
}

/** A country's name and its polygons, degrees WGS84. */
export interface Country {
  readonly name: string;
  readonly polygons: readonly Position[][][];
}

export interface Atlas {
  readonly countries: readonly Country[];
  /** Lines between two countries, without coasts. */
  readonly borders: readonly Position[][];
}

// Natural Earth 1:50m as packed by world-atlas; its JSON has no type of its own.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection<Named>; land: GeometryCollection }>;

const polygonsOf = (geometry: Geometry): readonly Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];

function unpack(): Atlas {
  const { features } = feature(topology, topology.objects.countries) as FeatureCollection<Geometry, Named>;
  const borders: MultiLineString = mesh(topology, topology.objects.countries, (a, b) => a !== b);
  return {
    countries: features.map(({ properties, geometry }: Feature<Geometry, Named>) => ({
      name: properties.name,
      polygons: polygonsOf(geometry),
    })),
    borders: borders.coordinates,
  };
}

let unpacked: Atlas | null = null;

/** Unpacked at first use, about a tenth of a second: the text of the page need not wait for it. */
export function openAtlas(): Atlas {
  unpacked ??= unpack();
  return unpacked;
}

export const shapeOf = ({ polygons }: Country): MultiPolygon => ({ type: "MultiPolygon", coordinates: [...polygons] });

type Vector = readonly [number, number, number];

const RADIANS = Math.PI / 180;
const vectorOf = ([lon = 0, lat = 0]: Position): Vector => {
  const [east, north] = [lon * RADIANS, lat * RADIANS];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
};

/** Every n-th point decides whether a line comes near; at 1:50m that is a matter of a few kilometres. */
const SAMPLE = 4;

const comesNear = (line: readonly Position[], centre: Vector, leastCosine: number): boolean => {
  for (let i = 0; i < line.length; i += SAMPLE) {
    const [x, y, z] = vectorOf(line[i] ?? []);
    if (x * centre[0] + y * centre[1] + z * centre[2] >= leastCosine) return true;
  }
  return false;
};

/**
 * The part of the atlas with a point within `degrees` of `centre`: most of the world need not be projected.
 * At least 30 degrees are taken, or a map from inside a large country would miss its far outline.
 */
export function nearPart({ countries, borders }: Atlas, centre: Position, degrees: number): Atlas {
  const middle = vectorOf(centre);
  const leastCosine = Math.cos(Math.min(Math.PI, Math.max(30, degrees) * RADIANS));
  return {
    countries: countries
      .map(({ name, polygons }) => ({
        name,
        polygons: polygons.filter(([outline]) => outline !== undefined && comesNear(outline, middle, leastCosine)),
      }))
      .filter(({ polygons }) => polygons.length > 0),
    borders: borders.filter((line) => comesNear(line, middle, leastCosine)),
  };
}
