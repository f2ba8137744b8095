import { expect, test } from "vitest";
import {
  explain,
  explainReason,
  fill,
  PROBLEMS_EN,
  problem,
  REASON_CODES,
  REASONS_EN,
} from "../../src/record/index.ts";

test("a problem says what is wrong and what to do", () => {
  expect(explain(problem("file-not-found", { file: "a.txt" }))).toBe("a.txt: there is no such file. Check the path.");
});

test.each(Object.entries(PROBLEMS_EN))("the message of %s is one plain paragraph", (_, text) => {
  expect(text).not.toMatch(/\n|undefined|\[object/);
});

test("every reason code has a wording, and no wording is without a code", () => {
  expect(Object.keys(REASONS_EN).sort()).toEqual([...REASON_CODES].sort());
});

test("a reason is filled with its figures", () => {
  expect(explainReason({ code: "matched", params: { rows: "KZ-1" } })).toContain("KZ-1");
});

test("a template without its parameter is our bug and says which", () => {
  expect(() => fill("{file}: gone", {})).toThrow(/"file"/);
});
