import { expect, test } from "vitest";
import { parseDateRules } from "../../src/dates/date-rules.ts";
import { explainMention, reasonOf } from "../../src/dates/index.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { readDatesOf } from "./read-dates-of.ts";

const RULES = parseDateRules(packageResources.table("date-rules.tsv")).rules;

test.each(RULES.map(({ name, example }) => [name, example.replace(/[[\]]/g, "")]))(
  "%s has words for its grounds",
  (_, words) => {
    for (const published of ["2016-06-10", null]) {
      for (const mention of readDatesOf(words, published).flatMap((one) => [one, ...one.parts])) {
        expect(explainMention(mention)).toMatch(/^(?:said|inferred: |year |left open: )/);
      }
    }
  },
);

test("reasons are said in words", () => {
  expect(readDatesOf("He died on 3 May.", "2016-06-10").map(explainMention)).toEqual([
    "year inferred: the last one before the day of publication; within it said",
  ]);
  expect(readDatesOf("He died yesterday.", null).map(explainMention)).toEqual([
    "left open: nobody knows the day of publication, and nothing earlier in the text settles it",
  ]);
});

test("a rule without words is a bug of ours", () => {
  expect(() => reasonOf("by-guess")).toThrow("by-guess");
});
