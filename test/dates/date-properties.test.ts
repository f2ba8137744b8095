import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayNumber, partsOf } from "../../src/record/index.ts";
import { readDatesOf } from "./read-dates-of.ts";

const WORDS = [
  "on",
  "the",
  "of",
  "5",
  "31",
  "May",
  "March",
  "Friday",
  "1999",
  "2016",
  "last",
  "next",
  "week",
  "month",
  "yesterday",
  "two",
  "days",
  "ago",
  "later",
  "from",
  "to",
  "-",
  ",",
  "summer",
  "early",
  "third",
  "quarter",
  "1990s",
  "Ramadan",
  "shots",
  "fell",
  ".",
];
const prose = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 }).map((words) => words.join(" "));
const published = fc.integer({ min: 0, max: 20000 }).map((days) => addDays("1970-01-01", days));

/** Least and greatest number of days of each precision; an interval may have any. */
const LENGTHS = {
  day: [1, 1],
  month: [28, 31],
  season: [89, 93],
  quarter: [90, 92],
  year: [365, 366],
  decade: [3652, 3653],
  century: [36524, 36525],
  interval: [1, 400000],
} as const;

describe("whatever the words", () => {
  test("no date ends before it begins, and its precision agrees with its length", () => {
    fc.assert(
      fc.property(prose, published, (words, day) => {
        for (const mention of readDatesOf(words, day)) {
          if (mention.from === null || mention.to === null) continue;
          const length = dayNumber(mention.to) - dayNumber(mention.from) + 1;
          const [least, most] = LENGTHS[mention.precision];
          expect(length).toBeGreaterThanOrEqual(least);
          expect(length).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("each mention quotes the text, and none overlaps another", () => {
    fc.assert(
      fc.property(prose, published, (words, day) => {
        let end = 0;
        for (const mention of readDatesOf(words, day)) {
          expect(words.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
      }),
    );
  });

  test("the same text twice gives the same dates", () => {
    fc.assert(
      fc.property(prose, published, (words, day) => {
        expect(readDatesOf(words, day)).toEqual(readDatesOf(words, day));
      }),
    );
  });

  test("figures and separators never throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-/.:,' th's–—"), maxLength: 60 }), (words) => {
        expect(Array.isArray(readDatesOf(words, "2016-06-10"))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("any string at all never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
        expect(Array.isArray(readDatesOf(words, null))).toBe(true);
      }),
    );
  });
});

test("what the words themselves say does not move with the day of publication", () => {
  const said = (words: string, day: string): readonly string[] =>
    readDatesOf(words, day)
      .filter(({ year, day: within, parts }) => year.said && within.said && parts.length === 0)
      .map(({ start, from, to }) => `${start}: ${from} ${to}`);
  fc.assert(
    fc.property(prose, published, (words, day) => {
      expect(said(words, addDays(day, 365))).toEqual(said(words, day));
    }),
  );
});

test("publication a year later moves only what depends on it", () => {
  const words = "It began on 12 March 1951. A bomb went off yesterday. He was freed in February. The 1990s were calm.";
  const dependent = (year: number) => readDatesOf(words, `${year}-06-10`).map((mention) => mention.from);
  const [explicit, yesterday, february, decade] = dependent(2015);
  const [explicitLater, yesterdayLater, februaryLater, decadeLater] = dependent(2016);
  expect([explicitLater, decadeLater]).toEqual([explicit, decade]);
  expect(partsOf(yesterdayLater!).year).toBe(partsOf(yesterday!).year + 1);
  expect(partsOf(februaryLater!).year).toBe(partsOf(february!).year + 1);
});

test.each(["2016-13-40", "soon", "", "2016"])("a publication date that is none (%s) settles nothing", (day) => {
  expect(readDatesOf("It burned yesterday.", day)).toMatchObject([{ from: null, to: null }]);
});
