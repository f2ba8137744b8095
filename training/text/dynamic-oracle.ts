import type { Move, TransitionState } from "../../src/text/trees/transition-state.ts";

/**
 * How many gold arcs a move puts out of reach, for arc-hybrid (Goldberg and Nivre 2013, section 5.3).
 * @param gold head of each token; the root counts as the token after the last, index `gold.length`
 */
export function costOf(state: TransitionState, gold: Int32Array, move: Move): number {
  const b = state.next;
  const top = state.stack[state.size - 1]!;
  const below = state.size > 1 ? state.stack[state.size - 2]! : -1;
  let cost = 0;
  if (move === "shift") {
    for (let i = 0; i < state.size; i++) {
      const k = state.stack[i]!;
      if (gold[k] === b) cost++;
      if (k !== top && gold[b] === k) cost++;
    }
    return cost;
  }
  const head = gold[top]!;
  if (move === "left" ? head === below || head > b : head >= b) cost++;
  for (let d = b; d < gold.length; d++) if (gold[d] === top) cost++;
  return cost;
}
