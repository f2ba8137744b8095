import fc from "fast-check";
import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import type { Sentence } from "../../src/text/index.ts";
import { cutSentences, openText } from "../../src/text/index.ts";

const reader = openText(packageResources);
const one = (text: string): Sentence => reader.read(text).sentences[0]!;
const words = (sentence: Sentence, { first, last }: { first: number; last: number }): string =>
  sentence.tokens
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(" ");

test.each([
  [
    "Gunmen killed the mayor.",
    "killed",
    { voice: "active", form: "finite", tense: "past", modal: null, negated: false },
  ],
  [
    "The mayor was killed by gunmen.",
    "was killed",
    { voice: "passive", form: "finite", tense: "past", modal: null, negated: false },
  ],
  [
    "They had been wounded.",
    "had been wounded",
    { voice: "passive", form: "finite", tense: "past", modal: null, negated: false },
  ],
  [
    "They did not attack the town.",
    "did not attack",
    { voice: "active", form: "finite", tense: "past", modal: null, negated: true },
  ],
  [
    "The rebels may attack the town.",
    "may attack",
    { voice: "active", form: "finite", tense: null, modal: "may", negated: false },
  ],
  [
    "The army will punish them.",
    "will punish",
    { voice: "active", form: "finite", tense: "future", modal: null, negated: false },
  ],
  [
    "TERRORISTS KILLED A JUDGE.",
    "KILLED",
    { voice: "active", form: "finite", tense: "past", modal: null, negated: false },
  ],
])("%s has the verb group %s", (text, group, expected) => {
  const sentence = one(text);
  const found = sentence.verbGroups.find((candidate) => words(sentence, candidate) === group);
  expect(found).toMatchObject(expected);
});

test.each([
  ["The three armed men attacked a police station.", ["The three armed men", "a police station"]],
  ["They kidnapped the mayor's wife.", ["They", "the mayor 's wife"]],
  ["Forty-five soldiers left.", ["Forty - five soldiers"]],
])("%s holds the phrases %j", (text, expected) => {
  const sentence = one(text);
  expect(sentence.nounPhrases.map((phrase) => words(sentence, phrase))).toEqual(expect.arrayContaining(expected));
});

test.each([
  ["killed", "kill"],
  ["attacked", "attack"],
  ["fled", "flee"],
  ["kidnapped", "kidnap"],
  ["seized", "seize"],
  ["wounded", "wound"],
  ["ambushed", "ambush"],
  ["denied", "deny"],
  ["shot", "shoot"],
  ["destroyed", "destroy"],
  ["raided", "raid"],
  ["exploded", "explode"],
  ["besieged", "besiege"],
  ["massacred", "massacre"],
  ["described", "describe"],
  ["declared", "declare"],
  ["stabbed", "stab"],
  ["stunned", "stun"],
  ["need", "need"],
  ["bring", "bring"],
  ["were", "be"],
])("the lemma of %s is %s", (form, lemma) => {
  expect(one(`They ${form} yesterday.`).tokens[1]?.lemma).toBe(lemma);
});

test.each([
  ["men", "man"],
  ["policemen", "policeman"],
  ["children", "child"],
  ["bodies", "body"],
  ["buses", "bus"],
  ["churches", "church"],
  ["guerrillas", "guerrilla"],
])("the lemma of the noun %s is %s", (form, lemma) => {
  expect(one(`The ${form} were seen.`).tokens[1]?.lemma).toBe(lemma);
});

test.each([
  ['"We fought all night," said Colonel Mora.', "We fought all night,", "Colonel Mora"],
  ['Colonel Mora said: "We fought all night."', "We fought all night.", "Colonel Mora"],
  ["“Nobody was hurt,” the minister told reporters.", "Nobody was hurt,", "the minister"],
  ['"They took the road," he added.', "They took the road,", "he"],
  ['In Puno the governor said, "The strike is over."', "The strike is over.", "the governor"],
  ['A witness said that the officer had shouted: "Get down."', "Get down.", "the officer"],
])("%s is a quotation with its speaker", (text, quoted, speaker) => {
  const [quotation] = reader.read(text).quotations;
  expect(quotation?.span.text).toBe(quoted);
  expect(quotation?.speaker?.text).toBe(speaker);
});

test("quoted words with nobody who says them have no speaker", () => {
  expect(reader.read('The "peace camp" burned.').quotations[0]?.speaker).toBeNull();
});

test.each([
  ["The army said that two soldiers had been killed in the north of the country on Monday.", "en", true],
  [
    "El ejército dijo que dos soldados murieron el lunes en un ataque en el norte del país, según las autoridades de la región.",
    "es",
    true,
  ],
  [
    "Военные сообщили, что двое солдат погибли в понедельник на севере страны в результате нападения боевиков.",
    "ru",
    true,
  ],
])("%s is read as %s", (text, code, sure) => expect(reader.read(text).language).toMatchObject({ code, sure }));

test.each(["", "…", "12 34", "Oruro"])("the language of %j is not sure", (text) =>
  expect(reader.read(text).language.sure).toBe(false),
);

test("capitals are told", () => {
  expect(reader.read("REBELS ATTACKED THE TOWN OF SANTA RITA.").capitals).toBe(true);
  expect(reader.read("Rebels attacked the town of Santa Rita.").capitals).toBe(false);
});

test("offsets lead back to the original where invisible characters were skipped", () => {
  const text = "The guer\u00ADrillas at\u200Btacked\u00A0the town.";
  const { tokens } = one(text);
  expect(tokens.map(({ form }) => form)).toEqual(["The", "guerrillas", "attacked", "the", "town", "."]);
  expect(text.slice(tokens[1]?.start, tokens[1]?.end)).toBe("guer\u00ADrillas");
});

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      " ",
      "\n",
      "\n\n",
      ".",
      "...",
      '"',
      "“",
      "(",
      "don't",
      "U.S.",
      "- ",
      "1. ",
      "\u00AD",
      "\uD83D",
      "🙂",
      "שלום",
      "LIMA, 4 FEB 90 (X) -- ",
    ),
  ),
  { maxLength: 40 },
);

test("any string: tokens slice back, in order, without overlap, inside their sentence", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      let end = 0;
      for (const sentence of reader.read(text).sentences) {
        for (const token of sentence.tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toContain(token.form[0]);
          end = token.end;
        }
        expect(sentence.end).toBe(end);
      }
    }),
    { numRuns: 80 },
  );
});

test("nothing is remembered: a document reads the same after others", () => {
  const text = 'The government\'s soldiers attacked Santa Rita. "We won," said Gen. Mora.';
  const before = reader.read(text);
  reader.read("Governments' 's SOLDIERS attacked!! LIMA (EFX) -- x");
  expect(reader.read(text)).toEqual(before);
});

test.each([
  ["one word without end", "a".repeat(200_000)],
  ["one sentence without end", "the men and ".repeat(4_000)],
  ["quotation marks without end", '"'.repeat(8_000)],
  ["open quotes never closed", "“he said ".repeat(2_000)],
  ["brackets without end", "(".repeat(8_000)],
  ["blank lines without end", "\n".repeat(200_000)],
  ["dots without end", ". ".repeat(8_000)],
  ["astral characters", "🙂".repeat(8_000)],
])("%s is read to its end", (_, text) => {
  const tokens = reader.read(text).sentences.flatMap((sentence) => sentence.tokens);
  if (text.trim() !== "") expect(tokens.at(-1)?.end).toBe(text.trimEnd().length);
});

test("a sentence without end is cut, and that is told", () => {
  const reading = reader.read("the men and ".repeat(400));
  expect(cutSentences(reading)).toEqual({ count: 4, tokens: 250 });
  expect(Math.max(...reading.sentences.map(({ tokens }) => tokens.length))).toBe(250);
  expect(cutSentences(reader.read("The men left. The women stayed."))).toBeNull();
});

test("twice the text is twice the sentences, none of them longer: so is the work", () => {
  const work = (text: string): number =>
    reader.read(text).sentences.reduce((sum, { tokens }) => sum + tokens.length ** 2, 0);
  const text = "the men and ".repeat(1_000);
  expect(work(text + text)).toBe(2 * work(text));
});
