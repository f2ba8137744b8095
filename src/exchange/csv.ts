/** One line of a CSV file as RFC 4180 sees it: a quoted cell may span several lines of the file. */
export interface CsvRow {
  /** Line of the file on which the row begins, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

const QUOTE = 0x22;
const FEED = 0x0a;
const RETURN = 0x0d;

export interface CsvReader {
  /** Rows that this chunk completes. */
  push(chunk: string): CsvRow[];
  /** The last row, if the text did not end with a line end. */
  end(): CsvRow[];
  /** Line where a quote was opened that nothing closed; `null` where all is well. Ask after `end`. */
  openQuote(): number | null;
}

/**
 * A reader that takes text in chunks of any size: memory is one row. RFC 4180, and what spreadsheets add: a mark at the
 * start, CR or LF alone as a line end, a quote in the middle of an unquoted cell as itself. Empty lines give no row.
 */
export function csvReader(delimiter = ","): CsvReader {
  let cells: string[] = [];
  let cell = "";
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  let line = 1;
  let rowLine = 1;
  let quoteLine = 0;
  let leftOpen: number | null = null;
  let afterReturn = false;
  let first = true;
  const mark = delimiter.charCodeAt(0);

  const endCell = (): void => {
    cells.push(cell);
    cell = "";
    state = "start";
  };
  const endRow = (rows: CsvRow[]): void => {
    const blank = cells.length === 0 && cell === "" && state === "start";
    endCell();
    if (!blank) rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  };

  /** A line feed that belongs to the return before it ends nothing. */
  const endsPair = (code: number): boolean => {
    const pair = code === FEED && afterReturn;
    afterReturn = code === RETURN;
    return pair;
  };
  const takeQuoted = (text: string, from: number): number => {
    const quote = text.indexOf('"', from);
    const end = quote < 0 ? text.length : quote;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (!endsPair(code) && (code === FEED || code === RETURN)) line++;
    }
    cell += text.slice(from, end);
    if (quote < 0) return end;
    state = "closed";
    afterReturn = false;
    return end + 1;
  };
  const takePlain = (text: string, from: number): number => {
    let end = from + 1;
    state = state === "start" ? "plain" : state;
    while (state === "plain" && end < text.length) {
      const code = text.charCodeAt(end);
      if (code === mark || code === FEED || code === RETURN) break;
      end++;
    }
    cell += text.slice(from, end);
    return end;
  };
  const takeQuote = (): void => {
    if (state === "closed") cell += '"';
    else quoteLine = line;
    state = "quoted";
  };

  const take = (text: string, rows: CsvRow[]): void => {
    for (let at = 0; at < text.length; ) {
      if (state === "quoted") {
        at = takeQuoted(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      const pair = endsPair(code);
      if (code === QUOTE && state !== "plain") takeQuote();
      else if (code === mark) endCell();
      else if (code === FEED || code === RETURN) {
        if (!pair) {
          line++;
          endRow(rows);
        }
      } else {
        at = takePlain(text, at);
        continue;
      }
      at++;
    }
  };

  return {
    push(chunk) {
      const rows: CsvRow[] = [];
      const text = first && chunk.startsWith("\ufeff") ? chunk.slice(1) : chunk;
      if (chunk !== "") first = false;
      take(text, rows);
      return rows;
    },
    end() {
      const rows: CsvRow[] = [];
      leftOpen = state === "quoted" ? quoteLine : null;
      if (cells.length > 0 || cell !== "" || state !== "start") endRow(rows);
      return rows;
    },
    openQuote: () => leftOpen,
  };
}

/** The delimiter of a header line: a comma, unless it has none and semicolons or tabs stand there. */
export function delimiterOf(header: string): string {
  const line = header.slice(0, header.search(/[\r\n]|$/));
  const count = (c: string): number => line.split(c).length;
  return [",", ";", "\t"].reduce((best, c) => (count(c) > count(best) ? c : best));
}

/** A whole CSV text. `openQuote` as in {@link CsvReader}. */
export function parseCsv(text: string): { readonly rows: readonly CsvRow[]; readonly openQuote: number | null } {
  const reader = csvReader(delimiterOf(text));
  const rows = reader.push(text);
  rows.push(...reader.end());
  return { rows, openQuote: reader.openQuote() };
}

/** A spreadsheet runs a cell that begins like this as a formula; a leading apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell, quoted where it must be. Numbers are not guarded: "-3.5" is a value, not a formula. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Takes the guard off again, so that our own files read back as they were written. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(csvCell).join(",")}\r\n`;
