import { describe, expect, test } from "vitest";
import { toDateRecord, toDateRecords } from "../../src/dates/index.ts";
import { intervalsOf, readDatesOf, spansOf } from "./read-dates-of.ts";

/** A Friday. */
const PUBLISHED = "2016-06-10";

describe("wire copy is read from the day of publication", () => {
  test.each([
    [
      "LIMA, 10 JAN 90 (EFE) -- A BOMB WENT OFF LAST NIGHT.",
      "1990-01-10",
      ["10 JAN 90 → 1990-01-10", "LAST NIGHT → 1990-01-09"],
    ],
    ["Two officers were shot on Wednesday.", PUBLISHED, ["Wednesday → 2016-06-08"]],
    ["The court will meet on Monday.", PUBLISHED, ["Monday → 2016-06-13"]],
    ["The party planned a rally on Saturday.", PUBLISHED, ["Saturday → 2016-06-11"]],
    ["The strike was postponed until Tuesday.", PUBLISHED, ["Tuesday → 2016-06-14"]],
    ["A bridge fell in November.", PUBLISHED, ["November → 2015-11-01..2015-11-30"]],
    ["They will vote in November.", PUBLISHED, ["November → 2016-11-01..2016-11-30"]],
    ["He was freed on 20 May, two weeks after he was seized.", PUBLISHED, ["20 May → 2016-05-20"]],
    [
      "Three men were held on 2 June and freed the next day.",
      PUBLISHED,
      ["2 June → 2016-06-02", "the next day → 2016-06-03"],
    ],
    ["Four were shot earlier this month.", PUBLISHED, ["earlier this month → 2016-06-01..2016-06-09"]],
    ["Shots were fired over the weekend.", PUBLISHED, ["the weekend → 2016-06-04..2016-06-05"]],
    ["October 31st was calm.", PUBLISHED, ["October 31st → 2015-10-31"]],
  ])("%s (%s)", (words, published, expected) => {
    expect(intervalsOf(words, published)).toEqual(expected);
  });
});

describe("history is read from where its story stands", () => {
  test.each([
    [
      "In March 1951 dockers struck. In April they went back.",
      ["March 1951 → 1951-03-01..1951-03-31", "April → 1951-04-01..1951-04-30"],
    ],
    [
      "The revolt began on 12 December 1917. In January it spread.",
      ["12 December 1917 → 1917-12-12", "January → 1918-01-01..1918-01-31"],
    ],
    [
      "The town fell on 3 May 1862. Two days later it burned.",
      ["3 May 1862 → 1862-05-03", "Two days later → 1862-05-05"],
    ],
    [
      "The siege began in May 1862. Since the revolt of 1745 nothing like it had been seen. In June it was lifted.",
      ["May 1862 → 1862-05-01..1862-05-31", "1745 → 1745-01-01..1745-12-31", "June → 1862-06-01..1862-06-30"],
    ],
    [
      "1956\n\nA strike was called off on 28 April. Leaders were tried that summer.",
      ["1956 → 1956-01-01..1956-12-31", "28 April → 1956-04-28", "that summer → 1956-06-01..1956-08-31"],
    ],
  ])("%s", (words, expected) => {
    expect(intervalsOf(words, "2009-03-02")).toEqual(expected);
  });
});

describe("ranges hold their ends", () => {
  test.each([
    ["The road was shut 5-6 June 2014.", "5-6 June 2014", ["5 → 2014-06-05", "6 June 2014 → 2014-06-06"]],
    ["In 2011-2012 it was quiet.", "2011-2012", ["2011 → 2011-01-01", "2012 → 2012-01-01"]],
    ["It was shut from 15 to 20 May 2016.", "from 15 to 20 May 2016", ["15 → 2016-05-15", "20 May 2016 → 2016-05-20"]],
    [
      "On the night of 16 to 17 December 2014 they fled.",
      "the night of 16 to 17 December 2014",
      ["the night of 16 → 2014-12-16", "17 December 2014 → 2014-12-17"],
    ],
    [
      "From November to February 1943 the pass was shut.",
      "From November to February 1943",
      ["November → 1942-11-01", "February 1943 → 1943-02-01"],
    ],
  ])("%s", (words, text, ends) => {
    const range = readDatesOf(words, PUBLISHED).find((mention) => mention.parts.length > 0);
    expect(range?.text).toContain(text);
    expect(range?.precision).toBe("interval");
    expect(range?.parts.map((part) => `${part.text} → ${part.from}`)).toEqual(ends);
    expect(toDateRecords(range!).map((record) => record.from)).toEqual([range!.parts[0]!.from, range!.parts[1]!.from]);
  });
});

describe("what the words leave open stays open", () => {
  test.each([
    "A bomb went off yesterday.",
    "Two men were shot on Friday.",
    "It burned last week.",
    "He died on 3 May.",
    "Police met two days ago.",
  ])("without a day of publication: %s", (words) => {
    const [mention] = readDatesOf(words, null);
    expect(mention).toMatchObject({ from: null, to: null, day: { said: false, rule: "publication-day-unknown" } });
  });

  test("a year in the text settles later days though the day of publication is unknown", () => {
    expect(intervalsOf("The strike began on 12 March 1951. On 14 March it ended.", null)).toEqual([
      "12 March 1951 → 1951-03-12",
      "14 March → 1951-03-14",
    ]);
  });

  test.each(["The league was founded in 1951. The next day it met.", "A league of 1951 met on Friday."])(
    "a year is too coarse to count days from: %s",
    (words) => {
      expect(readDatesOf(words, null).at(-1)).toMatchObject({ from: null, to: null });
    },
  );

  test("vague counts name no day", () => {
    expect(readDatesOf("She fled a few weeks ago.", PUBLISHED)).toMatchObject([{ from: null, to: null }]);
  });
});

describe("figures that could be read in two orders", () => {
  test.each([
    ["settled by another date in figures", "Filed 25/12/2015. Heard 02/03/2016.", "2016-03-02", "order-of-other-dates"],
    ["settled by American usage", "On May 3 it rained. Heard 02/03/2016.", "2016-02-03", "language-variety"],
    ["settled by British usage", "On 3 May it rained. Heard 02/03/2016.", "2016-03-02", "language-variety"],
  ])("%s", (_, words, from, rule) => {
    expect(readDatesOf(words, PUBLISHED).at(-1)).toMatchObject({
      from,
      day: { said: false, rule },
      otherReading: null,
    });
  });

  test("keep both readings where nothing settles them, and none is written down", () => {
    const [mention] = readDatesOf("The note is dated 02-03-2016.", PUBLISHED);
    expect(mention).toMatchObject({ from: "2016-03-02", otherReading: { from: "2016-02-03", to: "2016-02-03" } });
    expect(toDateRecord(mention!)).toMatchObject({ from: null, to: null });
  });
});

test.each([
  ["The siege of Octber 5, 2014 failed.", "2014-10-05"],
  ["The siege of 3 Setpember 2014 failed.", "2014-09-03"],
])("a misspelt month beside figures is read: %s", (words, from) => {
  expect(readDatesOf(words, PUBLISHED)[0]?.from).toBe(from);
});

test.each([
  ["Troops left in2011.", "2011-01-01"],
  ["Troops left on 10JAN1990.", "1990-01-10"],
  ["TROOPS LEFT ON 3 MAY 2015.", "2015-05-03"],
])("missing blanks and capitals do not hide a date: %s", (words, from) => {
  expect(readDatesOf(words, PUBLISHED)[0]?.from).toBe(from);
});

describe("said and inferred are kept apart", () => {
  test.each([
    ["It fell on 3 May 2011.", { said: true }, { said: true }],
    ["It fell on 3 May.", { said: false, rule: "last-before-publication" }, { said: true }],
    [
      "It fell yesterday.",
      { said: false, rule: "counted-from-publication" },
      { said: false, rule: "counted-from-publication" },
    ],
    ["It fell at Easter 2010.", { said: true }, { said: false, rule: "calendar-of-named-days" }],
  ])("%s", (words, year, day) => {
    expect(readDatesOf(words, PUBLISHED)[0]).toMatchObject({ year, day });
  });
});

describe("durations and sets are kept apart from dates", () => {
  test.each([
    ["The siege lasted for three days.", [{ text: "three days", kind: "duration" }]],
    ["They meet every Friday.", [{ text: "every Friday", kind: "set" }]],
    ["A two-week truce held.", [{ text: "two-week", kind: "duration" }]],
  ])("%s", (words, spans) => {
    expect(spansOf(words)).toEqual(spans);
    expect(readDatesOf(words, PUBLISHED)).toEqual([]);
  });
});
