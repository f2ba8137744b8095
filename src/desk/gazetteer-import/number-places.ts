import type { GeonamesDivision } from "../../places/index.ts";
import { placeLine, placeOfLine } from "./run-lines.ts";
import { mergedRuns, writeRun } from "./sorted-runs.ts";

/** Rows of one id: the first read stands. */
export function* distinctPlaces(runs: readonly string[]): Generator<string> {
  let before = "";
  for (const line of mergedRuns(runs)) {
    const id = line.slice(0, line.indexOf("\t"));
    if (id !== before) yield line;
    before = id;
  }
}

/**
 * A run of the divisions that the codes name but no kept place is: each at the middle of its places, so that a shipped one
 * of the same id may stand for it.
 */
export function writeMissingDivisions(
  runs: readonly string[],
  divisions: ReadonlyMap<string, GeonamesDivision>,
  file: string,
): void {
  const wanted = new Set([...divisions.values()].map(({ geonameId }) => geonameId));
  const sums = new Map<string, { lat: number; lon: number; count: number }>();
  for (const line of distinctPlaces(runs)) {
    const { geonameId, lat, lon, admin1, admin2 } = placeOfLine(line);
    wanted.delete(geonameId);
    for (const code of [admin1, admin2]) {
      const sum = sums.get(code) ?? { lat: 0, lon: 0, count: 0 };
      sums.set(code, { lat: sum.lat + lat, lon: sum.lon + lon, count: sum.count + 1 });
    }
  }
  const lines: string[] = [];
  for (const { code, name, geonameId } of divisions.values()) {
    const sum = sums.get(code);
    if (sum === undefined || !wanted.has(geonameId)) continue;
    const [country = "", admin1 = "", admin2] = code.split(".");
    const place = {
      geonameId,
      name,
      alternates: [],
      lat: sum.lat / sum.count,
      lon: sum.lon / sum.count,
      featureClass: "A",
      feature: admin2 === undefined ? "ADM1" : "ADM2",
      country,
      admin1: `${country}.${admin1}`,
      admin2: admin2 === undefined ? "" : code,
      population: 0,
    };
    lines.push(placeLine(place, 0));
  }
  writeRun(file, lines);
}

export interface Numbering {
  readonly places: number;
  /** Row of the division of each code. */
  readonly divisions: ReadonlyMap<string, number>;
  /** Row of each country by ISO code. */
  readonly countries: Readonly<Record<string, number>>;
}

/** Numbers the places in order of their ids and notes which are divisions and countries. */
export function numberPlaces(runs: readonly string[], divisions: ReadonlyMap<string, GeonamesDivision>): Numbering {
  const codeOf = new Map([...divisions.values()].map(({ code, geonameId }) => [geonameId, code]));
  const byFeature = new Map<string, number>();
  const byId = new Map<string, number>();
  const countries: Record<string, number> = {};
  let places = 0;
  for (const line of distinctPlaces(runs)) {
    const { geonameId, feature, admin1, admin2, country } = placeOfLine(line);
    const code = codeOf.get(geonameId);
    if (code !== undefined) byId.set(code, places);
    if (feature === "ADM1") byFeature.set(admin1, places);
    if (feature === "ADM2") byFeature.set(admin2, places);
    if (feature.startsWith("PCL") && country !== null) countries[country] ??= places;
    places++;
  }
  return { places, divisions: new Map([...byFeature, ...byId]), countries };
}
