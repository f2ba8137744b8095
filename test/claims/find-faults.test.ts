import { expect, test } from "vitest";
import type { Told } from "./article.ts";
import { found } from "./article.ts";

const faults = (text: string, ...events: Told[]): string[] =>
  found({ text, events }).issues.map((issue) => [issue.kind, ...issue.spans.map((span) => span.text)].join(" | "));
const of = (kind: string, text: string, ...events: Told[]): string[] =>
  faults(text, ...events).filter((each) => each.startsWith(kind));

test.each([
  ["Police made nine arrests: four in Lira and six in Gulu.", "nine arrests: four in Lira and six in Gulu"],
  [
    "Of the 30 boats, 12 lie in Lira, ten in Gulu and nine in Jinja.",
    "Of the 30 boats, 12 lie in Lira, ten in Gulu and nine in Jinja",
  ],
  ["The board has five members: two judges, a clerk and three farmers.", null],
  ["Police made ten arrests: four in Lira and six in Gulu.", null],
  ["On 3 May, 14 people met at 9: two left at 10 and three at 11.", null],
])("a sum that does not add up: %s", (text, span) =>
  expect(of("inconsistency", text)).toEqual(span === null ? [] : [`inconsistency | ${span}`]),
);

test.each([
  ["The thugs of the ruling clique came back.", 1],
  ["“Those thugs came back,” the mayor said.", 0],
  ["The men came back.", 0],
])("loaded words outside quotation marks: %s", (text, n) => expect(of("loaded-language", text)).toHaveLength(n));

test.each([
  ["It is said that he was paid.", "It is said that"],
  ["By all accounts ten people died.", "By all accounts"],
  ["The mayor said that he was paid.", null],
])("a hidden source: %s", (text, span) =>
  expect(of("missing-source", text)).toEqual(span === null ? [] : [`missing-source | ${span}`]),
);

test.each([
  ["The register lists the raid twice, once under Lira and once under Gulu.", 1],
  ["His name stands in both lists.", 1],
  ["The raid was told twice on the radio.", 0],
])("something counted twice: %s", (text, n) => expect(of("double-count", text)).toHaveLength(n));

test.each([
  ["Rallies there always end in blood.", 1],
  ["In 31 per cent of cases rallies usually end in blood.", 0],
  ["The rally ended in blood.", 0],
])("a sweeping claim: %s", (text, n) => expect(of("unsupported-generalisation", text)).toHaveLength(n));

const TAKEN = "A driver was once abducted. The union did not say when or where.";
const taken: Told = { class: "kidnapping", words: "abducted" };
test("an event with neither day nor place", () =>
  expect(faults(TAKEN, taken)).toEqual(["missing-date | abducted", "missing-place | abducted"]));
test("an event with both", () => expect(faults(TAKEN, { ...taken, date: "2020-05-03", place: "Lira" })).toEqual([]));
test.each(["denied", "hypothetical"] as const)("a %s event needs neither", (factuality) =>
  expect(faults(TAKEN, { ...taken, factuality })).toEqual([]),
);
test("an event beside one that is dated and placed is not left hanging", () => {
  const text = "On 3 May gunmen raided the mill in Lira. A clerk was abducted.";
  const raid: Told = { class: "armed-assault", words: "raided", date: "2020-05-03", place: "Lira" };
  expect(faults(text, raid, { class: "kidnapping", words: "abducted" })).toEqual([]);
});

const TOLLS = "Gunmen fired on a bus in Lira. The police counted six dead. The clinic says ten.";
const shot: Told = { class: "armed-assault", words: "fired on", date: "2020-05-03", place: "Lira" };
test("figures for one event that differ from source to source, each marked", () =>
  expect(of("conflicting-toll", TOLLS, shot)).toEqual([
    "conflicting-toll | The police counted six dead | The clinic says ten",
  ]));
test.each([
  ["the same figure twice", "Gunmen fired on a bus in Lira. The police counted six dead. The clinic says six."],
  [
    "killed and hurt are two things",
    "Gunmen fired on a bus in Lira. The police counted six dead. The clinic counted ten wounded.",
  ],
])("no conflict: %s", (_, text) => expect(of("conflicting-toll", text, shot)).toEqual([]));
