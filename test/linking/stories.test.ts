import fc from "fast-check";
import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { compareStories, likeness, type Story, storyPrint } from "../../src/linking/compare-stories.ts";
import { parseWordWeights, wordsOfStory } from "../../src/linking/word-weights.ts";
import type { CodedDocument } from "../../src/record/index.ts";
import type { Told } from "../claims/article.ts";
import { coded } from "../claims/article.ts";
import { linker } from "./rows.ts";

const weights = parseWordWeights(new TextDecoder().decode(packageResources.model("link-word-weights.txt")));
const print = (text: string, published: string | null = null) => storyPrint(weights, { text, published });

const SHOOTING =
  "A clerk, Odalys Bramwright, was shot outside the Quillmore feed store on Tanner Street in Dunwick, police said.";
const FOLLOW_UP =
  "Police arrested a man over the death of Odalys Bramwright, who was shot at the Quillmore feed store in Dunwick.";
const OTHER =
  "A driver, Pell Arkady, was shot at the wheel of his van near the ferry terminal in Dunwick, police said on Monday. " +
  "Passengers of the Corvane sheltered behind crates while the gunmen rode off on a motorcycle towards Halm quarry.";

test("rare words tell a story, frequent ones and the words of every report of violence do not", () => {
  for (const word of ["the", "said"]) expect(weights.weight(word)).toBe(0);
  for (const word of ["police", "killed", "people"]) expect(weights.weight(word)).toBeLessThan(0.2);
  expect(weights.weight("bramwright")).toBe(1);
});

test("a follow-up is told like its report, another shooting in the same town is not", () => {
  const [first, second, other] = [print(SHOOTING), print(FOLLOW_UP), print(OTHER)];
  expect(likeness(first, second)).toBeGreaterThan(0.4);
  expect(likeness(first, other)).toBeLessThan(0.16);
  expect(compareStories(first, null)).toBe("texts not given");
});

test("likeness lies in 0 to 1, is the same both ways, and 1 with itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      const alike = likeness(print(a), print(b));
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1 + 1e-9);
      expect(likeness(print(b), print(a))).toBeCloseTo(alike, 9);
      if (print(a).words.size > 0) expect(likeness(print(a), print(a))).toBeCloseTo(1, 9);
    }),
  );
});

test("words are taken whole, in any script", () =>
  expect(wordsOfStory("The 30-year-old's U.S. visa; №5 улица")).toEqual([
    "the",
    "30-year-old's",
    "u.s",
    "visa",
    "5",
    "улица",
  ]));

test("a damaged list of weights is a bug that is told", () =>
  expect(() => parseWordWeights("police eleven\n")).toThrow(/police eleven/));

const shooting = (x: Partial<Told> = {}): Told => ({ class: "armed-assault", words: "shot", ...x });
const document = (doc: string, text: string, ...events: Told[]): CodedDocument => ({
  ...coded({ text, events }).coded,
  doc,
});
const story = (text: string, published: string): Story => ({ text, published });
const TEXTS = new Map([
  ["first", story(SHOOTING, "2019-05-03")],
  ["follow-up", story(FOLLOW_UP, "2019-05-06")],
  ["other", story(OTHER, "2019-05-04")],
]);
const DOCUMENTS = [...TEXTS].map(([doc, { text }]) => document(doc, text, shooting()));
const groups = (documents: readonly CodedDocument[], stories?: ReadonlyMap<string, Story>): string[] =>
  linker
    .linkEvents(documents, stories === undefined ? {} : { stories })
    .map(({ members }) =>
      members
        .map(({ doc }) => doc)
        .sort()
        .join("+"),
    )
    .sort();

test("events without a date or a place are joined by their stories, with the reason said", () => {
  expect(groups(DOCUMENTS, TEXTS)).toEqual(["first+follow-up", "other"]);
  expect(groups(DOCUMENTS)).toEqual(["first", "follow-up", "other"]);
  const levels = linker
    .linkEvents(DOCUMENTS, { stories: TEXTS })
    .flatMap(({ links }) => links.flatMap(({ reasons }) => reasons));
  expect(levels.map(({ level }) => level)).toContain("published within a week");
});

const SAME_STORE =
  "Two men with a pistol took the till of the Quillmore feed store in Dunwick and shot its owner, Tobin Marsh, in the leg.";

test("years apart, a second shooting at the same store is another incident", () => {
  const second = document("second", SAME_STORE, shooting());
  const at = (day: string): string[] => {
    const texts = new Map([...TEXTS].slice(0, 1)).set("second", story(SAME_STORE, day));
    return groups([DOCUMENTS[0]!, second], texts);
  };
  expect(at("2019-05-04")).toEqual(["first+second"]);
  expect(at("2023-05-04")).toEqual(["first", "second"]);
});

test("an unrelated document more changes no link", () => {
  const more = document("more", "Farmers marched in Oban.", shooting({ class: "protest", words: "marched" }));
  const texts = new Map(TEXTS).set("more", story("Farmers marched in Oban.", "2019-05-05"));
  expect(groups([...DOCUMENTS, more], texts)).toEqual(["first+follow-up", "more", "other"]);
});
