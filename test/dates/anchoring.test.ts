import { describe, expect, test } from "vitest";
import { intervalsOf, readDatesOf } from "./read-dates-of.ts";

/** A Friday. */
const PUBLISHED = "2016-06-10";

describe("a dateline's day is the day of writing", () => {
  test.each([
    [
      "KABUL, Feb. 3 (Meridian Wire) - Gunmen shot a judge on Tuesday.",
      "2016-02-05",
      ["Feb. 3 → 2016-02-03", "Tuesday → 2016-02-02"],
    ],
    [
      "BAGHDAD, 5 June 2006 -- A bomb went off yesterday.",
      null,
      ["5 June 2006 → 2006-06-05", "yesterday → 2006-06-04"],
    ],
    [
      "BAGHDAD, 5 June 2006 -- A bomb went off yesterday.",
      PUBLISHED,
      ["5 June 2006 → 2006-06-05", "yesterday → 2006-06-04"],
    ],
    ["LIMA, 31 DEC 89 (EFE) -- A MINE WAS HIT TODAY.", "1990-01-01", ["31 DEC 89 → 1989-12-31", "TODAY → 1989-12-31"]],
    ["Published: March 4, 2011\n\nGunmen came on Monday.", null, ["March 4, 2011 → 2011-03-04", "Monday → 2011-02-28"]],
    [
      "Last updated on 5 May 2013\n\nA bomb killed six on Friday.",
      null,
      ["5 May 2013 → 2013-05-05", "Friday → 2013-05-03"],
    ],
  ])("%s (published %s)", (words, published, expected) => {
    expect(intervalsOf(words, published)).toEqual(expected);
  });

  test("and the rule says so", () => {
    const [dateline, yesterday] = readDatesOf("KABUL, Feb. 3 (Wire) - A bomb went off yesterday.", "2016-02-05");
    expect(dateline?.year).toEqual({ said: false, rule: "last-before-publication" });
    expect(yesterday?.day).toEqual({ said: false, rule: "counted-from-dateline" });
  });

  test("a dateline without a year tells nothing where the day of publication is unknown", () => {
    expect(readDatesOf("KABUL, Feb. 3 (Wire) - A bomb went off yesterday.", null)).toMatchObject([
      { from: null },
      { from: null, day: { rule: "publication-day-unknown" } },
    ]);
  });
});

describe("narratives are dated from their story", () => {
  test.each([
    [
      "a court report, by its last explicit date",
      "The court heard that on 12 March 2009 they had met. On 14 March he bought a car. The next day he drove south. He was arrested on 3 April.",
      ["12 March 2009 → 2009-03-12", "14 March → 2009-03-14", "The next day → 2009-03-15", "3 April → 2009-04-03"],
    ],
    [
      "a chronicle, by its headings and the order of its list",
      "1994\n\n- 3 January: The army shells the town.\n- 17 May: A truce is signed.\n\n1995\n\n- 4 March: Elections.",
      [
        "1994 → 1994-01-01..1994-12-31",
        "3 January → 1994-01-03",
        "17 May → 1994-05-17",
        "1995 → 1995-01-01..1995-12-31",
        "4 March → 1995-03-04",
      ],
    ],
    [
      "a history, by the section it has reached",
      "In 1992 war broke out. By August, it had spread.\n\nAftermath\n\nIn January 1996 they signed. In March they left.",
      [
        "1992 → 1992-01-01..1992-12-31",
        "August → 1992-08-01..1992-08-31",
        "January 1996 → 1996-01-01..1996-01-31",
        "March → 1996-03-01..1996-03-31",
      ],
    ],
    [
      "a life, by the year its last sentence opened with",
      "He was born in 1950. In 1972 he joined. On 4 May he was shot.",
      ["1950 → 1950-01-01..1950-12-31", "1972 → 1972-01-01..1972-12-31", "4 May → 1972-05-04"],
    ],
    [
      "a day without its month, by the month just named",
      "From 1 to 3 September 1939, they fought. On the 17th others joined in.",
      ["From 1 to 3 September 1939 → 1939-09-01..1939-09-03", "the 17th → 1939-09-17"],
    ],
  ])("%s: %s", (_, words, expected) => {
    expect(intervalsOf(words, "2012-03-01")).toEqual(expected);
  });
});

describe("times of day and zones", () => {
  test.each([
    [
      "The bomb went off at 11 pm EST on 3 May (0400 GMT 4 May).",
      ["11 pm EST on 3 May → 2016-05-03", "0400 GMT 4 May → 2016-05-04"],
    ],
    [
      "The bomb went off at 11 pm EST on 3 May (0400 GMT).",
      ["11 pm EST on 3 May → 2016-05-03", "0400 GMT → 2016-05-04"],
    ],
    ["The bomb went off on 3 May at 7 a.m. (0000 GMT).", ["3 May at 7 a.m. → 2016-05-03", "0000 GMT → 2016-05-03"]],
    ["It fell at 1:30 a.m. on 3 May (2230 GMT).", ["1:30 a.m. on 3 May → 2016-05-03", "2230 GMT → 2016-05-02"]],
    [
      "It was felt at 01:30 GMT Tuesday (Monday evening in Washington).",
      ["01:30 GMT Tuesday → 2016-06-07", "Monday evening → 2016-06-06"],
    ],
    ["Shots fell on 3 May. At 7:15 p.m. the guns stopped.", ["3 May → 2016-05-03", "7:15 p.m. → 2016-05-03"]],
    ["Logged 2016-06-05T23:30:00-05:00 by the watch.", ["2016-06-05T23:30:00-05:00 → 2016-06-05"]],
    ["Logged 20160605T2330Z by the watch.", ["20160605T2330Z → 2016-06-05"]],
    ["Shots were heard at 0215 hours on 5 June.", ["0215 hours on 5 June → 2016-06-05"]],
    ["The guns stopped at 7:15 p.m., he said.", []],
  ])("%s", (words, expected) => {
    expect(intervalsOf(words, PUBLISHED)).toEqual(expected);
  });

  test("the same moment abroad stays the day after, though it lies ahead", () => {
    expect(intervalsOf("It will land at 01:30 GMT Tuesday (Monday evening in Washington).", "2016-06-07")).toEqual([
      "01:30 GMT Tuesday → 2016-06-07",
      "Monday evening → 2016-06-06",
    ]);
  });
});

describe("counted from an event", () => {
  test("that the text dates", () => {
    expect(
      intervalsOf("The bombing of 3 May 2015 shook the town. Police met two days after the bombing.", PUBLISHED),
    ).toEqual(["3 May 2015 → 2015-05-03", "two days after → 2015-05-05"]);
  });

  test.each([
    ["that it does not date", "Police met two days after the attack.", "date-of-the-event-not-stated"],
    [
      "that is another one",
      "The raid of 3 May 2015 failed. Police met two days after the attack.",
      "date-of-the-event-not-stated",
    ],
    ["by no figure", "The raid of 3 May 2015 failed. Police met some days after the raid.", "count-not-stated"],
  ])("%s stays open and says why: %s", (_, words, rule) => {
    expect(readDatesOf(words, PUBLISHED).at(-1)).toMatchObject({ from: null, to: null, day: { said: false, rule } });
  });
});

test.each([
  [
    "On 7 November 1917 (25 October Old Style) the guards rose.",
    ["7 November 1917 → 1917-11-07", "25 October Old Style → 1917-11-07"],
  ],
  ["On 25 October (7 November) 1917 the guards rose.", ["25 October → 1917-11-07", "7 November) 1917 → 1917-11-07"]],
  ["The edict of 12 Rabi al-awwal 1433 is kept.", ["12 Rabi al-awwal 1433 → 2012-02-04"]],
  ["In Ramadan 1433 they met.", ["Ramadan 1433 → 2012-07-20..2012-08-18"]],
  ["The charter of 12 Meskerem 1967 E.C. is kept.", ["12 Meskerem 1967 E.C. → 1974-09-22"]],
  ["On Easter Monday, 24 April 1916, they rose.", ["Easter Monday, 24 April 1916 → 1916-04-24"]],
  ["The winter of 1999/2000 was long.", ["The winter of 1999/2000 → 1999-12-01..2000-02-29"]],
  ["The town fell in 44 B.C. and 840 A.D. alike.", ["44 B.C. → null", "840 A.D. → 0840-01-01..0840-12-31"]],
  ["They have been armed since at least 2009.", ["2009 → 2009-01-01..2009-12-31"]],
])("calendars and eras: %s", (words, expected) => {
  expect(intervalsOf(words, PUBLISHED)).toEqual(expected);
});
