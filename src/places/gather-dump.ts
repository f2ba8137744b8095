import type { NameKind, NameRow, PlaceRow } from "./gazetteer.ts";
import type { GeonamesAlternate, GeonamesDivision, GeonamesPlace } from "./geonames-dump.ts";
import { normalName } from "./normal-name.ts";

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

/** Rows of a user's own gazetteer, as a dump's lines come in any order of files. */
export class DumpRows {
  readonly #places: GeonamesPlace[] = [];
  readonly #at = new Map<number, number>();
  readonly #alternates: GeonamesAlternate[] = [];
  readonly #divisions = new Map<string, GeonamesDivision>();

  get size(): number {
    return this.#places.length;
  }

  addPlace(place: GeonamesPlace): void {
    if (this.#at.has(place.geonameId)) return;
    this.#at.set(place.geonameId, this.#places.length);
    this.#places.push(place);
  }

  /** Names of places that were not kept are dropped, so the files of places must come first. */
  addAlternate(alternate: GeonamesAlternate): void {
    if (this.#at.has(alternate.geonameId)) this.#alternates.push(alternate);
  }

  addDivision(division: GeonamesDivision): void {
    this.#divisions.set(division.code, division);
  }

  /** A division's row: that of its code's id, or of the place that is the division itself. */
  #divisionRows(): Map<string, number> {
    const rows = new Map<string, number>();
    this.#places.forEach(({ feature, admin1, admin2 }, at) => {
      if (feature === "ADM1") rows.set(admin1, at);
      if (feature === "ADM2") rows.set(admin2, at);
    });
    for (const { code, geonameId } of this.#divisions.values()) {
      const at = this.#at.get(geonameId);
      if (at !== undefined) rows.set(code, at);
    }
    return rows;
  }

  /** Middle of the kept places of each division's code. */
  #middles(): Map<string, { lat: number; lon: number; count: number }> {
    const sums = new Map<string, { lat: number; lon: number; count: number }>();
    for (const place of this.#places) {
      for (const code of [place.admin1, place.admin2]) {
        const { lat, lon, count } = sums.get(code) ?? { lat: 0, lon: 0, count: 0 };
        sums.set(code, { lat: lat + place.lat, lon: lon + place.lon, count: count + 1 });
      }
    }
    return sums;
  }

  /** Divisions that the codes name but no kept place is: at the middle of their places, so that a shipped one may stand for them. */
  #addMissingDivisions(): void {
    const middles = this.#middles();
    for (const { code, name, geonameId } of this.#divisions.values()) {
      const sum = middles.get(code);
      if (sum === undefined || this.#at.has(geonameId)) continue;
      const [country, admin1, admin2] = code.split(".");
      this.addPlace({
        geonameId,
        name,
        alternates: [],
        lat: sum.lat / sum.count,
        lon: sum.lon / sum.count,
        featureClass: "A",
        feature: admin2 === undefined ? "ADM1" : "ADM2",
        country: country!,
        admin1: `${country}.${admin1}`,
        admin2: admin2 === undefined ? "" : code,
        population: 0,
      });
    }
  }

  rows(): { places: PlaceRow[]; names: NameRow[] } {
    this.#addMissingDivisions();
    const divisions = this.#divisionRows();
    const inside = (code: string, at: number): number | null => {
      const found = divisions.get(code);
      return found === undefined || found === at ? null : found;
    };
    const places = this.#places.map(
      (place, at): PlaceRow => ({
        geonameId: place.geonameId,
        name: place.name,
        lat: place.lat,
        lon: place.lon,
        country: place.country,
        admin1: inside(place.admin1, at),
        admin2: inside(place.admin2, at),
        feature: place.feature || "PPL",
        population: place.population,
        radiusKm: AREA_KM[place.feature] ?? 0,
      }),
    );
    const names: NameRow[] = [];
    const add = (at: number, name: string, kind: NameKind): void => {
      const normal = normalName(name);
      if (normal.length > 1) names.push({ name: normal, place: at, kind });
    };
    this.#places.forEach((place, at) => {
      add(at, place.name, "name");
      for (const name of place.alternates) add(at, name, "alternate");
    });
    for (const { geonameId, name, former } of this.#alternates)
      add(this.#at.get(geonameId)!, name, former ? "former" : "alternate");
    for (const { geonameId, name } of this.#divisions.values()) {
      const at = this.#at.get(geonameId);
      if (at !== undefined) add(at, name, "name");
    }
    return { places, names };
  }
}
