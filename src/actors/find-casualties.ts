import type { Count, Span } from "../record/index.ts";
import { type Reading, type Sentence, spanOfTokens, type VerbGroup } from "../text/index.ts";
import type { Attribution } from "./attribution.ts";
import type { CasualtyKind, CasualtyReport } from "./casualty-report.ts";
import { joinedWith, objectOf, subjectOf } from "./clause.ts";
import type { ActorLexicon, CasualtyWord } from "./lexicon.ts";
import { isPlural } from "./mend-phrases.ts";
import { nounAt } from "./nouns.ts";
import { countOf, type Phrase, phrasesOf } from "./phrase.ts";

/** One sentence with all that the rules look at. */
interface Scene {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly lexicon: ActorLexicon;
}
type Draft = Omit<CasualtyReport, "sources" | "denied">;

const norm = ({ sentence }: Scene, i: number): string => sentence.tokens[i]?.norm ?? "";

/** Side of a phrase: the table's word for "policemen", "gunmen"; null for "people". */
const sideOf = (scene: Scene, phrase: Phrase): string | null =>
  phrase.bare ? null : (nounAt(scene.sentence.tokens, phrase.head, scene.lexicon)?.side ?? null);

const OTHERS = /^(?:others?|more|many|them|those)$/;

/** Whether a phrase can be people: "two men", "12", "Paul Moreno"; not "two buses", "the engine". */
function isPeople(scene: Scene, phrase: Phrase): boolean {
  if (scene.sentence.tokens.slice(phrase.first, phrase.head).some((t) => t.norm === "how")) return false;
  if (phrase.bare || OTHERS.test(norm(scene, phrase.head))) return true;
  const head = scene.sentence.tokens[phrase.head]!;
  if (head.upos === "PRON")
    return /^(?:he|she|him|her|himself|herself|anyone|anybody|everyone|all|one|no-one|none|who)$/.test(head.norm);
  const noun = nounAt(scene.sentence.tokens, phrase.head, scene.lexicon);
  if (noun !== null)
    return noun.kind === "person" || noun.kind === "body" || (noun.kind === "state" && phrase.quantity !== null);
  if (head.upos === "PROPN") return true;
  return scene.lexicon.nationalities.has(head.norm);
}

/** How many, as far as the words go: a figure, one for "a man" and for a named or definite person, two or more for a bare plural. */
function casualtyCount(scene: Scene, phrase: Phrase): Count | null {
  const head = scene.sentence.tokens[phrase.head]!;
  const said = countOf(scene.sentence, phrase);
  if (said !== null) return said;
  if (/^(?:anyone|anybody)$/.test(head.norm)) return { min: 0, max: 0 };
  if (/^(?:he|she|him|her|himself|herself)$/.test(head.norm)) return { min: 1, max: 1 };
  if (head.upos === "PRON") return null;
  const noun = nounAt(scene.sentence.tokens, phrase.head, scene.lexicon);
  if (isPlural(head)) return noun?.kind === "person" ? { min: 2, max: null } : null;
  if (noun?.kind === "person") return { min: 1, max: 1 };
  return noun === null && head.upos === "PROPN" ? { min: 1, max: 1 } : null;
}

const add = (a: Count, b: Count): Count => ({
  min: (a.min ?? 0) + (b.min ?? 0),
  max: a.max === null || b.max === null ? null : a.max + b.max,
});

/** The phrases a casualty word counts: the one beside it and those joined to it, before and after. */
function wholeList(scene: Scene, phrase: Phrase): readonly Phrase[] {
  const opener = scene.phrases.find(
    (p) => p.first < phrase.first && joinedWith(scene.sentence, scene.phrases, p).includes(phrase),
  );
  return joinedWith(scene.sentence, scene.phrases, opener ?? phrase).filter((p) => isPeople(scene, p));
}

function draft(
  scene: Scene,
  kind: CasualtyKind,
  governor: number,
  phrases: readonly Phrase[],
  rule: string,
  extra: Partial<Draft> = {},
): Draft[] {
  const known = phrases.flatMap((phrase) => {
    const count = casualtyCount(scene, phrase);
    return count === null ? [] : [{ phrase, count }];
  });
  if (known.length === 0) return [];
  const first = known[0]!.phrase;
  const last = known.at(-1)!.phrase;
  const sides = new Set(known.map(({ phrase }) => sideOf(scene, phrase)));
  return [
    {
      kind,
      count: known.map(({ count }) => count).reduce(add),
      span: spanOfTokens(scene.reading, scene.sentence, first.first, last.last),
      sentence: scene.sentence.index,
      governor,
      head: last.head,
      side: sides.size === 1 ? [...sides][0]! : null,
      partOfTotal: false,
      total: false,
      rule,
      ...extra,
    },
  ];
}

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

function fromVerb(scene: Scene, group: VerbGroup): Draft[] {
  const lemma = scene.sentence.tokens[group.head]!.lemma.toLowerCase();
  const words = scene.lexicon.casualties.filter((w) => w.pos === "verb" && w.word === lemma && w.place !== "lives");
  return words.slice(0).flatMap((word) => {
    if (particlesAt(scene, group, word) === null) return [];
    const phrase = countedBy(scene, group, word);
    if (phrase === null) return [];
    const nobody = phrase.quantity?.count.max === 0 || /^any(?:one|body)$/.test(norm(scene, phrase.head));
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

/** "12 dead", "five deaths", "seven bodies": a quantity right before the word. */
function before(scene: Scene, i: number): Draft[] {
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
function noCasualties(scene: Scene, i: number): Draft[] {
  const token = scene.sentence.tokens[i]!;
  if (token.upos !== "NOUN") return [];
  const words = scene.lexicon.casualties.filter((w) => w.place === "none" && w.word === token.lemma);
  const phrase = scene.phrases.find((p) => p.head === i && p.quantity?.count.max === 0);
  return phrase === undefined
    ? []
    : words.flatMap((w) => draft(scene, w.kind, i, [{ ...phrase, bare: true }], "no-casualties"));
}

/** "17-year-old girl dead in shooting": a headline without a verb. */
function deadInHeadline(scene: Scene, i: number): Draft[] {
  if (norm(scene, i) !== "dead" || scene.sentence.verbGroups.some((g) => g.form === "finite")) return [];
  const phrase = scene.phrases.find((p) => p.last === i - 1 && p.quantity === null && !p.bare);
  const next = scene.sentence.tokens[i + 1];
  if (phrase === undefined || !isPeople(scene, phrase) || (next !== undefined && !/^(?:ADP|PUNCT)$/.test(next.upos)))
    return [];
  return draft(scene, "killed", i, [phrase], "dead-in-headline");
}

/** "the death of three men", "the murder of Paul Moreno". */
function ofNoun(scene: Scene, i: number): Draft[] {
  const token = scene.sentence.tokens[i]!;
  if (token.upos !== "NOUN" || norm(scene, i + 1) !== "of") return [];
  const word = scene.lexicon.casualties.find((w) => w.place === "of" && w.word === token.lemma);
  const phrase = word === undefined ? undefined : scene.phrases.find((p) => p.first === i + 2);
  if (word === undefined || phrase === undefined || !isPeople(scene, phrase)) return [];
  return draft(scene, word.kind, i, wholeList(scene, phrase), "of-noun");
}

/** "claimed 12 lives", "cost the lives of 12 people". */
function lives(scene: Scene, group: VerbGroup): Draft[] {
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

const TOLLS: Readonly<Record<string, CasualtyKind>> = {
  dead: "killed",
  killed: "killed",
  deaths: "killed",
  fatalities: "killed",
  wounded: "injured",
  injured: "injured",
};

/** "the death toll rose to 14", "a death toll of 14", "the number of wounded stands at 20": the figure replaces earlier ones. */
function toll(scene: Scene, i: number): Draft[] {
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
function theDeadWere(scene: Scene, group: VerbGroup): Draft[] {
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

const byRules = (scene: Scene): Draft[] => [
  ...scene.sentence.verbGroups.flatMap((group) => [
    ...fromVerb(scene, group),
    ...lives(scene, group),
    ...theDeadWere(scene, group),
  ]),
  ...scene.sentence.tokens.flatMap((_, i) => [
    ...before(scene, i),
    ...noCasualties(scene, i),
    ...deadInHeadline(scene, i),
    ...ofNoun(scene, i),
    ...toll(scene, i),
  ]),
];

/** The same words for the same kind are one report: the rule that came first keeps it. */
const withoutRepeats = (found: readonly Draft[]): Draft[] =>
  found.filter(
    (d, i) =>
      !found
        .slice(0, i)
        .some(
          (e) =>
            e.kind === d.kind &&
            e.sentence === d.sentence &&
            e.span.start < d.span.end &&
            d.span.start < e.span.end &&
            e.partOfTotal === d.partOfTotal,
        ),
  );

const FIGURE_VERB = /^(?:say|insist|speak|give|count|put|report|list|claim|record|cite|estimate|confirm)$/;

/** How far an elided figure may stand from the report it repeats, in sentences. */
const ELISION_REACH = 2;

/** "Viola Warren, 62": a figure behind a name is an age. */
const isAgeOfName = ({ sentence }: Scene, phrase: Phrase): boolean =>
  sentence.tokens[phrase.first - 1]?.norm === "," &&
  /^(?:PROPN|NUM)$/.test(sentence.tokens[phrase.first - 2]?.upos ?? "");

/** "The government says six. The League insists on eleven." A bare figure after a verb of saying repeats the kind before it. */
function elided(scene: Scene, previous: readonly Draft[]): Draft[] {
  const last = previous.at(-1);
  if (last === undefined || scene.sentence.index - last.sentence > ELISION_REACH) return [];
  const { tokens, verbGroups } = scene.sentence;
  return scene.phrases.flatMap((phrase) => {
    if (
      !phrase.bare ||
      previous.some((d) => d.span.start < tokens[phrase.last]!.end && tokens[phrase.first]!.start < d.span.end)
    )
      return [];
    const next = tokens[phrase.last + 1];
    if (next !== undefined && !/^(?:[.,;:)]|and)$/.test(next.norm) && next.upos !== "PUNCT") return [];
    const verb = verbGroups.filter((g) => g.last < phrase.first).at(-1);
    const said = verb !== undefined && FIGURE_VERB.test(tokens[verb.head]!.lemma) && phrase.first - verb.last <= 2;
    const sameSentence = last.sentence === scene.sentence.index;
    const gapped =
      sameSentence &&
      /^(?:,|of)$/.test(norm(scene, phrase.first - 1)) &&
      last.rule !== "including" &&
      !isAgeOfName(scene, phrase) &&
      (next === undefined || /^[.;]$/.test(next.norm));
    return said || gapped
      ? draft(scene, last.kind, said ? verb.head : last.governor, [phrase], said ? "elided" : "gapped")
      : [];
  });
}

function sourcesOf(
  attributions: readonly Attribution[],
  found: Draft,
  scene: Scene,
): Pick<CasualtyReport, "sources" | "denied"> {
  const own = attributions.filter((a) => a.content.start <= found.span.start && found.span.end <= a.content.end);
  const denied = own.some((a) => a.denied) && found.count.max !== 0;
  const nearest = [...own].sort(
    (a, b) => Math.abs(a.cue.start - found.span.start) - Math.abs(b.cue.start - found.span.start),
  )[0];
  if (nearest !== undefined) return { sources: [...nearest.sources].reverse(), denied };
  if (found.rule !== "elided") return { sources: [], denied };
  const group = scene.sentence.verbGroups.find((g) => g.head === found.governor);
  const source = group === undefined ? null : subjectOf(scene.sentence, scene.phrases, group);
  const sources: Span[] =
    source === null ? [] : [spanOfTokens(scene.reading, scene.sentence, source.first, source.last)];
  return { sources, denied };
}

/** Drafts near enough for an elided figure to repeat. */
function latest(all: readonly Draft[], sentence: number): readonly Draft[] {
  let first = all.length;
  while (first > 0 && sentence - all[first - 1]!.sentence <= ELISION_REACH) first--;
  return all.slice(first);
}

function bySentence(attributions: readonly Attribution[]): ReadonlyMap<number, readonly Attribution[]> {
  const map = new Map<number, Attribution[]>();
  for (const one of attributions) {
    const list = map.get(one.sentence);
    if (list === undefined) map.set(one.sentence, [one]);
    else list.push(one);
  }
  return map;
}

/** Every statement of casualties in a reading, in order of the text. */
export function findCasualties(
  reading: Reading,
  attributions: readonly Attribution[],
  lexicon: ActorLexicon,
): readonly CasualtyReport[] {
  const all: Draft[] = [];
  const told = bySentence(attributions);
  const reports: CasualtyReport[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.kind === "dateline") continue;
    const scene: Scene = { reading, sentence, phrases: phrasesOf(sentence, lexicon), lexicon };
    const found = withoutRepeats(byRules(scene)).sort((a, b) => a.span.start - b.span.start);
    const drafts = [...found, ...elided(scene, [...latest(all, sentence.index), ...found])].sort(
      (a, b) => a.span.start - b.span.start,
    );
    all.push(...drafts);
    reports.push(...drafts.map((d) => ({ ...d, ...sourcesOf(told.get(sentence.index) ?? [], d, scene) })));
  }
  return reports;
}
