import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { openText } from "../../src/text/index.ts";

const reader = openText(packageResources);
const sentences = (text: string): string[] =>
  reader.read(text).sentences.map(({ start, end }) => text.slice(start, end));
const kinds = (text: string): string[] => reader.read(text).sentences.map(({ kind }) => kind);

test.each([
  ["Gunmen fired. Two people died.", ["Gunmen fired.", "Two people died."], "a full stop"],
  ["Gen. Mora met Dr. Ruiz on Jan. 5 in St. Ives.", ["Gen. Mora met Dr. Ruiz on Jan. 5 in St. Ives."], "abbreviations"],
  ["J. R. Vega left the U.S. in May.", ["J. R. Vega left the U.S. in May."], "initials"],
  [
    "He left the U.S. The army stayed.",
    ["He left the U.S.", "The army stayed."],
    "an abbreviation that ends a sentence",
  ],
  ['"They fell." He wept.', ['"They fell."', "He wept."], "a quote that closes after the stop"],
  ["They waited ... and then fired.", ["They waited ... and then fired."], "dots within a sentence"],
  ["Who fired? Nobody knows!", ["Who fired?", "Nobody knows!"], "questions and cries"],
  [
    "The town fell.[12] Troops left.",
    ["The town fell.[12]", "Troops left."],
    "a note after the stop stays with its sentence",
  ],
  ["It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."], "a point inside a number"],
  ["the bus burned. nobody was hurt.", ["the bus burned.", "nobody was hurt."], "a writer careless of capitals"],
  ["TROOPS FIRED. THE CROWD FLED.", ["TROOPS FIRED.", "THE CROWD FLED."], "capitals"],
])("%s", (text, expected) => expect(sentences(text)).toEqual(expected));

test.each([
  ["SANTA RITA, 10 JAN 90 (ABC) -- REBELS ATTACKED A POST.", ["dateline", "prose"]],
  ["SANTA RITA, 18 FEB 90 (ABC NETWORK) -- [TEXT] A BOMB EXPLODED.", ["dateline", "prose"]],
  ["PORTO NEGRO, Colombia, Aug 16 (Meridian Wire) - Rebels attacked a post.", ["dateline", "prose"]],
  ["KORVA (AFX) — A bomb exploded on Monday.", ["dateline", "prose"]],
  ["- LAKE CITY, Ark. - A boy was shot on Tuesday.", ["dateline", "prose"]],
])("a dateline is cut off: %s", (text, expected) => expect(kinds(text).slice(0, 2)).toEqual(expected));

test.each([
  "The rebels - about forty of them - left.",
  "Rebels left. THE ARMY OF THE NORTH (ANX) -- it says -- stayed.",
  "PS -- there was a second shot.",
])("no dateline in: %s", (text) => expect(kinds(text)).not.toContain("dateline"));

test("a heading, prose, bullets and numbers are told apart", () => {
  const text =
    "Troops leave the valley\n\nThe last soldiers left on Monday.\n\n- Two posts were burned.\n2. A bridge fell.";
  expect(kinds(text)).toEqual(["heading", "prose", "item", "item"]);
});

test("a sentence wrapped over lines is one sentence", () => {
  const text =
    "The soldiers who had guarded the bridge over the river since the\nspring were told on Monday that they would be sent to the northern\nprovince, where the fighting had grown worse over the last weeks and\nmonths.";
  expect(sentences(text)).toEqual([text]);
});

test("paragraphs are numbered", () => {
  expect(reader.read("One fell. Two ran.\n\nThree hid.").sentences.map(({ paragraph }) => paragraph)).toEqual([
    0, 0, 1,
  ]);
});
