import type { Linker } from "../linking/index.ts";
import type { Event } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import { isToldAsHappened } from "./check-context.ts";

const firstWord = (event: Event): number => Math.min(...event.evidence.map((span) => span.start));

const paragraphAt = (reading: Reading, at: number): number =>
  reading.sentences.find((sentence) => sentence.start <= at && at < sentence.end)?.paragraph ?? -1;

const TAKEN_OVER = /event-before|dateline/;
const lacksPlace = (event: Event): boolean => event.place === null || TAKEN_OVER.test(event.place.inferredBy ?? "");

/**
 * Date and place for an event of which its own words say none ("There was no second explosion", "Police used no force"):
 * those of the last event told before it, of the same family anywhere, of any family in the same paragraph. Marked as
 * taken over, so that they can find a row and never speak against one.
 */
export function borrowAnchor(event: Event, events: readonly Event[], reading: Reading, linker: Linker): Event {
  if (event.date !== null) return event;
  const paragraph = paragraphAt(reading, firstWord(event));
  const before = events
    .filter((other) => other.id !== event.id && other.date !== null && isToldAsHappened(other))
    .filter((other) => firstWord(other) < firstWord(event))
    .sort((a, b) => firstWord(b) - firstWord(a));
  const family = before.find((other) => linker.sameFamily(other.incident, event.incident));
  const neighbour = before.find((other) => paragraphAt(reading, firstWord(other)) === paragraph);
  const lender = family ?? neighbour;
  if (lender?.date == null) return event;
  const date = { ...lender.date, inferredBy: "date-of-the-event-before" };
  const place =
    lacksPlace(event) && lender.place !== null
      ? { ...lender.place, inferredBy: "place-of-the-event-before" }
      : event.place;
  return { ...event, date, place };
}
