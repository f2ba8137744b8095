import type { Outline, OutlineSentence, TaggedToken } from "../text/index.ts";
import type { Settled } from "./standpoint.ts";

/** A date of the text and where it stands. */
export interface DatedPlace {
  readonly at: number;
  readonly settled: Settled;
}

const DEFINITE = /^(?:the|that|this|those|these|his|her|their|its|'s|’s)$/;

/** What makes "bombing" and "bombed", "arrest" and "arrested" the same word. */
const stemOf = (token: TaggedToken): string => token.lemma.replace(/(?:ings?|ions?|ments?|es?|s)$/, "");

const isNoun = (token: TaggedToken): boolean => token.upos === "NOUN" || token.upos === "PROPN";
const CONTENT = new Set(["NOUN", "PROPN", "VERB"]);
const SHORTEST_STEM = 4;

/** The noun that "two days after the …" counts from; null where the words point to no event already told. */
function eventNoun(sentence: OutlineSentence, end: number): TaggedToken | null {
  const first = sentence.tokens.findIndex((token) => token.start >= end);
  if (first === -1 || !DEFINITE.test(sentence.tokens[first]!.norm)) return null;
  let noun: TaggedToken | null = null;
  for (const token of sentence.tokens.slice(first + 1, first + 6)) {
    if (isNoun(token)) noun = token;
    else if (noun !== null || !/^(?:ADJ|NUM|VERB)$/.test(token.upos)) break;
  }
  return noun;
}

/**
 * When the event is that the words after `end` name, as the text dated it before: the last sentence that has both a date and the
 * event's word. Null where no sentence has.
 */
export function datedEvent(
  sentence: OutlineSentence | null,
  end: number,
  dated: readonly DatedPlace[],
  text: Outline,
): Settled | null {
  const noun = sentence === null ? null : eventNoun(sentence, end);
  if (noun === null) return null;
  const stem = stemOf(noun);
  if (stem.length < SHORTEST_STEM) return null;
  const names = (token: TaggedToken): boolean => CONTENT.has(token.upos) && stemOf(token) === stem && token !== noun;
  return dated.findLast((one) => text.sentenceAt(one.at)?.tokens.some(names) === true)?.settled ?? null;
}
