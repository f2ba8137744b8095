import { expect, test } from "vitest";
import { kindByCue } from "../../src/claims/claim-kind.ts";
import { parseClassWords } from "../../src/claims/class-words.ts";
import { parseKindCues, parseLoadedWords, parseNotTold, parsePatterns } from "../../src/claims/cue-tables.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { INCIDENT_CLASSES, parseTable } from "../../src/record/index.ts";

const table = (name: string): string => packageResources.table(name);
const examples = (name: string): readonly { pattern: string; example: string }[] =>
  parseTable(name, table(name)).rows.map(({ cells }) => ({
    pattern: cells.pattern ?? "",
    example: cells.example ?? "",
  }));

const CUES = parseKindCues(table("claim-cues.tsv"));
test.each(CUES)("$example is $kind", ({ kind, example }) => expect(kindByCue(example, CUES)).toBe(kind));

test.each(["claim-hedges.tsv", "claim-hidden-sources.tsv"])("every row of %s matches its example", (name) => {
  const patterns = parsePatterns(name, table(name));
  examples(name).forEach(({ example }, i) => {
    expect(patterns[i]!.test(example), example).toBe(true);
  });
});

test("every loaded word is found in its example, and has a neutral word beside it", () => {
  const words = parseLoadedWords(table("claim-loaded-words.tsv"));
  examples("claim-loaded-words.tsv").forEach(({ example }, i) => {
    expect([...example.matchAll(words[i]!.pattern)], example).toHaveLength(1);
    expect(words[i]!.neutral).not.toBe("");
  });
});

test("every row of claim-not-told.tsv matches its example", () => {
  const rows = parseNotTold(table("claim-not-told.tsv"));
  examples("claim-not-told.tsv").forEach(({ example }, i) => {
    expect(rows[i]!.pattern.test(example), example).toBe(true);
  });
});

test("every class word stands in its example and takes in classes that exist", () => {
  const words = parseClassWords(table("claim-class-words.tsv"));
  for (const { cells } of parseTable("claim-class-words.tsv", table("claim-class-words.tsv")).rows) {
    expect(
      words.in(cells.example ?? "").map(({ word }) => word.stem),
      cells.example,
    ).toContain(cells.stem);
    const classes = cells.classes === "*" ? [] : (cells.classes ?? "").split(",");
    for (const name of classes) expect(INCIDENT_CLASSES).toContain(name);
  }
});

test.each([
  ["The treaty was signed in May.", null],
  ["The mayor went to Lira.", null],
  ["The protest began at the gate.", null],
  ["Gunmen fired on the toll house.", null],
  ["The inspector rose to his feet.", null],
])("no kind is read into: %s", (text, kind) => expect(kindByCue(text, CUES)).toBe(kind));
