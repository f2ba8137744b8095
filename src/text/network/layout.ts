import type { Matrix } from "./workspace.ts";

/** Widths of the network; `tags` and `relations` are the numbers of labels. */
export interface Sizes {
  /** Of a word's vector, and of what its letters add. */
  readonly word: number;
  readonly letters: number;
  /** Of one direction of a recurrent layer. */
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  readonly tags: number;
  readonly relations: number;
}

/** A named block of weights with its size. */
export interface Block extends Matrix {
  readonly rows: number;
  readonly columns: number;
}

/** Weights of the two recurrent layers, of the tags, of the views that arcs and relations take of a token, of both. */
const BLOCKS = [
  ...(["input1", "bias1", "onward1", "back1", "input2", "bias2", "onward2", "back2"] as const),
  ...(["tag", "tagBias", "views", "viewsBias", "arc", "arcBias", "root", "relation", "relationBias"] as const),
];
export type BlockName = (typeof BLOCKS)[number];
export type Layout = Readonly<Record<BlockName, Block>>;

/** Numbers of columns are multiples of 4, as the matrix kernel wants them. */
export const padded = (count: number): number => Math.ceil(count / 4) * 4;

/** Rows and columns of every block of dense weights. */
function shapes(s: Sizes): Readonly<Record<BlockName, readonly [rows: number, columns: number]>> {
  const gates = 4 * s.hidden;
  const views = 2 * s.arc + 2 * s.label;
  return {
    input1: [s.word + s.letters, 2 * gates],
    bias1: [1, 2 * gates],
    onward1: [s.hidden, gates],
    back1: [s.hidden, gates],
    input2: [2 * s.hidden, 2 * gates],
    bias2: [1, 2 * gates],
    onward2: [s.hidden, gates],
    back2: [s.hidden, gates],
    tag: [2 * s.hidden, padded(s.tags)],
    tagBias: [1, padded(s.tags)],
    views: [2 * s.hidden, views],
    viewsBias: [1, views],
    arc: [s.arc, s.arc],
    arcBias: [1, s.arc],
    root: [1, s.arc],
    relation: [s.label, padded(s.relations)],
    relationBias: [1, padded(s.relations)],
  };
}

const NOWHERE: Block = { at: 0, stride: 0, rows: 0, columns: 0 };

/** Where each block of weights stands in the workspace, the first at `at`. */
export function layoutOf(sizes: Sizes, at: number): { layout: Layout; end: number } {
  const all = shapes(sizes);
  const layout: Record<BlockName, Block> = {
    ...{ input1: NOWHERE, bias1: NOWHERE, onward1: NOWHERE, back1: NOWHERE },
    ...{ input2: NOWHERE, bias2: NOWHERE, onward2: NOWHERE, back2: NOWHERE },
    ...{ tag: NOWHERE, tagBias: NOWHERE, views: NOWHERE, viewsBias: NOWHERE },
    ...{ arc: NOWHERE, arcBias: NOWHERE, root: NOWHERE, relation: NOWHERE, relationBias: NOWHERE },
  };
  let end = at;
  for (const name of BLOCKS) {
    const [rows, columns] = all[name];
    layout[name] = { at: end, stride: columns, rows, columns };
    end += rows * columns;
  }
  return { layout, end };
}

export const blocksOf = (layout: Layout): readonly (readonly [BlockName, Block])[] =>
  BLOCKS.map((name) => [name, layout[name]]);
