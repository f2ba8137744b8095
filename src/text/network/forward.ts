import { type Block, type Layout, padded, type Sizes } from "./layout.ts";
import { fillRows, type RecurrentTrace, runRecurrent, traceAt } from "./recurrent.ts";
import type { Matrix, Workspace } from "./workspace.ts";

export interface Network {
  readonly sizes: Sizes;
  readonly layout: Layout;
  readonly workspace: Workspace;
  /** First number that is free for a sentence. */
  readonly free: number;
}

/** Where a sentence's numbers stand in the workspace while it is read. */
export interface Trace {
  readonly length: number;
  /** Words' vectors, which only training needs. */
  readonly input: Matrix;
  readonly first: RecurrentTrace;
  readonly second: RecurrentTrace;
  readonly tags: Matrix;
  /** Each token as a dependent and as a head of arcs, then of relations. */
  readonly views: Matrix;
  /** Views as heads of arcs, turned on their side; the root stands after the last token. */
  readonly heads: Matrix;
  readonly asked: Matrix;
  /** Score of each head (column; the root is column `length`) for each token. */
  readonly arcs: Matrix;
  /** Of the relation to the head that was chosen. */
  readonly joined: Matrix;
  readonly relations: Matrix;
  readonly end: number;
}

export function traceOf({ sizes, free }: Pick<Network, "sizes" | "free">, length: number): Trace {
  let at = free;
  const matrix = (rows: number, columns: number): Matrix => {
    const made = { at, stride: columns };
    at += rows * columns;
    return made;
  };
  const layer = (): RecurrentTrace => {
    const { trace, end } = traceAt(at, sizes.hidden, length);
    at = end;
    return trace;
  };
  return {
    length,
    input: matrix(length, sizes.word + sizes.letters),
    first: layer(),
    second: layer(),
    tags: matrix(length, padded(sizes.tags)),
    views: matrix(length, 2 * sizes.arc + 2 * sizes.label),
    heads: matrix(sizes.arc, padded(length + 1)),
    asked: matrix(length, sizes.arc),
    arcs: matrix(length, padded(length + 1)),
    joined: matrix(length, sizes.label),
    relations: matrix(length, padded(sizes.relations)),
    end: at,
  };
}

/** Numbers that a sentence of `longest` tokens takes. */
export const roomFor = (sizes: Sizes, longest: number): number => traceOf({ sizes, free: 0 }, longest).end;

/** In training numbers are left out at random at these places; in use nothing is. */
export type Drop = (matrix: Matrix, columns: number, place: "input" | "first" | "second" | "views") => void;
const keepAll: Drop = () => {};

/** What the words' vectors say to the first layer: into its gates. */
export function enterWords({ sizes, layout, workspace }: Network, { input, first, length }: Trace, drop: Drop): void {
  drop(input, sizes.word + sizes.letters, "input");
  enterLayer(workspace, layout.input1, layout.bias1, input, first.gates, length);
}

function enterLayer(
  { numbers, times }: Workspace,
  weights: Block,
  bias: Block,
  from: Matrix,
  gates: Matrix,
  length: number,
): void {
  fillRows(numbers, gates, bias, length);
  times(from, weights, gates, length, weights.rows, weights.columns);
}

/** Scores of the tags of a sentence whose words have entered the first layer. */
export function scoreTags(
  { sizes, layout, workspace }: Network,
  { length, first, tags }: Trace,
  drop: Drop = keepAll,
): void {
  runRecurrent(workspace, layout.onward1, layout.back1, first, length);
  drop(first.output, 2 * sizes.hidden, "first");
  fillRows(workspace.numbers, tags, layout.tagBias, length);
  workspace.times(first.output, layout.tag, tags, length, layout.tag.rows, layout.tag.columns);
}

/** Scores of the arcs of a sentence whose tags are scored. */
export function scoreTree(network: Network, trace: Trace, drop: Drop = keepAll): void {
  const { sizes, layout, workspace } = network;
  const { length, first, second } = trace;
  enterLayer(workspace, layout.input2, layout.bias2, first.output, second.gates, length);
  runRecurrent(workspace, layout.onward2, layout.back2, second, length);
  drop(second.output, 2 * sizes.hidden, "second");
  scoreArcs(network, trace, drop);
}

/** Biaffine scores (Dozat and Manning 2017): what a dependent asks for, times what a head offers. */
function scoreArcs({ sizes, layout, workspace }: Network, trace: Trace, drop: Drop): void {
  const { numbers, times } = workspace;
  const { length, views, heads, asked, arcs } = trace;
  fillRows(numbers, views, layout.viewsBias, length);
  times(trace.second.output, layout.views, views, length, layout.views.rows, layout.views.columns);
  for (let t = 0; t < length; t++) {
    const row = views.at + t * views.stride;
    for (let i = row; i < row + 2 * sizes.arc; i++) if (numbers[i]! < 0) numbers[i] = 0;
  }
  drop(views, 2 * sizes.arc, "views");
  for (let i = 0; i < sizes.arc; i++) {
    const to = heads.at + i * heads.stride;
    for (let t = 0; t < length; t++) numbers[to + t] = numbers[views.at + t * views.stride + sizes.arc + i]!;
    numbers[to + length] = numbers[layout.root.at + i]!;
    for (let t = length + 1; t < heads.stride; t++) numbers[to + t] = 0;
  }
  fillRows(numbers, asked, layout.arcBias, length);
  times(views, layout.arc, asked, length, sizes.arc, sizes.arc);
  numbers.fill(0, arcs.at, arcs.at + length * arcs.stride);
  times(asked, heads, arcs, length, sizes.arc, arcs.stride);
}

/** Scores of the relations to chosen heads; rows of words on the root (head `length`) are left without meaning. */
export function scoreRelations({ sizes, layout, workspace }: Network, trace: Trace, heads: Int32Array): void {
  const { numbers, times } = workspace;
  const { length, views, joined, relations } = trace;
  for (let t = 0; t < length; t++) {
    const own = views.at + t * views.stride + 2 * sizes.arc;
    const head = views.at + (heads[t]! < length ? heads[t]! : t) * views.stride + 2 * sizes.arc + sizes.label;
    const to = joined.at + t * joined.stride;
    for (let i = 0; i < sizes.label; i++) numbers[to + i] = Math.max(0, numbers[own + i]! + numbers[head + i]!);
  }
  fillRows(numbers, relations, layout.relationBias, length);
  times(joined, layout.relation, relations, length, sizes.label, layout.relation.columns);
}
