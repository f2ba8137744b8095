import type { Span } from "../record/index.ts";
import { type Reading, type Sentence, spanOfTokens, type VerbGroup } from "../text/index.ts";
import type { Attribution } from "./attribution.ts";
import { objectOf, subjectOf } from "./clause.ts";
import type { ActorLexicon, AttributionVerb } from "./lexicon.ts";
import { type Phrase, phrasesOf } from "./phrase.ts";
import { tailOf } from "./tail.ts";

/** One sentence with all that the rules look at. */
interface Scene {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly phrases: readonly Phrase[];
  readonly lexicon: ActorLexicon;
}
type Content = Attribution["content"];

const spanOfPhrase = ({ reading, sentence, phrases }: Scene, phrase: Phrase): Span =>
  spanOfTokens(reading, sentence, phrase.first, tailOf(sentence, phrases, phrase, true));

const NOBODY = /^(?:it|source|report|rumour|rumor|there|some|people|observer|many)$/;

/** "sources say", "it is said": a source that cannot be asked. */
const isNobody = ({ sentence }: Scene, phrase: Phrase): boolean =>
  NOBODY.test(sentence.tokens[phrase.head]!.lemma.toLowerCase()) && sentence.tokens[phrase.head]!.upos !== "PROPN";

const isMark = (form: string): boolean => /^["“”«»]$|^(?:''|``)$/.test(form);
const endOf = ({ sentence }: Scene): number => {
  const tokens = sentence.tokens;
  let last = tokens.length - 1;
  while (last > 0 && (/^[.!?…]$/.test(tokens[last]!.form) || isMark(tokens[last]!.form))) last--;
  return tokens[last]!.end;
};
const from = (scene: Scene, i: number): Content | null =>
  scene.sentence.tokens[i] === undefined || scene.sentence.tokens[i]!.start >= endOf(scene)
    ? null
    : { start: scene.sentence.tokens[i]!.start, end: endOf(scene) };

/** Verbs that name their hearer at once: "told Radio Sur that", "warned residents that". */
const TOLD = /^(?:tell|inform|warn|remind|assure|ask|order|urge|command|instruct)$/;

interface Frame {
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
function contentAfter(scene: Scene, group: VerbGroup): Frame | null {
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
function contentBefore(scene: Scene, group: VerbGroup, source: Phrase): Frame | null {
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
function contentObject(scene: Scene, group: VerbGroup, verb: AttributionVerb): Frame | null {
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
  const content = from(scene, object.first);
  return content === null ? null : { content, addressee: null, trailing: false };
}

/** The noun phrase right behind an inverted verb: '"…," said Colonel Moreno.' */
function inverted(scene: Scene, group: VerbGroup): Phrase | null {
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

const cueOf = ({ reading, sentence }: Scene, group: VerbGroup): Span =>
  spanOfTokens(reading, sentence, group.first, group.last);

const inQuotes = (reading: Reading, content: Content): boolean =>
  reading.quotations.some(
    (q) =>
      Math.min(q.span.end, content.end) - Math.max(q.span.start, content.start) > 0.6 * (content.end - content.start),
  );

interface Draft {
  readonly source: Phrase | null;
  readonly cue: Span;
  readonly frame: Frame;
  readonly verb: AttributionVerb;
  readonly hedged: boolean;
  readonly hidden: boolean;
}

function finish(scene: Scene, draft: Draft): Attribution {
  const { reading, sentence } = scene;
  const nobody = draft.source !== null && isNobody(scene, draft.source);
  const pronounIt = draft.source !== null && sentence.tokens[draft.source.head]!.norm === "it" && draft.hidden;
  return {
    sources: draft.source === null || pronounIt ? [] : [spanOfPhrase(scene, draft.source)],
    addressee: draft.frame.addressee === null ? null : spanOfPhrase(scene, draft.frame.addressee),
    sentence: sentence.index,
    cue: draft.cue,
    content: draft.frame.content,
    verbClass: draft.verb.verbClass,
    hedged: draft.hedged,
    denied: draft.verb.verbClass === "deny",
    hidden: draft.hidden || (nobody && sentence.tokens[draft.source!.head]!.norm !== "it"),
    quoted: inQuotes(reading, draft.frame.content),
  };
}

/** "it is understood that …", "is believed to have …", "was quoted as saying": the passive hides or moves the source. */
function passiveDraft(scene: Scene, group: VerbGroup, verb: AttributionVerb): Draft | null {
  const { sentence, phrases } = scene;
  const by =
    sentence.tokens[group.last + 1]?.norm === "by" ? phrases.find((p) => p.first === group.last + 2) : undefined;
  const frame = contentAfter(scene, group);
  if (verb.frame === "source-object") {
    const subject = subjectOf(sentence, phrases, group);
    const as = sentence.tokens[group.last + 1]?.norm === "as" ? from(scene, group.last + 3) : null;
    return subject === null || as === null
      ? null
      : {
          source: subject,
          cue: cueOf(scene, group),
          frame: { content: as, addressee: null, trailing: false },
          verb,
          hedged: verb.hedged,
          hidden: false,
        };
  }
  if (frame === null || group.form !== "finite") return null;
  if (/^(?:expect|order|urge)$/.test(verb.verbClass) && by === undefined) return null;
  const subject = subjectOf(sentence, phrases, group);
  const personal = subject !== null && sentence.tokens[subject.head]!.norm !== "it";
  // "the men are said to have fled": the subject belongs to what is said.
  const content = personal ? { start: sentence.tokens[subject.first]!.start, end: frame.content.end } : frame.content;
  return {
    source: by ?? null,
    cue: cueOf(scene, group),
    frame: { ...frame, content },
    verb,
    hedged: true,
    hidden: by === undefined,
  };
}

/** "The spokesman denied that it had attacked, blaming a rival": who blames is who denied, not who attacked. */
function mainVerb({ sentence, lexicon }: Scene, group: VerbGroup): VerbGroup {
  if (group.form === "finite") return group;
  const finite = sentence.verbGroups.filter((g) => g.form === "finite" && g.last < group.first);
  return finite.find((g) => lexicon.attribution.has(sentence.tokens[g.head]!.lemma)) ?? finite.at(-1) ?? group;
}

function verbDraft(scene: Scene, group: VerbGroup): Draft | null {
  const { sentence, phrases, lexicon } = scene;
  const verb = lexicon.attribution
    .get(sentence.tokens[group.head]!.lemma)
    ?.find((row) => /^(?:clause|object|figure|source-object)$/.test(row.frame));
  if (verb === undefined) return null;
  if (group.voice === "passive") return passiveDraft(scene, group, verb);
  if (verb.frame === "source-object") {
    const cited = objectOf(sentence, phrases, group);
    return cited === null
      ? null
      : {
          source: cited,
          cue: cueOf(scene, group),
          frame: { content: { start: sentence.start, end: endOf(scene) }, addressee: null, trailing: true },
          verb,
          hedged: verb.hedged,
          hidden: false,
        };
  }
  if (group.form !== "finite" && group.form !== "gerund") return null;
  const turned = group.form === "finite" ? inverted(scene, group) : null;
  const source = turned ?? subjectOf(sentence, phrases, mainVerb(scene, group));
  if (source === null) return null;
  const frame =
    turned !== null
      ? contentBefore(scene, group, source)
      : (trailingFirst(scene, group, source) ??
        contentAfter(scene, group) ??
        contentBefore(scene, group, source) ??
        contentObject(scene, group, verb) ??
        quoteContent(scene, source));
  if (frame === null) return null;
  const hedged = verb.hedged || group.modal !== null;
  return { source, cue: cueOf(scene, group), frame, verb, hedged, hidden: false };
}

/** "…, police said." ends here: nothing but time and place may follow, so what follows cannot be the content. */
function trailingFirst(scene: Scene, group: VerbGroup, source: Phrase): Frame | null {
  const next = scene.sentence.tokens[group.last + 1];
  return next === undefined || /^[.,;]$/.test(next.norm) || isMark(next.form)
    ? contentBefore(scene, group, source)
    : null;
}

/** Words in quotation marks that the text room gave to this speaker. */
function quoteContent({ reading, sentence }: Scene, source: Phrase): Frame | null {
  const start = sentence.tokens[source.first]!.start;
  const end = sentence.tokens[source.last]!.end;
  const said = reading.quotations.find((q) => q.speaker !== null && q.speaker.start < end && start < q.speaker.end);
  return said === undefined
    ? null
    : { content: { start: said.span.start, end: said.span.end }, addressee: null, trailing: true };
}

/** "according to NP", "reportedly", "reports that …". */
function wordDrafts(scene: Scene): Draft[] {
  const { reading, sentence, phrases, lexicon } = scene;
  const whole = { content: { start: sentence.start, end: endOf(scene) }, addressee: null, trailing: true };
  return sentence.tokens.flatMap((token, i): Draft[] => {
    const cue = spanOfTokens(reading, sentence, i, i);
    const adverb = lexicon.attribution.get(token.norm)?.find((row) => row.frame === "adverb");
    if (adverb !== undefined) return [{ source: null, cue, frame: whole, verb: adverb, hedged: true, hidden: true }];
    const pair = lexicon.attribution
      .get(`${token.norm} ${sentence.tokens[i + 1]?.norm ?? ""}`)
      ?.find((row) => row.frame === "prefix");
    const source = pair === undefined ? undefined : phrases.find((p) => p.first === i + 2);
    if (pair !== undefined && source !== undefined) {
      return [
        {
          source,
          cue: spanOfTokens(reading, sentence, i, i + 1),
          frame: whole,
          verb: pair,
          hedged: false,
          hidden: false,
        },
      ];
    }
    const noun =
      token.upos === "NOUN" ? lexicon.attribution.get(token.lemma)?.find((row) => row.frame === "noun") : undefined;
    const content = noun !== undefined && sentence.tokens[i + 1]?.norm === "that" ? from(scene, i + 2) : null;
    return noun === undefined || content === null
      ? []
      : [
          {
            source: null,
            cue,
            frame: { content, addressee: null, trailing: false },
            verb: noun,
            hedged: true,
            hidden: true,
          },
        ];
  });
}

/** An attribution inside another's content leans on it: the outer sources come first. */
function chained(found: readonly Attribution[]): readonly Attribution[] {
  return found.map((inner) => {
    const outer = found.filter(
      (a) =>
        a !== inner &&
        a.sentence === inner.sentence &&
        a.content.start <= inner.cue.start &&
        inner.cue.end <= a.content.end &&
        a.cue.start < inner.cue.start &&
        a.sources.length > 0,
    );
    const sources = [...outer.flatMap((a) => a.sources), ...inner.sources];
    return {
      ...inner,
      sources: sources.filter((s, i) => sources.findIndex((t) => t.start === s.start && t.end === s.end) === i),
    };
  });
}

/** Every attribution of a reading, in order of the text. */
export function findAttributions(reading: Reading, lexicon: ActorLexicon): readonly Attribution[] {
  return reading.sentences.flatMap((sentence) => {
    if (sentence.kind === "dateline") return [];
    const scene: Scene = { reading, sentence, phrases: phrasesOf(sentence, lexicon), lexicon };
    const drafts = [...sentence.verbGroups.flatMap((group) => verbDraft(scene, group) ?? []), ...wordDrafts(scene)];
    return chained(drafts.map((draft) => finish(scene, draft)).sort((a, b) => a.cue.start - b.cue.start));
  });
}
