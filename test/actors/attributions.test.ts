import { describe, expect, test } from "vitest";
import { attributionsIn } from "./open-rooms.ts";

const first = (words: string) => {
  const [found] = attributionsIn(words);
  if (found === undefined) throw new Error(`no attribution in: ${words}`);
  return {
    ...found,
    from: found.sources.map((s) => s.text),
    says: words.slice(found.content.start, found.content.end),
  };
};

test.each([
  ["A bomb exploded in the market, police said on Monday.", ["police"], "say", "A bomb exploded in the market"],
  ["The mayor said that two men had fled.", ["The mayor"], "say", "two men had fled"],
  ["The union claimed the police had fired first.", ["The union"], "claim", "the police had fired first"],
  ["The army denied having shelled the village.", ["The army"], "deny", "having shelled the village"],
  ["The rebels threatened to blow up the bridge.", ["The rebels"], "threaten", "to blow up the bridge"],
  [
    "A doctor told Radio Sol that seven bodies had been brought in.",
    ["A doctor"],
    "say",
    "seven bodies had been brought in",
  ],
  [
    "The president warned that farmers would block the road.",
    ["The president"],
    "warn",
    "farmers would block the road",
  ],
  ["Police dismissed messages that another bomb had gone off.", ["Police"], "deny", "another bomb had gone off"],
])("%s", (words, sources, verbClass, says) => {
  expect(first(words)).toMatchObject({ from: sources, verbClass });
  expect(first(words).says).toContain(says);
});

describe("distance and hiding", () => {
  test("it is understood: nobody to ask", () => {
    expect(first("It is understood that the cart had been stolen.")).toMatchObject({
      from: [],
      hidden: true,
      hedged: true,
    });
  });
  test("reportedly", () =>
    expect(first("The men reportedly fled to the hills.")).toMatchObject({ hidden: true, hedged: true }));
  test("according to names its source", () => {
    expect(first("The men belong to a gang, according to the army.")).toMatchObject({
      from: ["the army"],
      hidden: false,
      hedged: false,
    });
  });
  test("sources say: hidden though a word stands there", () =>
    expect(first("Sources say that the men fled.").hidden).toBe(true));
  test("believed to", () =>
    expect(first("The men are believed to have fled.")).toMatchObject({ verbClass: "believe", hedged: true }));
});

test("a source that leans on another comes before it", () => {
  const found = attributionsIn("Arroyo said army engineers had told her that the device weighed a lot.");
  expect(found.at(-1)!.sources.map((s) => s.text)).toEqual(["Arroyo", "army engineers"]);
});

test("quoted words are given to their speaker", () => {
  expect(first('"One device, one crater," Arroyo said.')).toMatchObject({ from: ["Arroyo"], quoted: true });
});

test.each(["The men ran away.", "He told a story.", "The report was long.", "Two men were seen."])(
  "nobody is quoted in: %s",
  (words) => expect(attributionsIn(words)).toEqual([]),
);
