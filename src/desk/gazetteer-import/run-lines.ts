import type { GeonamesAlternate, GeonamesPlace } from "../../places/index.ts";

const ID_DIGITS = 10;
const BETWEEN_NAMES = "\u001f";
const padded = (n: number): string => String(n).padStart(ID_DIGITS, "0");

/** A place as a line that sorts by its id, then by its row. */
export const placeLine = (place: GeonamesPlace, row: number): string =>
  [
    padded(place.geonameId),
    padded(row),
    place.name,
    place.alternates.join(BETWEEN_NAMES),
    place.lat,
    place.lon,
    place.feature,
    place.country ?? "",
    place.admin1,
    place.admin2,
    place.population,
  ].join("\t");

/** A place of a run; its class is not needed any more. */
export function placeOfLine(line: string): Omit<GeonamesPlace, "featureClass"> {
  const [id, , name, alternates, lat, lon, feature, country, admin1, admin2, population] = line.split("\t");
  return {
    geonameId: Number(id),
    name: name ?? "",
    alternates: alternates === "" || alternates === undefined ? [] : alternates.split(BETWEEN_NAMES),
    lat: Number(lat),
    lon: Number(lon),
    feature: feature || "PPL",
    country: country || null,
    admin1: admin1 ?? "",
    admin2: admin2 ?? "",
    population: Number(population),
  };
}

export const alternateLine = ({ geonameId, former, name }: GeonamesAlternate, row: number): string =>
  [padded(geonameId), padded(row), former ? 1 : 0, name].join("\t");

export function alternateOfLine(line: string): GeonamesAlternate {
  const [id, , former, name] = line.split("\t");
  return { geonameId: Number(id), former: former === "1", name: name ?? "" };
}
