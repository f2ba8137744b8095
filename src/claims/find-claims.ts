import type { Attribution } from "../events/index.ts";
import type { Claim, CodedDocument, Event, Span } from "../record/index.ts";
import { overlaps } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import { isToldAsHappened } from "./check-context.ts";
import { dateSpansIn } from "./claim-dates.ts";
import type { OwnEvent } from "./claim-kind.ts";
import { kindOf } from "./claim-kind.ts";
import { testabilityOf } from "./claim-testable.ts";
import type { ClassWords } from "./class-words.ts";
import { clausesOf } from "./clauses.ts";
import type { KindCue } from "./cue-tables.ts";
import { findFigures, tollOf } from "./figures.ts";
import { readResponsibility } from "./responsibility-words.ts";
import type { Statement } from "./statements.ts";
import { statementsIn, wordsIn } from "./statements.ts";
import type { Subject } from "./subject.ts";
import { subjectOf } from "./subject.ts";

export interface ClaimTables {
  readonly cues: readonly KindCue[];
  readonly hedges: readonly RegExp[];
  readonly hiddenSources: readonly RegExp[];
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

const QUESTION = /\?["”]?\s*$/;
const FRAME =
  /^(?:begin with|now (?:the|to)|not all of (?:them|these)|(?:i|we) have (?:(?:seen|found|read|heard) no|no (?:confirmation|document|proof|information|details?|evidence))\b|neither\b.* known to|every(?:body|one) knows|(?:i|we) will not\b|unless the text|(?:do not|don['’]t|let us|let me|see|note|read|consider|remember|imagine|take|look)\b|it (?:was|is) not (?:immediately |yet )?clear\b|an earlier version of this|(?:three|two|four|several|some) (?:judgements?|things?|questions?|points?)\b(?! (?:should|must|ought|need))|some will call|\p{L}+ (?:have|has|had) (?:since )?corrected (?:themselves|itself|himself|herself|that)|the list goes on)/iu;

/** Sentences that state nothing to check: questions, frames, remarks on the text itself. */
const isFrame = (text: string): boolean => FRAME.test(text) || wordsIn(text) < 3;

function claimOf(source: Source, sentence: Sentence, statement: Statement): Claim | null {
  const { span } = statement;
  if (isFrame(span.text)) return null;
  const { cues, hedges, classWords } = source.tables;
  const figures = findFigures(span.text, dateSpansIn(span, source.dates));
  const toll = tollOf(span.text, figures, "killed") !== null || tollOf(span.text, figures, "injured") !== null;
  const responsible = readResponsibility({ text: span.text, attributedTo: [...statement.by] }) !== null;
  const bareFigure = figures.length > 0 && figures.every(({ measure, noun }) => measure === "other" && noun === null);
  const subject = subjectOf(span, source.events, classWords, toll || responsible || bareFigure);
  const kind = responsible
    ? "incident-fact"
    : statement.urged
      ? "prescription"
      : kindOf(span.text, figures, ownEventOf(source, span, subject), cues);
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
  const located = places.filter((place) =>
    /\b(?:in|at|near|outside)\s+$/i.test(reading.text.slice(0, place.start).slice(-10)),
  );
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

/** A fact that is no event the coder knows: kept where somebody says it, or where a past is told. */
const statesFact = (source: Source, sentence: Sentence, span: Span): boolean =>
  source.attributions.some(
    (attribution) => attribution.sentence === sentence.index && overlaps(attribution.content, span),
  ) ||
  (tellsOfPast(sentence, span) && isConcrete(source, sentence, span)) ||
  source.tables.hiddenSources.some((pattern) => pattern.test(source.reading.text.slice(sentence.start, sentence.end)));

const SHORT = 8;

/** It names somebody or something, counts, dates, or is long enough to say more than that "the autumn was worse". */
const isConcrete = (source: Source, sentence: Sentence, span: Span): boolean =>
  wordsIn(span.text) >= SHORT ||
  source.dates.some((date) => overlaps(date, span)) ||
  findFigures(span.text).length > 0 ||
  sentence.tokens.some((token) => token.upos === "PROPN" && overlaps(token, span));

const PERFECT = /^(?:has|have|had)$/;
const tellsOfPast = (sentence: Sentence, span: Span): boolean =>
  sentence.verbGroups.some((group) => {
    const first = sentence.tokens[group.first];
    if (first === undefined || first.start < span.start || first.start >= span.end || group.form !== "finite")
      return false;
    return group.tense === "past" || PERFECT.test(first.norm);
  });

/** Claims of one document in order of the text; one proposition, one claim. */
export function findClaims(
  reading: Reading,
  coded: Pick<CodedDocument, "events" | "dates" | "places">,
  attributions: readonly Attribution[],
  tables: ClaimTables,
): Claim[] {
  const source: Source = {
    reading,
    events: coded.events,
    dates: coded.dates,
    places: coded.places,
    attributions,
    tables,
  };
  const found = reading.sentences
    .filter((sentence) => sentence.kind === "prose" || sentence.kind === "item")
    .filter((sentence) => !QUESTION.test(reading.text.slice(sentence.start, sentence.end)))
    .flatMap((sentence) =>
      clausesOf(reading, sentence, coded.events, tables.cues).flatMap((clause) =>
        statementsIn(reading, sentence, clause, attributions).flatMap(
          (statement) => claimOf(source, sentence, statement) ?? [],
        ),
      ),
    );
  return carryTestable(reading, withoutDoubles(found));
}

/** "The mayor said four died; the clinic treated nine": a bare figure is settled by what settles the one before it. */
function carryTestable(reading: Reading, claims: readonly Claim[]): Claim[] {
  const sentenceOf = (claim: Claim): Sentence | undefined =>
    reading.sentences.find((sentence) => sentence.start <= claim.start && claim.start < sentence.end);
  return claims.map((claim, i) => {
    const before = claims[i - 1];
    const goesOn =
      before?.kind === "quantity" &&
      before.testable === "record" &&
      claim.kind === "quantity" &&
      claim.testable === "outside" &&
      sentenceOf(before) === sentenceOf(claim);
    return goesOn ? { ...claim, testable: "record" } : claim;
  });
}

/** Of claims on one span the first stays. */
const withoutDoubles = (claims: readonly Claim[]): Claim[] =>
  claims
    .filter((claim, i) => claims.findIndex((other) => other.start === claim.start && other.end === claim.end) === i)
    .sort((a, b) => a.start - b.start || a.end - b.end);
