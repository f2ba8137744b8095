import { matrixProduct } from "./matrix-product.ts";
import { recurrentGates } from "./recurrent-gates.ts";
import { moduleOf } from "./wasm-code.ts";

/** What we use of WebAssembly; TypeScript knows it only together with a browser's page. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: { outside: { memory: Memory } });
    readonly exports: Readonly<Record<"times" | "gates", (...numbers: number[]) => void>>;
  }
}

/** A matrix in the workspace, row by row: place of its first number, and numbers from one row to the next. */
export interface Matrix {
  readonly at: number;
  readonly stride: number;
}

/** Places of one token's numbers in one direction of a recurrent layer; the gates stand one after the other. */
export interface GatePlaces {
  readonly gates: number;
  readonly cellBefore: number;
  readonly cell: number;
  readonly seen: number;
  readonly output: number;
}

/** Numbers in one memory, with what is worked out over it; places and strides count numbers, not bytes. */
export interface Workspace {
  readonly numbers: Float32Array;
  /** C += A · B, A of `rows` by `inner`, B of `inner` by `columns` (a multiple of 4). */
  times(a: Matrix, b: Matrix, c: Matrix, rows: number, inner: number, columns: number): void;
  /** Opens the gates of one token; `hidden` (a multiple of 4) is the width of each. */
  gates(places: GatePlaces, hidden: number): void;
}

const NUMBERS_A_PAGE = 16_384;

export function openWorkspace(size: number): Workspace {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / NUMBERS_A_PAGE) });
  const module = new WebAssembly.Module(moduleOf([matrixProduct, recurrentGates]));
  const { exports } = new WebAssembly.Instance(module, { outside: { memory } });
  const { times, gates } = exports;
  return {
    numbers: new Float32Array(memory.buffer),
    times: (a, b, c, rows, inner, columns) =>
      times(4 * a.at, 4 * a.stride, 4 * b.at, 4 * b.stride, 4 * c.at, 4 * c.stride, rows, inner, columns),
    gates: ({ gates: at, cellBefore, cell, seen, output }, hidden) =>
      gates(
        4 * at,
        4 * (at + hidden),
        4 * (at + 2 * hidden),
        4 * (at + 3 * hidden),
        4 * cellBefore,
        4 * cell,
        4 * seen,
        4 * output,
        4 * hidden,
      ),
  };
}
