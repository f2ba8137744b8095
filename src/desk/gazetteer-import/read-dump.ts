import { join } from "node:path";
import {
  type DumpFilter,
  type DumpKind,
  dumpKindOf,
  type GeonamesDivision,
  keeps,
  readAlternateLine,
  readDivisionLine,
  readPlaceLine,
} from "../../places/index.ts";
import { type Problem, problem } from "../../record/index.ts";
import { type ImportState, saveState } from "./import-state.ts";
import { linesOf } from "./lines-of.ts";
import { alternateLine, placeLine } from "./run-lines.ts";
import { writeRun } from "./sorted-runs.ts";

export interface DumpFile {
  readonly file: string;
  readonly kind: DumpKind;
}

export interface ReadingOptions {
  readonly folder: string;
  readonly filter: DumpFilter;
  /** Rows sorted in memory at a time. */
  readonly rowsInMemory: number;
  readonly tell: (problem: Problem) => void;
  readonly show: (file: string, bytes: number) => void;
}

export const runFile = (folder: string, kind: "places" | "alternates" | "names", n: number): string =>
  join(folder, `${kind}-${String(n).padStart(5, "0")}.run`);

const MOST_TOLD = 5;
const isBlank = (text: string): boolean => text.trim() === "" || text.startsWith("#");

/** A dump's line as a line of a run, null for one that is left out, or "bad". */
function runLine(kind: DumpKind, text: string, row: number, filter: DumpFilter): string | null | "bad" {
  if (kind === "places") {
    const place = readPlaceLine(text);
    return place === null ? "bad" : keeps(filter, place) ? placeLine(place, row) : null;
  }
  const alternate = readAlternateLine(text);
  if (alternate !== null) return alternateLine(alternate, row);
  return dumpKindOf(text) === null ? "bad" : null;
}

/** Reads one file of places or alternate names into sorted runs, from where the state says. */
function readFile({ file, kind }: DumpFile, start: ImportState, options: ReadingOptions): ImportState {
  const { folder, filter, rowsInMemory, tell, show } = options;
  let state = start;
  let lines: string[] = [];
  let { line, rows } = state;
  let told = 0;
  const flush = (filesDone: number, byte: number): void => {
    const run = kind === "places" ? state.placeRuns : state.alternateRuns;
    if (lines.length > 0) writeRun(runFile(folder, kind === "places" ? "places" : "alternates", run), lines);
    const more = lines.length > 0 ? 1 : 0;
    state = {
      ...state,
      filesDone,
      byte: filesDone > state.filesDone ? 0 : byte,
      line: filesDone > state.filesDone ? 0 : line,
      rows,
      placeRuns: state.placeRuns + (kind === "places" ? more : 0),
      alternateRuns: state.alternateRuns + (kind === "places" ? 0 : more),
    };
    lines = [];
    saveState(folder, state);
  };
  for (const { text, end } of linesOf(file, state.byte)) {
    line++;
    if (line % 50_000 === 0) show(file, end);
    if (isBlank(text)) continue;
    const found = runLine(kind, text, rows, filter);
    if (found === "bad") {
      if (told++ < MOST_TOLD) tell(problem("geonames-line-bad", { file, line }, "warning"));
      continue;
    }
    rows++;
    if (found !== null) lines.push(found);
    if (lines.length >= rowsInMemory) flush(state.filesDone, end);
  }
  flush(state.filesDone + 1, 0);
  return state;
}

/** All files of places, then of alternate names, into runs. */
export function readIntoRuns(files: readonly DumpFile[], start: ImportState, options: ReadingOptions): ImportState {
  const wanted = files.filter(({ kind }) => kind !== "divisions");
  const ordered = [...wanted.filter((f) => f.kind === "places"), ...wanted.filter((f) => f.kind === "alternates")];
  let state = start;
  for (const file of ordered.slice(start.filesDone)) state = readFile(file, state, options);
  return state;
}

/** Names of division codes: some ten thousand, kept in memory. */
export function readDivisions(
  files: readonly DumpFile[],
  tell: (p: Problem) => void,
): ReadonlyMap<string, GeonamesDivision> {
  const divisions = new Map<string, GeonamesDivision>();
  for (const { file } of files.filter(({ kind }) => kind === "divisions")) {
    let [line, told] = [0, 0];
    for (const { text } of linesOf(file)) {
      line++;
      if (isBlank(text)) continue;
      const division = readDivisionLine(text);
      if (division !== null) divisions.set(division.code, division);
      else if (told++ < MOST_TOLD) tell(problem("geonames-line-bad", { file, line }, "warning"));
    }
  }
  return divisions;
}
