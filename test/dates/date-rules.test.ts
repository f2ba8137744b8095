import { describe, expect, test } from "vitest";
import { COMPANY_NAMES } from "../../src/dates/company.ts";
import { parseDateRules } from "../../src/dates/date-rules.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { readDatesOf } from "./read-dates-of.ts";

const RULES = parseDateRules(packageResources.table("date-rules.tsv")).rules;
/** The day on which the table's examples are published: a Friday. */
const PUBLISHED = "2016-06-10";

const inBrackets = (example: string): { text: string; start: number; end: number } => {
  const start = example.indexOf("[");
  const end = example.indexOf("]") - 1;
  return { text: example.replace("[", "").replace("]", ""), start, end };
};

const intervalOf = (expected: string): { from: string; to: string } => {
  const [from = "", to = from] = expected.split("..");
  return { from, to };
};

describe("each row of the date rules keeps its example", () => {
  test.each(RULES.filter((rule) => !["none", "?"].includes(rule.expected)))("$name: $example is $expected", (rule) => {
    const { text, start, end } = inBrackets(rule.example);
    const mentions = readDatesOf(text, PUBLISHED).flatMap((mention) => [mention, ...mention.parts]);
    const found = mentions.find((mention) => mention.start === start && mention.end === end);
    expect(mentions.map((mention) => mention.text)).toContain(text.slice(start, end));
    expect({ from: found?.from, to: found?.to }).toEqual(intervalOf(rule.expected));
  });

  test.each(RULES.filter((rule) => rule.expected === "?"))("$name: $example is found and left open", (rule) => {
    const { text, start } = inBrackets(rule.example);
    expect(readDatesOf(text, PUBLISHED).find((mention) => mention.start === start)).toMatchObject({
      from: null,
      to: null,
    });
  });

  test.each(RULES.filter((rule) => rule.expected === "none"))("$name: $example names no date", (rule) => {
    expect(readDatesOf(inBrackets(rule.example).text, PUBLISHED)).toEqual([]);
  });
});

test("rows are told apart by their names", () => {
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
});

test.each(RULES.filter((rule) => rule.company !== ""))("$name asks for company that exists: $company", (rule) => {
  expect(COMPANY_NAMES).toContain(rule.company);
});
