import { type Problem, problem } from "../record/index.ts";
import { parseCsv, unguarded } from "./csv.ts";

/** A data row with its cells by column name, trimmed; `""` is an empty cell. */
export interface SheetRow {
  readonly line: number;
  /** The n-th row below the header, from 1; rows set aside are counted. */
  readonly ordinal: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly problems: readonly Problem[];
}

/** Trailing empty cells are a spreadsheet's habit; cells with content beyond the header are a torn row. */
const fits = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every((cell) => cell.trim() === "");

/** A CSV text with a header: rows by column name (matched without regard to case), bad rows as problems. */
export function readSheet(csvText: string, file: string, required: readonly string[]): Sheet {
  const { rows, openQuote } = parseCsv(csvText);
  const [header, ...body] = rows;
  if (header === undefined) return { columns: [], rows: [], problems: [problem("file-empty", { file })] };
  const columns = header.cells.map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const listed = columns.join(", ").slice(0, 300);
    const problems = missing.map((column) => problem("record-column-missing", { file, column, columns: listed }));
    return { columns, rows: [], problems };
  }
  const problems: Problem[] = [];
  if (openQuote !== null) problems.push(problem("csv-quote-open", { file, line: openQuote }, "warning"));
  const whole = openQuote === null ? body : body.slice(0, -1); // the row with the open quote swallowed all that follows
  const good = whole.flatMap(({ line, cells }, i): SheetRow[] => {
    if (!fits(cells, columns.length)) {
      problems.push(
        problem("record-row-short", { file, line, cells: cells.length, columns: columns.length }, "warning"),
      );
      return [];
    }
    const byColumn = columns.map((column, c) => [column, unguarded((cells[c] ?? "").trim())] as const);
    return [{ line, ordinal: i + 1, cells: new Map(byColumn) }];
  });
  return { columns, rows: good, problems };
}
