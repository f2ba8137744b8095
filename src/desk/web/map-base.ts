import type { Feature, FeatureCollection, Geometry, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";

interface Named {
  readonly name: string;
}

// Natural Earth 1:50m as packed by world-atlas; its JSON has no type of its own.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection<Named>; land: GeometryCollection }>;

export type Country = Feature<Geometry, Named>;

export const COUNTRIES: readonly Country[] = (
  feature(topology, topology.objects.countries) as FeatureCollection<Geometry, Named>
).features;

/** Lines between two countries, without coasts. */
export const BORDERS: MultiLineString = mesh(topology, topology.objects.countries, (a, b) => a !== b);
export const COASTS: MultiLineString = mesh(topology, topology.objects.countries, (a, b) => a === b);
