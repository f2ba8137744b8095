import type { Reading, Sentence, Token } from "./reading.ts";

/** A word with its tags, whether or not its place in a tree is known. */
export type TaggedToken = Omit<Token, "head" | "deprel">;

/** What can be said of a sentence without its tree. */
export interface OutlineSentence extends Pick<Sentence, "start" | "end" | "kind" | "verbGroups"> {
  readonly tokens: readonly TaggedToken[];
}

/** A text whose sentences are looked up where they are needed. */
export interface Outline {
  readonly text: string;
  /** Mostly capitals, as wire archives are. */
  readonly capitals: boolean;
  /** The sentence that holds the character at the offset; null between sentences. The same one is the same object. */
  sentenceAt(at: number): OutlineSentence | null;
  /** Does a dateline or a heading hold the character there? Mostly answered without the sentences. */
  isDateline(at: number): boolean;
  isHeading(at: number): boolean;
}

/** Index of the last of the ordered stretches that starts at or before the offset, or -1. */
export function lastStartingBy(stretches: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A whole reading as an outline. */
export function outlineOf(reading: Pick<Reading, "text" | "capitals" | "sentences">): Outline {
  const sentenceAt = (at: number): OutlineSentence | null => {
    const sentence = reading.sentences[lastStartingBy(reading.sentences, at)];
    return sentence !== undefined && at < sentence.end ? sentence : null;
  };
  return {
    text: reading.text,
    capitals: reading.capitals,
    sentenceAt,
    isDateline: (at) => sentenceAt(at)?.kind === "dateline",
    isHeading: (at) => sentenceAt(at)?.kind === "heading",
  };
}
