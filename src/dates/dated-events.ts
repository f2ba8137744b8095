import type { Outline, OutlineSentence, TaggedToken } from "../text/index.ts";
import { surelyFrom, surelyTo } from "./sentence-edges.ts";
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

/** Past forms whose letters are not those of the noun. */
const STRONG: Readonly<Record<string, string>> = {
  figh: "fought",
  stri: "struck",
  shoo: "shot",
  fall: "fell",
  meet: "met",
  begi: "beg[au]n",
  risi: "rose",
  hold: "held",
};

/** Does the text before `end` hold a word that begins like one of the next few? Where none does, no tags are needed. */
function isForetold(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const next = text.slice(end, end + NOUN_REACH).match(/[A-Za-z]{4,}/g) ?? [];
  return next.some((word) => {
    const stem = word.slice(0, SHORTEST_STEM).toLowerCase();
    return new RegExp(`\\b(?:${stem}|${STRONG[stem] ?? stem})`, "i").test(before);
  });
}
const NOUN_REACH = 80;

/**
 * When the event is that the words after `end` name, as the text dated it before: the last sentence that has both a date and the
 * event's word. Null where no sentence has.
 */
export function datedEvent(
  { start, end }: { readonly start: number; readonly end: number },
  dated: readonly DatedPlace[],
  text: Outline,
): Settled | null {
  if (!isForetold(text.text, start, end)) return null;
  const sentence = text.sentenceAt(start);
  const noun = sentence === null ? null : eventNoun(sentence, end);
  if (noun === null) return null;
  const stem = stemOf(noun);
  if (stem.length < SHORTEST_STEM) return null;
  const names = (token: TaggedToken): boolean => CONTENT.has(token.upos) && stemOf(token) === stem && token !== noun;
  const stem4 = stem.slice(0, SHORTEST_STEM);
  const inWords = new RegExp(`\\b(?:${stem4}|${STRONG[stem4] ?? stem4})`, "i");
  const canName = (at: number): boolean =>
    inWords.test(text.text.slice(surelyFrom(text.text, at), surelyTo(text.text, at)));
  return (
    dated.findLast((one) => canName(one.at) && text.sentenceAt(one.at)?.tokens.some(names) === true)?.settled ?? null
  );
}
