import type { Reading, Sentence, Token } from "../text/index.ts";
import type { ActorLexicon } from "./lexicon.ts";
import type { Phrase } from "./phrase.ts";

/** The proper name in a phrase and the words that describe its bearer: token indexes, ends inclusive. */
export interface NameParts {
  readonly name: { readonly first: number; readonly last: number } | null;
  readonly description: { readonly first: number; readonly last: number } | null;
}

const isName = (token: Token): boolean => token.upos === "PROPN";
const isGlue = (token: Token): boolean =>
  /^[-–.'’]$/.test(token.form) || /^(?:de|del|la|las|los|y|e|da|dos|di|van|von|der|bin|ibn|al|el)$/.test(token.norm);

/** "Colonel", "President", "Monsignor": a title before a name describes; it is no part of it. */
const isTitle = (token: Token, lexicon: ActorLexicon): boolean =>
  /^(?:mr|mrs|ms|dr|gen|col|lt|capt|maj|sgt|sen|rep|gov|rev|fr|msgr|prof)\.?$/.test(token.norm) ||
  lexicon.nouns.get(token.norm)?.kind === "person";

/** First token of the run of names that ends at `last`. */
function runStart(tokens: readonly Token[], first: number, last: number): number {
  let start = last;
  while (
    start > first &&
    (isName(tokens[start - 1]!) || (isGlue(tokens[start - 1]!) && start - 1 > first && isName(tokens[start - 2]!)))
  )
    start--;
  return start;
}

/** Reads "the shipping agent Paul Moreno": name and description. A phrase without a proper name gives null and itself. */
export function namePartsOf(reading: Reading, sentence: Sentence, phrase: Phrase, lexicon: ActorLexicon): NameParts {
  const { tokens } = sentence;
  if (!isName(tokens[phrase.head]!)) return { name: null, description: { first: phrase.start, last: phrase.last } };
  let start = runStart(tokens, phrase.start, phrase.head);
  const soft = (token: Token): boolean => isTitle(token, lexicon) || isDescriptive(token, reading);
  while (start < phrase.head && soft(tokens[start]!) && isPersonTail(tokens, start + 1, phrase.head, lexicon)) start++;
  const description =
    start > phrase.start && tokens.slice(phrase.start, start).some((t) => t.upos !== "DET")
      ? { first: phrase.start, last: start - 1 }
      : null;
  return { name: { first: start, last: phrase.head }, description };
}

/** In capitals a tagger takes many nouns for names; a known noun in front of the name is then a description too. */
const isDescriptive = (token: Token, reading: Reading): boolean =>
  reading.capitals && /^(?:former|deputy|vice|late)$/.test(token.norm);

/** What is left after a title is a person's name only if no word in it is a noun for a body ("General Workers' Union"). */
const isPersonTail = (tokens: readonly Token[], from: number, to: number, lexicon: ActorLexicon): boolean => {
  const kind = lexicon.nouns.get(tokens[to]!.lemma.toLowerCase())?.kind;
  return from <= to && (kind === undefined || kind === "none" || kind === "person" || kind === "other");
};
