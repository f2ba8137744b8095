import {
  add,
  atLeast,
  type Code,
  constant,
  divide,
  four,
  get,
  least,
  load,
  most,
  multiply,
  plus,
  set,
  store,
  type WasmFunction,
  whileTrue,
} from "./wasm-code.ts";

/** Parameters: byte addresses, those of the four gates one after the other, and the bytes of one row. */
const [ENTER, KEEP, LEAVE, FRESH, BEFORE, CELL, SEEN, OUTPUT, LEFT] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const [X, SQUARE, ENTERS, KEEPS, LEAVES, HELD, SHOWN] = [9, 10, 11, 12, 13, 14, 15] as const;

/**
 * Hyperbolic tangent by a ratio of polynomials (as in Eigen), within 3e-7. Math.tanh may differ in the last bit from one
 * engine to the next; sums and products do not, so trees are the same everywhere. Lowest power last.
 */
const ABOVE = [
  -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8, 1.48572235717979e-5,
  6.37261928875436e-4, 4.89352455891786e-3,
];
const BELOW = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3];

const polynomial = ([first = 0, ...rest]: readonly number[]): Code => [
  ...four(first),
  ...rest.flatMap((factor) => [...get(SQUARE), ...multiply, ...four(factor), ...plus]),
];

/** tanh of what `value` leaves. */
const tanh = (value: Code): Code => [
  ...[...value, ...four(7.9), ...least, ...four(-7.9), ...most, ...set(X)],
  ...[...get(X), ...get(X), ...multiply, ...set(SQUARE)],
  ...[...polynomial(ABOVE), ...get(X), ...multiply, ...polynomial(BELOW), ...divide],
];
/** 1 / (1 + e^-x). */
const sigmoid = (value: Code): Code => [
  ...tanh([...value, ...four(0.5), ...multiply]),
  ...[...four(0.5), ...multiply, ...four(0.5), ...plus],
];

const at = (local: number): Code => [...get(local), ...load(0)];
const put = (local: number, value: Code): Code => [...get(local), ...value, ...store(0)];

/**
 * The gates of a recurrent layer for one token: opens them in place, and gives the cell, its tanh, and the output
 * (long short-term memory, Hochreiter and Schmidhuber 1997).
 */
export const recurrentGates: WasmFunction = {
  name: "gates",
  parameters: 9,
  integers: 0,
  floats: 7,
  body: whileTrue(atLeast(LEFT, 16), [
    ...[...sigmoid(at(ENTER)), ...set(ENTERS), ...put(ENTER, get(ENTERS))],
    ...[...sigmoid(at(KEEP)), ...set(KEEPS), ...put(KEEP, get(KEEPS))],
    ...[...sigmoid(at(LEAVE)), ...set(LEAVES), ...put(LEAVE, get(LEAVES))],
    ...[...tanh(at(FRESH)), ...set(SHOWN), ...put(FRESH, get(SHOWN))],
    ...[...get(ENTERS), ...get(SHOWN), ...multiply, ...get(KEEPS), ...at(BEFORE), ...multiply, ...plus, ...set(HELD)],
    ...put(CELL, get(HELD)),
    ...[...tanh(get(HELD)), ...set(SHOWN), ...put(SEEN, get(SHOWN))],
    ...put(OUTPUT, [...get(LEAVES), ...get(SHOWN), ...multiply]),
    ...[ENTER, KEEP, LEAVE, FRESH, BEFORE, CELL, SEEN, OUTPUT].flatMap((local) => add(local, constant(16))),
    ...add(LEFT, constant(-16)),
  ]),
};
