export interface CsvRecord {
  /** Line on which the record begins, 1-based: a quoted cell may span several. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV (RFC 4180): commas, quotes doubled inside quotes, line ends of any kind, also inside quoted cells; a leading
 * byte-order mark is dropped, empty lines are skipped. A quote that is never closed takes the rest as its cell.
 */
export function parseCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== "") records.push({ line: begun, cells });
    cells = [];
    cell = "";
    begun = line;
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const c = text[i]!;
    const isBreak = c === "\n" || c === "\r";
    if (isBreak && c === "\r" && text[i + 1] === "\n") i++;
    if (isBreak) line++;
    if (quoted) {
      if (c !== '"') cell += isBreak ? "\n" : c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === ",") {
      cells.push(cell);
      cell = "";
    } else if (isBreak) endRecord();
    else cell += c;
  }
  if (cell !== "" || cells.length > 0) endRecord();
  return records;
}

/** Spreadsheets run a cell that begins so; a leading apostrophe makes it text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of CSV, quoted where needed and safe to open in a spreadsheet. Numbers stay numbers. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells
    .map((value) => {
      if (value === null) return "";
      const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",")}\r\n`;
