import type { Attribution } from "../events/index.ts";
import type { Claim, CodedDocument, Event, Span } from "../record/index.ts";
import { overlaps, spanOf } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import { isToldAsHappened } from "./check-context.ts";
import { dateSpansIn } from "./claim-dates.ts";
import type { OwnEvent } from "./claim-kind.ts";
import { kindOf } from "./claim-kind.ts";
import { testabilityOf } from "./claim-testable.ts";
import type { ClassWords } from "./class-words.ts";
import type { Clause } from "./clauses.ts";
import { clausesOf } from "./clauses.ts";
import type { KindCue } from "./cue-tables.ts";
import { findFigures, tollOf } from "./figures.ts";
import { readResponsibility } from "./responsibility-words.ts";
import type { Subject } from "./subject.ts";
import { subjectOf } from "./subject.ts";

export interface ClaimTables {
  readonly cues: readonly KindCue[];
  readonly hedges: readonly RegExp[];
  readonly classWords: ClassWords;
}

interface Source {
  readonly reading: Reading;
  readonly events: readonly Event[];
  readonly dates: CodedDocument["dates"];
  readonly places: CodedDocument["places"];
  readonly attributions: readonly Attribution[];
  readonly tables: ClaimTables;
}

/** A stretch of text with those on whose word it stands. */
interface Statement {
  readonly span: Span;
  readonly by: readonly Span[];
  readonly hedged: boolean;
}

const LEADING =
  /^(?:(?:that was wrong|it was wrong|not so|(?:and|but|still|even so|yet|however|so|then|also|moreover|meanwhile|nevertheless|indeed|in fact|there is rumour, too))[,:]?\s+)+/i;
/** Numbers of a list, pictures, opening marks: "1. 📍 Lira", "(the …". */
const LIST_MARK = /^(?:\s|["“”'‘(]|\p{So}|\d{1,2}[.)]\s)*/u;
const TRAILING = /[\s.,;:!?–—-]+$/;

/** Leaves out what is no part of the proposition: connectives before it, marks after it. */
function trimmed(text: string, span: { start: number; end: number }): Span {
  const words = text.slice(span.start, span.end);
  const lead = words.match(LIST_MARK)?.[0].length ?? 0;
  const start = span.start + lead;
  const connective = text.slice(start, span.end).match(LEADING)?.[0].length ?? 0;
  const end = span.end - (words.match(TRAILING)?.[0].length ?? 0);
  return spanOf(text, Math.min(start + connective, end), end);
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** A denial or a claim of responsibility is stated by its verb; it is kept with its verb. */
const KEEPS_VERB: ReadonlySet<Attribution["verbClass"]> = new Set(["deny", "claim", "accuse"]);

/** "The provincial government says six": a bare figure is stated only together with who gives it. */
const withSource = (clause: Clause, attribution: Attribution, content: Span): { start: number; end: number } => {
  const from = Math.min(attribution.cue.start, content.start, ...attribution.sources.map((source) => source.start));
  return { start: Math.max(clause.start, from), end: Math.max(content.end, attribution.cue.end) };
};

function statementOf(reading: Reading, clause: Clause, attribution: Attribution): Statement {
  const content = {
    start: Math.max(clause.start, attribution.content.start),
    end: Math.min(clause.end, attribution.content.end),
  };
  const inside = content.end > content.start ? trimmed(reading.text, content) : trimmed(reading.text, clause);
  const short = wordsIn(inside.text) < 3;
  const act =
    attribution.denied ||
    (KEEPS_VERB.has(attribution.verbClass) &&
      readResponsibility({ text: reading.text.slice(attribution.cue.start, clause.end), attributedTo: [] }) !== null);
  const span = act
    ? trimmed(reading.text, { start: attribution.cue.start, end: clause.end })
    : short
      ? trimmed(reading.text, withSource(clause, attribution, inside))
      : inside;
  return { span, by: attribution.sources, hedged: attribution.hedged };
}

const startsInside = (inner: Attribution, outer: Attribution): boolean =>
  inner !== outer && inner.cue.start >= outer.content.start && inner.cue.end <= outer.content.end;

/** "who said he spoke for the Brigade" inside a source: it says who the source is, not what happened. */
const tellsOfSource = (attribution: Attribution, others: readonly Attribution[], text: string): boolean =>
  others.some((other) => other !== attribution && other.cue.start > attribution.cue.end) &&
  /\b(?:who|which|that)\s+(?:had\s+|has\s+)?$/i.test(text.slice(0, attribution.cue.start).slice(-16));

/** A chain ("an officer said that, according to colleagues, …") is one statement: the outer sources, then the inner. */
function joinChains(attributions: readonly Attribution[], text: string): readonly Attribution[] {
  const telling = attributions.filter((each) => !tellsOfSource(each, attributions, text));
  return telling
    .filter((each) => !telling.some((inner) => startsInside(inner, each)))
    .map((inner) => {
      const outer = telling.filter((each) => startsInside(inner, each));
      const sources = [...outer, inner].flatMap((each) => each.sources);
      const unique = sources.filter((span, i) => sources.findIndex((other) => other.start === span.start) === i);
      return { ...inner, sources: unique, hedged: inner.hedged || outer.some((each) => each.hedged) };
    });
}

/** What one clause states: what is laid at each source's door, or else the whole clause in the author's voice. */
function statementsIn(source: Source, clause: Clause): readonly Statement[] {
  const here = source.attributions.filter((attribution) => overlaps(attribution.cue, clause));
  const own = joinChains(here, source.reading.text);
  if (own.length > 0) return own.map((attribution) => statementOf(source.reading, clause, attribution));
  const over = source.attributions.find((attribution) => overlaps(attribution.content, clause));
  return [{ span: trimmed(source.reading.text, clause), by: over?.sources ?? [], hedged: over?.hedged ?? false }];
}

const QUESTION = /\?["”]?\s*$/;
const FRAME =
  /^(?:begin with|now (?:the|to)|not all of (?:them|these)|(?:i|we) have (?:seen|found|read|heard) no\b|neither\b.* known to|every(?:body|one) knows|(?:i|we) will not\b|unless the text|(?:do not|don['’]t|let us|let me|see|note|read|consider|remember|imagine|take|look)\b|an earlier version of this|(?:three|two|four|several|some) (?:judgements?|things?|questions?|points?)\b|some will call|the list goes on)/i;

/** Sentences that state nothing to check: questions, frames, remarks on the text itself. */
const isFrame = (text: string): boolean => QUESTION.test(text) || FRAME.test(text) || wordsIn(text) < 3;

function claimOf(source: Source, sentence: Sentence, statement: Statement): Claim | null {
  const { span } = statement;
  if (isFrame(span.text)) return null;
  const { cues, hedges, classWords } = source.tables;
  const figures = findFigures(span.text, dateSpansIn(span, source.dates));
  const toll = tollOf(span.text, figures, "killed") !== null || tollOf(span.text, figures, "injured") !== null;
  const responsible = readResponsibility({ text: span.text, attributedTo: [...statement.by] }) !== null;
  const subject = subjectOf(span, source.events, classWords, toll || responsible);
  const kind = responsible ? "incident-fact" : kindOf(span.text, figures, ownEventOf(source, span, subject), cues);
  if (kind === "incident-fact" && subject.how === "none" && !responsible && !statesFact(source, sentence, span))
    return null;
  const whole = source.reading.text.slice(sentence.start, sentence.end);
  return {
    ...span,
    kind,
    attributedTo: [...statement.by],
    hedged:
      statement.hedged ||
      hedges.some((hedge) => hedge.test(span.text)) ||
      hedges.some((hedge) => hedge.test(frameOf(whole, span, sentence))),
    testable: testabilityOf(kind, span.text, subject, figures, classWords),
  };
}

/** Words of a toll alone are no telling of an event. */
const TOLL_WORDS =
  /^(?:the )?(?:killed|killing|dead|died|deaths?|bodies|wound\w+|injur\w+|hurt|victims?|casualties|toll)$/i;

/** A threat that was made has happened, whatever became of it. */
const wasMade = (event: Event): boolean =>
  isToldAsHappened(event) || (event.stage === "threatened" && event.factuality === "asserted");

function ownEventOf({ reading, dates, places }: Source, span: Span, subject: Subject): OwnEvent {
  const own = subject.how === "own-words" ? subject.events : [];
  // "On 10 June soldiers killed four men in Lira": a toll word may be all there is, with a day or a place of its own.
  const located = places.filter((place) => /\b(?:in|at|near|outside)\s+$/i.test(reading.text.slice(0, place.start).slice(-10)));
  const anchored = [...dates, ...located].some((mention) => overlaps(mention, span));
  const opensEvent = (words: Span, event: Event): boolean =>
    anchored && event.evidence.every(({ start }) => start >= words.start);
  const first = (events: readonly Event[]): number | null => {
    const starts = events.flatMap((event) =>
      event.evidence
        .filter((words) => overlaps(words, span) && (!TOLL_WORDS.test(words.text) || opensEvent(words, event)))
        .map(({ start }) => start),
    );
    return starts.length === 0 ? null : Math.max(0, Math.min(...starts) - span.start);
  };
  return { happened: first(own.filter(wasMade)), any: first(own) };
}

/** The words of the sentence before the claim: "we heard that", "it is said that". */
const frameOf = (whole: string, span: Span, sentence: Sentence): string =>
  whole.slice(0, Math.max(0, span.start - sentence.start)).slice(-60);

/** A fact that is no event the coder knows: kept where somebody says it. */
const statesFact = (source: Source, sentence: Sentence, span: Span): boolean =>
  source.attributions.some(
    (attribution) => attribution.sentence === sentence.index && overlaps(attribution.content, span),
  );

/** Claims of one document in order of the text; one proposition, one claim. */
export function findClaims(
  reading: Reading,
  coded: Pick<CodedDocument, "events" | "dates" | "places">,
  attributions: readonly Attribution[],
  tables: ClaimTables,
): Claim[] {
  const source: Source = { reading, events: coded.events, dates: coded.dates, places: coded.places, attributions, tables };
  const found = reading.sentences
    .filter((sentence) => sentence.kind === "prose" || sentence.kind === "item")
    .flatMap((sentence) =>
      clausesOf(reading, sentence, coded.events, tables.cues).flatMap((clause) =>
        statementsIn(source, clause).flatMap((statement) => claimOf(source, sentence, statement) ?? []),
      ),
    );
  return withoutDoubles(found);
}

/** Of claims on one span the first stays. */
const withoutDoubles = (claims: readonly Claim[]): Claim[] =>
  claims
    .filter((claim, i) => claims.findIndex((other) => other.start === claim.start && other.end === claim.end) === i)
    .sort((a, b) => a.start - b.start || a.end - b.end);
