import { hashFeature } from "../feature-hash.ts";
import type { TransitionState } from "./transition-state.ts";

/** What the parser knows of each token, as numbers; the root stands after the last token. */
export interface ParseInput {
  readonly length: number;
  readonly word: Int32Array;
  readonly tag: Int32Array;
  /** Class in the lexicon. */
  readonly code: Int32Array;
  /** Number of verbs and of punctuation marks before each token, to ask what lies between two. */
  readonly verbsBefore: Int32Array;
  readonly marksBefore: Int32Array;
}

export const PARSE_FEATURES = 108;

const NONE = 0x5bd1e995;
const near = (distance: number): number => (distance > 10 ? 8 : distance > 6 ? 7 : distance > 4 ? 6 : distance);

/** Features of a state, written into `out`, after Zhang and Nivre 2011 with the lexicon's classes and what lies between. */
export function parseFeatures(input: ParseInput, state: TransitionState, out: Uint32Array): void {
  const { word, tag, code } = input;
  const w = (i: number): number => (i < 0 || i > input.length ? NONE : word[i]!);
  const t = (i: number): number => (i < 0 || i > input.length ? 77 : tag[i]!);
  const c = (i: number): number => (i < 0 || i > input.length ? NONE : code[i]!);
  const of = (links: Int32Array, i: number): number => (i < 0 ? -1 : links[i]!);
  const l = (i: number): number => (i < 0 ? 99 : state.labels[i]!);
  const s0 = state.size > 0 ? state.stack[state.size - 1]! : -1;
  const s1 = state.size > 1 ? state.stack[state.size - 2]! : -1;
  const s2 = state.size > 2 ? state.stack[state.size - 3]! : -1;
  const b0 = state.next;
  const [b1, b2, b3] = [b0 + 1, b0 + 2, b0 + 3];
  const s0l = of(state.left1, s0);
  const s0r = of(state.right1, s0);
  const s0l2 = of(state.left2, s0);
  const s0r2 = of(state.right2, s0);
  const s1l = of(state.left1, s1);
  const s1r = of(state.right1, s1);
  const s1r2 = of(state.right2, s1);
  const b0l = of(state.left1, b0);
  const b0l2 = of(state.left2, b0);
  const s0w = w(s0);
  const s1w = w(s1);
  const b0w = w(b0);
  const b1w = w(b1);
  const s0t = t(s0);
  const s1t = t(s1);
  const s2t = t(s2);
  const b0t = t(b0);
  const b1t = t(b1);
  const b2t = t(b2);
  const s0c = c(s0);
  const s1c = c(s1);
  const b0c = c(b0);
  const s0lt = t(s0l);
  const s0rt = t(s0r);
  const s1lt = t(s1l);
  const s1rt = t(s1r);
  const b0lt = t(b0l);
  const s0ll = l(s0l);
  const s0rl = l(s0r);
  const s1rl = l(s1r);
  const s1ll = l(s1l);
  const b0ll = l(b0l);
  const d0 = s0 < 0 ? 0 : near(b0 - s0);
  const d1 = s1 < 0 ? 0 : near(s0 - s1);
  const s0vl = s0 < 0 ? 9 : state.leftCount[s0]!;
  const s0vr = s0 < 0 ? 9 : state.rightCount[s0]!;
  const s1vr = s1 < 0 ? 9 : state.rightCount[s1]!;
  const s1vl = s1 < 0 ? 9 : state.leftCount[s1]!;
  const b0vl = state.leftCount[b0]!;
  const between0 = s0 < 0 ? 9 : betweenOf(input, s0, b0);
  const between1 = s1 < 0 ? 9 : betweenOf(input, s1, s0);
  let n = 0;
  const f = (a: number, b = 0, e = 0): void => {
    out[n] = hashFeature(n, a, b, e);
    n++;
  };
  const tt = (a: number, b: number): number => a * 128 + b;
  // one word
  f(s0w);
  f(s0t);
  f(s0w, s0t);
  f(s0c, s0t);
  f(b0w);
  f(b0t);
  f(b0w, b0t);
  f(b0c, b0t);
  f(b1w);
  f(b1t);
  f(b1w, b1t);
  f(w(b2));
  f(b2t);
  f(s1w);
  f(s1t);
  f(s1w, s1t);
  f(s2t);
  f(w(s2), s2t);
  // two words
  f(s0w, b0w, tt(s0t, b0t));
  f(s0w, s0t, b0w);
  f(s0w, b0w, b0t);
  f(s0w, s0t, b0t);
  f(s0t, b0w, b0t);
  f(s0w, b0w);
  f(s0t, b0t);
  f(b0t, b1t);
  f(b0w, b1w);
  f(b0t, b1w);
  f(b0w, b1t);
  f(s1t, s0t);
  f(s1w, s0w);
  f(s1w, s0t);
  f(s1t, s0w);
  f(s1w, b0w);
  f(s1t, b0t);
  f(s1w, b0t);
  f(s1t, b0w);
  f(s0c, b0c);
  f(s1c, s0c);
  f(s0c, b0w);
  f(s0w, b0c);
  f(s1c, s0w);
  f(s1w, s0c);
  // three words
  f(b0t, b1t, b2t);
  f(s0t, b0t, b1t);
  f(s1t, s0t, b0t);
  f(s2t, s1t, s0t);
  f(s0w, tt(b0t, b1t));
  f(b0w, tt(s0t, b1t));
  f(s0w, tt(s1t, b0t));
  f(s1w, tt(s0t, b0t));
  f(b0w, tt(s0t, s1t));
  f(tt(s1t, s0t), tt(b0t, b1t));
  f(tt(s0t, b0t), tt(b1t, b2t));
  f(tt(s0t, b0t), tt(b1t, b2t), t(b3));
  f(s0t, s0lt, b0t);
  f(s0t, s0rt, b0t);
  f(s0t, b0t, b0lt);
  f(s1t, s1rt, s0t);
  f(s1t, s1lt, s0t);
  f(s1t, s0t, s0lt);
  f(s1t, s0t, s0rt);
  f(tt(s1t, s1rt), tt(s0t, s0lt), b0t);
  // distance and what lies between
  f(s0w, d0);
  f(s0t, d0);
  f(b0w, d0);
  f(b0t, d0);
  f(s0w, b0w, d0);
  f(s0t, b0t, d0);
  f(tt(s1t, s0t), d1);
  f(s0t, b0t, between0);
  f(s1t, s0t, between1);
  f(s1w, s0t, tt(between1, d1));
  f(b0w, s0t, between0);
  // number of dependents
  f(s0w, s0vr);
  f(s0t, s0vr);
  f(s0w, s0vl);
  f(s0t, s0vl);
  f(s1w, s1vr);
  f(s1t, s1vr);
  f(s1t, s1vl, s0t);
  f(b0w, b0vl);
  f(b0t, b0vl, s0t);
  // dependents
  f(w(s0l), s0t);
  f(s0ll, s0t);
  f(w(s0r), s0t);
  f(s0rl, s0t);
  f(s0rl, s0w);
  f(s0ll, s0w);
  f(w(s1r), s1t, s0t);
  f(s1rl, s1t, s0t);
  f(s1rl, s1w, s0t);
  f(s1ll, s1t, s0t);
  f(w(b0l), b0t);
  f(b0ll, b0t, s0t);
  f(b0ll, b0w);
  f(tt(s0ll, l(s0l2)), s0t, b0t);
  f(tt(s0rl, l(s0r2)), s0t, b0t);
  f(tt(b0ll, l(b0l2)), b0t, s0t);
  f(tt(s1rl, l(s1r2)), s1t, s0t);
  f(tt(s0lt, t(s0l2)), s0t);
  f(tt(s0rt, t(s0r2)), s0t);
  f(tt(b0lt, t(b0l2)), b0t);
  f(w(s0r), b0w, s0t);
  f(tt(s0ll, s0rl), tt(s0t, b0t), b0ll);
  f(tt(s1ll, s1rl), tt(s1t, s0t), tt(s0ll, s0rl));
  // neighbours in the text, whatever the state
  f(t(b0 - 1), b0t, s0t);
  f(t(s0 + 1), s0t, b0t);
}

function betweenOf(input: ParseInput, from: number, to: number): number {
  const verbs = input.verbsBefore[to]! - input.verbsBefore[from + 1]!;
  const marks = input.marksBefore[to]! - input.marksBefore[from + 1]!;
  return Math.min(verbs, 2) * 3 + Math.min(marks, 2);
}
