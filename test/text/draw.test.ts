import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { openText, readingAsConllu, treeAsSvg } from "../../src/text/index.ts";
import { readConllu } from "../../training/text/conllu.ts";

const text = openText(packageResources);
const svgOf = (words: string): string => treeAsSvg(text.read(words).sentences[0]!);

test("a drawing has one arc for each word but the root, with the relation's name", () => {
  const svg = svgOf("Gunmen killed the mayor.");
  expect(svg.match(/class="tip"/g)).toHaveLength(4);
  for (const label of ["nsubj", "obj", "det", "punct", "root"]) expect(svg).toContain(`>${label}</text>`);
});

test("words that look like markup are drawn as words", () => {
  expect(svgOf('The <script> group said "A & B".')).not.toMatch(/<script>|A & B/);
});

test("arcs that cross the same words lie at different heights", () => {
  const heights = [...svgOf("The bomb killed two men.").matchAll(/H[\d.]+Q[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  expect(new Set(heights).size).toBeGreaterThan(1);
});

test("CoNLL-U reads back as the same tree", () => {
  const reading = text.read("Gunmen killed the mayor.\n\nHe wasn't armed, police said.");
  const file = join(mkdtempSync(join(tmpdir(), "plumbline-conllu-")), "two.conllu");
  writeFileSync(file, readingAsConllu(reading));
  const back = readConllu(file);
  expect(back.map(({ tokens }) => tokens.map(({ form, head, deprel }) => [form, head, deprel]))).toEqual(
    reading.sentences.map(({ tokens }) => tokens.map(({ form, head, deprel }) => [form, head, deprel])),
  );
});

test("any text can be drawn and written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (words) => {
      const reading = text.read(words);
      for (const sentence of reading.sentences) expect(treeAsSvg(sentence)).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
      for (const row of readingAsConllu(reading).split("\n")) {
        if (row !== "" && !row.startsWith("#")) expect(row.split("\t")).toHaveLength(10);
      }
    }),
    { numRuns: 60 },
  );
});
