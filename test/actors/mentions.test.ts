import { describe, expect, test } from "vitest";
import { mentionsIn, weaponsIn } from "./open-rooms.ts";

const texts = (words: string) => mentionsIn(words).map((m) => m.text);
const find = (words: string, text: string) => {
  const found = mentionsIn(words).find((m) => m.text === text);
  if (found === undefined) throw new Error(`not found: ${text} among ${texts(words).join(" | ")}`);
  return found;
};

describe("what a reader would quote", () => {
  test.each([
    ["Gunmen fired on a police van parked by the gate.", "a police van parked by the gate", "vehicle"],
    ["A warehouse of the Orient Tea Company burned down.", "A warehouse of the Orient Tea Company", "facility"],
    ["Some 900 people marched through the town.", "900 people", "group"],
    ["They burned several houses.", "houses", "facility"],
    ["Police held dozens of strikers overnight.", "dozens of strikers", "group"],
    ["A group of armed men stopped the bus.", "A group of armed men", "group"],
    ["They shot two of its members.", "two of its members", "group"],
    ["The Lantern Front claimed the attack.", "The Lantern Front", "organization"],
    ["The following day soldiers closed the road.", "soldiers", "group"],
    ["Police opened fire.", "Police", "state"],
    ["A bomb went off outside the bus depot.", "the bus depot", "facility"],
    ["The Interior Ministry sent troops.", "The Interior Ministry", "state"],
  ])("%s → %s (%s)", (words, text, kind) => expect(find(words, text).kind).toBe(kind));

  test.each(["It rained on Monday.", "The blast was heard in March.", "An attack followed."])(
    "nobody takes part in: %s",
    (words) => expect(texts(words)).toEqual([]),
  );
});

describe("counts", () => {
  test.each([
    ["At least five people fled.", "five people", { min: 5, max: null }],
    ["Between 200 and 250 traders blocked the road.", "traders", { min: 200, max: 250 }],
    ["A man ran away.", "A man", { min: 1, max: 1 }],
    ["Hundreds of students marched.", "Hundreds of students", { min: 200, max: null }],
    ["Soldiers ran away.", "Soldiers", null],
    ["Twenty-five men ran away.", "Twenty-five men", { min: 25, max: 25 }],
  ])("%s", (words, text, count) => expect(find(words, text).count).toEqual(count));
});

describe("names", () => {
  test("a name in a phrase is told from its description", () => {
    const agent = find("Rebels seized the shipping agent Paulo Massari.", "the shipping agent Paulo Massari");
    expect(agent).toMatchObject({ kind: "individual", name: "Paulo Massari", named: true });
    expect(agent.description?.text).toBe("the shipping agent");
  });
  test("a nationality gives the country, and small us does not", () => {
    expect(find("A Kyrgyz officer was seen.", "A Kyrgyz officer").country).toBe("KG");
    expect(mentionsIn("They told us.").every((m) => m.country === null)).toBe(true);
  });
  test("guerrillas of a body are two participants", () => {
    const words = "RSF guerrillas attacked the town.";
    expect(find(words, "RSF guerrillas")).toMatchObject({ kind: "group", of: "RSF" });
    expect(find(words, "RSF").kind).toBe("organization");
  });
  test("in capitals names and bodies are still told", () => {
    const words =
      "GUERRILLAS OF THE RED VALLEY LIBERATION FRONT (RVLF) MURDERED MAYOR PEDRO SANTILLAN. THE RVLF BLAMED THE ARMY.";
    expect(find(words, "MAYOR PEDRO SANTILLAN")).toMatchObject({ kind: "individual", name: "PEDRO SANTILLAN" });
    expect(find(words, "THE ARMY").kind).toBe("state");
  });
});

describe("one participant, several wordings", () => {
  const together = (words: string, one: string, other: string) => find(words, one).entity === find(words, other).entity;
  test.each([
    ["The Red Valley Front (RVF) struck at dawn. The RVF denied it.", "The Red Valley Front", "The RVF"],
    ["Hector Ramos Colinda spoke first. Later Ramos was seized.", "Hector Ramos Colinda", "Ramos"],
    ["The Lantern Brigade called the paper. The Brigade took credit.", "The Lantern Brigade", "The Brigade"],
    ["Soldiers arrested two men on Monday. The men belong to a gang.", "two men", "The men"],
    ["The director of the hospital, Mateo Ringo, spoke. Ringo wept.", "The director of the hospital", "Ringo"],
    ["A bomb hit the bus depot. The depot burned.", "the bus depot", "The depot"],
  ])("%s", (words, one, other) => expect(together(words, one, other)).toBe(true));

  test.each([
    ["A man shot a judge. Another man drove the car.", "A man", "Another man"],
    ["Two men fled. The three men were later seen.", "Two men", "The three men"],
  ])("but not: %s", (words, one, other) => expect(together(words, one, other)).toBe(false));

  test("a pronoun that two could answer to is left out", () => {
    expect(texts("The mayor met the judge. He left.")).not.toContain("He");
    expect(texts("A caller rang the station. He spoke of a bomb.")).toContain("He");
  });
});

describe("weapons", () => {
  test.each([
    ["A bomb exploded.", ["explosives"]],
    ["Officers used tear gas and rubber bullets.", ["crowd-control", "crowd-control"]],
    ["The device lay in a cart.", ["explosives"]],
    ["They carried machetes.", ["blade"]],
    ["A car bomb went off.", ["explosives"]],
    ["He was shot.", []],
    ["The bomb squad came.", []],
    ["The film bombed.", []],
  ])("%s", (words, kinds) => expect(weaponsIn(words).map((w) => w.kind)).toEqual(kinds));
  test("the device is a weapon only beside an attack", () =>
    expect(weaponsIn("The device lay in a cart.")[0]!.certain).toBe(false));
});
