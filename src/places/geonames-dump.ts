/** A row of allCountries.txt, of a country's file, or of cities500.txt: 19 columns, tab-separated, no quoting. */
export interface GeonamesPlace {
  readonly geonameId: number;
  readonly name: string;
  readonly alternates: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly featureClass: string;
  readonly feature: string;
  readonly country: string | null;
  /** "KZ.04", as in admin1CodesASCII.txt. */
  readonly admin1: string;
  /** "KZ.04.608031", as in admin2Codes.txt. */
  readonly admin2: string;
  readonly population: number;
}

/** A row of alternateNamesV2.txt. */
export interface GeonamesAlternate {
  readonly geonameId: number;
  readonly name: string;
  readonly former: boolean;
}

/** A row of admin1CodesASCII.txt or admin2Codes.txt. */
export interface GeonamesDivision {
  readonly code: string;
  readonly name: string;
  readonly geonameId: number;
}

export type DumpKind = "places" | "alternates" | "divisions";

const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^\d+$/.test(cell);

/** What file of GeoNames' dump a line is of, by its columns; null for any other file. */
export function dumpKindOf(line: string): DumpKind | null {
  const cells = line.split("\t");
  if (cells.length === 19 && isNumber(cells[0])) return "places";
  if (cells.length === 4 && /^[A-Z]{2}\.[^\t]+$/.test(cells[0]!) && isNumber(cells[3])) return "divisions";
  return cells.length >= 4 && cells.length <= 10 && isNumber(cells[0]) && isNumber(cells[1]) ? "alternates" : null;
}

/** A place, or null for a line that is none: wrong columns, or a point off the globe. */
export function readPlaceLine(line: string): GeonamesPlace | null {
  const c = line.split("\t");
  const [lat, lon] = [Number(c[4]), Number(c[5])];
  if (c.length !== 19 || !isNumber(c[0]) || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return null;
  return {
    geonameId: Number(c[0]),
    name: c[1]!,
    alternates: [c[2]!, ...c[3]!.split(",")].filter((name) => name !== ""),
    lat,
    lon,
    featureClass: c[6]!,
    feature: c[7]!,
    country: /^[A-Z]{2}$/.test(c[8]!) ? c[8]! : null,
    admin1: `${c[8]}.${c[10]}`,
    admin2: `${c[8]}.${c[10]}.${c[11]}`,
    population: Number(c[14]) || 0,
  };
}

/** Codes, links and postal codes stand among alternate names under languages of their own. */
const NO_LANGUAGE = new Set(["link", "post", "iata", "icao", "faac", "wkdt", "unlc", "phon", "piny"]);

/** A name, or null for a link, a code or a line that is none. */
export function readAlternateLine(line: string): GeonamesAlternate | null {
  const [id, geonameId, language, name, , , , historic] = line.split("\t");
  if (!isNumber(id) || !isNumber(geonameId) || !name || NO_LANGUAGE.has(language ?? "")) return null;
  return { geonameId: Number(geonameId), name, former: historic === "1" };
}

export function readDivisionLine(line: string): GeonamesDivision | null {
  const [code, name, , id] = line.split("\t");
  return code && name && isNumber(id) ? { code, name, geonameId: Number(id) } : null;
}
