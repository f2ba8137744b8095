import type { EventLike } from "../linking/index.ts";
import { fromEvent } from "../linking/index.ts";
import type { Claim, Event, Span } from "../record/index.ts";
import { overlaps } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { ClassWords } from "./class-words.ts";

/** The events of the text that a claim speaks of; `how` says whether its own words do, or a word that points back. */
export interface Subject {
  readonly events: readonly Event[];
  readonly how: "own-words" | "figures" | "points-back" | "none";
}

const VIOLENT: ReadonlySet<string> = new Set([
  "armed-assault",
  "bombing",
  "suicide-bombing",
  "assassination",
  "kidnapping",
  "hostage-taking",
  "hijacking",
  "arson",
  "sabotage",
  "robbery",
  "massacre",
  "clash",
  "riot",
]);
export const isViolent = (incidentClass: string): boolean => VIOLENT.has(incidentClass);
export const VIOLENT_CLASSES: readonly string[] = [...VIOLENT];

const within = (claim: Span, spans: readonly Span[]): Span | undefined => spans.find((span) => overlaps(span, claim));

/** Where in the text an event was last spoken of before `at`; -1 if not yet. */
const lastBefore = (event: Event, at: number): number =>
  Math.max(-1, ...event.evidence.filter((span) => span.start < at).map((span) => span.start));

const carriesToll = (event: Event, claim: Span): boolean =>
  [event.casualties.killed, event.casualties.injured].some(
    (count) => count !== null && within(claim, count.mentions) !== undefined,
  ) || event.reports.some((report) => within(claim, report.by) !== undefined);

const POINTS_BACK = /\b(?:it|this|that|the|these|those|such|its|there)\b/i;

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
  const own = events
    .map((event) => ({ event, at: within(claim, event.evidence)?.start }))
    .filter((found): found is { event: Event; at: number } => found.at !== undefined)
    .sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
  if (own.length > 0) return { events: own, how: "own-words" };
  const counted = events.filter((event) => carriesToll(event, claim));
  if (counted.length > 0) return { events: counted.slice(0, 1), how: "figures" };
  const back = toll || POINTS_BACK.test(claim.text) ? takenUp(claim, events, words, toll) : undefined;
  return back === undefined ? { events: [], how: "none" } : { events: [back], how: "points-back" };
}

/** The sentences in which an event is spoken of, joined. */
export function wordsOfEvent(event: Event, reading: Reading): string {
  return reading.sentences
    .filter((sentence) => event.evidence.slice(0, 3).some((span) => overlaps(span, sentence)))
    .map((sentence) => reading.text.slice(sentence.start, sentence.end))
    .join(" ");
}

/** An event to compare: with the words of one claim, or of all the sentences it stands in. */
export const likeOf = (event: Event, reading: Reading, claim: Span | null): EventLike =>
  fromEvent(event, claim === null ? wordsOfEvent(event, reading) : claim.text);

export type ClaimSpan = Pick<Claim, "start" | "end" | "text" | "kind" | "attributedTo">;
