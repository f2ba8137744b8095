import type { Cells } from "../cell.ts";
import { daysOf } from "../cell.ts";
import type { Crosswalk } from "./crosswalk.ts";
import type { RowFlag } from "./imported.ts";
import { decoded, listed, needed, type RowReader } from "./read-rows.ts";

const ONE_SIDED = "3";

/** Dates may carry a time part, " 00:00:00.000". */
function dayOf(cells: Cells, column: string): string {
  const day = daysOf(needed(cells, column).slice(0, 10));
  if (day?.precision !== "day") throw cells.bad(column, "a day of the calendar, written YYYY-MM-DD");
  return day.from;
}

/** Low, best and high; out of order in some rows, which are kept with the widest range and flagged. */
function tollOf(cells: Cells) {
  const tolls = ["low", "best", "high"].map((column) => cells.count(column));
  const known = tolls.filter((toll): toll is number => toll !== null);
  const ordered = known.every((toll, i) => i === 0 || toll >= (known[i - 1] ?? 0));
  const killed = known.length === 0 ? null : { min: Math.min(...known), max: Math.max(...known) };
  return { killed, flags: ordered ? [] : ["range-disordered"] };
}

/** Side a kills civilians in a one-sided row; in a battle neither side is "the" actor, so both are named. */
function sidesOf(cells: Cells) {
  const [a, b] = [cells.text("side_a"), cells.text("side_b")];
  return cells.text("type_of_violence") === ONE_SIDED ? { actor: a, target: b } : { actor: listed(a, b), target: null };
}

/**
 * UCDP GED, 49 columns or the 41 of country files. Rows that share day, place and dyad are separate events by their
 * coders' decision and stay so. Gleditsch-Ward numbers are not ISO: the country comes from its name.
 */
export const ucdpReader =
  (crosswalk: Crosswalk): RowReader =>
  ({ line, raw, cells }) => {
    const { killed, flags } = tollOf(cells);
    const unclear: RowFlag[] = cells.text("event_clarity") === "2" ? ["summary"] : [];
    const country = cells.text("country");
    return {
      line,
      raw,
      flags: [...flags, ...unclear],
      row: {
        id: needed(cells, "id"),
        from: dayOf(cells, "date_start"),
        to: dayOf(cells, "date_end"),
        datePrecision: decoded(cells, "date_prec", (code) => crosswalk.datePrecision("ucdp-ged", code)),
        place: cells.text("where_coordinates"),
        admin1: cells.text("adm_1"),
        country: country === null ? null : crosswalk.countryByName(country),
        lat: cells.number("latitude", -90, 90),
        lon: cells.number("longitude", -180, 180),
        precision: decoded(cells, "where_prec", (code) => crosswalk.placePrecision("ucdp-ged", code)),
        class: decoded(cells, "type_of_violence", (code) => crosswalk.classOf("ucdp-ged", code)),
        description: cells.text("source_headline") ?? cells.text("dyad_name") ?? "",
        killed,
        killedAttackers: null,
        injured: null,
        ...sidesOf(cells),
        claimedBy: null,
        origins: null,
        sources: cells.text("source_article"),
      },
    };
  };
