import { kilometresBetween } from "../../linking/index.ts";
import type { CodedDocument, Event, Span, TextFault } from "../../record/index.ts";
import { spanOf } from "../../record/index.ts";
import type { Sentence } from "../../text/index.ts";
import { isViolent } from "../subject.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { fault, sentenceAt } from "./fault-source.ts";

type PlaceMention = CodedDocument["places"][number];

const FAR_KM = 25;

/** Both placed, both finer than a division, too far apart to be one place. */
function rivals(event: Event, place: PlaceMention): boolean {
  const own = event.place;
  if (own === null || own.lat === null || own.lon === null || place.lat === null || place.lon === null) return false;
  const fine = (precision: string | undefined): boolean =>
    precision === "city" || precision === "site" || precision === "admin2";
  if (!fine(own.precision) || (place.precision !== undefined && !fine(place.precision))) return false;
  return kilometresBetween({ lat: own.lat, lon: own.lon }, { lat: place.lat, lon: place.lon }) > FAR_KM;
}

const namesOf = (event: Event): ReadonlySet<string> =>
  new Set((event.place?.mentions ?? []).map((mention) => mention.text.toLowerCase()));

/** "in", "at", "near" before the name: where it happened, not whom it names. */
const LOCATIVE = /\b(?:in|at|near|outside|from the)\s+$/i;
/** A word that takes up something told before: "the camp", "the bomb". */
const DEFINITE = /\b(?:the|that|this|those|these)\s+(?:\p{L}+\s+)?$/iu;
const REACH = 60;

interface Later {
  readonly event: Event;
  readonly words: Span;
  readonly place: PlaceMention;
  readonly sentence: Sentence;
}

/** A later mention of an event with another place close by, in a sentence that does not tell the event anew. */
function laterPlacements(source: FaultSource): readonly Later[] {
  const { reading, coded } = source;
  return coded.events
    .filter((event) => isViolent(event.incident) && event.place !== null)
    .flatMap((event) => {
      const first = Math.min(...event.evidence.map((span) => span.start));
      const home = sentenceAt(reading, first)?.index ?? -1;
      return event.evidence.flatMap((words): Later[] => {
        const sentence = sentenceAt(reading, words.start);
        if (sentence === undefined || sentence.index === home) return [];
        return coded.places
          .filter((place) => place.start >= sentence.start && place.end <= sentence.end)
          .filter((place) => Math.abs(place.start - words.end) < REACH || Math.abs(words.start - place.end) < REACH)
          .filter((place) => !namesOf(event).has(place.text.toLowerCase()) && rivals(event, place))
          .filter(
            (place) =>
              LOCATIVE.test(reading.text.slice(0, place.start).slice(-12)) ||
              DEFINITE.test(reading.text.slice(0, place.start).slice(-24)),
          )
          .map((place) => ({ event, words, place, sentence }));
      });
    });
}

/** One event in two places, both marked: the words that place it first, and those that place it elsewhere. */
export const findRivalPlaces: FaultFinder = (source) => {
  const seen = new Set<string>();
  return laterPlacements(source).flatMap(({ event, words, place, sentence }): TextFault[] => {
    const key = `${event.id} ${sentence.index}`;
    const here = event.place?.mentions[0] ?? event.evidence[0]!;
    if (seen.has(key)) return [];
    seen.add(key);
    const start = Math.min(words.start, place.start);
    const there = spanOf(source.reading.text, start, Math.max(words.end, place.end));
    return [
      fault("inconsistency", [here, there], `Placed in ${event.place?.name ?? ""} first, then in ${place.text}.`),
    ];
  });
};
