import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { methodPages } from "../../scripts/method-pages.ts";
import { methodSheets } from "../../src/desk/method-sheet.ts";
import { PATTERN_METHODS } from "../../src/patterns/index.ts";

test("every test has a sheet, with every column filled", () => {
  expect(
    methodSheets()
      .map(({ method }) => method)
      .sort(),
  ).toEqual([...PATTERN_METHODS].sort());
  for (const sheet of methodSheets()) expect(Object.values(sheet).every((cell) => cell.trim() !== "")).toBe(true);
});

const pages = [...methodPages()];
test.each(pages)("docs/methods/%s is what its example gives today", (name, text) => {
  expect(readFileSync(`docs/methods/${name}`, "utf8")).toBe(text);
});
