import type { Lexicon } from "../../../src/text/lexicon.ts";
import { letterKeys, wordKey } from "../../../src/text/network/word-keys.ts";
import type { Matrix } from "../../../src/text/network/workspace.ts";
import { type Moments, noMoments } from "./adam.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Rows of numbers that are learnt, few of them at a time. */
export interface LearntRows {
  readonly width: number;
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly moments: Moments;
  /** Rows with slopes since the last step. */
  readonly touched: Set<number>;
}

export const learntRows = (values: Float32Array, width: number): LearntRows => ({
  width,
  values,
  slopes: new Float32Array(values.length),
  moments: noMoments(values.length),
  touched: new Set(),
});

/** Shares of words whose whole vector is left out, and of those whose own part of it is: so rare words are learnt for. */
export interface WordDrops {
  readonly whole: number;
  readonly own: number;
}

/** The vectors of one sentence's words on the way in, and their slopes on the way back. */
export interface WordInput {
  fill(numbers: Float32Array, input: Matrix): void;
  addSlopes(numbers: Float32Array, slopes: Matrix): void;
}

interface Rows {
  readonly given: number;
  readonly own: number;
  readonly letters: readonly number[];
}

function addRow(from: Float32Array, row: number, width: number, to: Float32Array, at: number): void {
  for (let i = 0; i < width; i++) to[at + i]! += from[row * width + i]!;
}

function addSlope(rows: LearntRows, row: number, numbers: Float32Array, from: number): void {
  rows.touched.add(row);
  for (let i = 0; i < rows.width; i++) rows.slopes[row * rows.width + i]! += numbers[from + i]!;
}

export function wordInput(
  { own, letters }: { readonly own: LearntRows; readonly letters: LearntRows },
  { words, given, learns, letters: letterIndex }: Vocabulary,
  forms: readonly string[],
  capitals: boolean,
  lexicon: Lexicon,
  drops: WordDrops,
  random: () => number,
): WordInput {
  const rows = forms.map((form, t): Rows => {
    const row = words.row(wordKey(form));
    const kept = row >= 0 && random() >= drops.whole;
    const learnt = kept && learns[row] === 1 && random() >= drops.own;
    const keys = letterKeys(form, t === 0, capitals, lexicon);
    return {
      given: kept ? row : -1,
      own: learnt ? row : -1,
      letters: keys.map(letterIndex.row).filter((letterRow) => letterRow >= 0),
    };
  });
  const { width } = own;
  return {
    fill: (numbers, { at, stride }) => {
      numbers.fill(0, at, at + forms.length * stride);
      rows.forEach((row, t) => {
        if (row.given >= 0) addRow(given, row.given, width, numbers, at + t * stride);
        if (row.own >= 0) addRow(own.values, row.own, width, numbers, at + t * stride);
        for (const r of row.letters) addRow(letters.values, r, letters.width, numbers, at + t * stride + width);
      });
    },
    addSlopes: (numbers, { at, stride }) => {
      rows.forEach((row, t) => {
        if (row.own >= 0) addSlope(own, row.own, numbers, at + t * stride);
        for (const r of row.letters) addSlope(letters, r, numbers, at + t * stride + width);
      });
    },
  };
}
