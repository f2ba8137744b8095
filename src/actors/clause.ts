import type { Sentence, VerbGroup } from "../text/index.ts";
import type { Phrase } from "./phrase.ts";

const RELATIVE = new Set(["who", "which", "that", "whom"]);

const endsBefore = (phrases: readonly Phrase[], i: number): Phrase | null =>
  phrases.filter((p) => p.last < i).at(-1) ?? null;

/** A phrase that hangs on another by a preposition ("men in masks"): the phrase it hangs on. */
function outermost(sentence: Sentence, phrases: readonly Phrase[], phrase: Phrase): Phrase {
  const before = sentence.tokens[phrase.first - 1];
  if (before === undefined || before.upos !== "ADP") return phrase;
  // "a letter signed by lawyers": the participle hangs on the letter too.
  const participle = sentence.verbGroups.some(
    (g) => g.form === "participle" && g.first === g.last && g.last === phrase.first - 2,
  );
  const holder = phrases.find((p) => p.last === phrase.first - (participle ? 3 : 2));
  return holder === undefined ? phrase : outermost(sentence, phrases, holder);
}

/** Verb groups and punctuation that may stand between a subject and its verb: an inserted clause between commas. */
function beforeInsertion(sentence: Sentence, i: number): number {
  if (sentence.tokens[i - 1]?.norm !== ",") return i;
  for (let j = i - 2; j > 0; j--) if (sentence.tokens[j]!.norm === ",") return j;
  return i;
}

const isJoined = (sentence: Sentence, group: VerbGroup): boolean =>
  /^(?:and|or|but|then)$/.test(sentence.tokens[group.first - 1]?.norm ?? "");

/** "The child who was shot in Madison has died": the relative clause with its one verb is stepped over. */
function aroundRelative(sentence: Sentence, phrases: readonly Phrase[], group: VerbGroup): Phrase | null {
  for (let j = group.first - 1; j > 0; j--) {
    const { norm } = sentence.tokens[j]!;
    if (/^[;:]$/.test(norm)) return null;
    if (norm !== "who") continue;
    const inside = sentence.verbGroups.filter((g) => g.first > j && g.last < group.first && g.form === "finite");
    const comma = sentence.tokens[j - 1]!.norm === "," ? 1 : 0;
    const antecedent = phrases.find((p) => p.last === j - 1 - comma);
    return inside.length === 1 && antecedent !== undefined && group.form === "finite" && !isJoined(sentence, group)
      ? outermost(sentence, phrases, antecedent)
      : null;
  }
  return null;
}

/** "Jonathan Ray, 3, was found": an age between commas is not the subject. */
function withoutAge(sentence: Sentence, phrases: readonly Phrase[], nearest: Phrase | null): Phrase | null {
  if (nearest === null || !nearest.bare || sentence.tokens[nearest.first - 1]?.norm !== ",") return nearest;
  return phrases.find((p) => p.last === nearest.first - 2) ?? nearest;
}

/** The noun phrase a verb group is said of, or null where none stands before it. */
export function subjectOf(sentence: Sentence, phrases: readonly Phrase[], group: VerbGroup): Phrase | null {
  const before = sentence.tokens[group.first - 1];
  if (before === undefined) return null;
  if (RELATIVE.has(before.norm)) {
    const comma = sentence.tokens[group.first - 2]?.norm === "," ? group.first - 2 : group.first - 1;
    const antecedent = endsBefore(phrases, comma);
    return antecedent === null ? null : outermost(sentence, phrases, antecedent);
  }
  if (isJoined(sentence, group)) {
    const previous = sentence.verbGroups.filter((g) => g.last < group.first - 1).at(-1);
    const between = previous === undefined ? null : endsBefore(phrases, group.first - 1);
    if (previous !== undefined && (between === null || between.first > previous.last))
      return subjectOf(sentence, phrases, previous);
  }
  const whole = aroundRelative(sentence, phrases, group);
  if (whole !== null) return whole;
  const edge = beforeInsertion(sentence, group.first);
  const nearest = withoutAge(sentence, phrases, endsBefore(phrases, edge));
  if (nearest === null) return null;
  const blocking = sentence.verbGroups.some((g) => g.first > nearest.last && g.last < edge);
  return blocking ? null : outermost(sentence, phrases, nearest);
}

const SKIPPED = /^(?:ADV|PART)$/;

/** The noun phrase right after a verb group (adverbs and particles aside), or null: "killed at least five people". */
export function objectOf(sentence: Sentence, phrases: readonly Phrase[], group: VerbGroup): Phrase | null {
  let i = group.last + 1;
  while (
    i < sentence.tokens.length &&
    phrases.every((p) => p.first !== i) &&
    (SKIPPED.test(sentence.tokens[i]!.upos) || /^(?:up|down|out)$/.test(sentence.tokens[i]!.norm))
  )
    i++;
  return phrases.find((p) => p.first === i) ?? null;
}

/**
 * Phrases joined to `phrase` by commas and a closing "and": "three growers, a guard and two drivers".
 * Commas alone make no list: "the treasurer, Emile Haddad, was shot" is one person.
 */
export function joinedWith(sentence: Sentence, phrases: readonly Phrase[], phrase: Phrase): readonly Phrase[] {
  const chain: Phrase[] = [phrase];
  let closed = 1;
  for (let end = phrase.last; ; ) {
    const link = linkAfter(sentence, end);
    const next = link === null ? undefined : phrases.find((p) => p.first === link.next);
    if (link === null || next === undefined || isSubject(sentence, next)) break;
    // "Ruben Reyes, 60, and Edmundo Paz, 26": an age is no further person.
    if (next.bare && !link.and && !chain.at(-1)!.bare) {
      end = next.last;
      continue;
    }
    chain.push(next);
    end = next.last;
    if (link.and) closed = chain.length;
  }
  return chain.slice(0, closed);
}

/** The token after ",", "and", ", and", "as well as" behind token `end`. */
function linkAfter({ tokens }: Sentence, end: number): { next: number; and: boolean } | null {
  const words = (i: number, n: number): string =>
    tokens
      .slice(i, i + n)
      .map((t) => t.norm)
      .join(" ");
  const comma = tokens[end + 1]?.norm === "," ? 1 : 0;
  const at = end + 1 + comma;
  if (/^(?:and|or|plus)$/.test(words(at, 1))) return { next: at + 1, and: true };
  if (/^(?:as well as|together with|along with)/.test(words(at, 3)))
    return { next: at + (words(at, 3) === "as well as" ? 3 : 2), and: true };
  return comma === 1 ? { next: at, and: false } : null;
}

/** "two men and police arrested …": the next phrase is the subject of a verb of its own. */
const isSubject = (sentence: Sentence, phrase: Phrase): boolean =>
  sentence.verbGroups.some((g) => g.first === phrase.last + 1 && g.form === "finite" && g.voice === "active");
