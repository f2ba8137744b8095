import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { openGazetteer } from "../../src/places/index.ts";
import { parseTable } from "../../src/record/index.ts";
import { placesIn } from "./opened.ts";

const gazetteer = openGazetteer(packageResources.model("gazetteer.bin"));
const rowsOf = (name: string) => parseTable(name, packageResources.table(name)).rows;
const TABLES = [
  "countries",
  "demonyms",
  "divisions",
  "division-levels",
  "regions",
  "other-names",
  "context",
  "weights",
  "rules",
  "calibration",
  "never",
  "given-names",
  "common-words",
];

test.each(TABLES)("place-%s.tsv says where it comes from and under which licence", (name) => {
  const head = packageResources
    .table(`place-${name}.tsv`)
    .split("\n")
    .filter((line) => line.startsWith("#"))
    .join(" ");
  expect(head).toMatch(/licence/i);
});

test("every region has a point on the globe, an extent, a source, and is in the shipped index", () => {
  for (const { cells, line } of rowsOf("place-regions.tsv")) {
    const where = `place-regions.tsv:${line}`;
    expect(Math.abs(Number(cells["lat"])), where).toBeLessThanOrEqual(90);
    expect(Math.abs(Number(cells["lon"])), where).toBeLessThanOrEqual(180);
    expect(Number(cells["radiusKm"]), where).toBeGreaterThan(0);
    expect(["un", "wn", "gn", "def"], where).toContain(cells["source"]);
    expect(cells["extent"], where).not.toBe("");
    const readings = gazetteer.readings(cells["name"]!);
    expect(
      readings.some(({ place }) => place.feature === cells["feature"]),
      where,
    ).toBe(true);
    for (const country of cells["countries"]!.split(",").filter((code) => code !== "")) {
      expect(gazetteer.country(country), `${where} ${country}`).not.toBeNull();
    }
  }
});

test("every demonym belongs to a country of the index and leads to it", () => {
  for (const { cells, line } of rowsOf("place-demonyms.tsv")) {
    for (const form of cells["forms"]!.split("|")) {
      const countries = gazetteer
        .readings(form)
        .filter((r) => r.kind === "demonym")
        .map((r) => r.place.country);
      expect(countries, `place-demonyms.tsv:${line} ${form}`).toContain(cells["iso"]);
    }
  }
});

test("every other name leads to its place", () => {
  for (const { cells, line } of rowsOf("place-other-names.tsv")) {
    const all = [cells["former"], cells["names"], cells["abbreviations"], cells["demonyms"]].join("|").split("|");
    for (const name of all.filter((part) => part !== "")) {
      const ids = gazetteer.readings(name).map((r) => r.place.geonameId);
      expect(ids, `place-other-names.tsv:${line} ${name}`).toContain(Number(cells["geonameId"]));
    }
  }
});

test("words of context are in small letters, without stops", () => {
  for (const { cells, line } of rowsOf("place-context.tsv")) {
    expect(["before", "after"], `line ${line}`).toContain(cells["side"]);
    expect(cells["words"], `line ${line}`).toBe(cells["words"]!.toLowerCase());
  }
});

test("there are a dozen weights at most, each with words for and against", () => {
  const rows = rowsOf("place-weights.tsv");
  expect(rows.length).toBeLessThanOrEqual(12);
  for (const { cells, line } of rows) {
    expect(Number.isFinite(Number(cells["value"])), `line ${line}`).toBe(true);
    expect(cells["for"], `line ${line}`).not.toBe("");
    expect(cells["against"], `line ${line}`).not.toBe("");
  }
});

test.each(["strong", "weak"])("with %s evidence a larger share never means a lower score", (evidence) => {
  const rates = rowsOf("place-calibration.tsv").filter(({ cells }) => cells["evidence"] === evidence);
  expect(Number(rates[0]!.cells["from"])).toBe(0);
  const right = rates.map(({ cells }) => Number(cells["right"]));
  expect(right).toEqual([...right].sort((a, b) => a - b));
  for (const rate of right) expect(rate).toBeGreaterThan(0);
  for (const rate of right) expect(rate).toBeLessThan(1);
});

test.each([
  ["Rioters in Paris, Texas, were held.", "stated-container"],
  ["Gunmen struck Aktobe region.", "stated-kind"],
  ["Protesters filled Zhanaozen.", "only-reading"],
  ["A pub in London was attacked.", "most-prominent"],
  ["Raiders burned Baga in Borno State.", "only-its-container-known"],
  ["Shots were fired on Orchard Street.", "street"],
])("%s is settled by %s, which the table says in words", (text, rule) => {
  expect(placesIn(text)[0]?.rule).toBe(rule);
  expect(rowsOf("place-rules.tsv").find(({ cells }) => cells["rule"] === rule)?.cells["words"]).toMatch(/\w/);
});
