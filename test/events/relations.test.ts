import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { parseRelationFrames } from "../../src/events/index.ts";
import { code, events } from "./open-coder.ts";

const FRAMES = parseRelationFrames(packageResources.table("relation-frames.tsv"));
const relations = (words: string) =>
  code(words).relations.map(({ kind, from, to }) =>
    `${kind}: ${from} > ${to}`.replace(/\bthe River Guard$/i, "River Guard"),
  );

describe("who is tied to whom", () => {
  test.each(FRAMES.map(({ example, expected, line }) => [example, expected, line] as const))(
    "%s gives %s (line %i)",
    (example, expected) => {
      expect(relations(example).map((one) => one.replace(/: (?:The )?(Quay|River)/, ": $1"))).toContain(expected);
    },
  );

  test("the words stand beside a relation, and on whose word it rests", () => {
    const words = "The militia is financed by a mining company, the prosecutor said.";
    const [relation] = code(words).relations;
    expect(relation?.mentions.map(({ text }) => text)).toEqual(["The militia", "is financed", "a mining company"]);
    expect(relation?.attributedTo.map(({ text }) => text)).toEqual(["the prosecutor"]);
    for (const { start, end, text } of relation?.mentions ?? []) expect(words.slice(start, end)).toBe(text);
  });

  test.each([
    ["The militia is not linked to the River Guard.", "negated"],
    ["The militia may be financed by a mining company.", "only supposed"],
    ["The company denied that it had financed the militia.", "denied"],
    ["The levy belongs to the past.", "the past is no party"],
    ["Ana Torrealba belongs to the River Guard.", "a private person is never a node"],
    ["They belong to it.", "pronouns name nobody"],
  ])("nothing is tied in: %s (%s)", (words) => {
    expect(relations(words)).toEqual([]);
  });
});

describe("context figures", () => {
  const indicators = (words: string, published?: string) =>
    code(words, published).indicators.map(({ name, value, unit, place, period, source }) => ({
      name,
      value: value.min,
      unit,
      place,
      period: period?.from.slice(0, 4) ?? null,
      source,
    }));

  test.each([
    [
      "Ministry data list 118 border incidents in 2018.",
      { name: "border incidents", value: 118, unit: "incidents", place: null, period: "2018", source: "Ministry data" },
    ],
    [
      "The relief agency counted 131,000 displaced persons in Gulu.",
      {
        name: "displaced persons",
        value: 131000,
        unit: "persons",
        place: "Gulu",
        period: null,
        source: "The relief agency",
      },
    ],
    [
      "Unemployment stood at 14 per cent in 2019.",
      { name: "Unemployment", value: 14, unit: "%", place: null, period: "2019", source: null },
    ],
    [
      "The survey found that 62 percent of the voters stayed at home.",
      { name: "share of the voters", value: 62, unit: "%", place: null, period: null, source: "The survey" },
    ],
  ])("%s", (words, expected) => {
    expect(indicators(words)).toContainEqual(expected);
  });

  test("a bare figure counts what the one before it counts", () => {
    const found = indicators("Ministry data list 118 border incidents in 2018 and 147 in 2017.");
    expect(found.map(({ name, value, period }) => [name, value, period])).toEqual([
      ["border incidents", 118, "2018"],
      ["border incidents", 147, "2017"],
    ]);
  });

  test.each([
    ["Gunmen killed 12 villagers near Gulu.", "a toll belongs to its event"],
    ["The survey took 14 days.", "a length of time counts nothing"],
    ["The census was held in 2009.", "a year is a date"],
    ["The patrol met 40 traders.", "no statistic"],
  ])("no context figure in: %s (%s)", (words) => {
    expect(indicators(words)).toEqual([]);
  });
});

describe("parts and summaries", () => {
  test("a second blast minutes later is part of the attack", () => {
    const coded = events(
      "A bomb exploded outside a bank in Kampala on 3 May 2021. Minutes later a second bomb exploded at the gate.",
    );
    const bombings = coded.filter((event) => event.incident === "bombing");
    expect(bombings).toHaveLength(2);
    expect(bombings[0]?.partOf).toBeNull();
    expect(bombings[1]?.partOf).toBe(bombings[0]?.id);
  });

  test("another bombing in another town is an event of its own", () => {
    const coded = events(
      "A bomb exploded outside a bank in Kampala on 3 May 2021. On 9 May another bomb exploded in Gulu.",
    );
    expect(coded.map((event) => event.partOf)).toEqual([null, null]);
  });
});

describe("who answers for it", () => {
  const stances = (words: string) =>
    events(words).flatMap((event) => event.responsibility.map(({ actor, stance }) => `${stance}: ${actor}`));

  test.each([
    [
      "A bomb exploded at a bank in Gulu. The River Guard claimed responsibility for the attack.",
      "claimed: River Guard",
    ],
    ["A bomb exploded at a bank in Gulu. The River Guard said it had carried out the attack.", "claimed: River Guard"],
    ["A bomb exploded at a bank in Gulu. The River Guard denied any part in it.", "denied: River Guard"],
    ["A bomb exploded at a bank in Gulu. Police blamed the River Guard for the blast.", "attributed: River Guard"],
  ])("%s", (words, expected) => {
    expect(stances(words).map((one) => one.replace(": The ", ": ").replace(": the ", ": "))).toContain(expected);
  });

  test("rivals stand side by side", () => {
    const found = stances(
      "A bomb exploded at a bank in Gulu. The River Guard claimed responsibility for the attack. The Quay Front said it had carried out the attack.",
    );
    expect(found.filter((one) => one.startsWith("claimed"))).toHaveLength(2);
  });
});
