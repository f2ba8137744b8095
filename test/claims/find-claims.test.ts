import { expect, test } from "vitest";
import type { Told } from "./article.ts";
import { found } from "./article.ts";

const shot: Told = { class: "armed-assault", words: "fired on", date: "2020-05-03", place: "Lira" };
const said = (text: string, ...events: Told[]): string[] =>
  found({ text, events }).claims.map((claim) =>
    [
      claim.kind,
      claim.testable,
      ...(claim.hedged ? ["hedged"] : []),
      claim.text,
      ...claim.attributedTo.map((span) => `by ${span.text}`),
    ].join(" | "),
  );

test.each<[string, Told[], string[]]>([
  [
    "On 3 May gunmen fired on a bus in Lira.",
    [shot],
    ["incident-fact | record | On 3 May gunmen fired on a bus in Lira"],
  ],
  ["Gunmen fired on a bus, police said.", [shot], ["incident-fact | record | Gunmen fired on a bus | by police"]],
  [
    "It is understood that the driver had been bribed.",
    [],
    ["incident-fact | outside | hedged | the driver had been bribed"],
  ],
  ["The council should publish its list.", [], ["prescription | no | The council should publish its list"]],
  ["Villagers may block the bridge again.", [], ["prediction | no | hedged | Villagers may block the bridge again"]],
  ["The gunmen wanted to keep voters at home.", [], ["intent | outside | The gunmen wanted to keep voters at home"]],
  [
    "The riot began because bread had run out.",
    [{ class: "riot", words: "riot", date: "2020-05-03" }],
    ["causal | outside | The riot began because bread had run out"],
  ],
  [
    "The raiders are in the pay of a mine owner.",
    [],
    ["affiliation | outside | The raiders are in the pay of a mine owner"],
  ],
  ["Rallies there always end in blood.", [], ["pattern | statistics | Rallies there always end in blood"]],
  ["Kidnappings fell from 40 to 25 in a year.", [], ["trend | statistics | Kidnappings fell from 40 to 25 in a year"]],
  [
    "It was the largest march since independence.",
    [],
    ["comparison | statistics | It was the largest march since independence"],
  ],
  ["There were 14 strikes in Lira in 2019.", [], ["quantity | statistics | There were 14 strikes in Lira in 2019"]],
])("claims of: %s", (text, events, claims) => expect(said(text, ...events)).toEqual(claims));

test("two events of one sentence are two claims", () => {
  const text = "Gunmen fired on a bus in Lira on Monday, and strikers stormed the mill in Gulu on Tuesday.";
  const riot: Told = { class: "riot", words: "stormed", date: "2020-05-05", place: "Gulu" };
  expect(said(text, shot, riot)).toHaveLength(2);
});

test("one event told in two halves is one claim", () => {
  const text = "Gunmen fired on a bus in Lira and the driver fired on them.";
  expect(said(text, { ...shot, words: ["fired on"] })).toHaveLength(1);
});

test("a claim and a recommendation in one sentence are two claims", () => {
  const kinds = found({ text: "Kidnappings rose last year, but the police should not be blamed." }).claims.map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(["trend", "prescription"]);
});

test("a figure without a verb is a claim of its own, in its own source's voice", () => {
  const text = "Gunmen fired on a bus in Lira. The mayor counted nine dead, the clinic, across the river, eleven.";
  const claims = found({ text, events: [shot] }).claims.filter(({ kind }) => kind === "quantity");
  expect(claims.map(({ attributedTo }) => attributedTo.map((span) => span.text))).toEqual([
    ["The mayor"],
    ["the clinic"],
  ]);
});

test.each(["Who gains from it?", "Do not quote this.", "See the map below.", "Lira, Uganda", ""])(
  "no claim in: %s",
  (text) => expect(found({ text }).claims).toEqual([]),
);
