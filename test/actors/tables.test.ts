import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { parseTable } from "../../src/record/index.ts";
import { casualtiesIn, weaponsIn } from "./open-rooms.ts";

const rows = (name: string) => parseTable(name, packageResources.table(name)).rows.map((row) => row.cells);
const CASUALTIES = rows("actor-casualties.tsv");

test.each(CASUALTIES.map((row) => [row.example!, row.kind!] as const))(
  "actor-casualties.tsv: %s states %s",
  (example, kind) => {
    const sentence = /^[A-Z]/.test(example) ? example : `The paper reported ${example}.`;
    expect(casualtiesIn(sentence).map((r) => r.kind)).toContain(kind);
  },
);

test("actor-nationalities.tsv: codes are two capitals, no word is there twice", () => {
  const words = rows("actor-nationalities.tsv");
  expect(words.filter((row) => !/^[A-Z]{2}$/.test(row.country!))).toEqual([]);
  expect(new Set(words.map((row) => row.word)).size).toBe(words.length);
});

test("actor-words.tsv: kinds are known and no noun is there twice", () => {
  const words = rows("actor-words.tsv");
  const kinds = new Set(["person", "body", "organization", "state", "facility", "vehicle", "other", "none"]);
  expect(words.filter((row) => !kinds.has(row.kind!))).toEqual([]);
  expect(words.map((row) => row.noun).filter((noun, i, all) => all.indexOf(noun) !== i)).toEqual([]);
});

test("weapons.tsv: every word is found as itself", () => {
  const missed = rows("weapons.tsv").filter(
    (row) => !weaponsIn(`They found the ${row.word}.`).some((w) => w.kind === row.kind),
  );
  expect(missed.map((row) => row.word)).toEqual([]);
});
