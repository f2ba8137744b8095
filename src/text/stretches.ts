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

/** A part of a paragraph whose sentences can be told without the rest. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Length of the dateline it opens with. */
  readonly dateline: number;
  /** Whether it can be a heading or an item: not behind a dateline, and for a heading alone in its paragraph. */
  readonly paragraph: Paragraph | null;
  readonly alone: boolean;
}

/** A whole word in small letters, longer than any abbreviation, its stop, and a capital: a sentence ends there whatever stands around. */
const SURE_END = /[a-z]{8}[.!?] +(?=[A-Z])/g;

/** A paragraph cut at the ends of sentences that are sure, so that a reader of one sentence need not read them all. */
export function piecesOf(text: string, paragraph: Paragraph, number: number): Piece[] {
  const dateline = datelineIn(text, paragraph, number);
  const pieces: Piece[] = [];
  const add = (start: number, end: number): void => {
    const first = start === paragraph.start;
    const own = dateline > 0 ? null : paragraph;
    pieces.push({
      start,
      end,
      dateline: first ? dateline : 0,
      paragraph: own,
      alone: first && end === paragraph.end,
    });
  };
  const body = text.slice(paragraph.start + dateline, paragraph.end);
  let start = paragraph.start;
  for (const found of body.matchAll(SURE_END)) {
    const end = paragraph.start + dateline + found.index + found[0].length;
    add(start, end);
    start = end;
  }
  add(start, paragraph.end);
  return pieces;
}

/** The sentences of a piece of paragraph `number`, its dateline apart. `capitals`: letter case says nothing in this text. */
export function stretchesIn(text: string, piece: Piece, number: number, capitals: boolean): Stretch[] {
  const body = piece.start + piece.dateline;
  const stretches: Stretch[] = [];
  if (piece.dateline > 0)
    stretches.push({ tokens: tokenize(text, piece.start, body), paragraph: number, kind: "dateline" });
  const tokens = tokenize(text, body, piece.end);
  const ends = sentenceEnds(text, tokens, capitals);
  ends.forEach((end, i) => {
    const own = tokens.slice(ends[i - 1] ?? 0, end);
    const kind =
      piece.paragraph === null ? "prose" : kindOf(piece.paragraph, text, own, piece.alone && ends.length === 1);
    stretches.push({ tokens: own, paragraph: number, kind });
  });
  return stretches;
}

/** All sentences of a paragraph. */
export const stretchesOf = (text: string, paragraph: Paragraph, number: number, capitals: boolean): Stretch[] =>
  piecesOf(text, paragraph, number).flatMap((piece) => stretchesIn(text, piece, number, capitals));
