import type { ParticipantKind, Span } from "../record/index.ts";
import { type Reading, type Sentence, spanOfTokens, type Token } from "../text/index.ts";
import type { ActorMention } from "./actor-mention.ts";
import { type Classified, classify } from "./classify.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { type NameParts, namePartsOf } from "./name-parts.ts";
import { nationalityAt, nounAt } from "./nouns.ts";
import { countOf, type Phrase, phrasesOf } from "./phrase.ts";
import { nameEnd, tailOf } from "./tail.ts";

/** A mention before mentions are joined: no entity, no name of the whole entity yet. */
export type LooseMention = Omit<ActorMention, "entity" | "name" | "named">;

/** ISO code of a nationality said before the head, in the description or the words of the phrase. */
function countryIn(sentence: Sentence, phrase: Phrase, lexicon: ActorLexicon): string | null {
  for (let i = phrase.start; i <= phrase.last; i++) {
    const found = nationalityAt(sentence.tokens, i, lexicon);
    if (found !== null) return found.country;
  }
  return null;
}

const ORGANISED: ReadonlySet<ParticipantKind> = new Set(["organization", "state"]);

const LITTLE = /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|some|any|no|all|both)$/;

/** Part of a name by its tag or, where case tells, by its capital. */
const isNameWord = (reading: Reading, token: Token): boolean =>
  token.upos === "PROPN" ||
  (!reading.capitals && /^\p{Lu}/u.test(token.form) && token.upos !== "NUM" && !LITTLE.test(token.norm));

/** "FMLN guerrillas", "members of the League", "the League's bus": the named body that a phrase says it belongs to. */
function bodyIn(
  reading: Reading,
  sentence: Sentence,
  phrase: Phrase,
  lexicon: ActorLexicon,
): { first: number; last: number } | null {
  const { tokens } = sentence;
  let last = phrase.head - 1;
  while (
    last >= phrase.start &&
    (tokens[last]!.norm === "'s" ||
      tokens[last]!.norm === "’" ||
      tokens[last]!.norm === "'" ||
      tokens[last]!.norm === "’s")
  )
    last--;
  if (last < phrase.start || tokens[last]!.upos !== "PROPN" || tokens[phrase.head]!.upos === "PROPN") return null;
  let first = last;
  while (first > phrase.start && isNameWord(reading, tokens[first - 1]!)) first--;
  const noun = nounAt(tokens, last, lexicon);
  const organised = noun !== null && /^(?:organization|state|body)$/.test(noun.kind);
  const acronym = !reading.capitals && /^[A-Z]{2,7}$/.test(tokens[last]!.form);
  return organised || acronym || isMembership(sentence, phrase, { first, last }, lexicon) ? { first, last } : null;
}

/** "Red Path guerrillas": fighters are named after their body. "Salvadoran guerrillas" after a country, "Lima policemen" after a town. */
function isMembership(
  sentence: Sentence,
  phrase: Phrase,
  name: { first: number; last: number },
  lexicon: ActorLexicon,
): boolean {
  const side = nounAt(sentence.tokens, phrase.head, lexicon)?.side;
  const words = sentence.tokens.slice(name.first, name.last + 1);
  return side === "attackers" && words.every((t) => !lexicon.nationalities.has(t.norm) && !lexicon.nouns.has(t.norm));
}

interface Found {
  readonly phrase: Phrase;
  readonly parts: NameParts;
  readonly classified: Classified;
}

function looseMention(
  reading: Reading,
  sentence: Sentence,
  phrases: readonly Phrase[],
  found: Found,
  lexicon: ActorLexicon,
): LooseMention {
  const { phrase, parts, classified } = found;
  const at = (first: number, last: number): Span => spanOfTokens(reading, sentence, first, last);
  const named =
    parts.name === null ? null : { first: parts.name.first, last: nameEnd(sentence, phrases, parts, classified.kind) };
  const tail = tailOf(sentence, phrases, phrase, classified.kind === "facility");
  const last = Math.max(tail, named?.last ?? 0);
  const body = bodyIn(reading, sentence, phrase, lexicon);
  return {
    ...at(phrase.start, last),
    sentence: sentence.index,
    first: phrase.start,
    last,
    head: phrase.head,
    baseLast: Math.max(phrase.last, named?.last ?? 0),
    kind: classified.kind,
    nameSpan: named === null ? null : at(named.first, named.last),
    description: parts.description === null ? null : at(parts.description.first, parts.description.last),
    count: countOf(sentence, phrase),
    countSpan: phrase.quantity === null ? null : at(phrase.first, phrase.last),
    country: countryIn(sentence, phrase, lexicon),
    of: body === null ? null : at(body.first, body.last).text,
    pronoun: sentence.tokens[phrase.head]!.upos === "PRON",
    official: classified.official,
  };
}

/** The body inside "FMLN guerrillas" is a mention of its own. */
function bodyMention(reading: Reading, sentence: Sentence, phrase: Phrase, lexicon: ActorLexicon): LooseMention[] {
  const body = bodyIn(reading, sentence, phrase, lexicon);
  if (body === null) return [];
  const span = spanOfTokens(reading, sentence, body.first, body.last);
  const noun = nounAt(sentence.tokens, body.last, lexicon);
  const kind = noun?.kind === "state" ? "state" : "organization";
  return [
    {
      ...span,
      sentence: sentence.index,
      first: body.first,
      last: body.last,
      head: body.last,
      baseLast: body.last,
      kind,
      nameSpan: span,
      description: null,
      count: null,
      countSpan: null,
      country: null,
      of: null,
      pronoun: false,
      official: kind === "state",
    },
  ];
}

/** "the mayor" in "the mayor's car": the owner is a phrase of its own. */
function ownerIn(sentence: Sentence, phrase: Phrase): Phrase | null {
  const { tokens } = sentence;
  for (let i = phrase.head - 1; i > phrase.start; i--) {
    const { norm, upos } = tokens[i]!;
    if (!/^(?:['’]s?)$/.test(norm) || upos === "NUM" || tokens[i + 1]?.upos === "PUNCT") continue;
    if (!/^(?:NOUN|PROPN)$/.test(tokens[i - 1]!.upos)) return null;
    return { ...phrase, first: phrase.start, last: i - 1, head: i - 1, quantity: null, partitive: false, bare: false };
  }
  return null;
}

function mentionsIn(reading: Reading, sentence: Sentence, lexicon: ActorLexicon): LooseMention[] {
  const phrases = phrasesOf(sentence, lexicon);
  return phrases.flatMap((phrase) => {
    const mention = mentionOf(reading, sentence, phrases, phrase, lexicon);
    const owner = ownerIn(sentence, phrase);
    const owned = owner === null ? null : mentionOf(reading, sentence, phrases, owner, lexicon);
    const isNameItself =
      mention !== null && mention.nameSpan !== null && owned !== null && mention.nameSpan.start <= owned.start;
    const inner = bodyMention(reading, sentence, phrase, lexicon).filter((m) => owned === null || m.end !== owned.end);
    return [...(mention === null ? [] : [mention]), ...(owned === null || isNameItself ? [] : [owned]), ...inner];
  });
}

function mentionOf(
  reading: Reading,
  sentence: Sentence,
  phrases: readonly Phrase[],
  phrase: Phrase,
  lexicon: ActorLexicon,
): LooseMention | null {
  const quoted = withoutVagueness(sentence, phrase);
  const parts = namePartsOf(reading, sentence, quoted, lexicon);
  const classified = classify(reading, sentence, quoted, parts, lexicon);
  return classified === null
    ? null
    : looseMention(reading, sentence, phrases, { phrase: quoted, parts, classified }, lexicon);
}

const VAGUE = /^(?:several|many|various|numerous|some|certain|few|most)$/;

/** "several houses" is quoted as "houses": the word counts, and tells nothing else. */
function withoutVagueness({ tokens }: Sentence, phrase: Phrase): Phrase {
  const isVague =
    VAGUE.test(tokens[phrase.start]!.norm) && phrase.start < phrase.head && tokens[phrase.start + 1]!.norm !== "of";
  return isVague ? { ...phrase, start: phrase.start + 1 } : phrase;
}

/** Every phrase that can be a participant, sentence by sentence. Datelines name no participant. */
export const findMentions = (reading: Reading, lexicon: ActorLexicon): readonly LooseMention[] =>
  reading.sentences.filter((s) => s.kind !== "dateline").flatMap((sentence) => mentionsIn(reading, sentence, lexicon));

export const isOrganised = (kind: ParticipantKind): boolean => ORGANISED.has(kind);
