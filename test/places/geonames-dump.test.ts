import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import {
  DumpRows,
  dumpKindOf,
  joinGazetteers,
  keeps,
  openGazetteer,
  openPlaces,
  readAlternateLine,
  readDivisionLine,
  readPlaceLine,
  rowsOfLines,
  USUAL_CLASSES,
  writeGazetteer,
} from "../../src/places/index.ts";
import { explain, type Problem } from "../../src/record/index.ts";
import { openText } from "../../src/text/index.ts";

const line = (...cells: string[]): string => cells.join("\t");
/** Invented places in the layout of allCountries.txt. */
const BAGA = line(
  "99000001",
  "Bagatown",
  "Bagatown",
  "Baga Kauwa,Бага",
  "13.11",
  "13.82",
  "P",
  "PPL",
  "NG",
  "",
  "27",
  "27099",
  "",
  "",
  "4000",
  "",
  "300",
  "Africa/Lagos",
  "2020-01-01",
);
const COUNTY = line(
  "99000002",
  "Baga Area",
  "Baga Area",
  "",
  "13.0",
  "13.8",
  "A",
  "ADM2",
  "NG",
  "",
  "27",
  "27099",
  "",
  "",
  "0",
  "",
  "",
  "Africa/Lagos",
  "2020-01-01",
);
const SHOP = line(
  "99000003",
  "Baga Bakery",
  "Baga Bakery",
  "",
  "13.1",
  "13.8",
  "S",
  "SHOP",
  "NG",
  "",
  "27",
  "27099",
  "",
  "",
  "0",
  "",
  "",
  "Africa/Lagos",
  "2020-01-01",
);
const AKTOBE = line(
  "610611",
  "Aktobe",
  "Aktobe",
  "Novaktobe",
  "50.27969",
  "57.20718",
  "P",
  "PPLA",
  "KZ",
  "",
  "04",
  "",
  "",
  "",
  "500757",
  "",
  "",
  "Asia/Aqtobe",
  "2023-01-01",
);
const ALTERNATE = line("1", "99000001", "en", "Old Bagatown", "", "", "", "1", "", "");
const LINK = line("2", "99000001", "link", "https://example.org/baga", "", "", "", "", "", "");
const DIVISION = line("NG.27.27099", "Baga Area", "Baga Area", "99000002");

test.each([
  [BAGA, "places"],
  [ALTERNATE, "alternates"],
  [DIVISION, "divisions"],
  ["NG.27\tBorno State\tBorno State\t2346794", "divisions"],
  ["a,b,c", null],
  ["", null],
])("a line is told by its columns: %s", (text, kind) => expect(dumpKindOf(text)).toBe(kind));

test.each([
  ["too few columns", "99000001\tBagatown"],
  ["a latitude off the globe", BAGA.replace("13.11", "131.1")],
  ["no number for an id", BAGA.replace("99000001", "x")],
])("%s is no place", (_why, text) => expect(readPlaceLine(text)).toBeNull());

test("links among alternate names are not names, and a historic one is former", () => {
  expect(readAlternateLine(LINK)).toBeNull();
  expect(readAlternateLine(ALTERNATE)).toEqual({ geonameId: 99000001, name: "Old Bagatown", former: true });
});

async function* linesOf(...lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

test("bad lines are told with their numbers, five at most, and the good ones taken", async () => {
  const problems: Problem[] = [];
  const bad = Array.from({ length: 9 }, () => "nonsense");
  const found: string[] = [];
  for await (const place of rowsOfLines("NG.txt", linesOf("# head", BAGA, "", ...bad, COUNTY), readPlaceLine, (p) =>
    problems.push(p),
  )) {
    found.push(place.name);
  }
  expect(found).toEqual(["Bagatown", "Baga Area"]);
  expect(problems).toHaveLength(5);
  expect(explain(problems[0]!)).toContain("NG.txt, line 4");
});

test("a filter keeps countries and feature classes", () => {
  const [town, shop] = [readPlaceLine(BAGA)!, readPlaceLine(SHOP)!];
  expect(keeps({ countries: null, classes: USUAL_CLASSES }, town)).toBe(true);
  expect(keeps({ countries: null, classes: USUAL_CLASSES }, shop)).toBe(false);
  expect(keeps({ countries: new Set(["KZ"]), classes: USUAL_CLASSES }, town)).toBe(false);
});

function ownGazetteer(): Uint8Array {
  const rows = new DumpRows();
  for (const text of [BAGA, COUNTY, AKTOBE]) rows.addPlace(readPlaceLine(text)!);
  rows.addAlternate(readAlternateLine(ALTERNATE)!);
  rows.addDivision(readDivisionLine(DIVISION)!);
  rows.addDivision(readDivisionLine("NG.27\tBorno State\tBorno State\t2346794")!);
  const { places, names } = rows.rows();
  return writeGazetteer(places, names, "own");
}

describe("a user's own gazetteer beside the shipped one", () => {
  const shipped = openGazetteer(packageResources.model("gazetteer.bin"));
  const joined = joinGazetteers(shipped, openGazetteer(ownGazetteer(), shipped.size.places));

  test("adds places, their alternate and former names, and what they lie in", () => {
    const [reading] = joined.readings("Bagatown");
    expect(reading).toMatchObject({ kind: "name", place: { geonameId: 99000001, country: "NG" } });
    expect(joined.readings("Бага").some((r) => r.place.geonameId === 99000001)).toBe(true);
    expect(joined.readings("old bagatown")[0]?.kind).toBe("former");
    expect(joined.division(reading!.place, 2)?.geonameId).toBe(99000002);
    expect(joined.division(reading!.place, 1)).toBe(shipped.place(2346794));
    expect(joined.longestName(["old", "bagatown"], 0)).toBe(2);
  });
  test("keeps the shipped place where both have it, under the names of both", () => {
    const aktobe = shipped.readings("Aktobe").find((r) => r.place.geonameId === 610611)!.place;
    expect(joined.readings("Novaktobe")[0]?.place).toBe(aktobe);
    expect(joined.readings("Aktobe").filter((r) => r.place.geonameId === 610611)).toHaveLength(1);
    expect(joined.division(aktobe, 1)?.geonameId).toBe(610688);
  });
  test("is read by the room", () => {
    const places = openPlaces(packageResources, ownGazetteer());
    const [mention] = places.read(openText(packageResources).read("Raiders burned Bagatown in Borno State, Nigeria."));
    expect(mention?.place?.geonameId).toBe(99000001);
  });
});
