import { expect, test } from "vitest";
import { toEventPlace, toPlaceRecord } from "../../src/places/index.ts";
import { placesIn, told } from "./opened.ts";

test.each([
  ["The raid was 25 km south of Semey.", "25 km south of"],
  ["A mine exploded near Kidal.", "near"],
  ["Rebels hid outside Goma.", "outside"],
  ["They left northern Mali.", "northern"],
  ["They left Mali.", null],
  ["They left the northern city of Gao.", null],
  ["They met in the city of Gao, 12 miles outside Ansongo.", null],
])("%s: the place is loosened by %s", (text, relation) => {
  expect(placesIn(text)[0]?.relation).toBe(relation);
});

test("a distance widens the radius of doubt by itself, a bare near by a fixed one, a town alone has none", () => {
  const radius = (text: string) => toEventPlace(placesIn(text)[0]!)?.radiusKm;
  expect(radius("The raid was 40 km south of Semey.")).toBe(40);
  expect(radius("The raid was 10 miles from Semey.")).toBeCloseTo(16.09);
  expect(radius("The raid was near Semey.")).toBe(25);
  expect(radius("The raid was in Semey.")).toBe(0);
});

test("a text all in capitals is read as well as another", () => {
  const text =
    "LIMA, 10 JAN 90 -- GUERRILLAS ATTACKED A POLICE STATION IN SAN SALVADOR ON TUESDAY. THE U.S. EMBASSY IN LIMA SAID THE DEPARTMENT OF SAN MIGUEL WAS CALM.";
  const mentions = placesIn(text).map(told);
  expect(mentions).toContain("SAN SALVADOR=3583361/city");
  expect(mentions).toContain("LIMA=3936456/city");
  expect(mentions).toContain("U.S.=6252001/country");
});

test("a demonym is associative, a name literal", () => {
  expect(placesIn("The Peruvian army left Peru.").map((mention) => mention.use)).toEqual(["associative", "literal"]);
});

test("a street is a site inside the town that the text names, and its words are not towns", () => {
  const mentions = placesIn("Shots were fired on Memphis Street in Dublin, Ohio.");
  expect(mentions.map(told)).toEqual(["Memphis Street=?/site", "Dublin=5152333/city", "Ohio=5165418/admin1"]);
  expect(toEventPlace(mentions[0]!)).toBeNull();
  expect(mentions[0]!.within?.geonameId).toBe(5152333);
  expect(toPlaceRecord(mentions[0]!)).toMatchObject({
    geonameId: null,
    precision: "site",
    name: "Memphis Street, Dublin",
  });
});

test.each([
  [
    "Police in Dublin, Ohio, were called. Shots were fired on Memphis Street.",
    5152333,
    "the town named last before it",
  ],
  ["Shots were fired on Memphis Street.", null, "the text names no town"],
  ["The U.S. government spoke of Memphis Street.", null, "a country is no town"],
])("the street of: %s lies in %s (%s)", (text, town, _why) => {
  const street = placesIn(text).find((mention) => mention.rule === "street")!;
  expect(street.within?.geonameId ?? null).toBe(town);
  if (town === null)
    expect(toPlaceRecord(street)).toMatchObject({ geonameId: null, lat: null, lon: null, country: null });
});

test("several places in one breath are all found", () => {
  expect(placesIn("Police raided homes in Aktobe, Atyrau and Semey.").map(told)).toEqual([
    "Aktobe=610611/city",
    "Atyrau=610529/city",
    "Semey=1519422/city",
  ]);
});

test("an event's place keeps every mention and the rule of an inference", () => {
  const [first, second] = placesIn("Gao was shelled. Gao fell.");
  const place = toEventPlace(first!, [second!], "nearest-before-trigger");
  expect(place?.mentions.map((mention) => mention.start)).toEqual([0, 17]);
  expect(place?.inferredBy).toBe("nearest-before-trigger");
  expect(place?.admin1).toBe("Gao");
});

test("a first-level division is its own admin1", () => {
  expect(toEventPlace(placesIn("Aktobe region was calm.")[0]!)?.admin1).toBe("Aktobe");
});
