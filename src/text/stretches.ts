import { datelineLength } from "./dateline.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Sentence } from "./reading.ts";
import { sentenceEnds } from "./split-sentences.ts";
import { type RawToken, tokenize } from "./tokenize.ts";

/** A stretch of tokens that is one sentence. */
export interface Stretch {
  readonly tokens: readonly RawToken[];
  readonly paragraph: number;
  readonly kind: Sentence["kind"];
}

const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;

/** Mostly capitals: four letters in five of those that have case. */
export function inCapitals(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = Math.min(text.length, 50_000) - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) lower++;
    else if (code >= 65 && code <= 90) upper++;
    else if (code >= 128 && CAPITAL.test(text[i]!)) upper++;
    else if (code >= 128 && SMALL.test(text[i]!)) lower++;
  }
  return upper >= 10 && upper >= 4 * lower;
}

/** What ends a line that is no heading. */
const CLOSED = /[.!?;:,…"”’)\]-]\s*$/;

/** Neither an item nor closed, so a heading if it is short: told from the paragraph's last character. */
export const canBeHeading = (paragraph: Paragraph, text: string): boolean =>
  !paragraph.item && !CLOSED.test(text.slice(Math.max(paragraph.start, paragraph.end - 20), paragraph.end));

/** Length of the dateline that opens the paragraph of this number, or 0. */
export const datelineIn = (text: string, paragraph: Paragraph, number: number): number =>
  datelineLength(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 300)), number < 3);

/** A line of its own without a final stop, not too long, is a heading. */
function kindOf(paragraph: Paragraph, text: string, tokens: readonly RawToken[], only: boolean): Sentence["kind"] {
  if (paragraph.item) return "item";
  const last = tokens.at(-1)!;
  const closed = CLOSED.test(text.slice(last.start, last.end));
  return only && !closed && tokens.length <= 20 ? "heading" : "prose";
}

/** The sentences of a paragraph, its dateline apart. `capitals`: letter case says nothing in this text. */
export function stretchesOf(text: string, paragraph: Paragraph, number: number, capitals: boolean): Stretch[] {
  const dateline = datelineIn(text, paragraph, number);
  const body = paragraph.start + dateline;
  const stretches: Stretch[] = [];
  if (dateline > 0)
    stretches.push({ tokens: tokenize(text, paragraph.start, body), paragraph: number, kind: "dateline" });
  const tokens = tokenize(text, body, paragraph.end);
  const ends = sentenceEnds(text, tokens, capitals);
  ends.forEach((end, i) => {
    const own = tokens.slice(ends[i - 1] ?? 0, end);
    stretches.push({
      tokens: own,
      paragraph: number,
      kind: dateline > 0 ? "prose" : kindOf(paragraph, text, own, ends.length === 1),
    });
  });
  return stretches;
}
