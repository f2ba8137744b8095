import type { ActorMention } from "../actors/index.ts";
import type { Event, Span } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import { findSlots } from "./find-slots.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import { type Passage, spanBetween } from "./passage.ts";
import { takesArticle } from "./takes-article.ts";

type Stance = Event["responsibility"][number]["stance"];

/** Somebody takes, denies or is given the blame for an event. */
export interface Responsibility {
  readonly stance: Stance;
  readonly actor: ActorMention;
  readonly cue: Span;
  readonly sentence: number;
  /** The clause's words point at what is answered for, as token index, or -1. */
  readonly head: number;
}

const CLAIMING: ReadonlySet<string> = new Set(["claim", "assume", "accept", "admit", "acknowledge", "take"]);
const DENYING: ReadonlySet<string> = new Set(["deny", "reject", "disclaim", "disown"]);
const BLAMING: ReadonlySet<string> = new Set(["blame", "accuse", "attribute"]);
const ANSWERED: ReadonlySet<string> = new Set(
  "responsibility credit part involvement role attack bombing shooting killing murder kidnapping arson fire blast explosion raid assassination".split(
    " ",
  ),
);

function stanceOf(passage: Passage, head: number, object: readonly string[]): Stance | null {
  const lemma = passage.tokens[head]?.lemma ?? "";
  if (CLAIMING.has(lemma)) {
    if (lemma === "take" && !object.includes("responsibility") && !object.includes("credit")) return null;
    return object.some((word) => ANSWERED.has(word)) ? "claimed" : null;
  }
  if (DENYING.has(lemma)) return object.some((word) => ANSWERED.has(word)) ? "denied" : null;
  return BLAMING.has(lemma) ? "attributed" : null;
}

/** What an organisation says of itself: "it had carried out the raid", "its men were behind the blast". */
const OWN_DEED =
  /^(?:that )?(?:it|they|we|its (?:\p{L}+ )?(?:members|fighters|men|forces|units?)) (?:(?:had|has|have|was|were|is|are) )?(?:carried out|behind|responsible|staged|planted|mounted|bombed|attacked|killed|shot|fired|kidnapped|abducted|ambushed|burned|burnt|taken part|took part|involved)\b/iu;

/** "The Guard said it had carried out the raid", "the Guard denied that its members had taken part". */
function fromSaying(reading: Reading, passage: Passage): readonly Responsibility[] {
  return passage.attributions.flatMap(({ sources, content, cue, denied }) => {
    const words = reading.text.slice(content.start, content.end);
    if (!OWN_DEED.test(words)) return [];
    const source = sources.at(-1);
    const speaker = passage.nominals.find(
      ({ mention }) =>
        mention !== null && source !== undefined && mention.start < source.end && source.start < mention.end,
    )?.mention;
    if (speaker == null) return [];
    if (speaker.kind !== "organization" && speaker.kind !== "group" && !takesArticle(speaker)) return [];
    const head = passage.tokens.findIndex((token) => token.start >= cue.start);
    return [{ stance: denied ? "denied" : "claimed", actor: speaker, cue, sentence: passage.sentence.index, head }];
  });
}

/** "claimed responsibility for …", "denied any part in it", "responsibility was claimed by …", "blamed the rebels for …". */
export function findResponsibility(reading: Reading, passage: Passage): readonly Responsibility[] {
  return [...fromVerbs(reading, passage), ...fromSaying(reading, passage)];
}

function fromVerbs(reading: Reading, passage: Passage): readonly Responsibility[] {
  return passage.verbs.flatMap((verb) => {
    const slots = findSlots(passage, { first: verb.first, head: verb.head, last: verb.last }, "verb");
    const object = (slots.fillers.get("obj") ?? []).flatMap((nominal) =>
      passage.tokens.slice(nominal.first, nominal.end + 1).map((token) => token.lemma),
    );
    const stance = verb.negated ? null : stanceOf(passage, verb.head, object);
    if (stance === null) return [];
    const side = stance === "attributed" ? (slots.fillers.get("obj") ?? []) : (slots.fillers.get("subj") ?? []);
    const cue = spanBetween(reading, passage, verb.first, verb.last);
    return side.flatMap(({ mention }) =>
      mention === null || mention.kind === "facility" || mention.kind === "vehicle"
        ? []
        : [{ stance, actor: mention, cue, sentence: passage.sentence.index, head: verb.head }],
    );
  });
}

/** The event answered for: told of in the same sentence, else the last violent one before. */
export function answeredFor(responsibility: Responsibility, events: readonly ToldEvent[]): ToldEvent | null {
  const violent = events.filter((event) => event.lead.type === "ASSAULT");
  const inSentence = violent.find((event) =>
    event.tellings.some(
      (one) => one.match.passage.sentence.index === responsibility.sentence && one.match.head > responsibility.head,
    ),
  );
  if (inSentence !== undefined) return inSentence;
  const before = violent.filter((event) => event.tellings[0]!.match.passage.sentence.index < responsibility.sentence);
  return before.toSorted((a, b) => lastSentence(a, responsibility) - lastSentence(b, responsibility)).at(-1) ?? null;
}

const lastSentence = (event: ToldEvent, { sentence }: Responsibility): number =>
  Math.max(...event.tellings.map((one) => one.match.passage.sentence.index).filter((at) => at < sentence), -1);
