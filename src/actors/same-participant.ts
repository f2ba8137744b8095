import type { Reading, Sentence } from "../text/index.ts";
import { isOrganised, type LooseMention } from "./find-mentions.ts";

export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:the|a|an) /, "")
    .replace(/\s+/g, " ")
    .trim();

export const nameWords = (mention: LooseMention): readonly string[] => fold(mention.nameSpan!.text).split(/[\s-]+/);

/** "Oqueli" and "Hector Oqueli Colindres": the words of one stand in the other, in order and without a gap. */
const isPartOfName = (short: readonly string[], long: readonly string[]): boolean =>
  short.length < long.length && ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);

const LITTLE = new Set(["of", "the", "for", "and", "de", "la", "el", "los", "y", "del", "in"]);

/** Initials of a name's words, the little ones left out: "fmln" of "Farabundo Martí National Liberation Front". */
export const acronymOf = (words: readonly string[]): string =>
  words
    .filter((word) => !LITTLE.has(word))
    .map((word) => word[0])
    .join("");

const isAcronymOf = (short: string, long: readonly string[]): boolean =>
  short.length >= 2 && long.length >= 2 && acronymOf(long) === short;

/** "the Front (FSR)", "the FSR (Front …)": the text itself says that two names are one. */
function inBrackets(reading: Reading, one: LooseMention, other: LooseMention): boolean {
  if (one.sentence !== other.sentence || one.nameSpan === null || other.nameSpan === null) return false;
  return (
    /^\s*[([{-]{1,2}\s*$/.test(reading.text.slice(one.nameSpan.end, other.nameSpan.start)) &&
    /^\s*[)\]},-]/.test(reading.text.slice(other.nameSpan.end))
  );
}

const personLike = (mention: LooseMention): boolean => mention.kind === "individual" || mention.kind === "other";

/** One capitalised word alone: whether a surname or a body, the rest of the document knows better. */
export const mayBePerson = (mention: LooseMention): boolean =>
  personLike(mention) || (mention.kind === "organization" && /^\p{Lu}[\p{Ll}'’-]+$/u.test(mention.text));

export function sameName(reading: Reading, one: LooseMention, other: LooseMention): boolean {
  if (one.nameSpan === null || other.nameSpan === null) return false;
  const [a, b] = [nameWords(one), nameWords(other)];
  if (a.join(" ") === b.join(" ")) return true;
  if (inBrackets(reading, one, other) || inBrackets(reading, other, one)) return true;
  if (isAcronymOf(a.join(""), b) || isAcronymOf(b.join(""), a)) return true;
  if ((personLike(one) && mayBePerson(other)) || (mayBePerson(one) && personLike(other)))
    return isPartOfName(a, b) || isPartOfName(b, a);
  return isOrganised(one.kind) && isOrganised(other.kind) && (isHeadOf(a, b) || isHeadOf(b, a));
}

/** "the League" for "the Shopkeepers' Unity League": a body's name cut to its last word. */
const isHeadOf = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 1 && long.length > 1 && long.at(-1) === short[0];

/** "the union's treasurer, Emile Haddad" and "Emile Haddad, the treasurer": a name beside a description of one person or body. */
export function inApposition(reading: Reading, one: LooseMention, other: LooseMention): boolean {
  if (one.sentence !== other.sentence || other.start < one.end) return false;
  if (!/^\s*,\s*$/.test(reading.text.slice(one.end, other.start))) return false;
  if ((one.nameSpan === null) === (other.nameSpan === null) || one.pronoun || other.pronoun) return false;
  const closes = /^\s*(?:[,.;:)]|$)/.test(reading.text.slice(other.end));
  return closes && compatible(one, other);
}

const compatible = (one: LooseMention, other: LooseMention): boolean =>
  one.kind === other.kind ||
  (personLike(one) && personLike(other)) ||
  (isOrganised(one.kind) && other.kind === "group") ||
  (isOrganised(other.kind) && one.kind === "group");

export const headForm = (sentences: readonly Sentence[], mention: LooseMention): string => {
  const token = sentences[mention.sentence]!.tokens[mention.head]!;
  return fold(token.lemma);
};

const isDefinite = (mention: LooseMention): boolean =>
  /^(?:the|this|that|these|those|his|her|its|their) /i.test(mention.text);

const sameCount = (one: LooseMention, other: LooseMention): boolean =>
  one.count === null ||
  other.count === null ||
  (one.count.min === other.count.min && one.count.max === other.count.max);

/** Words that set a phrase apart from all before it: "another bomb", "a second van". */
const isOther = (mention: LooseMention): boolean =>
  /^(?:another|other|a second|a third|the other|a new|more|further) /i.test(mention.text);

/** How far back a definite description may look, in sentences. */
export const REACH = 8;

/** "the men" after "two men", "the Brigade" after "the Lantern Brigade": same head, definite, nothing against it. */
export function refersBack(sentences: readonly Sentence[], earlier: LooseMention, later: LooseMention): boolean {
  if (!isDefinite(later) || isOther(later) || later.sentence - earlier.sentence > REACH) return false;
  if (headForm(sentences, earlier) !== headForm(sentences, later)) return false;
  const shortName = later.nameSpan !== null && nameWords(later).length === 1;
  if (later.nameSpan !== null && !shortName) return false;
  if (earlier.nameSpan !== null && later.nameSpan === null && earlier.kind === "individual") return false;
  return sameCount(earlier, later) && compatible(earlier, later) && modifiersAgree(sentences, earlier, later);
}

/** Adjectives and nouns before the head of the later phrase must stand in the earlier one: "the old man" is not "the young man". */
function modifiersAgree(sentences: readonly Sentence[], earlier: LooseMention, later: LooseMention): boolean {
  const modifiers = (mention: LooseMention): string[] =>
    sentences[mention.sentence]!.tokens.slice(mention.first, mention.head)
      .filter((t) => /^(?:ADJ|NOUN|PROPN)$/.test(t.upos))
      .map((t) => fold(t.norm));
  const known = new Set(modifiers(earlier));
  return modifiers(later).every((word) => known.has(word));
}

/** Words for a body of which a text usually means one: "police", "the police", "the army". */
export const sameState = (sentences: readonly Sentence[], earlier: LooseMention, later: LooseMention): boolean =>
  earlier.kind === "state" &&
  later.kind === "state" &&
  earlier.nameSpan === null &&
  later.nameSpan === null &&
  headForm(sentences, earlier) === headForm(sentences, later) &&
  modifiersAgree(sentences, earlier, later) &&
  modifiersAgree(sentences, later, earlier);

export const PRONOUN_FOR: Readonly<Record<string, (mention: LooseMention) => boolean>> = {
  he: (m) => m.kind === "individual",
  she: (m) => m.kind === "individual",
  him: (m) => m.kind === "individual",
  they: (m) => m.kind === "group" || m.kind === "organization" || (m.kind === "state" && m.official),
  them: (m) => m.kind === "group" || m.kind === "organization" || (m.kind === "state" && m.official),
};
