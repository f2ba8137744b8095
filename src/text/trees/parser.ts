import type { Lexicon } from "../lexicon.ts";
import { type LinearModel, scoreFeatures } from "../linear-model.ts";
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
}

export const openParser = (model: LinearModel, lexicon: Lexicon): Parser => ({
  model,
  table: moveTable(model.labels),
  lexicon,
});

/** Head of a word (-1 for the root) and the relation to it. */
export interface Arc {
  readonly head: number;
  readonly deprel: string;
}

/** The best legal label. There always is one: where no other move is left, the last word hangs on the root. */
function bestLabel(parser: Parser, state: TransitionState, scores: Int32Array): number {
  const legal = { shift: isLegal(state, "shift"), left: isLegal(state, "left"), right: isLegal(state, "right") };
  const { moves } = parser.table;
  let best = -1;
  for (let label = 0; label < moves.length; label++) {
    if (legal[moves[label]!.move] && (best < 0 || scores[label]! > scores[best]!)) best = label;
  }
  return best;
}

/** Arcs of the words of one sentence, greedily from the left; always one tree with one root. */
export function parseWords(parser: Parser, forms: readonly string[], tags: readonly Tag[]): Arc[] {
  const input = parseInput(forms, tags, parser.lexicon);
  const state = startState(forms.length);
  const features = new Uint32Array(PARSE_FEATURES);
  const scores = new Int32Array(parser.table.moves.length);
  while (!isDone(state)) {
    // Nothing on the stack: there is but one move.
    if (state.size === 0) {
      apply(state, "shift", -1);
      continue;
    }
    parseFeatures(input, state, features);
    scoreFeatures(parser.model, features, scores);
    const { move, relation } = parser.table.moves[bestLabel(parser, state, scores)]!;
    apply(state, move, relation);
  }
  return forms.map((_, i) => {
    const head = state.heads[i]!;
    const atRoot = head >= forms.length;
    return { head: atRoot ? -1 : head, deprel: atRoot ? "root" : parser.table.relations[state.labels[i]!]! };
  });
}
