import { expect, test } from "vitest";
import { dumpKindOf, keeps, readAlternateLine, readPlaceLine, USUAL_CLASSES } from "../../src/places/index.ts";
import { ALTERNATE, BAGA, DIVISION, LINK, SHOP } from "./invented-dump.ts";

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

test("a filter keeps countries and feature classes", () => {
  const [town, shop] = [readPlaceLine(BAGA)!, readPlaceLine(SHOP)!];
  expect(keeps({ countries: null, classes: USUAL_CLASSES }, town)).toBe(true);
  expect(keeps({ countries: null, classes: USUAL_CLASSES }, shop)).toBe(false);
  expect(keeps({ countries: new Set(["KZ"]), classes: USUAL_CLASSES }, town)).toBe(false);
});
