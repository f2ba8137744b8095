import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, plumbline } from "./run-plumbline.ts";

const folder = emptyFolder();
const file = join(folder, "raid.txt");
writeFileSync(
  file,
  "Gunmen struck a post on Orchard Street in Aktobe, 40 km from Temir district.\n\nRioters in Paris, Texas, fled.\n",
);
const empty = join(folder, "quiet.txt");
writeFileSync(empty, "Nothing was named that day.\n");

test("in the terminal each name stands with its place, its doubt, the reasons and the next best reading", () => {
  const { stdout, status } = plumbline(["places", file]);
  expect(status).toBe(0);
  expect(stdout).toContain("Aktobe, KZ (city, PPLA, GeoNames 610611)");
  expect(stdout).toContain("a street, in Aktobe");
  expect(stdout).toMatch(/within \d+ km, loosened by “40 km from”/);
  expect(stdout).toContain("it fits the place that the text says it lies in (stated +");
  expect(stdout).toMatch(/or [^\n]*Paris, Île-de-France, FR \(city, PPLC, GeoNames 2988507\)/);
});

test("as JSON there is one document a line, with spans that say the words of the text", () => {
  const { stdout } = plumbline(["places", "--json", file, empty]);
  const [raid, quiet] = sheetsIn(stdout);
  if (raid === undefined || quiet === undefined) throw new Error("two documents, two lines");
  expect(raid.format).toBe("plumbline/places/1");
  for (const { start, end, text } of raid.places) expect(raid.document.text.slice(start, end)).toBe(text);
  expect(raid.places.map(({ text }) => text)).toEqual(["Orchard Street", "Aktobe", "Temir", "Paris", "Texas"]);
  const shares = raid.places[3]!.readings.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(quiet.places).toEqual([]);
});

test("as a page there is one file that carries its data and asks nobody for anything", () => {
  const page = join(folder, "places.html");
  expect(plumbline(["places", file, "--html", page]).status).toBe(0);
  const html = readFileSync(page, "utf8");
  expect(html).toContain("default-src 'none'");
  const head = html.slice(0, html.indexOf("<style>"));
  expect(head).not.toMatch(/(?:src|href)="(?!data:)/);
  expect(html).toContain('"plumbline/places/1"');
});

test("without a file, and with one that is not there, it says what to do", () => {
  expect(plumbline(["places"])).toMatchObject({ status: 2, stdout: "" });
  const missing = plumbline(["places", join(folder, "none.txt")]);
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain("none.txt");
});

const sheetsIn = (stdout: string): readonly Sheet[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line): Sheet => JSON.parse(line));

interface Sheet {
  readonly format: string;
  readonly document: { readonly text: string };
  readonly places: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly readings: readonly { readonly share: number }[];
  }[];
}
