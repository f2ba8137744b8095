import type { Block } from "./layout.ts";
import type { Matrix, Workspace } from "./workspace.ts";

/** What a layer leaves behind, token by token: gates (in, keep, out, new; onward, then back), cells and outputs. */
export interface RecurrentTrace {
  readonly gates: Matrix;
  readonly cells: Matrix;
  /** tanh of the cells. */
  readonly seen: Matrix;
  readonly output: Matrix;
}

export function traceAt(at: number, hidden: number, length: number): { trace: RecurrentTrace; end: number } {
  const cells = at + 8 * hidden * length;
  const seen = cells + 2 * hidden * length;
  const output = seen + 2 * hidden * length;
  return {
    trace: {
      gates: { at, stride: 8 * hidden },
      cells: { at: cells, stride: 2 * hidden },
      seen: { at: seen, stride: 2 * hidden },
      output: { at: output, stride: 2 * hidden },
    },
    end: output + 2 * hidden * length,
  };
}

/** Fills `length` rows with the bias, for a product to be added. */
export function fillRows(numbers: Float32Array, to: Matrix, bias: Block, length: number): void {
  for (let t = 0; t < length; t++) {
    numbers.copyWithin(to.at + t * to.stride, bias.at, bias.at + bias.columns);
  }
}

/**
 * Reads `length` tokens onward and back (long short-term memory, Hochreiter and Schmidhuber 1997); the trace's gates hold
 * what the input says, its output both directions side by side.
 */
export function runRecurrent(
  workspace: Workspace,
  onward: Block,
  back: Block,
  trace: RecurrentTrace,
  length: number,
): void {
  runOneWay(workspace, onward, trace, length, 0);
  runOneWay(workspace, back, trace, length, 1);
}

function runOneWay(
  { numbers, times, gates }: Workspace,
  memory: Block,
  trace: RecurrentTrace,
  length: number,
  side: 0 | 1,
): void {
  const hidden = memory.rows;
  const shift = side * hidden;
  for (let step = 0; step < length; step++) {
    const t = side === 0 ? step : length - 1 - step;
    const own = { at: trace.gates.at + t * trace.gates.stride + 4 * shift, stride: trace.gates.stride };
    const at = t * trace.cells.stride + shift;
    const cell = trace.cells.at + at;
    const before = side === 0 ? at - trace.cells.stride : at + trace.cells.stride;
    if (step === 0) numbers.fill(0, cell, cell + hidden);
    else times({ at: trace.output.at + before, stride: trace.output.stride }, memory, own, 1, hidden, 4 * hidden);
    // At the sentence's edge the cell before is the cell itself, while it still holds 0.
    const cellBefore = step === 0 ? cell : trace.cells.at + before;
    gates({ gates: own.at, cellBefore, cell, seen: trace.seen.at + at, output: trace.output.at + at }, hidden);
  }
}
