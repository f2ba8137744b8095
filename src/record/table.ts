/** A table of `tables/`: tab-separated, `#` lines are the header that gives source and licence, then the column names. */
export interface TableRow {
  /** Line number in the file, 1-based. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/**
 * Reads a table. Cells are trimmed; an absent trailing cell is an empty string.
 * @throws Error naming file and line where a row has more cells than columns: a table is our own file, so that is a bug.
 */
export function parseTable(name: string, tsv: string): Table {
  let columns: string[] | null = null;
  const rows: TableRow[] = [];
  tsv.split(/\r?\n/).forEach((content, index) => {
    if (content.trim() === "" || content.startsWith("#")) return;
    const cells = content.split("\t").map((cell) => cell.trim());
    if (columns === null) {
      columns = cells;
      return;
    }
    if (cells.length > columns.length) {
      throw new Error(`${name}:${index + 1}: ${cells.length} cells for ${columns.length} columns`);
    }
    rows.push({ line: index + 1, cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])) });
  });
  return { name, columns: columns ?? [], rows };
}
