/**
 * State of an arc-hybrid parse of `length` tokens. The root stands as a token of its own after the last one
 * (index `length`), so that the first of the buffer becomes the head of the top of the stack in every left arc.
 * Sources: Kuhlmann, Gómez-Rodríguez and Satta 2011 (arc-hybrid); Ballesteros and Nivre 2013 (root at the end).
 */
export interface TransitionState {
  readonly length: number;
  readonly stack: Int32Array;
  size: number;
  next: number;
  readonly heads: Int32Array;
  /** Label of the arc to the head, -1 while there is none. */
  readonly labels: Int32Array;
  /** Outermost and second outermost dependents on both sides, -1 where absent. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

export type Move = "shift" | "left" | "right";

const filled = (length: number): Int32Array => new Int32Array(length).fill(-1);

export const startState = (length: number): TransitionState => ({
  length,
  stack: new Int32Array(length + 1),
  size: 0,
  next: 0,
  heads: filled(length + 1),
  labels: filled(length + 1),
  left1: filled(length + 1),
  left2: filled(length + 1),
  right1: filled(length + 1),
  right2: filled(length + 1),
  leftCount: new Int32Array(length + 1),
  rightCount: new Int32Array(length + 1),
});

export const isDone = (state: TransitionState): boolean => state.size === 0 && state.next === state.length;

/** A left arc from the root is kept for the last token on the stack: a tree has one root. */
export function isLegal(state: TransitionState, move: Move): boolean {
  const atRoot = state.next === state.length;
  if (move === "shift") return !atRoot;
  if (move === "right") return state.size > 1;
  return state.size > 0 && (!atRoot || state.size === 1);
}

function attach(state: TransitionState, dependent: number, head: number, label: number): void {
  state.heads[dependent] = head;
  state.labels[dependent] = label;
  if (dependent < head) {
    state.left2[head] = state.left1[head]!;
    state.left1[head] = dependent;
    state.leftCount[head]!++;
  } else {
    state.right2[head] = state.right1[head]!;
    state.right1[head] = dependent;
    state.rightCount[head]!++;
  }
}

export function apply(state: TransitionState, move: Move, label: number): void {
  if (move === "shift") {
    state.stack[state.size++] = state.next++;
    return;
  }
  const top = state.stack[--state.size]!;
  attach(state, top, move === "left" ? state.next : state.stack[state.size - 1]!, label);
}
