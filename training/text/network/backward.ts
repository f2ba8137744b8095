import type { Trace } from "../../../src/text/network/forward.ts";
import type { Block, Layout, Sizes } from "../../../src/text/network/layout.ts";
import type { RecurrentTrace } from "../../../src/text/network/recurrent.ts";
import type { Matrix, Workspace } from "../../../src/text/network/workspace.ts";

/** Everything the way back needs besides the trace: slopes lie in a second layout, turned weights in a third. */
export interface Learner {
  readonly sizes: Sizes;
  readonly layout: Layout;
  readonly slopes: Layout;
  /** Every matrix with rows and columns exchanged. */
  readonly turned: Layout;
  readonly workspace: Workspace;
}

/** Numbers for one call, taken one after the other from the free end of the workspace. */
export interface Scratch {
  take(rows: number, columns: number): Matrix;
}

export function scratchFrom(numbers: Float32Array, from: number): Scratch {
  let at = from;
  return {
    take: (rows, columns) => {
      const made = { at, stride: columns };
      at += rows * columns;
      if (at > numbers.length) throw new RangeError("workspace too small for this sentence");
      numbers.fill(0, made.at, at);
      return made;
    },
  };
}

/** Copy of a matrix with rows and columns exchanged; rows of the copy are filled up with 0 to a multiple of 4. */
export function turn(numbers: Float32Array, from: Matrix, rows: number, columns: number, to: Matrix): void {
  for (let r = 0; r < rows; r++) {
    const at = from.at + r * from.stride;
    for (let c = 0; c < columns; c++) numbers[to.at + c * to.stride + r] = numbers[at + c]!;
  }
}

function addRows(numbers: Float32Array, from: Matrix, length: number, to: Block): void {
  for (let t = 0; t < length; t++) {
    const at = from.at + t * from.stride;
    for (let i = 0; i < to.columns; i++) numbers[to.at + i]! += numbers[at + i]!;
  }
}

/** Slopes of a product Y = X · W + bias: adds to those of W and of the bias, and to those of X in `into` if given. */
export function backThroughProduct(
  { slopes, turned, workspace }: Learner,
  scratch: Scratch,
  names: { weight: keyof Layout; bias: keyof Layout | null },
  x: Matrix,
  dy: Matrix,
  length: number,
  into: Matrix | null,
): void {
  const { numbers, times } = workspace;
  const slope = slopes[names.weight];
  const xTurned = scratch.take(slope.rows, length);
  turn(numbers, x, length, slope.rows, xTurned);
  times(xTurned, dy, slope, slope.rows, length, slope.columns);
  if (names.bias !== null) addRows(numbers, dy, length, slopes[names.bias]);
  if (into !== null) times(dy, turned[names.weight], into, length, slope.columns, slope.rows);
}

interface LayerNames {
  readonly input: keyof Layout;
  readonly bias: keyof Layout;
  readonly onward: keyof Layout;
  readonly back: keyof Layout;
}

/** Back through a recurrent layer: `dOutput` are the slopes of its outputs; returns those of its input. */
export function backThroughRecurrent(
  learner: Learner,
  scratch: Scratch,
  names: LayerNames,
  input: Matrix,
  trace: RecurrentTrace,
  dOutput: Matrix,
  length: number,
): Matrix {
  const { numbers, times } = learner.workspace;
  const { hidden } = learner.sizes;
  const dGates = scratch.take(length, 8 * hidden);
  const dSaid = scratch.take(1, hidden);
  const dHeld = scratch.take(1, hidden);
  for (const side of [0, 1] as const) {
    const name = side === 0 ? names.onward : names.back;
    const shift = side * hidden;
    numbers.fill(0, dSaid.at, dSaid.at + hidden);
    numbers.fill(0, dHeld.at, dHeld.at + hidden);
    const said = scratch.take(hidden, length);
    for (let step = length - 1; step >= 0; step--) {
      const t = side === 0 ? step : length - 1 - step;
      const before = step === 0 ? -1 : side === 0 ? t - 1 : t + 1;
      const gates = trace.gates.at + t * trace.gates.stride + 4 * shift;
      const to = dGates.at + t * dGates.stride + 4 * shift;
      const cellBefore = trace.cells.at + before * trace.cells.stride + shift;
      for (let i = 0; i < hidden; i++) {
        const enter = numbers[gates + i]!;
        const keep = numbers[gates + hidden + i]!;
        const leave = numbers[gates + 2 * hidden + i]!;
        const fresh = numbers[gates + 3 * hidden + i]!;
        const shown = numbers[trace.seen.at + t * trace.seen.stride + shift + i]!;
        const dh = numbers[dOutput.at + t * dOutput.stride + shift + i]! + numbers[dSaid.at + i]!;
        const dc = dh * leave * (1 - shown * shown) + numbers[dHeld.at + i]!;
        const cell = before < 0 ? 0 : numbers[cellBefore + i]!;
        numbers[to + i] = dc * fresh * enter * (1 - enter);
        numbers[to + hidden + i] = dc * cell * keep * (1 - keep);
        numbers[to + 2 * hidden + i] = dh * shown * leave * (1 - leave);
        numbers[to + 3 * hidden + i] = dc * enter * (1 - fresh * fresh);
        numbers[dHeld.at + i] = dc * keep;
      }
      if (before < 0) continue;
      const own = { at: to, stride: dGates.stride };
      numbers.fill(0, dSaid.at, dSaid.at + hidden);
      times(own, learner.turned[name], dSaid, 1, 4 * hidden, hidden);
      // What the token before said, before any of it was dropped.
      const leaveBefore = trace.gates.at + before * trace.gates.stride + 4 * shift + 2 * hidden;
      const seenBefore = trace.seen.at + before * trace.seen.stride + shift;
      for (let i = 0; i < hidden; i++) {
        numbers[said.at + i * said.stride + t] = numbers[leaveBefore + i]! * numbers[seenBefore + i]!;
      }
    }
    const all = { at: dGates.at + 4 * shift, stride: dGates.stride };
    times(said, all, learner.slopes[name], hidden, length, 4 * hidden);
  }
  const dInput = scratch.take(length, learner.slopes[names.input].rows);
  backThroughProduct(learner, scratch, { weight: names.input, bias: names.bias }, input, dGates, length, dInput);
  return dInput;
}

/** Slopes of the scores, as the losses give them. */
export interface ScoreSlopes {
  readonly tags: Matrix;
  readonly arcs: Matrix;
  readonly relations: Matrix;
}

/** How a mask is laid once more over slopes on the way back. */
export type Redrop = (matrix: Matrix, columns: number, place: "input" | "first" | "second" | "views") => void;

/** From the slopes of the scores to those of every weight; returns the slopes of the words' vectors. */
export function backward(
  learner: Learner,
  trace: Trace,
  d: ScoreSlopes,
  gold: Int32Array,
  scratch: Scratch,
  redrop: Redrop,
): Matrix {
  const { sizes, layout, slopes, workspace } = learner;
  const { numbers, times } = workspace;
  const { length, views } = trace;
  const both = 2 * sizes.hidden;
  const dViews = scratch.take(length, layout.views.columns);

  // Relations.
  const dJoined = scratch.take(length, sizes.label);
  const relation = { weight: "relation", bias: "relationBias" } as const;
  backThroughProduct(learner, scratch, relation, trace.joined, d.relations, length, dJoined);
  for (let t = 0; t < length; t++) {
    const head = gold[t]!;
    if (head >= length) continue;
    const own = dViews.at + t * dViews.stride + 2 * sizes.arc;
    const other = dViews.at + head * dViews.stride + 2 * sizes.arc + sizes.label;
    for (let i = 0; i < sizes.label; i++) {
      if (numbers[trace.joined.at + t * sizes.label + i]! <= 0) continue;
      const slope = numbers[dJoined.at + t * sizes.label + i]!;
      numbers[own + i]! += slope;
      numbers[other + i]! += slope;
    }
  }

  // Arcs: S = asked · heads.
  const wide = trace.heads.stride;
  const headRows = scratch.take(wide, sizes.arc);
  turn(numbers, trace.heads, sizes.arc, wide, headRows);
  const dAsked = scratch.take(length, sizes.arc);
  times(d.arcs, headRows, dAsked, length, wide, sizes.arc);
  const dArcsTurned = scratch.take(wide, length);
  turn(numbers, d.arcs, length, wide, dArcsTurned);
  const dHeads = scratch.take(wide, sizes.arc);
  times(dArcsTurned, trace.asked, dHeads, wide, length, sizes.arc);
  const dDependent = scratch.take(length, sizes.arc);
  backThroughProduct(learner, scratch, { weight: "arc", bias: "arcBias" }, views, dAsked, length, dDependent);
  for (let i = 0; i < sizes.arc; i++) numbers[slopes.root.at + i]! += numbers[dHeads.at + length * sizes.arc + i]!;
  for (let t = 0; t < length; t++) {
    const to = dViews.at + t * dViews.stride;
    for (let i = 0; i < sizes.arc; i++) {
      numbers[to + i]! += numbers[dDependent.at + t * sizes.arc + i]!;
      numbers[to + sizes.arc + i]! += numbers[dHeads.at + t * sizes.arc + i]!;
    }
    // Dropped or below 0: nothing flows back.
    for (let i = 0; i < 2 * sizes.arc; i++) if (numbers[views.at + t * views.stride + i]! <= 0) numbers[to + i] = 0;
  }
  redrop(dViews, 2 * sizes.arc, "views");

  const dSecond = scratch.take(length, both);
  const view = { weight: "views", bias: "viewsBias" } as const;
  backThroughProduct(learner, scratch, view, trace.second.output, dViews, length, dSecond);
  redrop(dSecond, both, "second");
  const secondNames = { input: "input2", bias: "bias2", onward: "onward2", back: "back2" } as const;
  const firstOutput = trace.first.output;
  const dFirst = backThroughRecurrent(learner, scratch, secondNames, firstOutput, trace.second, dSecond, length);
  backThroughProduct(learner, scratch, { weight: "tag", bias: "tagBias" }, firstOutput, d.tags, length, dFirst);
  redrop(dFirst, both, "first");
  const firstNames = { input: "input1", bias: "bias1", onward: "onward1", back: "back1" } as const;
  const dInput = backThroughRecurrent(learner, scratch, firstNames, trace.input, trace.first, dFirst, length);
  redrop(dInput, sizes.word + sizes.letters, "input");
  return dInput;
}
