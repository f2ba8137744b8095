import { type Count, daysInMonth, isoDay, isRealDay } from "../../record/index.ts";
import { type Cells, daysOf } from "../cell.ts";
import { statedDay } from "../stated-date.ts";
import type { Crosswalk } from "./crosswalk.ts";
import { decoded, listed, needed, type RowReader } from "./read-rows.ts";

/** Month or day 0 is not known: the date is then the year or the month. `resolution` is the end of a long incident. */
function datesOf(cells: Cells) {
  const year = Number(needed(cells, "iyear"));
  const month = cells.count("imonth") ?? 0;
  const day = cells.count("iday") ?? 0;
  if (!isRealDay(year, month || 1, day || 1))
    throw cells.bad(day === 0 ? "imonth" : "iday", "a day of the calendar, or 0");
  if (month === 0) return { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31), datePrecision: "year" as const };
  if (day === 0) {
    return {
      from: isoDay(year, month, 1),
      to: isoDay(year, month, daysInMonth(year, month)),
      datePrecision: "month" as const,
    };
  }
  const from = isoDay(year, month, day);
  const resolution = cells.text("resolution");
  const end = cells.text("extended") === "1" && resolution !== null ? endOf(resolution) : null;
  return end !== null && end > from
    ? { from, to: end, datePrecision: "interval" as const }
    : { from, to: from, datePrecision: "day" as const };
}

/** Exports write `2016-06-05` or `6/5/2016`, month first. */
function endOf(resolution: string): string | null {
  const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(resolution);
  if (monthFirst === null) return daysOf(resolution.slice(0, 10))?.from ?? statedDay(resolution);
  const [month, day, year] = [Number(monthFirst[1]), Number(monthFirst[2]), Number(monthFirst[3])];
  return isRealDay(year, month, day) ? isoDay(year, month, day) : null;
}

/** A toll may be fractional where one was split over several incidents; -9 and -99 are "not known". */
function tollOf(cells: Cells, column: string): Count | null {
  const toll = cells.number(column, 0, 1e6);
  return toll === null ? null : { min: Math.floor(toll), max: Math.ceil(toll) };
}

const flagged = (cells: Cells, column: string, code: string, flag: string): string[] =>
  cells.text(column) === code ? [flag] : [];

const group = (cells: Cells): string | null =>
  listed(...["gname", "gname2", "gname3"].map((column) => cells.text(column)));

function classOf(cells: Cells, crosswalk: Crosswalk): string {
  const plain = decoded(cells, "attacktype1", (code) => crosswalk.classOf("gtd", code));
  return plain === "bombing" && cells.text("suicide") === "1" ? "suicide-bombing" : plain;
}

/**
 * The Global Terrorism Database. `nkill` counts dead attackers too. A point stands only where GTD located the place
 * (specificity below 5); `Unknown` is no name.
 */
export const gtdReader =
  (crosswalk: Crosswalk): RowReader =>
  ({ line, raw, cells }) => {
    const precision = decoded(cells, "specificity", (code) => crosswalk.placePrecision("gtd", code));
    const located = precision !== "country";
    const country = cells.text("country_txt");
    return {
      line,
      raw,
      flags: [
        ...flagged(cells, "doubtterr", "1", "doubtful"),
        ...flagged(cells, "success", "0", "attempted"),
        ...flagged(cells, "guncertain1", "1", "actor-suspected"),
        ...flagged(cells, "vicinity", "1", "near-place"),
      ],
      row: {
        id: needed(cells, "eventid"),
        ...datesOf(cells),
        place: cells.text("city"),
        admin1: cells.text("provstate"),
        country: country === null ? null : crosswalk.countryByName(country),
        lat: located ? cells.number("latitude", -90, 90) : null,
        lon: located ? cells.number("longitude", -180, 180) : null,
        precision,
        class: classOf(cells, crosswalk),
        description: cells.text("summary") ?? "",
        killed: tollOf(cells, "nkill"),
        killedAttackers: cells.number("nkillter", 0, 1e6),
        injured: tollOf(cells, "nwound"),
        actor: group(cells),
        target: cells.text("target1"),
        claimedBy: cells.text("claimed") === "1" ? cells.text("gname") : null,
        origins: null,
        sources: listed(...["scite1", "scite2", "scite3"].map((column) => cells.text(column))),
      },
    };
  };

/** -9 and -99 mean "not known" in every column; "Unknown" is a literal value for names. */
export const GTD_BLANKS: ReadonlySet<string> = new Set(["-9", "-99", "Unknown"]);
