import type { ParticipantKind } from "../record/index.ts";
import type { Sentence, Token } from "../text/index.ts";
import type { NameParts } from "./name-parts.ts";
import type { Phrase } from "./phrase.ts";

const startingAt = (phrases: readonly Phrase[], i: number): Phrase | undefined => phrases.find((p) => p.first === i);

const isNamed = (tokens: readonly Token[], phrase: Phrase): boolean => tokens[phrase.head]!.upos === "PROPN";

/** "of Ak-Say and of Vorukh", "of the Orient Leaf Company": end of the chain of "of" phrases after token `last`. */
function ofTail(sentence: Sentence, phrases: readonly Phrase[], last: number): number {
  const { tokens } = sentence;
  if (tokens[last + 1]?.norm !== "of") return last;
  const inner = startingAt(phrases, last + 2);
  if (inner === undefined) return last;
  const end = ofTail(sentence, phrases, inner.last);
  const and =
    tokens[end + 1]?.norm === "and" && tokens[end + 2]?.norm === "of" ? startingAt(phrases, end + 3) : undefined;
  return and === undefined ? end : and.last;
}

/** "parked by the gate", "hidden in a cart", "called Sons of the Valley": a participle clause with its one complement. */
function participleTail(sentence: Sentence, phrases: readonly Phrase[], last: number): number {
  const verb = sentence.tokens[last + 1];
  if (verb === undefined || !/^VB[ND]$/.test(verb.xpos) || !TAIL_VERBS.test(verb.lemma)) return last;
  // A finite verb of these ("police parked by the gate") has nothing before it that could be its object: only a participle may.
  const group = sentence.verbGroups.find((g) => g.head === last + 1);
  if (group !== undefined && (group.form !== "participle" || group.first !== group.last)) return last;
  const after = sentence.tokens[last + 2];
  const complement = startingAt(phrases, last + (after?.upos === "ADP" ? 3 : 2));
  return complement === undefined ? last : ofTail(sentence, phrases, complement.last);
}
/** Verbs of being somewhere, belonging or being named: they say which one is meant, and are no event of their own. */
const TAIL_VERBS =
  /^(?:park|call|name|know|hide|station|base|moor|dock|belong|own|sign|circulate|share|locate|situate|run|dress|wear|lead|head)$/;

/** "the customs house at Latakia", "the hospital in Isfara": a named place right after a building. */
function placeTail(sentence: Sentence, phrases: readonly Phrase[], last: number): number {
  if (!/^(?:in|at|near|outside)$/.test(sentence.tokens[last + 1]?.norm ?? "")) return last;
  const place = startingAt(phrases, last + 2);
  return place !== undefined && isNamed(sentence.tokens, place) ? place.last : last;
}

/** Token index where the words about a participant end. `isPlace`: it is a building, which a place name may locate. */
export function tailOf(sentence: Sentence, phrases: readonly Phrase[], phrase: Phrase, isPlace: boolean): number {
  const of = ofTail(sentence, phrases, phrase.last);
  const participle = participleTail(sentence, phrases, of);
  return isPlace && participle === phrase.last ? placeTail(sentence, phrases, of) : participle;
}

/** "the Committee of the Quay", "Ministry of the Interior": a name goes on through "of" to another name. */
export function nameEnd(
  sentence: Sentence,
  phrases: readonly Phrase[],
  parts: NameParts,
  kind: ParticipantKind,
): number {
  const { tokens } = sentence;
  const last = parts.name!.last;
  // "Mario Accorsi of Rome" is a person and a town; only a body's name goes on.
  if (kind === "individual" || kind === "other") return last;
  if (tokens[last + 1]?.norm !== "of" && tokens[last + 1]?.norm !== "for") return last;
  const inner = startingAt(phrases, last + 2);
  return inner !== undefined && isNamed(tokens, inner) ? inner.last : last;
}
