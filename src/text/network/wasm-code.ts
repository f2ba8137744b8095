/**
 * Writes WebAssembly, for the two loops that the time of reading goes into: no tool of ours makes it, and it is short.
 * Locals are numbers; code is bytes. See the WebAssembly specification, "Instructions" and "Binary Format".
 */
export type Code = readonly number[];

/** Signed, as constants and offsets are written. */
function leb(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    if ((value === 0 && (byte & 0x40) === 0) || (value === -1 && (byte & 0x40) !== 0)) return [...bytes, byte];
    bytes.push(byte | 0x80);
  }
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const constant = (value: number): Code => [0x41, ...leb(value)];
export const add = (local: number, by: Code): Code => [...get(local), ...by, 0x6a, ...set(local)];
export const atLeast = (local: number, value: number): Code => [...get(local), ...constant(value), 0x4e];

/** Repeats `body` while `condition` leaves a number other than 0. */
export const whileTrue = (condition: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...condition,
  ...[0x45, 0x0d, 0x01],
  ...body,
  ...[0x0c, 0x00, 0x0b, 0x0b],
];

/** Four lanes of 32-bit floats. */
export const load = (offset: number): Code => [0xfd, 0x00, 0x02, ...unsigned(offset)];
export const loadSplat: Code = [0xfd, 0x09, 0x02, 0x00];
export const store = (offset: number): Code => [0xfd, 0x0b, 0x02, ...unsigned(offset)];
export const plus: Code = [0xfd, 0xe4, 0x01];
export const multiply: Code = [0xfd, 0xe6, 0x01];
export const divide: Code = [0xfd, 0xe7, 0x01];
export const least: Code = [0xfd, 0xe8, 0x01];
export const most: Code = [0xfd, 0xe9, 0x01];
/** The same number in all lanes. */
export function four(value: number): Code {
  return [0x43, ...new Uint8Array(Float32Array.of(value).buffer), 0xfd, 0x13];
}

/** A function of whole numbers that returns nothing; `floats` of its locals hold four lanes and come after the others. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly floats: number;
  readonly body: Code;
}

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const section = (id: number, parts: readonly Code[]): Code => [
  id,
  ...sized([...unsigned(parts.length), ...parts.flat()]),
];
const text = (letters: string): Code => sized([...letters].map((letter) => letter.charCodeAt(0)));

/** A module over one memory ("memory" of "outside") that shows these functions. */
export function moduleOf(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const [I32, V128, VOID] = [0x7f, 0x7b, 0];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, parameters, ...range(parameters).map(() => I32), VOID]),
    ),
    ...section(2, [[...text("outside"), ...text("memory"), 0x02, 0x00, 0x01]]),
    ...section(
      3,
      functions.map((_, i) => [i]),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0x00, i]),
    ),
    ...section(
      10,
      functions.map(({ integers, floats, body }) => sized([2, integers, I32, floats, V128, ...body, 0x0b])),
    ),
  ]);
}
