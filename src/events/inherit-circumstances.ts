import type { PlaceMention } from "../places/index.ts";
import type { EventDate, EventPlace } from "../record/index.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import type { Passage } from "./passage.ts";
import { eventPlaceOf, FINENESS, inBrackets, standsForItself } from "./tell-place.ts";

/** Where an event's own words give no date or place, what stands near may; the rule is named on the value. */
export interface Inherited {
  readonly date: EventDate | null;
  readonly place: EventPlace | null;
}

const sentenceOf = (event: ToldEvent): number => event.tellings[0]!.match.passage.sentence.index;
const paragraphOf = (event: ToldEvent): number => event.tellings[0]!.match.passage.sentence.paragraph;
const hasOwn = (event: ToldEvent, what: "date" | "place"): boolean => event.tellings.some((one) => one[what] !== null);

const saidIn = <T>(event: ToldEvent, take: (telling: ToldEvent["lead"]) => T | null): T | null =>
  event.tellings.map(take).find((value) => value !== null) ?? null;

/** Date of the event told right before in the same paragraph. */
function dateBefore(event: ToldEvent, events: readonly ToldEvent[]): EventDate | null {
  const before = events.findLast(
    (other) =>
      other !== event &&
      sentenceOf(other) <= sentenceOf(event) &&
      paragraphOf(other) === paragraphOf(event) &&
      sentenceOf(event) - sentenceOf(other) <= 1 &&
      hasOwn(other, "date") &&
      other.lead.factuality !== "hypothetical",
  );
  const date = before === undefined ? null : saidIn(before, (one) => one.date);
  return date === null ? null : { ...date, inferredBy: "date-of-the-event-before" };
}

/** The finest place that a sentence names, remarks in brackets aside. */
function finest(passage: Passage): PlaceMention | undefined {
  const named = passage.places.filter(
    (place) =>
      place.use === "literal" && place.place !== null && !inBrackets(passage, place) && standsForItself(passage, place),
  );
  return named.toSorted((a, b) => FINENESS[a.place!.precision] - FINENESS[b.place!.precision])[0];
}

/** The last place named before the event in its paragraph, else the place of the event told last. */
function placeBefore(event: ToldEvent, events: readonly ToldEvent[], passages: readonly Passage[]): EventPlace | null {
  const at = sentenceOf(event);
  for (let i = at - 1; i >= 0 && passages[i]?.sentence.paragraph === paragraphOf(event); i -= 1) {
    const named = finest(passages[i]!);
    if (named !== undefined) return eventPlaceOf([named], "place-named-before-in-the-paragraph");
  }
  const before = events.findLast(
    (other) =>
      other !== event &&
      paragraphOf(other) === paragraphOf(event) &&
      sentenceOf(other) < at &&
      at - sentenceOf(other) <= 2 &&
      hasOwn(other, "place"),
  );
  const place = before === undefined ? null : saidIn(before, (one) => one.place);
  return place === null ? null : { ...place, inferredBy: "place-of-the-event-before" };
}

/** Sentences in which a line of place and date still heads the text. */
const OPENING = 4;

/** "Dresden, 18 March 2016.": nothing but a place and a day. */
const isFiledFrom = ({ verbs, places, dates, tokens }: Passage): boolean =>
  verbs.length === 0 && dates.length === 1 && places[0]?.start === tokens[0]?.start && tokens.length < 12;

/** "LIMA, 10 Jan --": where the report was filed, when nothing else says where. */
function datelinePlace(passages: readonly Passage[]): EventPlace | null {
  const dateline =
    passages.find((passage) => passage.sentence.kind === "dateline") ?? passages.slice(0, OPENING).find(isFiledFrom);
  const named = dateline?.places.find((place) => place.place !== null);
  return named === undefined ? null : eventPlaceOf([named], "dateline");
}

const CONTINUING: ReadonlySet<string> = new Set(
  "later then afterwards afterward meanwhile minutes hours subsequently simultaneously thereafter there".split(" "),
);

/**
 * Does the event go on from what was told before? It has a time of its own in the story, or shares somebody with the event
 * before it, or says so ("later"). "A judge was once kidnapped on the road" does none of these and inherits nothing.
 */
function goesOn(event: ToldEvent, events: readonly ToldEvent[]): boolean {
  if (hasOwn(event, "date") || event.lead.definite) return true;
  const { tokens } = event.lead.match.passage;
  if (tokens.some((token) => CONTINUING.has(token.norm))) return true;
  const before = events.findLast((other) => other !== event && sentenceOf(other) <= sentenceOf(event));
  if (before === undefined) return true;
  if (sentenceOf(before) === sentenceOf(event)) return true;
  const known = new Set(before.tellings.flatMap((one) => one.parts.flatMap((part) => part.entity ?? [])));
  return event.tellings.some((one) => one.parts.some((part) => part.entity !== null && known.has(part.entity)));
}

/** A line that only names a place ("Kara-Suu, Osh region.") says where the paragraph under it is. */
const labelled = (event: ToldEvent, passages: readonly Passage[]): boolean =>
  passages.some(
    ({ sentence, verbs, places }) =>
      sentence.paragraph === paragraphOf(event) &&
      verbs.length === 0 &&
      places.length > 0 &&
      sentence.index < sentenceOf(event),
  );

export function inherit(event: ToldEvent, events: readonly ToldEvent[], passages: readonly Passage[]): Inherited {
  const unreal = event.lead.factuality === "hypothetical";
  const on = goesOn(event, events);
  const near = on || labelled(event, passages) ? placeBefore(event, events, passages) : null;
  return {
    date: unreal || hasOwn(event, "date") || !on ? null : dateBefore(event, events),
    place: unreal || hasOwn(event, "place") ? null : (near ?? datelinePlace(passages)),
  };
}
