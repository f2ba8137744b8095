import type { PlacePrecision } from "../../record/index.ts";
import type { Cells } from "../cell.ts";
import type { Crosswalk } from "./crosswalk.ts";

const LEVELS: readonly (readonly [string, PlacePrecision])[] = [
  ["city", "city"],
  ["district", "admin2"],
  ["province", "admin1"],
  ["country", "country"],
];

/**
 * Place of a dataset that has no precision code (ICEWS, POLECAT): as exact as its finest filled column. The coordinates
 * then stand for that level, a country's centre among them.
 */
export function finestLevel(cells: Cells, crosswalk: Crosswalk) {
  const [column, precision] = LEVELS.find(([level]) => cells.text(level) !== null) ?? [null, null];
  const country = cells.text("country");
  return {
    place: column === null ? null : cells.text(column),
    admin1: cells.text("province"),
    country: country === null ? null : crosswalk.countryByName(country),
    lat: cells.number("latitude", -90, 90),
    lon: cells.number("longitude", -180, 180),
    precision,
  };
}
