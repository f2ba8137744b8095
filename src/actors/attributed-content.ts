import type { Span } from "../record/index.ts";
import { type Reading, type Sentence, spanOfTokens, type VerbGroup } from "../text/index.ts";
import type { Attribution } from "./attribution.ts";
import { objectOf } from "./clause.ts";
import type { ActorLexicon, AttributionVerb } from "./lexicon.ts";
import { nounAt } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";
import { tailOf } from "./tail.ts";

/** One sentence with all that the rules look at. */
export interface Scene {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly lexicon: ActorLexicon;
}
export type Content = Attribution["content"];

export const spanOfPhrase = ({ reading, sentence, phrases }: Scene, phrase: Phrase): Span =>
  spanOfTokens(reading, sentence, phrase.first, tailOf(sentence, phrases, phrase, true));

const NOBODY = /^(?:it|source|report|rumour|rumor|there|some|people|observer|many)$/;

/** "sources say", "it is said": a source that cannot be asked. */
export const isNobody = ({ sentence }: Scene, phrase: Phrase): boolean =>
  NOBODY.test(sentence.tokens[phrase.head]!.lemma.toLowerCase()) && sentence.tokens[phrase.head]!.upos !== "PROPN";

export const isMark = (form: string): boolean => /^["“”«»]$|^(?:''|``)$/.test(form);
export const endOf = ({ sentence }: Scene): number => {
  const tokens = sentence.tokens;
  let last = tokens.length - 1;
  while (last > 0 && (/^[.!?…]$/.test(tokens[last]!.form) || isMark(tokens[last]!.form))) last--;
  return tokens[last]!.end;
};
export const from = (scene: Scene, i: number): Content | null =>
  scene.sentence.tokens[i] === undefined || scene.sentence.tokens[i]!.start >= endOf(scene)
    ? null
    : { start: scene.sentence.tokens[i]!.start, end: endOf(scene) };

/** Verbs that name their hearer at once: "told Radio Sur that", "warned residents that". */
const TOLD = /^(?:tell|inform|warn|remind|assure|ask|order|urge|command|instruct)$/;

export interface Frame {
  readonly content: Content;
  readonly addressee: Phrase | null;
  /** Words before the verb are the content: "…, police said". */
  readonly trailing: boolean;
}

/** Whether a clause of its own starts at token `i`: "that …", or a phrase with a verb behind it. */
function clauseStart({ sentence, phrases }: Scene, i: number): number | null {
  const norm = sentence.tokens[i]?.norm;
  if (norm === "that" || norm === "how" || norm === "whether" || norm === ":") return i + 1;
  const subject = phrases.find((p) => p.first === i);
  if (subject === undefined) return norm === "there" ? i : null;
  const verb = sentence.verbGroups.find((g) => g.first > subject.last);
  if (verb === undefined || verb.form === "infinitive") return null;
  const between = sentence.tokens.slice(subject.last + 1, verb.first);
  // "says a house in Lod, the old name, was burned": an insertion has two commas.
  const commas = between.filter((t) => t.norm === ",").length;
  const joined = between.some((t) => /^(?:[;:]|and|but|who|which|that)$/.test(t.norm));
  return verb.form === "finite" && commas % 2 === 0 && !joined ? i : null;
}

/** Content after the verb: a clause, an infinitive ("threatened to march"), a gerund ("denied having ordered"). */
export function contentAfter(scene: Scene, group: VerbGroup): Frame | null {
  const { sentence, phrases } = scene;
  let i = group.last + 1;
  while (sentence.tokens[i]?.upos === "ADV") i++;
  const object = objectOf(sentence, phrases, group);
  const told = object !== null && TOLD.test(sentence.tokens[group.head]!.lemma) ? object : null;
  if (told !== null) {
    const past = tailOf(sentence, phrases, told, true) + 1;
    const start = clauseStart(scene, past) ?? infinitiveAt(scene, past);
    const content = start === null ? null : from(scene, start);
    return content === null ? null : { content, addressee: told, trailing: false };
  }
  const to = /^to$/.test(sentence.tokens[i]?.norm ?? "") ? phrases.find((p) => p.first === i + 1) : undefined;
  if (to !== undefined) i = to.last + 1;
  const start =
    clauseStart(scene, group.last + 1) ??
    clauseStart(scene, i) ??
    infinitiveAt(scene, i) ??
    gerundAt(scene, i) ??
    laterThat(scene, i);
  const content = start === null ? null : from(scene, start);
  return content === null ? null : { content, addressee: to ?? null, trailing: false };
}
const infinitiveAt = ({ sentence }: Scene, i: number): number | null =>
  sentence.verbGroups.some((g) => g.first === i && g.form === "infinitive") ? i : null;
const gerundAt = ({ sentence }: Scene, i: number): number | null =>
  sentence.verbGroups.some((g) => g.first === i && g.form === "gerund") ? i : null;
/** "said in a statement on Monday that …": "that" a few words on, no verb between. */
function laterThat({ sentence }: Scene, i: number): number | null {
  for (let j = i; j < Math.min(i + 12, sentence.tokens.length); j++) {
    const { norm, upos } = sentence.tokens[j]!;
    if (norm === "that" && j > i) return j + 1;
    if (upos === "VERB" || upos === "AUX" || /^[.;:]$/.test(norm)) return null;
  }
  return null;
}

/** Content before the verb: "The men fled, police said on Monday." The cue must close the sentence or a comma follow it. */
export function contentBefore(scene: Scene, group: VerbGroup, source: Phrase): Frame | null {
  const { tokens } = scene.sentence;
  const first = Math.min(source.first, group.first);
  const before = tokens[first - 1];
  if (
    before === undefined ||
    !(before.norm === "," || isMark(before.form) || before.norm === "--" || before.norm === "—")
  )
    return null;
  const hasVerb =
    scene.sentence.verbGroups.some((g) => g.last < first - 1) ||
    isMark(before.form) ||
    isMark(tokens[first - 2]?.form ?? "");
  const content = { start: scene.sentence.start, end: before.start };
  return hasVerb && content.end > content.start ? { content, addressee: null, trailing: true } : null;
}

/** "dismissed messages that …", "denied any part in it", "counted nine dead": the object is what is spoken of. */
export function contentObject(scene: Scene, group: VerbGroup, verb: AttributionVerb): Frame | null {
  const { sentence, phrases } = scene;
  const object =
    objectOf(sentence, phrases, group) ??
    phrases.find((p) => p.first === group.last + 2 && /^(?:of|on|at)$/.test(sentence.tokens[group.last + 1]!.norm)) ??
    null;
  if (object === null) return null;
  if (verb.frame === "figure" && object.quantity === null) return null;
  if (
    verb.frame === "clause" &&
    object.quantity === null &&
    !/^(?:deny|claim|confirm|fear|threaten|warn|order)$/.test(verb.verbClass)
  )
    return null;
  // "threatened a reporter", "warned the mayor": somebody is spoken to, nothing is said.
  const person = object.quantity === null && isPersonal(scene, object);
  if (person && /^(?:threaten|warn)$/.test(verb.verbClass)) return null;
  const content = from(scene, object.first);
  return content === null ? null : { content, addressee: null, trailing: false };
}

const isPersonal = ({ sentence, lexicon }: Scene, phrase: Phrase): boolean =>
  sentence.tokens[phrase.head]!.upos === "PRON" || nounAt(sentence.tokens, phrase.head, lexicon)?.kind === "person";

/** The noun phrase right behind an inverted verb: '"…," said Colonel Moreno.' */
export function inverted(scene: Scene, group: VerbGroup): Phrase | null {
  const before = scene.sentence.tokens[group.first - 1];
  if (before !== undefined && before.norm !== "," && !isMark(before.form)) return null;
  const after = scene.phrases.find((p) => p.first === group.last + 1) ?? null;
  const closing =
    after === null ? undefined : scene.sentence.tokens[tailOf(scene.sentence, scene.phrases, after, true) + 1];
  return after !== null &&
    before !== undefined &&
    (closing === undefined || /^[.,;:]$/.test(closing.norm) || isMark(closing.form) || closing.upos === "ADP")
    ? after
    : null;
}
