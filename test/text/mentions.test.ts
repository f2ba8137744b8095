import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { parseTable } from "../../src/record/index.ts";
import { ENTITY_TYPES, openText, type Reading } from "../../src/text/index.ts";

const reader = openText(packageResources);

const mentions = (reading: Reading): string[] =>
  reading.sentences.flatMap(({ tokens, mentions: found }) =>
    found.map(({ first, last, type }) => `${reading.text.slice(tokens[first]!.start, tokens[last]!.end)}: ${type}`),
  );

const chains = (text: string): string[][] => {
  const reading = reader.read(text);
  return reading.chains.map((chain) =>
    chain.map(({ sentence, mention }) => {
      const { tokens, mentions: found } = reading.sentences[sentence]!;
      const { first, last } = found[mention]!;
      return text.slice(tokens[first]!.start, tokens[last]!.end);
    }),
  );
};

test.each([
  ["Three soldiers died.", "Three soldiers: group-of-people"],
  ["A soldier died.", "A soldier: person"],
  ["GUERRILLAS BLEW UP AN OIL PIPELINE.", "AN OIL PIPELINE: facility"],
  ["They burned two buses.", "two buses: vehicle"],
  ["They threw a grenade.", "a grenade: weapon"],
  ["The rebels attacked a police station.", "a police station: facility"],
  ["A bomb destroyed the bridge.", "the bridge: facility"],
  ["They asked for 5 million dollars.", "5 million dollars: money"],
  ["It happened on Monday.", "Monday: date"],
  ["The village was empty.", "The village: place"],
  ["He fled.", "He: person"],
  ["A 20-year-old was killed.", "A 20-year-old: person"],
  ["The earthquake struck Izmit on 17 August 1999.", "17 August 1999: date"],
  ["The earthquake struck Izmit.", "The earthquake: event"],
  ["They found 40 kg of explosives.", "40 kg of explosives: quantity"],
  ["They found 40 kg of explosives.", "explosives: weapon"],
  ["Twelve soldiers of the brigade fled.", "the brigade: organization"],
  ["The mayor of Ayaviri resigned.", "Ayaviri: place"],
  ["The Government of Peru denied it.", "The Government of Peru: organization"],
])("%s mentions %s", (text, expected) => expect(mentions(reader.read(text))).toContain(expected));

test.each(["It rained.", "Nobody knows why."])("%s mentions nothing", (text) =>
  expect(mentions(reader.read(text))).toEqual([]),
);

test.each([
  ["Gunmen killed a mayor. The mayor had no guard.", ["a mayor", "The mayor"]],
  ["Colonel Luis Mora spoke. Mora left.", ["Colonel Luis Mora", "Mora"]],
  ["The teacher said that he would stay.", ["The teacher", "he"]],
  ["The 34-year-old teacher was shot. The 34-year-old died on Friday.", ["The 34-year-old teacher", "The 34-year-old"]],
  ["I lost my house.", ["I", "my"]],
  ["We fled. Our village was burning.", ["We", "Our"]],
  ["Luis Mora, the mayor, resigned.", ["Luis Mora", "the mayor"]],
  ["Luis Mora was the mayor.", ["Luis Mora", "the mayor"]],
  ['"I saw the soldiers," Luis Mora said.', ["I", "Luis Mora"]],
  ['Luis Mora said: "I saw my brother."', ["Luis Mora", "I", "my"]],
])("%s joins %j", (text, expected) => expect(chains(text)).toContainEqual(expected));

test.each([
  "Gunmen killed a mayor. A mayor had no guard.",
  "The woman waited. He left.",
  "Luis Mora is not the mayor.",
  'I waited. "I saw nothing," the clerk of the court wrote.',
])("%s joins nothing", (text) => expect(chains(text)).toEqual([]));

test.each(
  parseTable("text-entity-words.tsv", packageResources.table("text-entity-words.tsv")).rows.map(({ line, cells }) => [
    line,
    cells,
  ]),
)("row %s of the table of nouns names a type that exists, in lower case", (_, { lemma, type }) => {
  expect(ENTITY_TYPES).toContain(type);
  expect(lemma).toBe(lemma?.toLowerCase());
});
