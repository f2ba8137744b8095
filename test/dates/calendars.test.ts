import { describe, expect, test } from "vitest";
import { foreignStretch } from "../../src/dates/foreign-calendars.ts";
import { easter, orthodoxEaster } from "../../src/dates/named-days.ts";
import { dayFromNumber, dayNumber } from "../../src/record/index.ts";

describe("Easter falls where the churches' tables have it", () => {
  test.each([
    [1916, "1916-04-23", "1916-04-23"],
    [2000, "2000-04-23", "2000-04-30"],
    [2010, "2010-04-04", "2010-04-04"],
    [2016, "2016-03-27", "2016-05-01"],
    [2024, "2024-03-31", "2024-05-05"],
  ])("%i", (year, western, orthodox) => {
    expect(dayFromNumber(easter(year))).toBe(western);
    expect(dayFromNumber(orthodoxEaster(year))).toBe(orthodox);
  });
});

describe("dates of other calendars", () => {
  test.each([
    ["julian", 1917, 10, 25, "1917-11-07"],
    ["julian", 1700, 2, 28, "1700-03-10"],
    ["persian", 1357, 11, 22, "1979-02-11"],
    ["hijri", 1433, 9, 1, "2012-07-20"],
    ["ethiopian", 2000, 1, 1, "2007-09-12"],
  ])("%s %i-%i-%i is %s", (calendar, year, month, day, ours) => {
    const number = dayNumber(ours);
    expect(foreignStretch(calendar, year, month, day)).toEqual({ from: number, to: number });
  });

  test.each([
    ["persian", 1395, 13, 1],
    ["hijri", 1433, 9, 31],
    ["martian", 1, 1, 1],
  ])("%s has no %i-%i-%i", (calendar, year, month, day) => {
    expect(foreignStretch(calendar, year, month, day)).toBeNull();
  });
});
