import type { GeonamesPlace } from "./geonames-dump.ts";

/** Which places of a dump to keep. */
export interface DumpFilter {
  /** ISO codes; null keeps every country. */
  readonly countries: ReadonlySet<string> | null;
  /** GeoNames feature classes: P towns, A divisions, L areas and parks, T mountains, H waters, S sites, V woods, R roads, U undersea. */
  readonly classes: ReadonlySet<string>;
}

/** Everything but single buildings, roads and the sea bed. */
export const USUAL_CLASSES: ReadonlySet<string> = new Set(["P", "A", "L", "T", "H", "V"]);

export const keeps = (filter: DumpFilter, place: GeonamesPlace): boolean =>
  filter.classes.has(place.featureClass) &&
  (filter.countries === null || (place.country !== null && filter.countries.has(place.country)));

/** Radius in km that a feature of an area has where nothing better is known. */
const AREA_KM: Readonly<Record<string, number>> = {
  ADM1: 100,
  ADM2: 25,
  ADM3: 10,
  ADM4: 5,
  PRK: 20,
  MTS: 80,
  LK: 10,
  RGN: 80,
};

/** Radius of a feature's area in km, 0 for a point. */
export const areaKm = (feature: string): number => AREA_KM[feature] ?? 0;
