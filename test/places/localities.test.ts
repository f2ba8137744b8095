import { expect, test } from "vitest";
import { toEventPlace } from "../../src/places/index.ts";
import { placesIn } from "./opened.ts";

/** A name that the text calls a village or a quarter, which the gazetteer lacks there, and what it lies in. */
test.each([
  ["A car bomb exploded in the Karrada neighbourhood of Baghdad.", "Karrada", 98182],
  ["A bus left the Al-Waer district of Homs.", "Al-Waer", 169577],
  ["A blast in Sadr City, a district of Baghdad, killed ten.", "Sadr City", 98182],
  ["Police in Homs said the Al-Waer neighbourhood was shelled.", "Al-Waer", 169577],
  ["The Mansour district of Baghdad was hit.", "Mansour", 98182],
  ["Raiders hit Dogovik village in Borno State.", "Dogovik", 2346794],
  ["The village of Orlovatka in Penza region burned.", "Orlovatka", 511555],
  ["GUERRILLAS ATTACKED THE TOWN OF TOROLOBA, IN SAN MIGUEL DEPARTMENT.", "TOROLOBA", 3583462],
])("%s: %s is somewhere in %i", (text, name, within) => {
  const mention = placesIn(text).find((m) => m.text === name);
  expect(mention?.within?.geonameId).toBe(within);
  const place = toEventPlace(mention!);
  expect(place).toMatchObject({ name, geonameId: null, precision: "site", lat: mention!.within!.lat });
  expect(place!.radiusKm).toBeGreaterThanOrEqual(Math.max(15, mention!.within!.radiusKm));
});

test.each([
  ["The village of Kenkiyak was quiet.", "no town or division is named"],
  ["In Mali the village of Kenkiyak was quiet.", "a country is no bound for a village"],
])("%s It has no point: %s", (text) => {
  const mention = placesIn(text).find((m) => m.text === "Kenkiyak");
  expect(mention).toMatchObject({ place: null, within: null, rule: "called-a-locality" });
});

test.each([
  "This is the village of thieves and the town of his birth.",
  "They left a suburb of Qorvex.",
  "The Christian quarter and the school district were calm.",
  "In the third quarter of 2004 the Republican district fell.",
  "The Kravik district was calm.",
])("no locality in: %s", (text) => {
  expect(placesIn(text)).toEqual([]);
});

test.each([
  ["Shelling killed two in Trudove, a village near Donetsk.", "Trudove", 691196],
  ["The Houston suburb of Katy was quiet.", "Katy", 4702732],
  ["The Palestinian village of Burqa in the West Bank was attacked.", "Burqa", 284197],
  ["The town of Kidal fell.", "Kidal", 2455290],
])("a village that the gazetteer has keeps its point: %s", (text, name, id) => {
  expect(placesIn(text).find((m) => m.text === name)?.place?.geonameId).toBe(id);
});
