import type { ParticipantKind } from "../record/index.ts";
import type { Reading, Sentence, Token } from "../text/index.ts";
import type { ActorLexicon, ActorNoun } from "./lexicon.ts";
import { isPlural, isTimeWord } from "./mend-phrases.ts";
import type { NameParts } from "./name-parts.ts";
import { nationalityAt, nounAt } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";

export interface Classified {
  readonly kind: ParticipantKind;
  readonly official: boolean;
  readonly side: string | null;
}

const plain = (kind: ParticipantKind): Classified => ({ kind, official: false, side: null });

function kindOfNoun(noun: ActorNoun, named: boolean, many: boolean): ParticipantKind | null {
  switch (noun.kind) {
    case "none":
      return null;
    case "person":
      return many ? "group" : "individual";
    case "body":
      return named ? "organization" : "group";
    default:
      return noun.kind;
  }
}

/** "FMLN": two to seven capitals in a text that is not all capitals. */
const isAcronym = (reading: Reading, form: string): boolean => !reading.capitals && /^[A-Z][A-Z-]{1,6}$/.test(form);

const LOCATIVE = /^(?:in|at|near|from|outside|inside|to|toward|towards|around|through|via|between)$/;

/** What only persons do ("said"), and what is done only to persons ("murdered"). */
const PERSON_ACTS = /^(?:say|tell|declare|announce|state|add|believe|think|warn|deny|insist|explain)$/;
const DONE_TO_PERSONS =
  /^(?:kill|murder|assassinate|kidnap|abduct|wound|injure|arrest|detain|shoot|behead|torture|interview)$/;

function besideHumanVerb(sentence: Sentence, phrase: Phrase): boolean {
  if (sentence.tokens[phrase.first - 1]?.upos === "ADP") return false;
  return sentence.verbGroups.some((group) => {
    const { lemma } = sentence.tokens[group.head]!;
    if (group.first === phrase.last + 1)
      return group.voice === "passive" ? DONE_TO_PERSONS.test(lemma) : PERSON_ACTS.test(lemma) || lemma === "die";
    return group.last === phrase.first - 1 && group.voice === "active" && DONE_TO_PERSONS.test(lemma);
  });
}

/** A name without any noun that says what it is: an acronym, a person beside a human verb, or unknown. */
function nakedName(reading: Reading, sentence: Sentence, phrase: Phrase, parts: NameParts): Classified | null {
  const { tokens } = sentence;
  const name = parts.name!;
  if (tokens.slice(phrase.start, phrase.head + 1).some(isTimeWord)) return null;
  if (isAcronym(reading, tokens[name.last]!.form)) return plain("organization");
  if (LOCATIVE.test(tokens[phrase.first - 1]?.norm ?? "")) return null;
  const found = sentence.names.find((n) => n.last === name.last);
  if (found?.type === "person") return plain("individual");
  if (found?.type === "organization" && found.first <= name.first) return plain("organization");
  if (found?.type === "place") return null;
  return besideHumanVerb(sentence, phrase) ? plain("individual") : plain("other");
}

function countryNamed(sentence: Sentence, name: { first: number; last: number }, lexicon: ActorLexicon): boolean {
  const words = sentence.tokens
    .slice(name.first, name.last + 1)
    .map((t) => t.norm)
    .join(" ");
  return lexicon.nationalities.get(words)?.kind === "country";
}

/** What a named phrase is: by its own words ("Snowline Front"), by its description ("agent Paul Moreno"), else by company. */
function classifyNamed(
  reading: Reading,
  sentence: Sentence,
  phrase: Phrase,
  parts: NameParts,
  lexicon: ActorLexicon,
): Classified | null {
  const { tokens } = sentence;
  const name = parts.name!;
  if (countryNamed(sentence, name, lexicon)) {
    return LOCATIVE.test(tokens[phrase.first - 1]?.norm ?? "") ? null : { kind: "state", official: true, side: null };
  }
  const own = nounAt(tokens, name.last, lexicon) ?? null;
  const inside = own !== null && own.kind !== "none" ? own : null;
  if (inside !== null && (inside.kind !== "person" || isPlural(tokens[name.last]!))) {
    const kind = kindOfNoun(inside, true, isPlural(tokens[name.last]!));
    // "the Bus Drivers' Union" is one body; "Sons of the Valley" is a body named by its members.
    return kind === null
      ? null
      : {
          kind: kind === "group" && followedByOf(tokens, name.last) ? "organization" : kind,
          official: inside.official,
          side: inside.side,
        };
  }
  const nationality = nationalityAt(tokens, name.last, lexicon);
  if (nationality !== null && name.first === name.last)
    return plain(isPlural(tokens[name.last]!) ? "group" : "individual");
  const describing = parts.description === null ? null : nounAt(tokens, parts.description.last, lexicon);
  if (describing?.kind === "person")
    return { kind: "individual", official: describing.official, side: describing.side };
  if (describing !== null && describing.kind !== "none") {
    const kind = kindOfNoun(describing, true, false);
    return kind === null ? null : { kind, official: describing.official, side: describing.side };
  }
  return nakedName(reading, sentence, phrase, parts);
}

const followedByOf = (tokens: readonly Token[], i: number): boolean => tokens[i + 1]?.norm === "of";

const PRONOUN_KINDS: Readonly<Record<string, ParticipantKind>> = {
  i: "individual",
  he: "individual",
  she: "individual",
  him: "individual",
  her: "individual",
  they: "group",
  them: "group",
  we: "group",
  us: "group",
  nobody: "individual",
  someone: "individual",
  somebody: "individual",
};

/** Kind of a phrase as a participant; null: it cannot be one. */
export function classify(
  reading: Reading,
  sentence: Sentence,
  phrase: Phrase,
  parts: NameParts,
  lexicon: ActorLexicon,
): Classified | null {
  const head = sentence.tokens[phrase.head]!;
  if (head.upos === "PRON") return PRONOUN_KINDS[head.norm] === undefined ? null : plain(PRONOUN_KINDS[head.norm]!);
  if (phrase.bare) return null;
  if (parts.name !== null) return classifyNamed(reading, sentence, phrase, parts, lexicon);
  const noun = nounAt(sentence.tokens, phrase.head, lexicon);
  if (noun === null) return null;
  const one = phrase.quantity?.count.max === 1 && phrase.quantity.count.min === 1;
  const kind = kindOfNoun(noun, false, !one && (isPlural(head) || phrase.quantity !== null));
  return kind === null ? null : { kind, official: noun.official, side: noun.side };
}
