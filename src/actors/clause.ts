import type { Sentence, VerbGroup } from "../text/index.ts";
import type { Phrase } from "./phrase.ts";

const RELATIVE = new Set(["who", "which", "that", "whom"]);

const endsBefore = (phrases: readonly Phrase[], i: number): Phrase | null =>
  phrases.filter((p) => p.last < i).at(-1) ?? null;

/** A phrase that hangs on another by a preposition ("men in masks"): the phrase it hangs on. */
function outermost(sentence: Sentence, phrases: readonly Phrase[], phrase: Phrase): Phrase {
  const before = sentence.tokens[phrase.first - 1];
  if (before === undefined || before.upos !== "ADP") return phrase;
  const holder = phrases.find((p) => p.last === phrase.first - 2);
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
  const edge = beforeInsertion(sentence, group.first);
  const nearest = endsBefore(phrases, edge);
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

/** Phrases joined to `phrase` by commas and "and": "three growers and two drivers". */
export function joinedWith(sentence: Sentence, phrases: readonly Phrase[], phrase: Phrase): readonly Phrase[] {
  const joined: Phrase[] = [phrase];
  for (let end = phrase.last; ; ) {
    let i = end + 1;
    while (
      /^(?:,|and|or|plus)$/.test(sentence.tokens[i]?.norm ?? "") ||
      (sentence.tokens[i]?.norm === "as" && i > end + 1)
    )
      i++;
    const next = i > end + 1 ? phrases.find((p) => p.first === i) : undefined;
    if (next === undefined) return joined;
    // "two men and police arrested …": the next phrase is the subject of a verb of its own.
    const after = sentence.verbGroups.find((g) => g.first === next.last + 1);
    if (after !== undefined && after.form === "finite") return joined;
    joined.push(next);
    end = next.last;
  }
}
