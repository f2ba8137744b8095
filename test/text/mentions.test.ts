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
  ["They burned two buses.", "two buses: vehicle"],
  ["They threw a grenade.", "a grenade: weapon"],
  ["The rebels attacked a police station.", "a police station: facility"],
  ["A bomb destroyed the bridge.", "the bridge: facility"],
  ["They asked for 5 million dollars.", "5 million dollars: money"],
  ["It happened on Monday.", "Monday: date"],
  ["The village was empty.", "The village: place"],
  ["He fled.", "He: person"],
  ["The Government of Peru denied it.", "The Government of Peru: organization"],
])("%s mentions %s", (text, expected) => expect(mentions(reader.read(text))).toContain(expected));

test.each(["It rained.", "Nobody knows why."])("%s mentions nothing", (text) =>
  expect(mentions(reader.read(text))).toEqual([]),
);

test.each([
  ["Gunmen killed a mayor. The mayor had no guard.", ["a mayor", "The mayor"]],
  ["Colonel Luis Mora spoke. Mora left.", ["Colonel Luis Mora", "Mora"]],
  ["The teacher said that he would stay.", ["The teacher", "he"]],
])("%s joins %j", (text, expected) => expect(chains(text)).toContainEqual(expected));

test.each(["Gunmen killed a mayor. A mayor had no guard.", "The woman waited. He left."])("%s joins nothing", (text) =>
  expect(chains(text)).toEqual([]),
);

test.each(
  parseTable("text-entity-words.tsv", packageResources.table("text-entity-words.tsv")).rows.map(({ line, cells }) => [
    line,
    cells,
  ]),
)("row %s of the table of nouns names a type that exists, in lower case", (_, { lemma, type }) => {
  expect(ENTITY_TYPES).toContain(type);
  expect(lemma).toBe(lemma?.toLowerCase());
});
