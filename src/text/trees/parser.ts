import type { Lexicon } from "../lexicon.ts";
import { addScores, type LinearModel } from "../linear-model.ts";
import type { Tag } from "../tagger.ts";
import { PARSE_FEATURES, parseFeatures } from "./parse-features.ts";
import { parseInput } from "./parse-input.ts";
import { apply, isDone, isLegal, type Move, startState, type TransitionState } from "./transition-state.ts";

/** What a label of the model means: a move and, for arcs, the number of its relation. */
export interface LabelledMove {
  readonly move: Move;
  readonly relation: number;
}

export interface MoveTable {
  readonly moves: readonly LabelledMove[];
  readonly relations: readonly string[];
}

/** Labels are "shift", "left:nsubj", "right:obj", … */
export function moveTable(labels: readonly string[]): MoveTable {
  const parts = labels.map((label) => /^(shift|left|right)(?::(.*))?$/.exec(label));
  const relations = [...new Set(parts.map((part) => part?.[2]).filter((relation) => relation !== undefined))].sort();
  const moves = parts.map((part, i): LabelledMove => {
    const move = part?.[1];
    if (move !== "shift" && move !== "left" && move !== "right") throw new RangeError(`no move: ${labels[i]}`);
    return { move, relation: relations.indexOf(part?.[2] ?? "") };
  });
  return { moves, relations };
}

export interface Parser {
  readonly model: LinearModel;
  readonly table: MoveTable;
  readonly lexicon: Lexicon;
  /** Reads sentences from their last word to the first. */
  readonly backwards: boolean;
}

export const openParser = (model: LinearModel, lexicon: Lexicon, backwards: boolean): Parser => ({
  model,
  table: moveTable(model.labels),
  lexicon,
  backwards,
});

/** One arc: head index (-1 root), relation, and by how much the move that drew it beat the best move of another head. */
export interface Arc {
  readonly head: number;
  readonly deprel: string;
  readonly margin: number;
}

interface Choice {
  readonly label: number;
  readonly margin: number;
}

function bestMove(parser: Parser, state: TransitionState, scores: Int32Array): Choice {
  const legal = { shift: isLegal(state, "shift"), left: isLegal(state, "left"), right: isLegal(state, "right") };
  const best = { shift: Number.NEGATIVE_INFINITY, left: Number.NEGATIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
  let top = -1;
  parser.table.moves.forEach(({ move }, label) => {
    if (!legal[move]) return;
    const score = scores[label]!;
    if (score > best[move]) best[move] = score;
    if (top < 0 || score > scores[top]!) top = label;
  });
  const chosen = parser.table.moves[top]!.move;
  const others = (["shift", "left", "right"] as const).filter((move) => move !== chosen).map((move) => best[move]);
  return { label: top, margin: scores[top]! - Math.max(...others) };
}

/** Arcs of the words of one sentence, greedily; always one tree with one root. */
export function parseWords(parser: Parser, forms: readonly string[], tags: readonly Tag[]): Arc[] {
  const input = parseInput(forms, tags, parser.lexicon, parser.backwards);
  const state = startState(forms.length);
  const features = new Uint32Array(PARSE_FEATURES);
  const scores = new Int32Array(parser.table.moves.length);
  const margins = new Float64Array(forms.length);
  while (!isDone(state)) {
    parseFeatures(input, state, features);
    scores.fill(0);
    for (let f = 0; f < features.length; f++) addScores(parser.model, features[f]!, scores);
    const { label, margin } = bestMove(parser, state, scores);
    const { move, relation } = parser.table.moves[label]!;
    if (move !== "shift") margins[state.stack[state.size - 1]!] = margin;
    apply(state, move, relation);
  }
  const last = forms.length - 1;
  return forms.map((_, i) => {
    const own = parser.backwards ? last - i : i;
    const head = state.heads[own]!;
    const inText = head > last ? -1 : parser.backwards ? last - head : head;
    return { head: inText, deprel: parser.table.relations[state.labels[own]!]!, margin: margins[own]! };
  });
}
