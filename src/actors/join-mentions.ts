import type { Reading } from "../text/index.ts";
import type { ActorMention } from "./actor-mention.ts";
import { EarlierMentions } from "./earlier-mentions.ts";
import type { LooseMention } from "./find-mentions.ts";
import {
  fold,
  inApposition,
  mayBePerson,
  nameWords,
  PRONOUN_FOR,
  refersBack,
  sameName,
  sameState,
} from "./same-participant.ts";

/** A pronoun is joined only where one participant of the sentence before it and the one before that can be meant. */
function antecedent(mentions: readonly LooseMention[], entityOf: readonly number[], i: number): number | null {
  const pronoun = mentions[i]!;
  const fits = PRONOUN_FOR[fold(pronoun.text)];
  if (fits === undefined) return null;
  for (let back = 0; back <= 1; back++) {
    const candidates = new Set<number>();
    for (let j = i - 1; j >= 0 && mentions[j]!.sentence >= pronoun.sentence - back; j--) {
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

interface Joining {
  readonly reading: Reading;
  readonly mentions: readonly LooseMention[];
  readonly earlier: EarlierMentions;
  /** Entity of each mention so far; -1 for a pronoun left open. */
  readonly entityOf: readonly number[];
  /** Entity of "i" and of "we". */
  readonly authors: Map<string, number>;
}

function earlierEntity(joining: Joining, i: number): number | null {
  const { reading, mentions, earlier, entityOf } = joining;
  const later = mentions[i]!;
  if (later.pronoun) {
    return AUTHOR.test(later.text)
      ? (joining.authors.get(fold(later.text)) ?? null)
      : antecedent(mentions, entityOf, i);
  }
  // Names first: a name says more than a description, and a description more than a common noun of state.
  const found =
    earlier.named(i).find((j) => sameName(reading, mentions[j]!, later)) ??
    earlier.within(i, 0).find((j) => inApposition(reading, mentions[j]!, later)) ??
    earlier.within(i).find((j) => refersBack(reading.sentences, mentions[j]!, later)) ??
    earlier.state(i).find((j) => sameState(reading.sentences, mentions[j]!, later));
  return found === undefined ? null : entityOf[found]!;
}

/** What the mentions of one participant say together. */
interface Portrait {
  readonly name: string;
  readonly named: boolean;
  readonly country: string | null;
  /** A kind that is more than "other", and whether a full name makes it a person. */
  readonly kind: LooseMention["kind"] | null;
  readonly isPerson: boolean;
}

const longest = (texts: readonly string[]): string =>
  texts.reduce((best, text) => (text.length > best.length ? text : best));

/** The wording that tells most: the longest proper name, else the longest description. */
function portrait(group: readonly LooseMention[]): Portrait {
  const names = group.flatMap((m) => (m.nameSpan === null ? [] : [m.nameSpan.text]));
  const plain = group.filter((m) => !m.pronoun);
  return {
    name: longest(names.length > 0 ? names : (plain.length > 0 ? plain : group).map((m) => m.text)),
    named: names.length > 0,
    country: group.find((m) => m.country !== null)?.country ?? null,
    kind: group.find((m) => m.kind !== "other")?.kind ?? null,
    isPerson: group.some((m) => m.kind === "individual" && m.nameSpan !== null && nameWords(m).length > 1),
  };
}

/** A lone surname is a person where its full name is one. */
function sharedKind(group: Portrait, own: LooseMention): LooseMention["kind"] {
  if (group.isPerson && mayBePerson(own)) return "individual";
  return own.kind === "other" ? (group.kind ?? own.kind) : own.kind;
}

function numberEntities(
  reading: Reading,
  mentions: readonly LooseMention[],
): { entityOf: readonly number[]; groups: readonly LooseMention[][] } {
  const entityOf: number[] = [];
  const groups: LooseMention[][] = [];
  const joining: Joining = {
    reading,
    mentions,
    earlier: new EarlierMentions(reading, mentions),
    entityOf,
    authors: new Map(),
  };
  mentions.forEach((mention, i) => {
    const known = earlierEntity(joining, i);
    const isAuthor = mention.pronoun && AUTHOR.test(mention.text);
    const entity = mention.pronoun && known === null && !isAuthor ? -1 : (known ?? groups.length);
    entityOf.push(entity);
    if (entity === groups.length) groups.push([]);
    if (entity >= 0) groups[entity]!.push(mention);
    if (isAuthor) joining.authors.set(fold(mention.text), entity);
    joining.earlier.add(i);
  });
  return { entityOf, groups };
}

/** Numbers the participants and gives each mention the entity it belongs to. Pronouns that cannot be settled are left out. */
export function joinMentions(reading: Reading, mentions: readonly LooseMention[]): readonly ActorMention[] {
  const { entityOf, groups } = numberEntities(reading, mentions);
  const portraits = groups.map(portrait);
  return mentions.flatMap((mention, i) => {
    const entity = entityOf[i]!;
    const group = portraits[entity];
    if (group === undefined) return [];
    const { name, named } = group;
    const body = mention.of === null ? null : bodyOf(mentions, i);
    const of = body === null ? mention.of : (portraits[entityOf[body]!]?.name ?? mention.of);
    return [
      {
        ...mention,
        entity,
        name,
        named,
        kind: sharedKind(group, mention),
        country: mention.country ?? group.country,
        of,
      },
    ];
  });
}

/** The mention of the body that mention `i` belongs to: "the Brigade" in "the Brigade's spokesman", found right beside it. */
function bodyOf(mentions: readonly LooseMention[], i: number): number | null {
  const member = mentions[i]!;
  for (let j = i + 1; j < mentions.length && mentions[j]!.start < member.end; j++) {
    const { nameSpan, end } = mentions[j]!;
    if (nameSpan !== null && nameSpan.text === member.of && end <= member.end) return j;
  }
  return null;
}
