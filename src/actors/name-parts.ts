import type { Reading, Sentence, Token } from "../text/index.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { isPlural } from "./mend-phrases.ts";
import { nounAt } from "./nouns.ts";
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

/** "the Committee", "Sons of the Valley": a capital inside a sentence makes a name of a common noun for a body, or for its members. */
function isCapitalisedBody(
  reading: Reading,
  { tokens, kind }: Sentence,
  phrase: Phrase,
  lexicon: ActorLexicon,
): boolean {
  if (reading.capitals || kind === "heading" || phrase.head === 0 || !/^\p{Lu}/u.test(tokens[phrase.head]!.form))
    return false;
  const noun = nounAt(tokens, phrase.head, lexicon)?.kind;
  if (noun === "person") return isPlural(tokens[phrase.head]!) && tokens[phrase.head + 1]?.norm === "of";
  return noun !== undefined && BODY.test(noun);
}

const BODY = /^(?:body|organization|state|facility)$/;

/** "Lantern" in "the Lantern Brigade", "National" in "NATIONAL LIBERATION FRONT": part of a body's name, whatever its tag. */
function isNamePart(reading: Reading, tokens: readonly Token[], i: number, phraseFirst: number): boolean {
  const token = tokens[i]!;
  if (!/^(?:ADJ|NOUN|NUM|VERB)$/.test(token.upos)) return isApostrophe(token);
  if (!reading.capitals) return /^\p{Lu}/u.test(token.form) && i > 0;
  return token.upos !== "VERB" && tokens.slice(phraseFirst, i).some(isName);
}
const isApostrophe = (token: Token): boolean => /^(?:['’]|['’]s)$/.test(token.norm);

/** First token of the name of a body that ends at `last`: capitalised words, "of" aside. */
function bodyNameStart(reading: Reading, tokens: readonly Token[], first: number, last: number): number {
  let start = last;
  while (
    start > first &&
    (isName(tokens[start - 1]!) || isGlue(tokens[start - 1]!) || isNamePart(reading, tokens, start - 1, first))
  )
    start--;
  while (start < last && !isName(tokens[start]!) && !/^\p{Lu}/u.test(tokens[start]!.form)) start++;
  return start;
}

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
  if (!isName(tokens[phrase.head]!) && !isCapitalisedBody(reading, sentence, phrase, lexicon))
    return { name: null, description: { first: phrase.start, last: phrase.last } };
  const isBody = !isName(tokens[phrase.head]!) || BODY.test(nounAt(tokens, phrase.head, lexicon)?.kind ?? "");
  if (isBody) {
    const from = bodyNameStart(reading, tokens, phrase.start, phrase.head);
    // A body's word alone is a name only by its capital: "the Brigade"; in capitals nothing tells "the brigade" apart.
    if (from < phrase.head || !reading.capitals)
      return { name: { first: from, last: phrase.head }, description: before(tokens, phrase.start, from) };
    return { name: null, description: { first: phrase.start, last: phrase.last } };
  }
  let start = runStart(tokens, phrase.start, phrase.head);
  const soft = (token: Token): boolean => isTitle(token, lexicon) || isDescriptive(token, reading);
  while (start < phrase.head && soft(tokens[start]!) && isPersonTail(tokens, start + 1, phrase.head, lexicon)) start++;
  return { name: { first: start, last: phrase.head }, description: before(tokens, phrase.start, start) };
}

/** The words before a name, if they are more than an article. */
const before = (tokens: readonly Token[], first: number, start: number): NameParts["description"] =>
  start > first && tokens.slice(first, start).some((t) => t.upos !== "DET") ? { first, last: start - 1 } : null;

/** In capitals a tagger takes many nouns for names; a known noun in front of the name is then a description too. */
const isDescriptive = (token: Token, reading: Reading): boolean =>
  reading.capitals && /^(?:former|deputy|vice|late)$/.test(token.norm);

/** What is left after a title is a person's name only if no word in it is a noun for a body ("General Workers' Union"). */
const isPersonTail = (tokens: readonly Token[], from: number, to: number, lexicon: ActorLexicon): boolean => {
  const kind = lexicon.nouns.get(tokens[to]!.lemma.toLowerCase())?.kind;
  return from <= to && (kind === undefined || kind === "none" || kind === "person" || kind === "other");
};
