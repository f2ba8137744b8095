import { describe, expect, test } from "vitest";
import { type FindDivision, readPatternTable } from "../../src/desk/pattern-table.ts";
import type { PatternEvent } from "../../src/patterns/index.ts";

const eventOf = (header: string, row: string, find?: FindDivision): PatternEvent => {
  const read = readPatternTable("knox", "events.csv", `${header}\n${row}\n`, [], find);
  if (!read.ok || read.table.kind !== "events") throw new Error("not read as events");
  return read.table.events[0]!;
};

describe("a row of an event table", () => {
  test.each([
    ["x,y,t,type", "3,4,17,attack", { x: 3, y: 4, t: 17, type: "attack" }],
    ["lat,lon,date,class", "9,7,1970-01-11,attack", { x: 7, y: 9, t: 10, type: "attack" }],
    ["lat,lon,date_from,date_to", "9,7,1970-01-11,1970-01-13", { t: 10, doubt: { days: [10, 12] } }],
    ["lat,lon,date,date_precision", "9,7,1970-02-01,month", { t: 31, doubt: { days: [31, 58] } }],
    ["lat,lon,date,date_precision", "9,7,1971-01-01,year", { doubt: { days: [365, 729] } }],
    ["lat,lon,date,radius_km", "9,7,1970-01-11,12", { doubt: { radius: 12 } }],
    ["lat,lon,date,precision", "9,7,1970-01-11,admin1", { doubt: { radius: Number.POSITIVE_INFINITY } }],
    ["lat,lon,date,precision", "9,7,1970-01-11,city", { x: 7, y: 9 }],
  ])("%s / %s", (header, row, expected) => {
    expect(eventOf(header, row)).toMatchObject(expected);
  });
  test("a day that is none, an empty cell: not known, never 0", () => {
    expect(eventOf("x,y,date", ",4,2014-02-30")).toMatchObject({ x: Number.NaN, y: 4, t: Number.NaN });
  });
  test("a place known to its division only takes the division's middle and reach", () => {
    const find: FindDivision = (name, country) =>
      name === "North" && country === "XX" ? { lat: 5, lon: 6, radiusKm: 90 } : null;
    const header = "lat,lon,date,precision,admin1,country";
    expect(eventOf(header, ",,1970-01-11,admin1,North,XX", find)).toMatchObject({ x: 6, y: 5, doubt: { radius: 90 } });
    expect(eventOf(header, ",,1970-01-11,admin1,South,XX", find).doubt).toEqual({ radius: Number.POSITIVE_INFINITY });
  });
});

test("zones without their places are told where to put them", () => {
  const read = readPatternTable("scan", "cases.counts.csv", "zone,time,count\na,1,3\n", []);
  expect(read.ok ? "" : read.message).toContain("cases.zones.csv");
});
