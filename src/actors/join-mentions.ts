import type { Reading, Sentence } from "../text/index.ts";
import type { ActorMention } from "./actor-mention.ts";
import { isOrganised, type LooseMention } from "./find-mentions.ts";

/** Mentions taken to mean one participant: indexes into the list of mentions. */
type Groups = number[];

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:the|a|an) /, "")
    .replace(/\s+/g, " ")
    .trim();

const nameWords = (mention: LooseMention): readonly string[] => fold(mention.nameSpan!.text).split(/[\s-]+/);

/** "Oqueli" and "Hector Oqueli Colindres": the words of one stand in the other, in order and without a gap. */
const isPartOfName = (short: readonly string[], long: readonly string[]): boolean =>
  short.length < long.length && ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);

const LITTLE = new Set(["of", "the", "for", "and", "de", "la", "el", "los", "y", "del", "in"]);

/** "FMLN" for "Farabundo Martí National Liberation Front". */
const isAcronymOf = (short: string, long: readonly string[]): boolean =>
  short.length >= 2 &&
  long.length >= 2 &&
  long
    .filter((word) => !LITTLE.has(word))
    .map((word) => word[0])
    .join("") === short;

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
const mayBePerson = (mention: LooseMention): boolean =>
  personLike(mention) || (mention.kind === "organization" && /^\p{Lu}[\p{Ll}'’-]+$/u.test(mention.text));

function sameName(reading: Reading, one: LooseMention, other: LooseMention): boolean {
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
function inApposition(reading: Reading, one: LooseMention, other: LooseMention): boolean {
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

const headForm = (sentences: readonly Sentence[], mention: LooseMention): string => {
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
const REACH = 8;

/** "the men" after "two men", "the Brigade" after "the Lantern Brigade": same head, definite, nothing against it. */
function refersBack(sentences: readonly Sentence[], earlier: LooseMention, later: LooseMention): boolean {
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
const sameState = (sentences: readonly Sentence[], earlier: LooseMention, later: LooseMention): boolean =>
  earlier.kind === "state" &&
  later.kind === "state" &&
  earlier.nameSpan === null &&
  later.nameSpan === null &&
  headForm(sentences, earlier) === headForm(sentences, later) &&
  modifiersAgree(sentences, earlier, later) &&
  modifiersAgree(sentences, later, earlier);

const PRONOUN_FOR: Readonly<Record<string, (mention: LooseMention) => boolean>> = {
  he: (m) => m.kind === "individual",
  she: (m) => m.kind === "individual",
  him: (m) => m.kind === "individual",
  they: (m) => m.kind === "group" || m.kind === "organization" || (m.kind === "state" && m.official),
  them: (m) => m.kind === "group" || m.kind === "organization" || (m.kind === "state" && m.official),
};

/** A pronoun is joined only where one participant of the sentence before it and the one before that can be meant. */
function antecedent(mentions: readonly LooseMention[], entityOf: readonly number[], i: number): number | null {
  const pronoun = mentions[i]!;
  const fits = PRONOUN_FOR[fold(pronoun.text)];
  if (fits === undefined) return null;
  for (let back = 0; back <= 1; back++) {
    const candidates = new Set<number>();
    for (let j = 0; j < i; j++) {
      const m = mentions[j]!;
      if (!m.pronoun && m.sentence === pronoun.sentence - back && m.end < pronoun.start && fits(m))
        candidates.add(entityOf[j]!);
    }
    if (candidates.size === 1) return [...candidates][0]!;
    if (candidates.size > 1) return null;
  }
  return null;
}

const AUTHOR = /^(?:i|we|me|us)$/i;

function earlierEntity(
  reading: Reading,
  mentions: readonly LooseMention[],
  entityOf: readonly number[],
  i: number,
): number | null {
  const later = mentions[i]!;
  if (later.pronoun) {
    if (!AUTHOR.test(later.text)) return antecedent(mentions, entityOf, i);
    const same = mentions.findIndex(
      (m, j) => j < i && m.pronoun && AUTHOR.test(m.text) && fold(m.text) === fold(later.text),
    );
    return same < 0 ? null : entityOf[same]!;
  }
  const rules = [
    (m: LooseMention) => sameName(reading, m, later),
    (m: LooseMention) => inApposition(reading, m, later),
    (m: LooseMention) => refersBack(reading.sentences, m, later),
    (m: LooseMention) => sameState(reading.sentences, m, later),
  ];
  for (const rule of rules) {
    for (let j = i - 1; j >= 0; j--) if (!mentions[j]!.pronoun && rule(mentions[j]!)) return entityOf[j]!;
  }
  return null;
}

/** The wording that tells most: the longest proper name, else the longest description. */
function bestName(group: readonly LooseMention[]): { name: string; named: boolean } {
  const longest = (texts: readonly string[]): string =>
    texts.reduce((best, text) => (text.length > best.length ? text : best));
  const names = group.flatMap((m) => (m.nameSpan === null ? [] : [m.nameSpan.text]));
  if (names.length > 0) return { name: longest(names), named: true };
  const plain = group.filter((m) => !m.pronoun);
  return { name: longest((plain.length > 0 ? plain : group).map((m) => m.text)), named: false };
}

/** What the group knows together: a lone surname is a person where its full name is one. */
function sharedKind(group: readonly LooseMention[], own: LooseMention): LooseMention["kind"] {
  const person = group.find((m) => m.kind === "individual" && m.nameSpan !== null && nameWords(m).length > 1);
  if (person !== undefined && mayBePerson(own)) return "individual";
  return own.kind === "other" ? (group.find((m) => m.kind !== "other")?.kind ?? own.kind) : own.kind;
}

/** Numbers the participants and gives each mention the entity it belongs to. Pronouns that cannot be settled are left out. */
export function joinMentions(reading: Reading, mentions: readonly LooseMention[]): readonly ActorMention[] {
  const entityOf: number[] = [];
  const groups: Groups[] = [];
  mentions.forEach((mention, i) => {
    const known = earlierEntity(reading, mentions, entityOf, i);
    const unsettled = mention.pronoun && known === null && !AUTHOR.test(mention.text);
    const entity = unsettled ? -1 : (known ?? groups.length);
    entityOf.push(entity);
    if (entity === groups.length) groups.push([]);
    if (entity >= 0) groups[entity]!.push(i);
  });
  return mentions.flatMap((mention, i) => {
    const entity = entityOf[i]!;
    if (entity < 0) return [];
    const group = groups[entity]!.map((j) => mentions[j]!);
    return [
      {
        ...mention,
        entity,
        ...bestName(group),
        kind: sharedKind(group, mention),
        country: mention.country ?? group.find((m) => m.country !== null)?.country ?? null,
        of:
          mention.of === null
            ? null
            : nameOfBody(mentions, mention, (j) => bestName(groups[entityOf[j]!]!.map((k) => mentions[k]!)).name),
      },
    ];
  });
}

/** The full name of the body that a mention belongs to: "the Lantern Brigade" for "the Brigade's spokesman". */
function nameOfBody(
  mentions: readonly LooseMention[],
  member: LooseMention,
  nameAt: (i: number) => string,
): string | null {
  const at = mentions.findIndex(
    (m) =>
      m.nameSpan !== null &&
      m.nameSpan.text === member.of &&
      m.start >= member.start &&
      m.end <= member.end &&
      m !== member,
  );
  return at < 0 ? member.of : nameAt(at);
}
