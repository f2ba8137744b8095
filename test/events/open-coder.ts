import { createHash } from "node:crypto";
import { openActors } from "../../src/actors/index.ts";
import { openDates } from "../../src/dates/index.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { type CodedEvents, openBuiltinCoder } from "../../src/events/index.ts";
import { openPlaces } from "../../src/places/index.ts";
import type { Event } from "../../src/record/index.ts";
import { openText } from "../../src/text/index.ts";

const text = openText(packageResources);
const coder = openBuiltinCoder(packageResources, {
  dates: openDates(packageResources),
  places: openPlaces(packageResources),
  actors: openActors(packageResources),
});

/** Codes a text with the real rooms; `published` where dates hang on it. */
export function code(words: string, published?: string): CodedEvents {
  const document = { id: "test", text: words, ...(published === undefined ? {} : { published }) };
  return coder.code(document, text.read(words), createHash("sha256").update(words).digest("hex"));
}

export const events = (words: string, published?: string): readonly Event[] => code(words, published).events;

/** Names of those in a role, as the text has them. */
export const inRole = (event: Event, role: string): readonly string[] =>
  event.participants
    .filter((who) => who.role === role)
    .flatMap((who) => [who.name, ...who.mentions.map((m) => m.text)]);
