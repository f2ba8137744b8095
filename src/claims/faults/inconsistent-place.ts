import { kilometresBetween } from "../../linking/index.ts";
import type { CodedDocument, Event, Span, TextFault } from "../../record/index.ts";
import { overlaps, spanOf } from "../../record/index.ts";
import type { Sentence } from "../../text/index.ts";
import { isToldAsHappened } from "../check-context.ts";
import { isViolent } from "../subject.ts";
import type { FaultFinder, FaultSource } from "./fault-source.ts";
import { fault, sentenceAt, statingSentences } from "./fault-source.ts";

type PlaceMention = CodedDocument["places"][number];

/** Quarters of one town lie closer; two towns hardly ever do. */
const FAR_KM = 8;
const FINE: ReadonlySet<string> = new Set(["city", "site", "admin2"]);

/** Both finer than a division, and too far apart to be one place. */
function isElsewhere(event: Event, place: PlaceMention): boolean {
  const own = event.place;
  if (own === null || own.lat === null || own.lon === null || place.lat === null || place.lon === null) return false;
  if (own.precision === "admin1" && place.precision === "admin1") return own.geonameId !== place.geonameId;
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

const REACH = 70;

/**
 * The words of the definite phrase that a place belongs to: "the men who fired on the camp in Lira" before it, "the Lira
 * depot" after it; null where the place stands in no such phrase.
 */
function definitePhrase(source: FaultSource, sentence: Sentence, place: PlaceMention): Span | null {
  const { text } = source.reading;
  const before = text.slice(sentence.start, place.start);
  const phrase = /\b(?:the|that|those|\p{L}+day['’]s)\s+(?:[\p{L}'’-]+\s+){1,8}(?:in|at|near|outside)\s+$/iu.exec(
    before,
  );
  if (phrase !== null) return spanOf(text, sentence.start + phrase.index, place.start);
  if (!/\b(?:the|that)\s+$/i.test(before)) return null;
  const noun = /^\s+[\p{L}'’-]+/u.exec(text.slice(place.end, sentence.end));
  return noun === null ? null : spanOf(text, place.end, place.end + noun[0].length);
}

interface Elsewhere {
  readonly event: Event;
  readonly place: PlaceMention;
  readonly passage: Span;
}

/** Does the later sentence take up this event: by its trigger and a further word, or by its trigger and its very date? */
function takesUp(source: FaultSource, event: Event, first: Sentence, passage: Span): boolean {
  const here = tellingWords(source, passage);
  const triggers = triggerWords(source, event);
  const there = wordsOfTelling(source, event, first, passage);
  const shared = [...here].filter((word) => there.has(word));
  const byTrigger = shared.some((word) => triggers.has(word));
  const bySecond = shared.filter((word) => !triggers.has(word)).length > 0;
  return shared.length > 1 || (byTrigger && bySecond) || (shared.length > 0 && sameDate(source, event, passage));
}

/** The sentence that tells of the event first, and those that go on with it before the passage. */
const wordsOfTelling = (
  source: FaultSource,
  event: Event,
  first: Sentence,
  passage: { readonly start: number },
): ReadonlySet<string> => {
  const told = event.evidence.flatMap((span) => sentenceAt(source.reading, span.start) ?? []);
  return new Set(
    [first, ...told.filter((one) => one.end < passage.start)].flatMap((one) => [...tellingWords(source, one)]),
  );
};

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

/** Words around a place, cut between words. */
function passageAround(source: FaultSource, sentence: Sentence, place: PlaceMention): Span {
  const near = sentence.tokens.filter((token) => token.end > place.start - REACH && token.start < place.end + REACH);
  return spanOf(source.reading.text, near[0]?.start ?? place.start, near.at(-1)?.end ?? place.end);
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
          const phrase = definitePhrase(source, sentence, place);
          const told = wordsOfTelling(source, event, first, place);
          return phrase !== null && [...tellingWords(source, phrase)].some((word) => told.has(word));
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
