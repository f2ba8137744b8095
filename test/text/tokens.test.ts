import { expect, test } from "vitest";
import { tokenize } from "../../src/text/tokenize.ts";

const words = (text: string): string[] =>
  tokenize(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

test.each([
  ["They don't fire.", ["They", "do", "n't", "fire", "."], "a contraction is two words"],
  ["We can’t and cannot.", ["We", "ca", "n’t", "and", "can", "not", "."], "curly apostrophes too"],
  ["the army's post", ["the", "army", "'s", "post"], "the possessive is a word"],
  ["the guerrillas' camp", ["the", "guerrillas", "'", "camp"], "a bare possessive apostrophe"],
  ["THE MAYOR'S WIFE", ["THE", "MAYOR", "'S", "WIFE"], "the possessive in capitals"],
  ["a 34-year-old man", ["a", "34", "-", "year", "-", "old", "man"], "hyphens part words"],
  ["pro-government and non-lethal", ["pro-government", "and", "non-lethal"], "prefixes keep their hyphen"],
  ["al-Shabaab", ["al", "-", "Shabaab"], "an Arabic article is parted"],
  ["in St. Louis", ["in", "St.", "Louis"], "an abbreviation keeps its stop"],
  ["the U.S. Embassy", ["the", "U.S.", "Embassy"], "so do initials of a country"],
  ["Gen. J. Perez", ["Gen.", "J.", "Perez"], "a rank and an initial"],
  ["at 7:30 p.m. on 3/4/1990", ["at", "7:30", "p.m.", "on", "3/4/1990"], "times and dates in figures"],
  ["2,500 people and 1.5 tons", ["2,500", "people", "and", "1.5", "tons"], "commas and points in numbers"],
  ["$5 million or US$10", ["$", "5", "million", "or", "US$", "10"], "a currency sign is a word"],
  ["40% of 20th-century wars", ["40", "%", "of", "20th", "-", "century", "wars"], "percent, ordinals"],
  ["the 1990s", ["the", "1990s"], "a decade is one word"],
  ['"Stop!" he said...', ['"', "Stop", "!", '"', "he", "said", "..."], "quotes and dots"],
  [
    "see https://example.org/a?b=1.",
    ["see", "https://example.org/a?b=1", "."],
    "an address without the full stop after it",
  ],
  ["mail a.b@example.org now", ["mail", "a.b@example.org", "now"], "a mail address"],
  ["killed--among them", ["killed", "--", "among", "them"], "a double hyphen between words"],
  ["[FMLX]", ["[", "FMLX", "]"], "square brackets"],
])("%s is cut into %j: %s", (text, expected) => expect(words(text)).toEqual(expected));

test.each([
  ["in2014", ["in", "2014"]],
  ["killedfive", ["killed", "five"]],
  ["wounded12", ["wounded", "12"]],
])("a missing space is mended: %s", (text, expected) => expect(words(text)).toEqual(expected));

test.each(["insight", "bytes", "killeen", "F16", "undercover"])("a word is left whole: %s", (text) =>
  expect(words(text)).toEqual([text]),
);
