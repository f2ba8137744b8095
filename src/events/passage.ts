import type { ActorMention, Attribution, CasualtyReport, WeaponMention } from "../actors/index.ts";
import type { DateMention } from "../dates/index.ts";
import type { PlaceMention } from "../places/index.ts";
import type { Span } from "../record/index.ts";
import type { Reading, Sentence, Token, VerbGroup } from "../text/index.ts";
import { mendVerbs } from "./mend-verbs.ts";

/** A phrase that can fill a role: token indexes in its sentence, `last` without tails, `end` with them. */
export interface Nominal {
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly head: number;
  readonly mention: ActorMention | null;
  /** Stands inside a larger phrase as a modifier ("the Soviet name"): never subject or object. */
  readonly inner?: boolean;
}

/** One sentence with all that other rooms found in it. */
export interface Passage {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly verbs: readonly VerbGroup[];
  /** In order of the text, none inside another's base. */
  readonly nominals: readonly Nominal[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly attributions: readonly Attribution[];
  readonly weapons: readonly WeaponMention[];
  readonly casualties: readonly CasualtyReport[];
  /** Token index → does a date expression cover it? */
  readonly dated: ReadonlySet<number>;
}

/** What the other rooms made of a document. */
export interface Found {
  readonly reading: Reading;
  readonly published: string | null;
  readonly actors: readonly ActorMention[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly attributions: readonly Attribution[];
  readonly weapons: readonly WeaponMention[];
  readonly casualties: readonly CasualtyReport[];
}

function bySentence<T extends { readonly sentence: number }>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(one.sentence);
    if (group === undefined) groups.set(one.sentence, [one]);
    else group.push(one);
  }
  return groups;
}

/** Items of the text that lie in each sentence; `items` stand in order of the text. */
function bySpan<T extends { readonly start: number; readonly end: number }>(
  sentences: readonly Sentence[],
  items: readonly T[],
): readonly (readonly T[])[] {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  let at = 0;
  return sentences.map((sentence) => {
    const inside: T[] = [];
    while (at < sorted.length && sorted[at]!.start < sentence.end) {
      if (sorted[at]!.start >= sentence.start) inside.push(sorted[at]!);
      at += 1;
    }
    return inside;
  });
}

const fromMention = (mention: ActorMention): Nominal => ({
  first: mention.first,
  last: Math.max(mention.baseLast, mention.head),
  end: Math.max(mention.last, mention.baseLast),
  head: mention.head,
  mention,
});

/** "Last Thursday about 40 teachers": a date that opens a phrase is no part of it; a phrase that is a date is nobody. */
function withoutDates(nominal: Nominal, dated: ReadonlySet<number>): Nominal[] {
  const { mention, head } = nominal;
  if (dated.has(head) && mention?.kind !== "organization") return [];
  let { first } = nominal;
  while (first < head && dated.has(first)) first += 1;
  return [first === nominal.first ? nominal : { ...nominal, first }];
}

/** "Three of them": a number with what it counts out of. */
function withPartitive(tokens: readonly Token[], nominal: Nominal): Nominal {
  const { last, mention, head } = nominal;
  if (mention !== null || tokens[head]?.upos !== "NUM" || tokens[last + 1]?.norm !== "of") return nominal;
  return tokens[last + 2]?.upos === "PRON" ? { ...nominal, end: last + 2 } : nominal;
}

function nominalsOf(
  sentence: Sentence,
  mentions: readonly ActorMention[],
  verbs: readonly VerbGroup[],
  dated: ReadonlySet<number>,
): Nominal[] {
  const taken = new Set<number>();
  const found: Nominal[] = [];
  for (const nominal of mentions.map(fromMention).sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (taken.has(nominal.head)) continue;
    for (let i = nominal.first; i <= nominal.last; i += 1) taken.add(i);
    found.push(nominal);
  }
  for (const { first, last, head } of sentence.nounPhrases) {
    for (const [i, one] of found.entries()) {
      const within = !dated.has(head) && first <= one.first && one.last < head && head <= last && one.mention !== null;
      if (within && !taken.has(head)) found[i] = { ...one, inner: true };
    }
    if (!taken.has(head)) found.push({ first, last, end: last, head, mention: null });
  }
  return found
    .flatMap((nominal) => splitAtVerb(nominal, verbs))
    .flatMap((nominal) => withoutDates(nominal, dated))
    .map((nominal) => withPartitive(sentence.tokens, nominal))
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** A phrase that swallowed a verb ("Soldiers fought rebels") is two phrases. */
function splitAtVerb(nominal: Nominal, verbs: readonly VerbGroup[]): Nominal[] {
  const verb = verbs.find(
    (group) => group.form === "finite" && group.first >= nominal.first && group.last < nominal.last,
  );
  if (verb === undefined) return [nominal];
  if (verb.first === nominal.first) return [{ ...nominal, first: verb.last + 1, mention: null }];
  const before = {
    first: nominal.first,
    last: verb.first - 1,
    end: verb.first - 1,
    head: verb.first - 1,
    mention: null,
  };
  return [before, { ...nominal, first: verb.last + 1, mention: null }];
}

const coveredBy = (tokens: readonly Token[], spans: readonly { start: number; end: number }[]): Set<number> =>
  new Set(
    spans.flatMap(({ start, end }) =>
      tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : [])),
    ),
  );

/** The sentences of a document with what was found in each. */
export function passagesOf(found: Found): readonly Passage[] {
  const { sentences } = found.reading;
  const actors = bySentence(found.actors);
  const attributions = bySentence(found.attributions);
  const weapons = bySentence(found.weapons);
  const casualties = bySentence(found.casualties);
  const dates = bySpan(sentences, found.dates);
  const places = bySpan(sentences, found.places);
  return sentences.map((sentence, i) => {
    const dated = coveredBy(sentence.tokens, dates[i] ?? []);
    const verbs = mendVerbs(sentence).filter((verb) => !dated.has(verb.head)); // "the following day"
    return {
      sentence,
      tokens: sentence.tokens,
      verbs,
      nominals: nominalsOf(sentence, actors.get(i) ?? [], verbs, dated),
      dates: dates[i] ?? [],
      places: places[i] ?? [],
      attributions: attributions.get(i) ?? [],
      weapons: weapons.get(i) ?? [],
      casualties: casualties.get(i) ?? [],
      dated,
    };
  });
}

export function spanBetween(reading: Reading, passage: Passage, first: number, last: number): Span {
  const start = passage.tokens[first]!.start;
  const end = passage.tokens[last]!.end;
  return { start, end, text: reading.text.slice(start, end) };
}
