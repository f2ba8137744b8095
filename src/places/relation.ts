import type { Sentence } from "../text/index.ts";

const SIDE =
  "(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)";
const DISTANCE =
  "(?:(?:about|some|around|roughly|nearly|just)\\s+)?[\\d.,]+[\\s-](?:km|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)";
const PART =
  "(?:in\\s+)?(?:the\\s+)?(?:far\\s+)?(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western)";
const CALLED = "(?:\\s+the)?(?:\\s+(?:city|town|village|province|region|state|district)\\s+of)?";
/** What may stand right before a name and loosens it; a part of it ("northern Mali") does too, but "the northern city of X" is all of X. */
const RELATION = new RegExp(
  `(?:(?:(?:${DISTANCE}\\s+)?(?:to\\s+the\\s+)?(?:${SIDE})\\s+of|${DISTANCE}\\s+(?:from|outside|off|away\\s+from)|near|outside|close\\s+to|around|not\\s+far\\s+from|` +
    `on\\s+the\\s+(?:outskirts|edge)\\s+of|off(?:\\s+the\\s+coast\\s+of)?|between)${CALLED}|${PART})\\s+$`,
  "iu",
);

/** Words right before the name that loosen the place: "near", "south of", "25 km from", "northern"; or null. */
export function relationBefore(text: string, sentence: Sentence, first: number): string | null {
  const end = sentence.tokens[first]!.start;
  const found = RELATION.exec(text.slice(Math.max(sentence.start, end - 60), end));
  return found === null ? null : found[0].trim();
}
