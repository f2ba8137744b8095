import type { Event, Span, TextFault } from "../../record/index.ts";
import { overlaps } from "../../record/index.ts";
import type { Sentence } from "../../text/index.ts";
import { isToldAsHappened } from "../check-context.ts";
import { mainIncident } from "../document-scope.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { fault, sentenceAt } from "./fault-source.ts";

type Lack = "day" | "place";

const NO_HAPPENING: ReadonlySet<string> = new Set(["statement", "other", "release", "trial"]);
const SPEECH: ReadonlySet<string> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "COOPERATE",
  "AID",
]);

/** Reports of happenings that a reader must be able to date and place; denied and supposed ones need neither. */
const needsAnchor = (event: Event): boolean =>
  (isToldAsHappened(event) || (event.stage === "threatened" && event.factuality === "asserted")) &&
  !event.summary &&
  event.partOf === null &&
  !NO_HAPPENING.has(event.incident) &&
  !(SPEECH.has(event.type) && event.stage !== "threatened");

const words = (event: Event): Span => event.evidence[0]!;
const value = (event: Event, lack: Lack): Event["date"] | Event["place"] => (lack === "day" ? event.date : event.place);

/** Is the value taken over from another event, so that the text itself does not give it? */
const takenOver = (event: Event, lack: Lack): boolean =>
  /event-before|dateline/.test(value(event, lack)?.inferredBy ?? "");

/** The text says of this event that it does not tell: in its own sentence, or in the next of the paragraph. */
function saidNotTold(source: FaultSource, home: Sentence, lack: Lack): boolean {
  const next = source.reading.sentences[home.index + 1];
  const here = [home, ...(next !== undefined && next.paragraph === home.paragraph ? [next] : [])];
  return here.some((sentence) => {
    const text = source.reading.text.slice(sentence.start, sentence.end);
    return source.notTold.some(({ what, pattern }) => (what === lack || what === "both") && pattern.test(text));
  });
}

/** An event that an earlier one of its paragraph dates or places is not left hanging. */
function anchoredByNeighbour(source: FaultSource, event: Event, home: Sentence, lack: Lack): boolean {
  const [start, end] = paragraphBounds(source, home);
  return source.coded.events.some(
    (other) =>
      other.id !== event.id &&
      value(other, lack) !== null &&
      !takenOver(other, lack) &&
      other.evidence.some((span) => overlaps(span, { start, end: Math.min(end, words(event).start) })),
  );
}

function paragraphBounds(source: FaultSource, home: Sentence): [number, number] {
  const all = source.reading.sentences.filter(({ paragraph }) => paragraph === home.paragraph);
  return [all[0]?.start ?? home.start, all.at(-1)?.end ?? home.end];
}

const PLACED_BY_NOUN =
  /\b(?:in|at|near|outside|of) (?:the|this|that|our|its|their) (?:\p{L}+ )?(?:city|town|village|department|province|district|region|capital|county|state|valley|port|camp|country|quarter|border)\b|\b(?:there|here)\b/iu;

/** A place or a date of its own stands in the sentence, though the coder made nothing of it. */
const namedInSentence = (source: FaultSource, home: Sentence, lack: Lack): boolean =>
  (lack === "day" ? source.coded.dates : source.coded.places).some((mention) => overlaps(mention, home)) ||
  (lack === "place" && PLACED_BY_NOUN.test(source.reading.text.slice(home.start, home.end)));

const TAKES_UP = /\b(?:the|this|that|those|these|such|who|which|its|their|his|her)\s+$/i;

/** "the men who fired on the camp", "the sit-in": words that take up an event told elsewhere, not a report of their own. */
function takesUpAnother(source: FaultSource, event: Event): boolean {
  const span = words(event);
  if (TAKES_UP.test(source.reading.text.slice(0, span.start).slice(-10))) return true;
  return source.coded.events.some(
    (other) =>
      other.id !== event.id &&
      other.evidence.some((each) => each.start < span.start && each.text.toLowerCase() === span.text.toLowerCase()),
  );
}

const INDEFINITE = /\b(?:an?|one of|some|several|two|three|four|five|somebody|someone|I|we)\b/i;

/** "a driver was abducted": told as something new, of somebody not yet spoken of, and told once. */
function isToldAnew(source: FaultSource, event: Event, home: Sentence): boolean {
  const before = source.reading.text.slice(Math.max(home.start, words(event).start - 60), words(event).end);
  return INDEFINITE.test(before) && event.evidence.length <= 2 && mainIncident(source.coded.events) !== event;
}

const datedKin = (source: FaultSource, event: Event, lack: Lack): boolean =>
  source.coded.events.some(
    (other) => other.id !== event.id && other.incident === event.incident && value(other, lack) !== null,
  );

function lacks(source: FaultSource, event: Event, home: Sentence, lack: Lack): boolean {
  const found = value(event, lack);
  if (saidNotTold(source, home, lack)) return found === null || takenOver(event, lack);
  if (found !== null || !isToldAnew(source, event, home) || datedKin(source, event, lack)) return false;
  return !namedInSentence(source, home, lack) && !anchoredByNeighbour(source, event, home, lack);
}

const NOTES: Readonly<Record<Lack, readonly ["missing-date" | "missing-place", string]>> = {
  day: ["missing-date", "No date is given or can be worked out."],
  place: ["missing-place", "No place is given, not even a province."],
};

/** One fault for each event without a date, and one for each without a place; of several in one sentence the first. */
export const findMissingAnchors: FaultFinder = (source) => {
  const seen = new Set<string>();
  return source.coded.events.filter(needsAnchor).flatMap((event): TextFault[] => {
    const home = sentenceAt(source.reading, words(event).start);
    if (home === undefined || home.kind === "heading" || takesUpAnother(source, event)) return [];
    return (["day", "place"] as const).flatMap((lack) => {
      const key = `${lack} ${home.index}`;
      if (seen.has(key) || !lacks(source, event, home, lack)) return [];
      seen.add(key);
      return [fault(NOTES[lack][0], [words(event)], NOTES[lack][1])];
    });
  });
};
