/** Score of hanging a token on a head; head `length` is the root. */
export type ArcScore = (token: number, head: number) => number;

/** The best head of every token, each for itself. */
function bestHeads(score: ArcScore, length: number): Int32Array {
  const heads = new Int32Array(length);
  for (let t = 0; t < length; t++) {
    let best = length;
    for (let h = 0; h < length; h++) if (h !== t && score(t, h) > score(t, best)) best = h;
    heads[t] = best;
  }
  return heads;
}

/** One root, no cycle, and no two arcs that cross (the root's arc counts as coming from outside). */
export function isProjectiveTree(heads: Int32Array): boolean {
  const { length } = heads;
  // Leftmost and rightmost token that hang somewhere below each; a subtree of as many tokens as it spans has no gap.
  const size = new Int32Array(length).fill(1);
  const low = Int32Array.from(heads.keys());
  const high = Int32Array.from(heads.keys());
  const open = new Int32Array(length);
  let roots = 0;
  for (let t = 0; t < length; t++) {
    if (heads[t] === length) roots++;
    else open[heads[t]!]!++;
  }
  if (roots !== 1) return false;
  const ready: number[] = [];
  for (let t = 0; t < length; t++) if (open[t] === 0) ready.push(t);
  let done = 0;
  for (let t = ready.pop(); t !== undefined; t = ready.pop()) {
    done++;
    if (high[t]! - low[t]! + 1 !== size[t]) return false;
    const head = heads[t]!;
    if (head === length) continue;
    size[head]! += size[t]!;
    low[head] = Math.min(low[head]!, low[t]!);
    high[head] = Math.max(high[head]!, high[t]!);
    if (--open[head]! === 0) ready.push(head);
  }
  return done === length;
}

/**
 * Heads of the best tree without crossing arcs and with one root (Eisner 1996); -1 never occurs, the root is `length`.
 * Cost: O(n²) where the best heads already are such a tree, which is most often, else O(n³).
 */
export function bestTree(score: ArcScore, length: number): Int32Array {
  const heads = bestHeads(score, length);
  return isProjectiveTree(heads) ? heads : eisner(score, length);
}

/** Of every span of tokens, what is best for it as a whole: closed or still open, its head at the left or right end. */
interface Chart {
  readonly rightward: Float64Array;
  readonly leftward: Float64Array;
  /** Where each span parts: both kinds of open ones, then closed ones. */
  readonly partOpen: Int32Array;
  readonly partRight: Int32Array;
  readonly partLeft: Int32Array;
}

function chartOf(score: ArcScore, n: number): Chart {
  const rightward = new Float64Array(n * n);
  const leftward = new Float64Array(n * n);
  const openRight = new Float64Array(n * n);
  const openLeft = new Float64Array(n * n);
  const partOpen = new Int32Array(n * n);
  const partRight = new Int32Array(n * n);
  const partLeft = new Int32Array(n * n);
  for (let width = 1; width < n; width++) {
    for (let from = 0; from + width < n; from++) {
      const to = from + width;
      const cell = from * n + to;
      // Set first, so that scores that compare with nothing (NaN) still give a tree.
      partOpen[cell] = from;
      partRight[cell] = to;
      partLeft[cell] = from;
      let best = Number.NEGATIVE_INFINITY;
      for (let k = from; k < to; k++) {
        const value = rightward[from * n + k]! + leftward[(k + 1) * n + to]!;
        if (value > best) {
          best = value;
          partOpen[cell] = k;
        }
      }
      openRight[cell] = best + score(to, from);
      openLeft[cell] = best + score(from, to);
      best = Number.NEGATIVE_INFINITY;
      for (let k = from + 1; k <= to; k++) {
        const value = openRight[from * n + k]! + rightward[k * n + to]!;
        if (value > best) {
          best = value;
          partRight[cell] = k;
        }
      }
      rightward[cell] = best;
      best = Number.NEGATIVE_INFINITY;
      for (let k = from; k < to; k++) {
        const value = leftward[from * n + k]! + openLeft[k * n + to]!;
        if (value > best) {
          best = value;
          partLeft[cell] = k;
        }
      }
      leftward[cell] = best;
    }
  }
  return { rightward, leftward, partOpen, partRight, partLeft };
}

type Span = readonly [from: number, to: number, side: "rightward" | "leftward"];

function eisner(score: ArcScore, n: number): Int32Array {
  const { rightward, leftward, partOpen, partRight, partLeft } = chartOf(score, n);
  const heads = new Int32Array(n);
  const asRoot = (t: number): number => leftward[t]! + rightward[t * n + n - 1]! + score(t, n);
  let root = 0;
  for (let t = 1; t < n; t++) if (asRoot(t) > asRoot(root)) root = t;
  heads[root] = n;
  const spans: Span[] = [
    [0, root, "leftward"],
    [root, n - 1, "rightward"],
  ];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to, side] = span;
    if (from === to) continue;
    const right = side === "rightward";
    const part = (right ? partRight : partLeft)[from * n + to]!;
    heads[part] = right ? from : to;
    const [openFrom, openTo] = right ? [from, part] : [part, to];
    const middle = partOpen[openFrom * n + openTo]!;
    spans.push(right ? [part, to, "rightward"] : [from, part, "leftward"]);
    spans.push([openFrom, middle, "rightward"], [middle + 1, openTo, "leftward"]);
  }
  return heads;
}
