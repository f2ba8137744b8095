import type { Span } from "../record/index.ts";
import type { Name } from "./find-names.ts";

/** One token: offsets into the original text (UTF-16, end exclusive). */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The token's own characters, soft hyphens and the like removed: for matching, not for quoting. */
  readonly form: string;
  /** `form` in lower case. */
  readonly norm: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, DET, NUM, PRON, CCONJ, SCONJ, PART, PUNCT, SYM, INTJ, X. */
  readonly upos: string;
  /** Penn Treebank tag: VBD, VBN, NNP, … */
  readonly xpos: string;
  /** Index in the sentence of the token it hangs on; -1 for the root. */
  readonly head: number;
  /** Universal relation to the head: nsubj, nsubj:pass, obj, obl:agent, conj, … */
  readonly deprel: string;
}

/** A base noun phrase: token indexes in its sentence, `last` inclusive; `head` is the noun it is about. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** A verb group ("had been killed", "did not attack", "to bomb"): token indexes, `last` inclusive. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly voice: "active" | "passive";
  readonly form: "finite" | "infinitive" | "gerund" | "participle";
  readonly tense: "past" | "present" | "future" | null;
  /** "may", "could", "would", … or null. */
  readonly modal: string | null;
  readonly negated: boolean;
}

export const ENTITY_TYPES = [
  "person",
  "organization",
  "place",
  "facility",
  "vehicle",
  "weapon",
  "group-of-people",
  "event",
  "date",
  "quantity",
  "money",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Words that stand for somebody or something: token indexes, `last` inclusive, an "of" phrase included; they may nest. */
export interface EntityMention {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly type: EntityType;
  readonly form: "name" | "description" | "pronoun";
}

export interface Sentence {
  /** Place in `Reading.sentences`. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Paragraph number, from 0. */
  readonly paragraph: number;
  /** A headline or heading has no full stop; a dateline is cut off as a sentence of its own ("LIMA, 10 JAN 90 (EFE) --"). */
  readonly kind: "prose" | "heading" | "dateline" | "item";
  readonly tokens: readonly Token[];
  readonly nounPhrases: readonly NounPhrase[];
  readonly verbGroups: readonly VerbGroup[];
  readonly mentions: readonly EntityMention[];
  /** Proper names of people, organisations and places, flat, titles left out. */
  readonly names: readonly Name[];
}

/** A mention by its place in `Reading.sentences` and `Sentence.mentions`. */
export interface MentionRef {
  readonly sentence: number;
  readonly mention: number;
}

/** Mentions of one person, organisation, place or thing, in the order of the text. */
export type Chain = readonly MentionRef[];

/** Quoted words, quotation marks left out, and who says them where the text tells. */
export interface Quotation {
  readonly span: Span;
  readonly speaker: Span | null;
}

export interface LanguageGuess {
  /** ISO 639-1 where it exists, else 639-3; "und" when it cannot be told. */
  readonly code: string;
  readonly name: string;
  /** Long and plain enough to be trusted. */
  readonly sure: boolean;
}

/** A document as read: everything later rooms stand on. */
export interface Reading {
  readonly text: string;
  readonly language: LanguageGuess;
  /** Mostly capitals, as wire archives are. */
  readonly capitals: boolean;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** Who is who: mentions that stand for the same, two or more in a chain. */
  readonly chains: readonly Chain[];
}

export const spanOfTokens = (reading: Reading, sentence: Sentence, first: number, last: number): Span => {
  const start = sentence.tokens[first]!.start;
  const end = sentence.tokens[last]!.end;
  return { start, end, text: reading.text.slice(start, end) };
};
