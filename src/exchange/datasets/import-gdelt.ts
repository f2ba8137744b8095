import { type CivilDay, dayNumber, isoDay, isRealDay, partsOf } from "../../record/index.ts";
import type { Cells } from "../cell.ts";
import type { Crosswalk } from "./crosswalk.ts";
import type { ImportedRow } from "./imported.ts";
import { decoded, listed, needed, type RowReader } from "./read-rows.ts";

const actor = (n: 1 | 2): string[] =>
  "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
    .split(" ")
    .map((name) => `Actor${n}${name}`);

const geo = (whose: string, withAdm2: boolean): string[] =>
  ["Type", "FullName", "CountryCode", "ADM1Code", ...(withAdm2 ? ["ADM2Code"] : []), "Lat", "Long", "FeatureID"].map(
    (name) => `${whose}Geo_${name}`,
  );

const layout = (withAdm2: boolean, withAddress: boolean): readonly string[] => [
  ..."GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(" "),
  ...actor(1),
  ...actor(2),
  ..."IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone".split(
    " ",
  ),
  ...["Actor1", "Actor2", "Action"].flatMap((whose) => geo(whose, withAdm2)),
  "DATEADDED",
  ...(withAddress ? ["SOURCEURL"] : []),
];

/** GDELT files have no header: their width tells the layout. Both 1.0 widths occur in one file. */
export const GDELT_LAYOUTS: ReadonlyMap<number, readonly string[]> = new Map([
  [61, layout(true, true)],
  [58, layout(false, true)],
  [57, layout(false, false)],
]);

function dayOf(cells: Cells, column: string): CivilDay {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(needed(cells, column));
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null || !isRealDay(year, month, day)) throw cells.bad(column, "a day, written YYYYMMDD");
  return isoDay(year, month, day);
}

/**
 * Rows dated exactly a week, a month or a year before they were added are mostly "a year ago" read as a date: flagged,
 * so that a claim about lags can leave them out.
 */
function lagFlags(date: CivilDay, added: CivilDay): string[] {
  const [then, now] = [partsOf(date), partsOf(added)];
  const monthsBack = (now.year - then.year) * 12 + now.month - then.month;
  if (now.day === then.day && monthsBack === 12) return ["dated-one-year-back"];
  if (now.day === then.day && monthsBack === 1) return ["dated-one-month-back"];
  return dayNumber(added) - dayNumber(date) === 7 ? ["dated-one-week-back"] : [];
}

/** A type of 0 means that GDELT found no place. Ethnic and religion codes stay in `raw` and go nowhere else. */
function placeOf(cells: Cells, crosswalk: Crosswalk) {
  const type = cells.text("actiongeo_type") ?? "0";
  if (type === "0") return { place: null, admin1: null, country: null, lat: null, lon: null, precision: null };
  const fips = cells.text("actiongeo_countrycode");
  return {
    place: cells.text("actiongeo_fullname"),
    admin1: null,
    country: fips === null ? null : crosswalk.countryByFips(fips),
    lat: cells.number("actiongeo_lat", -90, 90),
    lon: cells.number("actiongeo_long", -180, 180),
    precision: decoded(cells, "actiongeo_type", (code) => crosswalk.placePrecision("gdelt", code)),
  };
}

/** GDELT events, 1.0 and 2.0. A row is a report, not an event: many rows come from one article. */
export const gdeltReader =
  (crosswalk: Crosswalk): RowReader =>
  ({ line, raw, cells }) => {
    const from = dayOf(cells, "sqldate");
    return {
      line,
      raw,
      flags: lagFlags(from, dayOf(cells, "dateadded")),
      row: {
        id: needed(cells, "globaleventid"),
        from,
        to: from,
        datePrecision: "day",
        ...placeOf(cells, crosswalk),
        class: decoded(cells, "eventcode", (code) => crosswalk.classOf("cameo", code)),
        description: `CAMEO ${needed(cells, "eventcode")}: ${listed(cells.text("actor1name"), cells.text("actor2name")) ?? "actors not named"}`,
        killed: null,
        killedAttackers: null,
        injured: null,
        actor: cells.text("actor1name"),
        target: cells.text("actor2name"),
        claimedBy: null,
        origins: null,
        sources: cells.text("sourceurl"),
      },
    };
  };

const hostOf = (address: string): string =>
  /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? address;

/** Rows without an address (the historical files) are counted as rows alone. */
export function countReports(rows: readonly ImportedRow[]) {
  const addresses = new Set(rows.map(({ row }) => row.sources).filter((address) => address !== null));
  return { rows: rows.length, articles: addresses.size, outlets: new Set([...addresses].map(hostOf)).size };
}
