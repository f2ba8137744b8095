import { kilometresBetween } from "../../linking/index.ts";
import type { CodedDocument, Event, Span, TextFault } from "../../record/index.ts";
import { overlaps, spanOf } from "../../record/index.ts";
import type { Sentence } from "../../text/index.ts";
import { isToldAsHappened } from "../check-context.ts";
import { isViolent } from "../subject.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { fault, sentenceAt, statingSentences } from "./fault-source.ts";

type PlaceMention = CodedDocument["places"][number];

const FAR_KM = 25;
const FINE: ReadonlySet<string> = new Set(["city", "site", "admin2"]);

/** Both finer than a division, and too far apart to be one place. */
function isElsewhere(event: Event, place: PlaceMention): boolean {
  const own = event.place;
  if (own === null || own.lat === null || own.lon === null || place.lat === null || place.lon === null) return false;
  if (!FINE.has(own.precision) || !FINE.has(place.precision ?? "city")) return false;
  return kilometresBetween({ lat: own.lat, lon: own.lon }, { lat: place.lat, lon: place.lon }) > FAR_KM;
}

/** Nouns and verbs of a stretch that tell one happening from another: no names, no forms of be and have. */
const COMMON = /^(?:be|have|do|say|kill|die|man|people|person|day|year|month|time|city|town|police)$/;
function tellingWords(source: FaultSource, span: { start: number; end: number }): ReadonlySet<string> {
  const tokens = source.reading.sentences.flatMap((sentence) =>
    sentence.tokens.filter((token) => overlaps(token, span)),
  );
  return new Set(
    tokens
      .filter(({ upos, lemma }) => (upos === "NOUN" || upos === "VERB") && !COMMON.test(lemma))
      .map(({ lemma }) => lemma),
  );
}

/** Words that act as names of what happened: the evidence of the event itself, by lemma. */
const triggerWords = (source: FaultSource, event: Event): ReadonlySet<string> =>
  new Set(event.evidence.slice(0, 3).flatMap((span) => [...tellingWords(source, span)]));

/** "the camp in Sukkur", "the San Pablo depot where the bomb went off", "the men shot at Latakia in April 1952". */
const DEFINITE = /\b(?:the|that|this|those|these)\b[^.;,]{0,60}$/i;
const LOCATIVE = /\b(?:in|at|near|outside|from the|the)\s+$/i;
const REACH = 70;

interface Elsewhere {
  readonly event: Event;
  readonly place: PlaceMention;
  readonly passage: Span;
}

/** Does the later sentence take up this event: by its trigger and a further word, or by its trigger and its very date? */
function takesUp(source: FaultSource, event: Event, first: Sentence, passage: Span): boolean {
  const here = tellingWords(source, passage);
  const triggers = triggerWords(source, event);
  const there = tellingWords(source, first);
  const shared = [...here].filter((word) => there.has(word));
  const byTrigger = shared.some((word) => triggers.has(word));
  const bySecond = shared.filter((word) => !triggers.has(word)).length > 0;
  return (byTrigger && (bySecond || shared.length > 1)) || (shared.length > 0 && sameDate(source, event, passage));
}

const sameDate = (source: FaultSource, event: Event, passage: Span): boolean =>
  event.date !== null &&
  source.coded.dates.some(
    (date) =>
      overlaps(date, passage) &&
      date.from !== null &&
      date.to !== null &&
      date.precision !== "year" &&
      date.from <= event.date!.to &&
      date.to >= event.date!.from,
  );

function passageAround(source: FaultSource, sentence: Sentence, place: PlaceMention): Span {
  const start = Math.max(sentence.start, place.start - REACH);
  return spanOf(source.reading.text, start, Math.min(sentence.end, place.end + REACH));
}

function laterPlaces(source: FaultSource, event: Event): readonly Elsewhere[] {
  const first = sentenceAt(source.reading, Math.min(...event.evidence.map((span) => span.start)));
  if (first === undefined) return [];
  return statingSentences(source.reading)
    .filter((sentence) => sentence.paragraph > first.paragraph)
    .flatMap((sentence) =>
      source.coded.places
        .filter((place) => overlaps(place, sentence) && isElsewhere(event, place))
        .filter((place) => {
          const before = source.reading.text.slice(sentence.start, place.start);
          return DEFINITE.test(before) && LOCATIVE.test(before);
        })
        .map((place) => ({ event, place, passage: passageAround(source, sentence, place) }))
        .filter(({ passage }) => takesUp(source, event, first, passage)),
    );
}

/** One event in two places, both marked: the words that place it first, and those that place it elsewhere. */
export const findRivalPlaces: FaultFinder = (source) => {
  const seen = new Set<number>();
  return source.coded.events
    .filter((event) => isViolent(event.incident) && isToldAsHappened(event) && event.place !== null)
    .flatMap((event) => laterPlaces(source, event))
    .flatMap(({ event, place, passage }): TextFault[] => {
      if (seen.has(place.start)) return [];
      seen.add(place.start);
      const trigger = event.evidence[0]!;
      const named = event.place?.mentions[0] ?? trigger;
      const here =
        sentenceAt(source.reading, trigger.start)?.index === sentenceAt(source.reading, named.start)?.index
          ? spanOf(source.reading.text, Math.min(trigger.start, named.start), Math.max(trigger.end, named.end))
          : trigger;
      return [
        fault("inconsistency", [here, passage], `Placed in ${event.place?.name ?? ""} first, then in ${place.text}.`),
      ];
    });
};
