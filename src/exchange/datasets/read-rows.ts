import { type Problem, problem } from "../../record/index.ts";
import { BadCell, type Cells, cellsOf } from "../cell.ts";
import { type CsvRow, unguarded } from "../csv.ts";
import type { ImportedRow } from "./imported.ts";

/** A source row: cells to ask for by lower-case column name, and as written under the file's own names. */
interface SourceRow {
  readonly line: number;
  readonly cells: Cells;
  readonly raw: Readonly<Record<string, string>>;
}

export type RowReader = (source: SourceRow) => ImportedRow;

/** Words for "nothing" that a dataset writes in place of an empty cell. */
export type Blanks = ReadonlySet<string>;

/** Reads each row; one with a bad cell is set aside with file, line and column. */
export function readRows(
  rows: readonly CsvRow[],
  columns: readonly string[],
  file: string,
  blanks: Blanks,
  read: RowReader,
): { readonly rows: readonly ImportedRow[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const imported = rows.flatMap(({ line, cells }): ImportedRow[] => {
    if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
      problems.push(
        problem("record-row-short", { file, line, cells: cells.length, columns: columns.length }, "warning"),
      );
      return [];
    }
    const values = columns.map((column, i) => {
      const cell = unguarded((cells[i] ?? "").trim());
      return [column.toLowerCase(), blanks.has(cell) ? "" : cell] as const;
    });
    const raw = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
    try {
      return [read({ line, raw, cells: cellsOf({ line, ordinal: 0, cells: new Map(values) }, file) })];
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      problems.push(error.problem);
      return [];
    }
  });
  return { rows: imported, problems };
}

/** The text of a cell that must not be empty. */
export function needed(cells: Cells, column: string): string {
  const value = cells.text(column);
  if (value === null) throw cells.bad(column, "something: the cell is empty");
  return value;
}

/** A code with its meaning from a table; an unknown code is a bad cell, for a wrong guess would look like data. */
export function decoded<Meaning>(cells: Cells, column: string, meaning: (code: string) => Meaning | null): Meaning {
  const found = meaning(needed(cells, column));
  if (found === null) throw cells.bad(column, "a code of this dataset");
  return found;
}

export const listed = (...names: readonly (string | null)[]): string | null =>
  names.filter((name) => name !== null).join("; ") || null;
