import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWholeSync } from "./sorted-runs.ts";

/** How far an import has come; written after every run, so that a killed one goes on from there. */
export interface ImportState {
  /** What is imported and how: another import begins anew. */
  readonly fingerprint: string;
  /** Files that are read through. */
  readonly filesDone: number;
  /** Byte and line of the next file from which reading goes on. */
  readonly byte: number;
  readonly line: number;
  /** Rows read so far: their order decides between two of one id. */
  readonly rows: number;
  readonly placeRuns: number;
  readonly alternateRuns: number;
}

const STATE = "state.json";

export function openState(folder: string, fingerprint: string): { state: ImportState; goesOn: boolean } {
  const file = join(folder, STATE);
  if (existsSync(file)) {
    const state: ImportState = JSON.parse(readFileSync(file, "utf8"));
    if (state.fingerprint === fingerprint) return { state, goesOn: true };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const state = { fingerprint, filesDone: 0, byte: 0, line: 0, rows: 0, placeRuns: 0, alternateRuns: 0 };
  return { state, goesOn: false };
}

export const saveState = (folder: string, state: ImportState): void =>
  writeWholeSync(join(folder, STATE), JSON.stringify(state));
