import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { TrainingState } from "./learn-network.ts";

/** Writes the state beside its place first, so that a training killed at any moment leaves a whole file. */
export function keepState(file: string, { round, step, numbers }: TrainingState): void {
  const head = Buffer.from(Uint32Array.of(round, step).buffer);
  const parts = numbers.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  writeFileSync(`${file}.new`, Buffer.concat([head, ...parts]));
  renameSync(`${file}.new`, file);
}

/** Puts a state back in place if there is one. @throws RangeError where it belongs to a network of other sizes. */
export function restoreState(file: string, state: TrainingState): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const expected = state.numbers.reduce((sum, { byteLength }) => sum + byteLength, 8);
  if (bytes.length !== expected) throw new RangeError(`${file} is of another training: remove it to begin anew`);
  state.round = bytes.readUInt32LE(0);
  state.step = bytes.readUInt32LE(4);
  let at = 8;
  for (const { buffer, byteOffset, byteLength } of state.numbers) {
    new Uint8Array(buffer, byteOffset, byteLength).set(bytes.subarray(at, at + byteLength));
    at += byteLength;
  }
}
