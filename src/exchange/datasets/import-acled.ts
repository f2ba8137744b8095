import { addDays, type CivilDay, daysInMonth, isoDay, isRealDay, partsOf } from "../../record/index.ts";
import type { Cells } from "../cell.ts";
import { statedDay } from "../stated-date.ts";
import type { Crosswalk } from "./crosswalk.ts";
import { decoded, listed, needed, type RowReader } from "./read-rows.ts";

/** `2022-06-30` (API), `16 May 2025` (website) and `30-06-2022` (older files, day first). */
function dayOf(cells: Cells): CivilDay {
  const written = needed(cells, "event_date");
  const dayFirst = /^(\d{2})-(\d{2})-(\d{4})$/.exec(written);
  if (dayFirst !== null) {
    const [day, month, year] = [Number(dayFirst[1]), Number(dayFirst[2]), Number(dayFirst[3])];
    if (isRealDay(year, month, day)) return isoDay(year, month, day);
  }
  const day = statedDay(written);
  if (day === null) throw cells.bad("event_date", "a day: 2022-06-30, 30 June 2022 or 30-06-2022");
  return day;
}

/** ACLED writes one day whatever it knows: "a week" is coded to its middle, "a month" to a day in it. */
function datesOf(cells: Cells, crosswalk: Crosswalk) {
  const day = dayOf(cells);
  const datePrecision = decoded(cells, "time_precision", (code) => crosswalk.datePrecision("acled", code));
  if (datePrecision === "day") return { from: day, to: day, datePrecision };
  if (datePrecision === "interval") return { from: addDays(day, -3), to: addDays(day, 3), datePrecision };
  const { year, month } = partsOf(day);
  return { from: isoDay(year, month, 1), to: isoDay(year, month, daysInMonth(year, month)), datePrecision };
}

/** In a battle the order of the two actors means nothing, so both are named. */
function actorsOf(cells: Cells) {
  const [one, other] = [cells.text("actor1"), cells.text("actor2")];
  const battle = /^battles$/i.test(cells.text("event_type") ?? "");
  return battle ? { actor: listed(one, other), target: null } : { actor: one, target: other };
}

/** ACLED's zero means "none" or "not reported": it is a floor, not a known zero. */
function killedOf(cells: Cells) {
  const fatalities = cells.count("fatalities");
  if (fatalities === null) return { killed: null, flags: [] };
  if (fatalities === 0) return { killed: { min: 0, max: null }, flags: ["zero-not-known"] };
  return { killed: { min: fatalities, max: fatalities }, flags: [] };
}

/** ACLED event files, API or website export, of any year. Inter codes and disorder types stay in `raw`. */
export const acledReader =
  (crosswalk: Crosswalk): RowReader =>
  ({ line, raw, cells }) => {
    const { killed, flags } = killedOf(cells);
    const numeric = cells.text("iso");
    const country = cells.text("country");
    return {
      line,
      raw,
      flags,
      row: {
        id: needed(cells, "event_id_cnty"),
        ...datesOf(cells, crosswalk),
        place: cells.text("location"),
        admin1: cells.text("admin1"),
        country:
          (numeric === null ? null : crosswalk.countryByNumber(numeric)) ??
          (country === null ? null : crosswalk.countryByName(country)),
        lat: cells.number("latitude", -90, 90),
        lon: cells.number("longitude", -180, 180),
        precision: decoded(cells, "geo_precision", (code) => crosswalk.placePrecision("acled", code)),
        class: decoded(cells, "sub_event_type", (code) => crosswalk.classOf("acled", code)),
        description: cells.text("notes") ?? "",
        killed,
        killedAttackers: null,
        injured: null,
        ...actorsOf(cells),
        claimedBy: null,
        origins: null,
        sources: cells.text("source"),
      },
    };
  };
