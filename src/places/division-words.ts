import type { PlacePrecision } from "../record/index.ts";

/** Words that make a name a division's: what they may mean, most usual first. English, and as they stay in English news. */
const FIRST = [
  "region",
  "oblast",
  "oblys",
  "oblysy",
  "province",
  "governorate",
  "state",
  "krai",
  "kray",
  "voivodeship",
  "emirate",
  "canton",
  "territory",
  "republic",
  "prefecture",
  "department",
  "departamento",
  "provincia",
  "estado",
  "viloyat",
  "velayat",
  "wilaya",
  "muhafazah",
];
const SECOND = [
  "district",
  "county",
  "parish",
  "rayon",
  "raion",
  "municipality",
  "township",
  "borough",
  "subdistrict",
  "commune",
  "aūdany",
  "audany",
  "tehsil",
  "taluk",
  "upazila",
  "shire",
  "woreda",
  "cercle",
];

export const DIVISION_WORDS: ReadonlyMap<string, PlacePrecision> = new Map([
  ...FIRST.map((word) => [word, "admin1"] as const),
  ...SECOND.map((word) => [word, "admin2"] as const),
]);

const EDGES = [...DIVISION_WORDS.keys()].join("|");
const TAIL = new RegExp(
  `[\\s’']+(?:${EDGES}|oblast['’]?|city and borough|census area|special administrative region)$`,
  "iu",
);
const HEAD = new RegExp(
  `^(?:${EDGES}|région|estado|distrito|município|municipio|wilayat|kreis|landkreis|powiat)\\s+(?:d[eou]l?|of|da|des)\\s+(?:la\\s+|las\\s+|los\\s+)?`,
  "iu",
);

/** "Maidan Wardak Province" → "Maidan Wardak"; "Departamento de La Libertad" → "La Libertad"; itself where nothing remains. */
export function bareDivisionName(name: string): string {
  const bare = name.replace(TAIL, "").replace(HEAD, "").trim();
  return bare === "" ? name : bare;
}
