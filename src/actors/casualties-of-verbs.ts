import type { Sentence, VerbGroup } from "../text/index.ts";
import { type Draft, draft, isPeople, norm, type Scene, wholeList } from "./casualty-draft.ts";
import type { CasualtyKind } from "./casualty-report.ts";
import { joinedWith, objectOf, subjectOf } from "./clause.ts";
import type { CasualtyWord } from "./lexicon.ts";
import type { Phrase } from "./phrase.ts";

/** Last token of "dead", "to death", "hostage" where they stand with the verb, before or behind its object; null: not there. */
function particlesAt(scene: Scene, group: VerbGroup, { particles, place }: CasualtyWord): number | null {
  if (particles.length === 0) return group.last;
  // "fatally shot": the adverb stands before its verb.
  for (let i = Math.max(0, group.first - 1); i < group.last; i++)
    if (particles.length === 1 && norm(scene, i) === particles[0]) return group.last;
  // "are dead" stands together; "left … dead" has its object between.
  const limit = Math.min(scene.sentence.tokens.length, group.last + (place === "subject" ? 4 : 14));
  for (let i = group.last + 1; i < limit; i++) {
    if (particles.every((word, k) => norm(scene, i + k) === word)) return i + particles.length - 1;
    if (/^[;:.]$/.test(norm(scene, i)) || scene.sentence.verbGroups.some((g) => g.form === "finite" && g.first === i))
      return null;
  }
  return null;
}

/** A hypothetical or a negated verb states no casualties: "to kill", "would kill", "was not hurt". */
const statesNothing = ({ sentence }: Scene, group: VerbGroup): boolean =>
  group.negated ||
  (group.modal !== null && group.modal !== "to") ||
  group.tense === "future" ||
  (group.form === "infinitive" && !isPerfect(sentence, group));

/** "are believed to have been killed": done, if the belief is right. */
const isPerfect = ({ tokens }: Sentence, group: VerbGroup): boolean =>
  tokens.slice(group.first, group.last).some((t) => t.norm === "have");

/** "was shot and killed": a second participle read as a past tense shares the subject of the passive before it. */
function ofPassiveBefore({ sentence, phrases }: Scene, group: VerbGroup): Phrase | null {
  if (sentence.tokens[group.first - 1]?.norm !== "and") return null;
  const before = sentence.verbGroups.find((g) => g.last === group.first - 2);
  return before?.voice === "passive" ? subjectOf(sentence, phrases, before) : null;
}

function countedBy(scene: Scene, group: VerbGroup, word: CasualtyWord): Phrase | null {
  const { sentence, phrases } = scene;
  const raised = group.form === "infinitive" ? sentence.verbGroups.find((g) => g.last === group.first - 1) : undefined;
  if (raised !== undefined && (group.voice === "passive" || word.place === "subject"))
    return subjectOf(sentence, phrases, raised);
  if (word.place === "subject") return subjectOf(sentence, phrases, group);
  const object = objectOf(sentence, phrases, group);
  // "soldiers arrested two men": a participle with an object right behind it is a past tense misread.
  const misread =
    group.form === "participle" && object !== null && object.first === group.last + 1 && group.first === group.last;
  const found = sentence.verbGroups.find(
    (g) => g.last === group.first - 1 && sentence.tokens[g.head]!.lemma === "find",
  );
  if (found !== undefined) return found.voice === "passive" ? subjectOf(sentence, phrases, found) : null;
  if (misread && isPeople(scene, object)) return object;
  if (group.voice === "active") return object ?? ofPassiveBefore(scene, group);
  const subject = subjectOf(sentence, phrases, group);
  // A bare participle belongs to the words just before it: "12 wounded", not "the blast … wounded".
  return group.form === "participle" &&
    subject !== null &&
    subject.last !== group.first - 1 &&
    !/^(?:and|or|,)$/.test(norm(scene, group.first - 1))
    ? null
    : subject;
}

export function fromVerb(scene: Scene, group: VerbGroup): Draft[] {
  const lemma = scene.sentence.tokens[group.head]!.lemma.toLowerCase();
  const words = scene.lexicon.casualties.filter((w) => w.pos === "verb" && w.word === lemma && w.place !== "lives");
  return words.slice(0).flatMap((word) => {
    if (particlesAt(scene, group, word) === null) return [];
    const phrase = countedBy(scene, group, word);
    if (phrase === null) return [];
    const nobody =
      phrase.quantity?.count.max === 0 ||
      /^any(?:one|body)$/.test(norm(scene, phrase.head)) ||
      norm(scene, phrase.first) === "any";
    if ((statesNothing(scene, group) && !nobody) || !isPeople(scene, phrase)) return [];
    const list = nobody ? [phrase] : wholeList(scene, phrase);
    return [
      ...draft(scene, word.kind, group.head, list, `${word.place}-of-verb`),
      ...included(scene, word.kind, group.head, list),
    ];
  });
}

/** "five people, including two children": a part, with its side. */
function included(scene: Scene, kind: CasualtyKind, governor: number, list: readonly Phrase[]): Draft[] {
  const last = list.at(-1);
  if (last === undefined) return [];
  for (let i = last.last + 1; i < Math.min(last.last + 8, scene.sentence.tokens.length); i++) {
    const opener =
      norm(scene, i) === "including" ? i + 1 : norm(scene, i) === "among" && norm(scene, i + 1) === "them" ? i + 2 : -1;
    const part = opener < 0 ? undefined : scene.phrases.find((p) => p.first === opener);
    if (part !== undefined) {
      return joinedWith(scene.sentence, scene.phrases, part)
        .filter((p) => p.quantity !== null && isPeople(scene, p))
        .flatMap((p) => draft(scene, kind, governor, [p], "including", { partOfTotal: true }));
    }
  }
  return [];
}

/** "claimed 12 lives", "cost the lives of 12 people". */
export function lives(scene: Scene, group: VerbGroup): Draft[] {
  const word = scene.lexicon.casualties.find(
    (w) => w.place === "lives" && w.word === scene.sentence.tokens[group.head]!.lemma,
  );
  const object = word === undefined ? null : objectOf(scene.sentence, scene.phrases, group);
  if (word === undefined || object === null || statesNothing(scene, group)) return [];
  if (!/^(?:lives|life)$/.test(norm(scene, object.head))) return [];
  const counted =
    object.quantity !== null
      ? object
      : scene.phrases.find((p) => p.first === object.last + 2 && norm(scene, object.last + 1) === "of");
  return counted === undefined
    ? []
    : draft(scene, word.kind, group.head, [{ ...counted, bare: counted === object }], "lives");
}
