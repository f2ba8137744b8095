import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { caseOf, dependencyPath } from "../../src/events/learned/dependency-path.ts";
import { parseWeights, readWeights, strongest, weigh } from "../../src/events/learned/weights.ts";
import { openText } from "../../src/text/index.ts";
import { events, inRole } from "./open-coder.ts";

const TABLE = ["feature\tvictim\ttarget", "head=farmer\t120\t-40", "head=bridge\t\t210", "any\t-100\t-100", ""].join(
  "\n",
);

describe("a table of weights", () => {
  const weights = parseWeights(TABLE);

  test("has hundredths in a column a label, and nothing where the cell is empty", () => {
    expect(weights.labels).toEqual(["victim", "target"]);
    expect([...(weights.rows.get("head=bridge") ?? [])]).toEqual([0, 2.1]);
  });

  test("gives each label the logistic of the sum of its column", () => {
    const [victim, target] = weigh(weights, ["any", "head=farmer", "never seen"]);
    expect(victim).toBeCloseTo(1 / (1 + Math.exp(-0.2)), 12);
    expect(target).toBeCloseTo(1 / (1 + Math.exp(1.4)), 12);
  });

  test("names what spoke loudest, for or against", () => {
    expect(strongest(weights, ["any", "head=bridge", "never seen"], "target", 1)).toEqual([
      { feature: "head=bridge", weight: 2.1 },
    ]);
  });

  test("answers with probabilities, whatever the features and their order", () => {
    const features = fc.array(fc.oneof(fc.string(), fc.constantFrom("any", "head=farmer", "head=bridge")));
    fc.assert(
      fc.property(features, (some) => {
        const forward = weigh(weights, some);
        const backward = weigh(weights, some.toReversed());
        for (const [i, chance] of forward.entries()) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(chance).toBeCloseTo(backward[i]!, 9);
        }
      }),
    );
  });

  test.each(["event-roles.tsv", "event-worth.tsv"])("the shipped %s holds finite weights under every label", (name) => {
    const shipped = readWeights(packageResources, name);
    expect(shipped.rows.size).toBeGreaterThan(50);
    for (const row of shipped.rows.values()) {
      expect(row).toHaveLength(shipped.labels.length);
      expect(row.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("the way through the tree", () => {
  const { tokens } = openText(packageResources).read("Gunmen killed the mayor with a rifle.").sentences[0]!;
  const at = (word: string): number => tokens.findIndex((token) => token.norm === word);

  test.each([
    ["killed", "gunmen", ["nsubj>"]],
    ["killed", "mayor", ["obj>"]],
    ["gunmen", "mayor", ["nsubj<", "obj>"]],
    ["killed", "killed", []],
  ])("from %s to %s is %j", (from, to, path) => expect(dependencyPath(tokens, at(from), at(to))).toEqual(path));

  test("an oblique is introduced by its preposition", () => expect(caseOf(tokens, at("rifle"))).toBe("with"));
});

describe("participants of violent events", () => {
  test.each([
    ["Guerrillas attacked a police station in Tumaco on Monday.", "perpetrator", "Guerrillas"],
    ["Three farmers were shot dead by gunmen near the village of Santa Rosa.", "victim", "Three farmers"],
    ["Three farmers were shot dead by gunmen near the village of Santa Rosa.", "perpetrator", "gunmen"],
    ["A bomb destroyed the town hall and two shops.", "target", "town hall"],
    ["Rebels kidnapped the engineer Carlos Mora.", "victim", "Carlos Mora"],
  ])("%s The %s is: %s", (text, role, name) => {
    expect(events(text).flatMap((event) => inRole(event, role))).toContain(name);
  });

  test.each([
    ["Gunmen killed the judge for the reason that he had refused a bribe.", "the reason"],
    ["Reports say a bomb exploded in the market at midnight.", "midnight"],
    ["Reports say a bomb exploded in the market at midnight.", "Reports"],
  ])("%s Nobody in it is: %s", (text, name) => {
    const named = events(text).flatMap((event) => event.participants.map((who) => who.name));
    expect(named).not.toContain(name);
  });

  test("every participant and weapon stands in the text where it says", () => {
    const text =
      "Two bombs exploded at the Ministry of Mines on Friday. Members of the Red Column killed a guard with a pistol.";
    for (const { participants, weapons } of events(text)) {
      for (const { start, end, text: words } of [...participants, ...weapons].flatMap((one) => one.mentions)) {
        expect(text.slice(start, end)).toBe(words);
      }
    }
  });
});

describe("what is told in passing", () => {
  const about =
    "The council met in Lima on Monday to discuss the budget. Members asked for more schools and better roads. The mayor said the city could pay for both. ";

  test("violence as a topic tells no event", () => {
    const told = events(`${about}She added that attacks of every kind frighten investors.`, "2020-03-02");
    expect(told.filter((event) => event.type === "ASSAULT")).toEqual([]);
  });

  test("somebody, a time and a place make an event wherever it is told", () => {
    const told = events(`${about}On Sunday gunmen killed a shopkeeper in Callao.`, "2020-03-02");
    expect(told.filter((event) => event.type === "ASSAULT").map((event) => event.place?.name)).toEqual(["Callao"]);
  });
});
