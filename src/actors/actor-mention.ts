import type { Count, ParticipantKind, Span } from "../record/index.ts";

/**
 * One phrase that names somebody or something that could take part in an event. The span (`start`, `end`, `text`) is
 * what a reader would quote: the phrase with its "of …" or "parked by …" tail, without "at least", "some", "about".
 */
export interface ActorMention extends Span {
  /** Mentions with the same number are taken to mean the same participant; numbers count from 0 in order of first mention. */
  readonly entity: number;
  /** Place in `Reading.sentences`. */
  readonly sentence: number;
  /** Token indexes in the sentence, `last` inclusive; `last` covers the tail. */
  readonly first: number;
  readonly last: number;
  /** Token index of the noun that says what it is ("growers" in "three coffee growers"), the name's last token for names. */
  readonly head: number;
  /** Token index of the last token of the base phrase, before any tail: where a verb's subject or object ends. */
  readonly baseLast: number;
  readonly kind: ParticipantKind;
  /** The most informative wording of this entity in the document: its proper name, else its longest description. */
  readonly name: string;
  /** True when `name` is a proper name. */
  readonly named: boolean;
  /** The proper name inside this phrase ("Paul Moreno" in "the shipping agent Paul Moreno"), or null. */
  readonly nameSpan: Span | null;
  /** The description inside or beside the name ("the shipping agent"), or null. */
  readonly description: Span | null;
  /** How many this phrase speaks of, where it says so: "a man" 1, "dozens of men" 24 or more; null where it does not ("soldiers"). */
  readonly count: Count | null;
  /** The words that count with what they count: "at least five people", "between 10 and 14"; null where nothing counts. */
  readonly countSpan: Span | null;
  /** ISO 3166 alpha-2 from a nationality in the phrase ("a Kyrgyz border officer"), or null. */
  readonly country: string | null;
  /** Name of the organisation it belongs to, where the phrase says so ("FMLN guerrillas" → "FMLN"), or null. */
  readonly of: string | null;
  /** "they", "he", "it": found only when it could be settled. */
  readonly pronoun: boolean;
  /** Army, police, ministry: a body of a state or its members. */
  readonly official: boolean;
}

/** Words for a means of violence. `kind` is a row of `tables/weapons.tsv`. */
export interface WeaponMention extends Span {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: string;
  /** "the device", "the package": a weapon only in the company of an attack; "a bomb" is one by itself. */
  readonly certain: boolean;
}
