import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { openText } from "../../src/text/index.ts";
import { actors, casualtiesIn } from "./open-rooms.ts";

/** "killed 5..": at least five killed. */
const inWords = (words: string) =>
  casualtiesIn(words)
    .filter((r) => !r.partOfTotal)
    .map((r) => `${r.kind} ${r.count.min ?? ""}..${r.count.max ?? ""}`);

describe("how many", () => {
  test.each([
    ["Seventeen people were killed in the attack.", ["killed 17..17"], "passive, number in words"],
    ["Gunmen killed at least five farmers near the river.", ["killed 5.."], "active, open above"],
    ["The blast killed up to 12 people.", ["killed ..12"], "open below"],
    ["More than 20 people were injured.", ["injured 21.."], "more than"],
    ["A bomb went off, killing two guards and wounding several.", ["killed 2..2", "injured 3.."], "two participles"],
    ["The explosion wounded between 10 and 14 passengers.", ["injured 10..14"], "between … and"],
    ["The shelling left 12 people dead.", ["killed 12..12"], "left … dead"],
    ["Two officers were shot dead outside the court.", ["killed 2..2"], "shot dead"],
    ["The death toll rose to 14 on Tuesday.", ["killed 14..14"], "a toll that rises"],
    ["The earthquake of violence claimed the lives of 30 villagers.", ["killed 30..30"], "claimed the lives of"],
    ["The raid claimed nine lives.", ["killed 9..9"], "claimed … lives"],
    ["Seven bodies were found in the well.", ["killed 7..7"], "bodies"],
    ["Three soldiers died on the road.", ["killed 3..3"], "died"],
    ["No one was hurt.", ["injured 0..0"], "no one"],
    ["Nobody was killed in the fire.", ["killed 0..0"], "nobody"],
    ["Dozens of strikers were detained.", ["detained 24.."], "dozens"],
    ["Rebels kidnapped a teacher.", ["abducted 1..1"], "a teacher is one"],
    ["Three clerks and two drivers were killed.", ["killed 5..5"], "a list is added up"],
    ["The treasurer, Paulo Sanders, was shot dead.", ["killed 1..1"], "a name beside its description is one person"],
    ["The mayor confirmed the death of four miners.", ["killed 4..4"], "the death of"],
    ["Police counted 13 dead.", ["killed 13..13"], "figure before the word"],
    ["A hundred and five people were killed.", ["killed 105..105"], "a hundred and five"],
    ["About 1,200 people were arrested.", ["detained 1200..1200"], "thousands separator"],
    ["Between two and three dozen villagers were killed.", ["killed 2..36"], "two scales in a range"],
    ["No casualties were reported.", ["killed 0..0", "injured 0..0"], "no casualties"],
    ["Neither of the two drivers was hurt.", ["injured 0..0"], "neither of"],
    ["Three clerks are believed to have been killed.", ["killed 3..3"], "believed to have been"],
    ["A 15-year-old is dead after the raid.", ["killed 1..1"], "somebody of that age"],
    ["A man was fatally shot near the mill.", ["killed 1..1"], "fatally shot"],
    ["A guard was found shot to death on Sunday.", ["killed 1..1"], "found shot to death"],
    ["Ruben Ortal, 60, and Edmund Paz, 26, died at the scene.", ["killed 2..2"], "ages count nobody"],
    ["Jonas Kraft, 34, was pronounced dead.", ["killed 1..1"], "an age is no subject"],
    ["The clerk who was shot in the shop has died.", ["killed 1..1"], "a relative clause stepped over"],
    ["A woman was found dead on August 27, 2015.", ["killed 1..1"], "a year counts nobody"],
    ["Soldiers were killed in the ambush.", ["killed 2.."], "a bare plural is two or more"],
  ])("%s", (words, expected) => expect(inWords(words)).toEqual(expected));
});

describe("capitals", () => {
  test.each([
    ["FOUR SOLDIERS WERE KILLED AND SEVEN OTHERS WERE WOUNDED NEAR THE BRIDGE.", ["killed 4..4", "injured 7..7"]],
    ["UNIDENTIFIED MEN MURDERED A JUDGE.", ["killed 1..1"]],
    ["THE ATTACK LEFT AT LEAST 12 DEAD.", ["killed 12.."]],
  ])("%s", (words, expected) => expect(inWords(words)).toEqual(expected));
});

describe("what is no casualty", () => {
  test.each([
    "The committee killed the bill.",
    "The guards were not hurt.",
    "The group threatened to kill two judges.",
    "The general may kill the talks.",
    "He is a 45-year-old farmer.",
    "The strike cost the firm 12 days.",
    "Kill the engine.",
    "It is not clear how many people were wounded.",
    "Police fear that the toll could rise to 20.",
    "There were 12 casualties.",
  ])("%s", (words) => expect(casualtiesIn(words)).toEqual([]));
});

describe("whose figure, and of whom", () => {
  test("a source goes with its figure, the next sentence's figure is read without a noun", () => {
    const reports = casualtiesIn(
      "Rescue workers counted nine dead. The provincial government says six. The union insisted on eleven.",
    );
    expect(reports.map((r) => [r.count.min, r.sources[0]?.text])).toEqual([
      [9, "Rescue workers"],
      [6, "The provincial government"],
      [11, "The union"],
    ]);
  });
  test("a chain of sources, nearest first", () => {
    const [report] = casualtiesIn("A border officer told our monitor that, according to colleagues, one man had died.");
    expect(report!.sources.map((s) => s.text)).toEqual(["colleagues", "A border officer"]);
  });
  test("a denied death is nobody killed", () => {
    expect(inWords("The governor denied that anyone had been killed.")).toEqual(["killed 0..0"]);
  });
  test("the side is said where the words say it", () => {
    const reports = casualtiesIn("Two policemen and a gunman were killed. Five people were wounded.");
    expect(reports.map((r) => r.side)).toEqual([null, null]);
    expect(casualtiesIn("Two policemen were killed.")[0]!.side).toBe("police");
    expect(casualtiesIn("Four gunmen were killed.")[0]!.side).toBe("attackers");
  });
  test("a part of a total is marked and never added", () => {
    const reports = casualtiesIn("Five people, including two children, were killed.");
    expect(reports.filter((r) => !r.partOfTotal).map((r) => r.count.min)).toEqual([5]);
  });
});

test("a report's words stand where it says they stand, whatever the text", () => {
  const text = openText(packageResources);
  const word = fc.constantFrom(
    "killed",
    "five",
    "people",
    "were",
    "dead",
    "no one",
    "between",
    "10 and 14",
    ",",
    ".",
    "police said",
    "wounding",
    "the",
    "toll",
    "é𝒳",
    "\n\n",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const reading = text.read(words.join(" "));
      for (const r of actors.casualties(reading))
        expect(reading.text.slice(r.span.start, r.span.end)).toBe(r.span.text);
      for (const m of actors.mentions(reading)) expect(reading.text.slice(m.start, m.end)).toBe(m.text);
      for (const a of actors.attributions(reading)) expect(a.content.end).toBeGreaterThan(a.content.start);
    }),
    { numRuns: 200 },
  );
});
