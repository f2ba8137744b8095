import fc from "fast-check";
import { expect, test } from "vitest";
import { placesIn } from "./opened.ts";

/** Texts that name no place, whatever the gazetteer has. */
const SILENT: readonly (readonly [string, string])[] = [
  ["Michael Jordan scored. Jordan was injured, his coach said.", "a player"],
  ["The painter Georgia O'Keeffe died in 1986.", "a painter"],
  ["Sydney said she would appeal.", "a given name that speaks"],
  ["They ate Turkey dinner on Thursday.", "a bird"],
  ["It was a Nice day.", "an adjective"],
  ["Reading is fun.", "a gerund that opens the sentence"],
  ["Mobile phones rang.", "an adjective that opens the sentence"],
  ["Orange juice was sold.", "a colour that opens the sentence"],
  ["Judge Lincoln freed the men.", "a title before the name"],
  ["President Jackson resigned.", "a title before the name"],
  ["Paris Hilton bought a house.", "a given name before a surname"],
  ["Washington Post reporters were held.", "a newspaper"],
  ["The Boston Globe reported it.", "a newspaper"],
  ["Hamas denied it.", "an organisation"],
  ["The men were freed in March and held again in May.", "months"],
  ["They met on Easter Sunday and at Christmas.", "feasts"],
  ["Ms. Hill and Mr. Lake testified.", "titles that are abbreviations of states"],
  ["Adam Jersey, 41, was charged. Jersey denied it.", "a surname made known by an age"],
  ["He spoke French and answered in Turkish.", "languages"],
  ["he went to mobile and paris", "no capitals, no names"],
  ["", "nothing"],
  ["… — !!! 12,000 %", "no words"],
];

test.each(SILENT)("no place in: %s (%s)", (text) => {
  expect(placesIn(text).map((mention) => mention.text)).toEqual([]);
});

test.each([
  ["Jordan closed its border with Syria.", "Jordan", "JO"],
  ["Turkey condemned the raid.", "Turkey", "TR"],
  ["Shots were fired in Nice, France.", "Nice", "FR"],
  ["A man was held in Reading, England.", "Reading", "GB"],
  ["Police in Mobile, Alabama, held him.", "Mobile", "US"],
  ["Clashes broke out in Georgia.", "Georgia", "GE"],
])("but there is one in: %s", (text, name, country) => {
  expect(placesIn(text).find((mention) => mention.text === name)?.place?.country).toBe(country);
});

test("spans say the very words of the text, in order, and do not overlap", () => {
  const words = fc.constantFrom(
    "Aktobe",
    "region",
    "Paris",
    ",",
    "Texas",
    "U.S.",
    "in",
    "near",
    "O'Fallon",
    "St.",
    "Louis",
    "Алматы",
    "القاهرة",
    "🌍",
    "County",
    "Laurel",
    "and",
    "-",
    "Street",
    "\n\n",
    "’s",
    "AL-QAIDA",
    "\u00ad",
    "the",
    "of",
  ); // prettier-ignore
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      const mentions = placesIn(text);
      mentions.forEach((mention, i) => {
        expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.start).toBeGreaterThanOrEqual(mentions[i - 1]?.end ?? 0);
        expect(mention.score).toBeGreaterThanOrEqual(0);
        expect(mention.score).toBeLessThanOrEqual(1);
      });
    }),
    { numRuns: 60, seed: 5 },
  );
});

test("a text read twice gives the same places", () => {
  const text = "Gunmen struck Gao and Kidal in Mali. Soldiers left Gao for Ansongo.";
  expect(placesIn(text)).toEqual(placesIn(text));
});
