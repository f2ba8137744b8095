import type { Attribution } from "../../events/index.ts";
import type { Claim, CodedDocument, Span, TextFault, TextFaultKind } from "../../record/index.ts";
import type { Reading, Sentence } from "../../text/index.ts";
import type { ClassWords } from "../class-words.ts";
import type { LoadedWord, NotTold } from "../cue-tables.ts";

/** What the fault finders look at. */
export interface FaultSource {
  readonly reading: Reading;
  readonly coded: Pick<CodedDocument, "events" | "dates" | "places">;
  readonly claims: readonly Claim[];
  readonly attributions: readonly Attribution[];
  readonly hiddenSources: readonly RegExp[];
  readonly loadedWords: readonly LoadedWord[];
  readonly classWords: ClassWords;
  readonly notTold: readonly NotTold[];
}

/** A finder of one kind of fault: a plain function, so that each can be tested and left out alone. */
export type FaultFinder = (source: FaultSource) => readonly TextFault[];

export const fault = (kind: TextFaultKind, spans: readonly Span[], note: string): TextFault => ({
  kind,
  spans: [...spans],
  note,
});

/** Sentences that state something: no headings, no datelines. */
export const statingSentences = (reading: Reading): readonly Sentence[] =>
  reading.sentences.filter((sentence) => sentence.kind === "prose" || sentence.kind === "item");

export const sentenceAt = (reading: Reading, at: number): Sentence | undefined =>
  reading.sentences.find((sentence) => sentence.start <= at && at < sentence.end);

/** Quoted words are their speaker's, not the author's. */
export const isQuoted = (reading: Reading, span: { start: number; end: number }): boolean =>
  reading.quotations.some((quotation) => quotation.span.start <= span.start && span.end <= quotation.span.end);
