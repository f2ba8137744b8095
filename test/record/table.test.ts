import { expect, test } from "vitest";
import { parseTable } from "../../src/record/index.ts";

test("a table has a header of # lines, column names, and rows with their line numbers", () => {
  const table = parseTable("t.tsv", "# source: ours\n# licence: CC0\nword\tkind\nbomb\texplosives\n\nknife\t\n");
  expect(table.columns).toEqual(["word", "kind"]);
  expect(table.rows).toEqual([
    { line: 4, cells: { word: "bomb", kind: "explosives" } },
    { line: 6, cells: { word: "knife", kind: "" } },
  ]);
});

test("an absent trailing cell is empty, a cell too many names file and line", () => {
  expect(parseTable("t.tsv", "a\tb\n1\n").rows[0]?.cells).toEqual({ a: "1", b: "" });
  expect(() => parseTable("t.tsv", "a\n1\t2\n")).toThrow("t.tsv:2");
});

test("Windows line ends are line ends", () => {
  expect(parseTable("t.tsv", "a\tb\r\n1\t2\r\n").rows[0]?.cells).toEqual({ a: "1", b: "2" });
});
