import type { Trace } from "../../../src/text/network/forward.ts";
import type { Matrix } from "../../../src/text/network/workspace.ts";
import type { GoldSentence } from "../conllu.ts";
import type { ScoreSlopes, Scratch } from "./backward.ts";
import { tagOf, type Vocabulary } from "./vocabulary.ts";

/** What a training round adds up. */
export interface Tally {
  readonly loss: number;
  readonly tagged: number;
  readonly attached: number;
}

/** A row of scores, the slopes to write, and what it should say; column `never` cannot be chosen. */
interface Question {
  readonly scores: Matrix;
  readonly slopes: Matrix;
  readonly row: number;
  readonly columns: number;
  readonly gold: number;
  readonly never: number;
}

/** Cross entropy of one row; `best` is the column that would be chosen. */
function ask(numbers: Float32Array, { scores, slopes, row, columns, gold, never }: Question) {
  const from = scores.at + row * scores.stride;
  const to = slopes.at + row * slopes.stride;
  let best = never === 0 ? 1 : 0;
  for (let c = 0; c < columns; c++) if (c !== never && numbers[from + c]! > numbers[from + best]!) best = c;
  const most = numbers[from + best]!;
  let sum = 0;
  for (let c = 0; c < columns; c++) {
    const value = c === never ? 0 : Math.exp(numbers[from + c]! - most);
    numbers[to + c] = value;
    sum += value;
  }
  for (let c = 0; c < columns; c++) numbers[to + c]! /= sum;
  const chance = numbers[to + gold]!;
  numbers[to + gold]! -= 1;
  return { loss: -Math.log(Math.max(chance, 1e-12)), best };
}

/** Losses of a sentence's tags, heads and relations, all of one weight, and the slopes of its scores. */
export function lossOf(
  numbers: Float32Array,
  { tags, relations, tagNumber, relationNumber }: Vocabulary,
  sentence: GoldSentence,
  heads: Int32Array,
  trace: Trace,
  scratch: Scratch,
): Tally & { slopes: ScoreSlopes } {
  const { length } = trace;
  const slopes = {
    tags: scratch.take(length, trace.tags.stride),
    arcs: scratch.take(length, trace.arcs.stride),
    relations: scratch.take(length, trace.relations.stride),
  };
  let [loss, tagged, attached] = [0, 0, 0];
  sentence.tokens.forEach((token, row) => {
    const tag = tagNumber.get(tagOf(token));
    if (tag !== undefined) {
      const columns = tags.length;
      const answer = ask(numbers, { scores: trace.tags, slopes: slopes.tags, row, columns, gold: tag, never: -1 });
      loss += answer.loss;
      if (answer.best === tag) tagged++;
    }
    const gold = heads[row]!;
    const answer = ask(numbers, {
      scores: trace.arcs,
      slopes: slopes.arcs,
      row,
      columns: length + 1,
      gold,
      never: row,
    });
    loss += answer.loss;
    if (answer.best === gold) attached++;
    const relation = relationNumber.get(token.deprel);
    if (gold === length || relation === undefined) return;
    const columns = relations.length;
    const own = { scores: trace.relations, slopes: slopes.relations, row, columns, gold: relation, never: -1 };
    loss += ask(numbers, own).loss;
  });
  return { loss, tagged, attached, slopes };
}
