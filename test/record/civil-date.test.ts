import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  civilOf,
  dayNumber,
  dayNumberOf,
  daysInMonth,
  daysShared,
  isoDay,
  isRealDay,
  weekdayOf,
} from "../../src/record/index.ts";

test.each([
  ["1970-01-01", 0],
  ["1969-12-31", -1],
  ["2000-02-29", 11016],
  ["2016-06-05", 16957],
])("%s is day %i", (day, n) => expect(dayNumber(day)).toBe(n));

test.each([
  ["2016-06-05", 7, "a Sunday"],
  ["1990-01-10", 3, "a Wednesday"],
  ["2024-02-29", 4, "a Thursday"],
])("%s is weekday %i (%s)", (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

test.each([
  ["2015-02-29", false],
  ["2016-02-29", true],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2016-04-31", false],
  ["2016-13-01", false],
  ["2016-00-10", false],
  ["2016-01-00", false],
])("%s exists: %s", (day, real) => {
  const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
  expect(isRealDay(y, m, d)).toBe(real);
});

test("February has 28 or 29 days, December 31", () => {
  expect([2015, 2016, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  expect(daysInMonth(2016, 12)).toBe(31);
});

test("day numbers and days are each other's inverse, and agree with the platform's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
      const { year, month, day } = civilOf(n);
      expect(dayNumberOf(year, month, day)).toBe(n);
      if (year >= 1) expect(isoDay(year, month, day)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

test("adding days walks over months and years", () => {
  expect(addDays("2015-12-31", 1)).toBe("2016-01-01");
  expect(addDays("2016-03-01", -1)).toBe("2016-02-29");
});

test.each([
  ["the same day", { from: "2016-06-05", to: "2016-06-05" }, { from: "2016-06-05", to: "2016-06-05" }, 1],
  ["a day inside a month", { from: "2016-06-01", to: "2016-06-30" }, { from: "2016-06-05", to: "2016-06-05" }, 1],
  ["neighbouring days", { from: "2016-06-05", to: "2016-06-05" }, { from: "2016-06-06", to: "2016-06-06" }, 0],
  ["two days apart", { from: "2016-06-05", to: "2016-06-05" }, { from: "2016-06-07", to: "2016-06-07" }, -1],
])("%s", (_, a, b, shared) => {
  expect(daysShared(a, b)).toBe(shared);
  expect(daysShared(b, a)).toBe(shared);
});
