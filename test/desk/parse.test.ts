import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, plumbline } from "./run-plumbline.ts";

test("prints the tree and the mentions of a sentence", () => {
  const ran = plumbline(["parse", "Gunmen killed two policemen in Aktobe."]);
  expect(ran.status).toBe(0);
  expect(ran.stdout).toContain("killed  root VERB\n├─ Gunmen  nsubj NOUN\n├─ policemen  obj NOUN");
  expect(ran.stdout).toContain("place  name  Aktobe");
});

test("reads a document and writes CoNLL-U to a file", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "note.txt"), "Gunmen fled. Nobody was hurt.");
  const ran = plumbline(["parse", "--file", "note.txt", "--conllu", "--out", "note.conllu"], { cwd: folder });
  expect(ran.status).toBe(0);
  expect(readFileSync(join(folder, "note.conllu"), "utf8").match(/^# sent_id/gm)).toHaveLength(2);
});

test("draws one sentence, and says why it does not draw two", () => {
  expect(plumbline(["parse", "--svg", "Gunmen fled."]).stdout).toMatch(/^<svg/);
  const two = plumbline(["parse", "--svg", "Gunmen fled. Nobody was hurt."]);
  expect(two.status).toBe(1);
  expect(two.stderr).toMatch(/this text has 2/);
});

test("without words it says what to give", () => {
  const ran = plumbline(["parse"]);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(/Give a sentence or --file/);
});
