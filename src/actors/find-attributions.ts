import type { Span } from "../record/index.ts";
import { type Reading, spanOfTokens, type VerbGroup } from "../text/index.ts";
import {
  type Content,
  contentAfter,
  contentBefore,
  contentObject,
  endOf,
  type Frame,
  from,
  inverted,
  isMark,
  isNobody,
  type Scene,
  spanOfPhrase,
} from "./attributed-content.ts";
import type { Attribution } from "./attribution.ts";
import { objectOf, subjectOf } from "./clause.ts";
import type { ActorLexicon, AttributionVerb } from "./lexicon.ts";
import { type Phrase, phrasesOf } from "./phrase.ts";

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
