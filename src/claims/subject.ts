import type { EventLike, Grounds } from "../linking/index.ts";
import { fromEvent } from "../linking/index.ts";
import type { Claim, Event, Span } from "../record/index.ts";
import { overlaps, VIOLENT_INCIDENTS } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { ClassWords } from "./class-words.ts";

/** The events of the text that a claim speaks of; `how` says whether its own words do, or a word that points back. */
export interface Subject {
  readonly events: readonly Event[];
  readonly how: "own-words" | "figures" | "points-back" | "none";
}

const VIOLENT: ReadonlySet<string> = new Set(VIOLENT_INCIDENTS);
export const isViolent = (incidentClass: string): boolean => VIOLENT.has(incidentClass);

const within = (claim: Span, spans: readonly Span[]): Span | undefined => spans.find((span) => overlaps(span, claim));

/** Where in the text an event was last spoken of before `at`; -1 if not yet. */
const lastBefore = (event: Event, at: number): number =>
  Math.max(-1, ...event.evidence.filter((span) => span.start < at).map((span) => span.start));

const carriesToll = (event: Event, claim: Span): boolean =>
  [event.casualties.killed, event.casualties.injured].some(
    (count) => count !== null && within(claim, count.mentions) !== undefined,
  ) || event.reports.some((report) => within(claim, report.by) !== undefined);

/** "It happened in …", "the blast was …": the claim itself is about something told before. */
const POINTS_BACK =
  /^(?:it|this|that)\s+(?:\p{L}+\s+){0,2}?(?:happened|took place|occurred|began|started|ended|came|lasted|did|was (?:called off|cancelled|postponed|over))\b/iu;

const namesClass = (text: string, words: ClassWords): boolean =>
  words
    .in(text)
    .some(
      ({ at, word }) =>
        word.kind !== "any" && /\b(?:the|this|that|such|these|those) (?:\p{L}+ )?$/iu.test(text.slice(0, at)),
    );

/** The event that a word such as "the blast" or "it" takes up: the last one before it that the word can mean. */
function takenUp(claim: Span, events: readonly Event[], words: ClassWords, toll: boolean): Event | undefined {
  const named = words.in(claim.text).filter(({ word }) => word.kind !== "any");
  const fits = (event: Event): boolean =>
    named.length > 0 ? named.some(({ word }) => word.classes.has(event.incident)) : !toll || isViolent(event.incident);
  return [...events]
    .filter((event) => fits(event) && lastBefore(event, claim.start) >= 0)
    .sort((a, b) => lastBefore(b, claim.start) - lastBefore(a, claim.start))[0];
}

/**
 * Which events a claim is about: those whose words stand in it, first word first; else the one whose figures it gives;
 * else, for a claim that points back or gives a toll, the last fitting event before it.
 * @param toll the claim gives a number of killed or hurt without naming an event
 */
export function subjectOf(claim: Span, events: readonly Event[], words: ClassWords, toll: boolean): Subject {
  // Speech is an act of its own kind; what a claim is about is what was said to happen.
  const happenings = events.filter((event) => event.incident !== "statement");
  const own = happenings
    .map((event) => ({ event, at: within(claim, event.evidence)?.start }))
    .filter((found): found is { event: Event; at: number } => found.at !== undefined)
    .sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
  if (own.length > 0) return { events: own, how: "own-words" };
  const counted = happenings.filter((event) => carriesToll(event, claim));
  if (counted.length > 0) return { events: counted.slice(0, 1), how: "figures" };
  const back =
    toll || POINTS_BACK.test(claim.text) || namesClass(claim.text, words)
      ? takenUp(claim, happenings, words, toll)
      : undefined;
  return back === undefined ? { events: [], how: "none" } : { events: [back], how: "points-back" };
}

/** The sentences in which an event is spoken of, joined. */
export function wordsOfEvent(event: Event, reading: Reading): string {
  return reading.sentences
    .filter((sentence) => event.evidence.slice(0, 3).some((span) => overlaps(span, sentence)))
    .map((sentence) => reading.text.slice(sentence.start, sentence.end))
    .join(" ");
}

const paragraphsOf = (event: Event, reading: Reading): ReadonlySet<number> =>
  new Set(
    reading.sentences
      .filter((sentence) => event.evidence.some((span) => overlaps(span, sentence)))
      .map(({ paragraph }) => paragraph),
  );

const standsIn = (mentions: readonly Span[], paragraphs: ReadonlySet<number>, reading: Reading): boolean =>
  mentions.some((mention) =>
    reading.sentences.some((sentence) => paragraphs.has(sentence.paragraph) && overlaps(mention, sentence)),
  );

/** A rule that takes a value over from another event or from where the report was filed. */
const TAKEN_OVER = /event-before|dateline/;

/** A division or country beside the name settles which of its bearers is meant. */
function placeGround(event: Event, reading: Reading, paragraphs: ReadonlySet<number>): Grounds["place"] {
  const { place } = event;
  if (place === null) return "said";
  if (TAKEN_OVER.test(place.inferredBy ?? "")) return "carried";
  if (place.mentions.length > 0 && !standsIn(place.mentions, paragraphs, reading)) return "carried";
  const passage = reading.sentences
    .filter((sentence) => paragraphs.has(sentence.paragraph))
    .map((sentence) => reading.text.slice(sentence.start, sentence.end))
    .join(" ");
  const division = place.admin1?.split(" ")[0] ?? "";
  return division !== "" && division !== place.name && passage.includes(division) ? "said" : "name-only";
}

function groundsOf(event: Event, reading: Reading): Grounds {
  const paragraphs = paragraphsOf(event, reading);
  const mentions = event.date?.mentions ?? [];
  return {
    dateCarried:
      TAKEN_OVER.test(event.date?.inferredBy ?? "") ||
      (mentions.length > 0 && !standsIn(mentions, paragraphs, reading)),
    place: placeGround(event, reading, paragraphs),
  };
}

export type ClaimWords = Pick<Claim, "text" | "attributedTo">;

/** "two of its members, the union said": whose members they are stands with the source. */
const wordsOfClaim = (claim: ClaimWords): string =>
  /\b(?:its|their|our|his|her|my)\b/i.test(claim.text)
    ? [claim.text, ...claim.attributedTo.map((source) => source.text)].join(" ")
    : claim.text;

/** An event to compare: with the words of one claim, or of all the sentences it stands in. */
export const likeOf = (event: Event, reading: Reading, claim: ClaimWords | null): EventLike =>
  fromEvent(event, claim === null ? wordsOfEvent(event, reading) : wordsOfClaim(claim), groundsOf(event, reading));
