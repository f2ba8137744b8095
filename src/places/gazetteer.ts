import type { PlacePrecision } from "../record/index.ts";

/** One place that a name can mean. The same place is always the same object of one gazetteer. */
export interface Place {
  /** Number in this gazetteer: the same for one build only, so never written out. */
  readonly index: number;
  /** GeoNames id; null for places GeoNames does not number (informal regions of our own table, most second-level divisions). */
  readonly geonameId: number | null;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2; null for regions of several countries and seas. */
  readonly country: string | null;
  /** First-level division in GeoNames' English, where it lies in one. */
  readonly admin1: string | null;
  readonly precision: PlacePrecision;
  /** GeoNames feature code: PPLC, PPLA, PPL, ADM1, ADM2, PCLI, RGN, … */
  readonly feature: string;
  readonly population: number;
  /** Radius of the circle that covers the same area, in km; 0 for a town. */
  readonly radiusKm: number;
}

/** How a name stands to the place: its name, an old or other name of it, its demonym ("Kazakh"), or an abbreviation. */
export type NameKind = "name" | "alternate" | "former" | "demonym" | "abbreviation";

export interface PlaceReading {
  readonly place: Place;
  readonly kind: NameKind;
}

/** Names to places, offline. An unknown name has no reading: never a near one. */
export interface Gazetteer {
  /** All places of that name, whatever its case and accents; most prominent first. */
  readings(name: string): readonly PlaceReading[];
  /** Longest run of tokens from `at` that is a name: how many tokens it takes, or 0. */
  longestName(norms: readonly string[], at: number): number;
  /** Country by ISO 3166-1 alpha-2 code. */
  country(code: string): Place | null;
  /** Place by GeoNames id. */
  place(geonameId: number): Place | null;
  /** The first- or second-level division a place lies in; null for countries and regions. */
  division(place: Place, level: 1 | 2): Place | null;
  readonly version: string;
  readonly size: { readonly places: number; readonly names: number };
}

/** A place as the file's maker gives it; `admin1` and `admin2` number rows of the same list. */
export interface PlaceRow {
  readonly geonameId: number | null;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly country: string | null;
  readonly admin1: number | null;
  readonly admin2: number | null;
  readonly feature: string;
  readonly population: number;
  readonly radiusKm: number;
}

/** A name as the file's maker gives it, in `normalName` form. */
export interface NameRow {
  readonly name: string;
  readonly place: number;
  readonly kind: NameKind;
}
