import {
  add,
  atLeast,
  type Code,
  constant,
  get,
  load,
  loadSplat,
  multiply,
  plus,
  range,
  set,
  store,
  type WasmFunction,
  whileTrue,
} from "./wasm-code.ts";

/** Parameters: byte addresses, strides in bytes, sizes. */
const [A, A_STRIDE, B, B_STRIDE, C, C_STRIDE, ROWS, INNER, COLUMNS] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const [ROW, LEFT, PA, PB, PC, STEPS, A_ROW] = [9, 10, 11, 12, 13, 14, 15] as const;
const FIRST_SUM = 16;
const SPLAT = 24;

/** One block of C, `rows` by four times `vectors`: its sums stay in registers while `inner` runs. */
function block(rows: number, vectors: number): Code {
  const sum = (row: number, vector: number): number => FIRST_SUM + row * vectors + vector;
  const cells = range(rows).flatMap((row) => range(vectors).map((vector) => ({ row, vector })));
  const address = (base: number, stride: number, row: number): Code =>
    row === 0 ? get(base) : [...get(base), ...get(stride), 0x6a];
  return [
    ...cells.flatMap(({ row, vector }) => [
      ...address(PC, C_STRIDE, row),
      ...load(16 * vector),
      ...set(sum(row, vector)),
    ]),
    ...[...get(A_ROW), ...set(PA), ...get(B), ...set(PB), ...get(INNER), ...set(STEPS)],
    ...whileTrue(get(STEPS), [
      ...range(rows).flatMap((row) => [
        ...[...address(PA, A_STRIDE, row), ...loadSplat, ...set(SPLAT + row)],
        ...range(vectors).flatMap((vector) => [
          ...[...get(sum(row, vector)), ...get(SPLAT + row), ...get(PB), ...load(16 * vector)],
          ...[...multiply, ...plus, ...set(sum(row, vector))],
        ]),
      ]),
      ...add(PA, constant(4)),
      ...add(PB, get(B_STRIDE)),
      ...add(STEPS, constant(-1)),
    ]),
    ...cells.flatMap(({ row, vector }) => [
      ...address(PC, C_STRIDE, row),
      ...get(sum(row, vector)),
      ...store(16 * vector),
    ]),
  ];
}

/** All rows of a panel of columns, in pairs, so that what is loaded of B serves twice. */
function panel(vectors: number): Code {
  const down = (rows: number): Code => [
    ...block(rows, vectors),
    ...range(rows).flatMap(() => [...add(PC, get(C_STRIDE)), ...add(A_ROW, get(A_STRIDE))]),
    ...add(ROW, constant(-rows)),
  ];
  return whileTrue(atLeast(LEFT, 4 * vectors), [
    ...[...get(ROWS), ...set(ROW), ...get(C), ...set(PC), ...get(A), ...set(A_ROW)],
    ...whileTrue(atLeast(ROW, 2), down(2)),
    ...whileTrue(atLeast(ROW, 1), down(1)),
    ...add(B, constant(16 * vectors)),
    ...add(C, constant(16 * vectors)),
    ...add(LEFT, constant(-4 * vectors)),
  ]);
}

/**
 * C += A · B over matrices that lie row by row; the number of columns is a multiple of 4. Plain additions in a fixed
 * order: the same bits on every machine.
 */
export const matrixProduct: WasmFunction = {
  name: "times",
  parameters: 9,
  integers: 7,
  floats: 10,
  body: [...get(COLUMNS), ...set(LEFT), ...panel(4), ...panel(1)],
};
