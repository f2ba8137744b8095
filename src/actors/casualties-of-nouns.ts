import type { VerbGroup } from "../text/index.ts";
import { type Draft, draft, isPeople, norm, type Scene, sideOf, wholeList } from "./casualty-draft.ts";
import type { CasualtyKind } from "./casualty-report.ts";
import { objectOf, subjectOf } from "./clause.ts";

/** "12 dead", "five deaths", "seven bodies": a quantity right before the word. */
export function before(scene: Scene, i: number): Draft[] {
  const token = scene.sentence.tokens[i]!;
  const word = scene.lexicon.casualties.find(
    (w) => w.place === "before" && (w.word === token.norm || (token.upos === "NOUN" && w.word === token.lemma)),
  );
  if (word === undefined) return [];
  // "were killed" and "killed two" are the verb rules' business.
  const group = scene.sentence.verbGroups.find((g) => g.head === i);
  if (group !== undefined && (group.form !== "participle" || group.first !== group.last)) {
    if (
      !(
        group.first === group.last &&
        group.form === "finite" &&
        objectOf(scene.sentence, scene.phrases, group) === null
      )
    )
      return [];
  }
  const phrase = scene.phrases.find(
    (p) => p.quantity !== null && (p.last === i - 1 || (p.last === i && p.quantity.last < i)),
  );
  if (phrase === undefined || (phrase.last === i - 1 && !isPeople(scene, phrase))) return [];
  const span = { ...phrase, last: i };
  return draft(scene, word.kind, i, [{ ...span, bare: true }], "before-noun").map((d) => ({
    ...d,
    side: phrase.last === i ? null : sideOf(scene, phrase),
  }));
}

/** "no casualties were reported": nobody killed and nobody hurt. "12 casualties" says neither. */
export function noCasualties(scene: Scene, i: number): Draft[] {
  const token = scene.sentence.tokens[i]!;
  if (token.upos !== "NOUN") return [];
  const words = scene.lexicon.casualties.filter((w) => w.place === "none" && w.word === token.lemma);
  const phrase = scene.phrases.find((p) => p.head === i && p.quantity?.count.max === 0);
  return phrase === undefined
    ? []
    : words.flatMap((w) => draft(scene, w.kind, i, [{ ...phrase, bare: true }], "no-casualties"));
}

/** "17-year-old girl dead in shooting": a headline without a verb. */
export function deadInHeadline(scene: Scene, i: number): Draft[] {
  if (norm(scene, i) !== "dead" || scene.sentence.verbGroups.some((g) => g.form === "finite")) return [];
  const phrase = scene.phrases.find((p) => p.last === i - 1 && p.quantity === null && !p.bare);
  const next = scene.sentence.tokens[i + 1];
  if (phrase === undefined || !isPeople(scene, phrase) || (next !== undefined && !/^(?:ADP|PUNCT)$/.test(next.upos)))
    return [];
  return draft(scene, "killed", i, [phrase], "dead-in-headline");
}

/** "the death of three men", "the murder of Paul Moreno". */
export function ofNoun(scene: Scene, i: number): Draft[] {
  const token = scene.sentence.tokens[i]!;
  if (token.upos !== "NOUN" || norm(scene, i + 1) !== "of") return [];
  const word = scene.lexicon.casualties.find((w) => w.place === "of" && w.word === token.lemma);
  const phrase = word === undefined ? undefined : scene.phrases.find((p) => p.first === i + 2);
  if (word === undefined || phrase === undefined || !isPeople(scene, phrase)) return [];
  return draft(scene, word.kind, i, wholeList(scene, phrase), "of-noun");
}

const TOLLS: Readonly<Record<string, CasualtyKind>> = {
  dead: "killed",
  killed: "killed",
  deaths: "killed",
  fatalities: "killed",
  wounded: "injured",
  injured: "injured",
};

/** "the death toll rose to 14", "a death toll of 14", "the number of wounded stands at 20": the figure replaces earlier ones. */
export function toll(scene: Scene, i: number): Draft[] {
  const isToll = norm(scene, i) === "toll";
  const numberOf =
    norm(scene, i) === "number" && norm(scene, i + 1) === "of"
      ? [i + 2, i + 3].find((j) => TOLLS[norm(scene, j)] !== undefined)
      : undefined;
  if (!isToll && numberOf === undefined) return [];
  const kind = isToll ? (/^injur/.test(norm(scene, i - 1)) ? "injured" : "killed") : TOLLS[norm(scene, numberOf!)]!;
  const start = numberOf ?? i;
  const figure = scene.phrases.find(
    (p) =>
      p.quantity !== null &&
      p.first > start &&
      p.first < start + 12 &&
      /^(?:to|at|of|is|was|were|reached|passed|exceeded|from)$/.test(norm(scene, p.first - 1)) &&
      (p.bare || isPeople(scene, p) || TOLLS[norm(scene, p.head)] !== undefined),
  );
  if (figure === undefined) return [];
  const verb = scene.sentence.verbGroups.filter((g) => g.last < figure.first && g.first > start).at(-1);
  if (verb !== undefined && (verb.modal !== null || verb.tense === "future")) return [];
  const count = figure.quantity!.count;
  const risen = norm(scene, figure.first) === "from" ? { min: count.max, max: count.max } : count;
  return draft(scene, kind, i, [figure], "toll", { total: true, count: risen });
}

/** "the dead were three growers and two drivers"; with "included" a part of them. */
export function theDeadWere(scene: Scene, group: VerbGroup): Draft[] {
  const lemma = scene.sentence.tokens[group.head]!.lemma;
  if (lemma !== "be" && lemma !== "include") return [];
  const subject = subjectOf(scene.sentence, scene.phrases, group);
  const kind = subject === null || norm(scene, subject.first) !== "the" ? undefined : TOLLS[norm(scene, subject.head)];
  const object = kind === undefined ? undefined : scene.phrases.find((p) => p.first === group.last + 1);
  if (kind === undefined || object === undefined || object.quantity === null) return [];
  return draft(scene, kind, subject!.head, wholeList(scene, object), "the-dead-were", {
    partOfTotal: lemma === "include",
  });
}
