import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerInWords } from "../../src/desk/web/answer.ts";
import { sayCount, sayDate, sayIncident } from "../../src/desk/web/say.ts";
import { type Mark, paragraphRanges, segment } from "../../src/desk/web/segments.ts";
import type { LedgerLine } from "../../src/record/index.ts";

const mark = (start: number, end: number, key: string, opens = false): Mark => ({ span: { start, end }, key, opens });

describe("the article is cut where marks begin and end", () => {
  test("overlapping marks share the words that both stand on", () => {
    const [paragraph] = segment("one two three", [mark(0, 7, "claim:1", true), mark(4, 13, "event:a/what", true)]);
    expect(paragraph?.segments.map(({ text, keys, begins }) => [text, keys, begins])).toEqual([
      ["one ", ["claim:1"], ["claim:1"]],
      ["two", ["claim:1", "event:a/what"], ["event:a/what"]],
      [" three", ["event:a/what"], []],
    ]);
  });

  test("a mark across paragraphs lights both parts and is numbered once", () => {
    const paragraphs = segment("one\n\ntwo", [mark(0, 8, "claim:1", true)]);
    expect(paragraphs.flatMap(({ segments }) => segments.map(({ text, begins }) => [text, begins.length]))).toEqual([
      ["one", 1],
      ["two", 0],
    ]);
  });

  test("blank lines are no paragraphs; offsets stay those of the text", () => {
    expect(paragraphRanges("\n a \r\n\n\t\nb")).toEqual([
      { start: 1, end: 5 },
      { start: 9, end: 10 },
    ]);
  });

  test.each([
    ["empty", mark(2, 2, "claim:1")],
    ["beyond the text", mark(2, 99, "claim:1")],
    ["reversed", mark(3, 1, "claim:1")],
  ])("a span that is %s marks nothing and breaks nothing", (_, bad) => {
    expect(segment("words", [bad])).toEqual([
      { start: 0, segments: [{ start: 0, end: 5, text: "words", keys: [], begins: [] }] },
    ]);
  });

  test("whatever the marks, no letter is lost, moved or doubled", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    const spans = fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 8 });
    fc.assert(
      fc.property(text, spans, (words, pairs) => {
        const paragraphs = segment(
          words,
          pairs.map(([start, end], i) => mark(start, end, `claim:${i}`, true)),
        );
        for (const { segments } of paragraphs) {
          for (const part of segments) expect(words.slice(part.start, part.end)).toBe(part.text);
        }
        const shown = paragraphs.map(({ segments }) => segments.map(({ text: part }) => part).join(""));
        expect(shown).toEqual(words.split("\n").filter((line) => line.trim() !== ""));
      }),
    );
  });
});

describe("dates are said no finer than they are known", () => {
  test.each([
    ["2016-06-05", "2016-06-05", "day", "5 June 2016"],
    ["2016-06-05", "2016-06-07", "day", "5 to 7 June 2016"],
    ["2016-05-30", "2016-06-02", "interval", "30 May to 2 June 2016"],
    ["2015-12-30", "2016-01-02", "interval", "30 December 2015 to 2 January 2016"],
    ["2016-06-01", "2016-06-30", "month", "June 2016"],
    ["2016-06-01", "2016-08-31", "season", "summer 2016"],
    ["2016-04-01", "2016-06-30", "quarter", "quarter 2 of 2016"],
    ["2016-01-01", "2016-12-31", "year", "2016"],
    ["2016-03-01", "2016-12-31", "year", "1 March to 31 December 2016"],
    ["1990-01-01", "1999-12-31", "decade", "the 1990s"],
    ["1901-01-01", "2000-12-31", "century", "century 20"],
    ["not a day", "not a day", "day", "not a day"],
  ])("%s to %s, precision %s: %s", (from, to, precision, words) => {
    expect(sayDate({ from, to, precision })).toBe(words);
  });
});

describe("counts keep their doubt", () => {
  test.each([
    [{ min: 3, max: 3 }, "3"],
    [{ min: 0, max: 0 }, "0"],
    [{ min: 6, max: 7 }, "6 to 7"],
    [{ min: 5, max: null }, "at least 5"],
    [{ min: null, max: 5 }, "up to 5"],
    [{ min: null, max: null }, "number unknown"],
    [{ min: 12000, max: 12000 }, "12,000"],
  ])("%j is %s", (count, words) => expect(sayCount(count)).toBe(words));
});

test("a class that the catalogue does not hold is shown in its own words", () => {
  expect(sayIncident("cattle-raid")).toBe("Cattle raid");
});

const answering = (answer: LedgerLine["so"]["answer"]): LedgerLine => ({
  doc: "d",
  claim: { start: 0, end: 1, text: "x", kind: "quantity" },
  check: { type: "count" },
  said: { by: [], independentOrigins: null },
  so: { verdict: "untestable", rows: [], answer, reason: { code: "too-few-units", params: {} }, alternatives: [] },
});

describe("the figures of a verdict", () => {
  test.each([
    [
      { claimed: 8, recordedMin: 6, recordedMax: 7 },
      [
        ["The article says", "8"],
        ["The record says", "6 to 7"],
      ],
    ],
    [{ p: 0.81234 }, [["p", "0.812"]]],
    [
      { neverHeardOf: true, list: [1, { a: 2 }] },
      [
        ["Never heard of", "yes"],
        ["List", "1, a 2"],
      ],
    ],
    [{ empty: null, blank: "" }, []],
    [{ 2015: 4 }, [["2015", "4"]]],
  ])("%j", (answer, figures) => {
    expect(answerInWords(answering(answer)).figures.map(({ name, value }) => [name, value])).toEqual(figures);
  });

  test("counts by year stand apart, to be drawn", () => {
    const { years, figures } = answerInWords(answering({ 2014: 9, 2015: 4, p: 0.5 }));
    expect(years).toEqual([
      { year: "2014", value: 9 },
      { year: "2015", value: 4 },
    ]);
    expect(figures).toHaveLength(1);
  });
});
