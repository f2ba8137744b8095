import {
  type Count,
  DATE_PRECISIONS,
  isRealDay,
  PLACE_PRECISIONS,
  type Problem,
  partsOf,
  problem,
  type RecordRow,
} from "../record/index.ts";
import { parseCsv } from "./csv.ts";

export interface ReadRows {
  readonly rows: readonly RecordRow[];
  readonly problems: readonly Problem[];
}

const REQUIRED = ["id", "date_from", "date_to", "date_precision", "class"] as const;

/** One row being read: its cells by column, and the first fault found in it. */
class RowCells {
  readonly #cells: Readonly<Record<string, string>>;
  readonly #file: string;
  readonly #line: number;
  fault: Problem | null = null;

  constructor(file: string, line: number, cells: Readonly<Record<string, string>>) {
    this.#file = file;
    this.#line = line;
    this.#cells = cells;
  }

  text(column: string): string | null {
    const value = this.#cells[column]?.trim() ?? "";
    return value === "" ? null : value;
  }

  #refuse(column: string, expected: string): null {
    const value = this.text(column) ?? "";
    this.fault ??= problem("record-cell-bad", { file: this.#file, line: this.#line, column, value, expected }, "warning");
    return null;
  }

  needed(column: string): string {
    return this.text(column) ?? this.#refuse(column, "something: the cell is empty") ?? "";
  }

  number(column: string, lowest: number, highest: number): number | null {
    const value = this.text(column);
    if (value === null) return null;
    const number = Number(value);
    if (!Number.isFinite(number) || number < lowest || number > highest) {
      return this.#refuse(column, highest === Number.MAX_SAFE_INTEGER ? `a number from ${lowest}` : `a number from ${lowest} to ${highest}`);
    }
    return number;
  }

  day(column: string): string {
    const value = this.needed(column);
    const { year, month, day } = partsOf(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDay(year, month, day)) return value;
    this.#refuse(column, "a day as YYYY-MM-DD");
    return value;
  }

  oneOf<T extends string>(column: string, known: readonly T[]): T | null {
    const value = this.text(column);
    if (value === null) return null;
    return known.find((word) => word === value) ?? this.#refuse(column, `one of ${known.join(", ")}`);
  }

  count(column: string): Count | null {
    const min = this.number(`${column}_min`, 0, Number.MAX_SAFE_INTEGER);
    const max = this.number(`${column}_max`, 0, Number.MAX_SAFE_INTEGER);
    if (min !== null && max !== null && min > max) this.#refuse(`${column}_max`, `no less than ${column}_min (${min})`);
    return min === null && max === null ? null : { min, max };
  }
}

function rowOf(cells: RowCells): RecordRow {
  const from = cells.day("date_from");
  const to = cells.day("date_to");
  return {
    id: cells.needed("id"),
    from,
    to,
    datePrecision: cells.oneOf("date_precision", DATE_PRECISIONS) ?? (from === to ? "day" : "interval"),
    place: cells.text("place"),
    admin1: cells.text("admin1"),
    country: cells.text("country"),
    lat: cells.number("lat", -90, 90),
    lon: cells.number("lon", -180, 180),
    precision: cells.oneOf("precision", PLACE_PRECISIONS),
    class: cells.needed("class"),
    description: cells.text("description") ?? "",
    killed: cells.count("killed"),
    killedAttackers: cells.number("killed_attackers", 0, Number.MAX_SAFE_INTEGER),
    injured: cells.count("injured"),
    actor: cells.text("actor"),
    target: cells.text("target"),
    claimedBy: cells.text("claimed_by"),
    origins: cells.number("origins", 0, Number.MAX_SAFE_INTEGER),
    sources: cells.text("sources"),
  };
}

/**
 * Reads a record (RECORD.csv, docs/record.md). Empty cells are `null`: not known, never zero. A row with a fault is set
 * aside and told with file, line and column; the others are read. Unknown columns are no fault.
 */
export function readRecord(csv: string, file: string): ReadRows {
  const [header, ...records] = parseCsv(csv);
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const missing = REQUIRED.find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return { rows: [], problems: [problem("record-column-missing", { file, column: missing, columns: columns.join(", ") || "none" })] };
  }
  const rows: RecordRow[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of records) {
    if (cells.length !== columns.length) {
      problems.push(problem("record-row-short", { file, line, cells: cells.length, columns: columns.length }, "warning"));
      continue;
    }
    const named = new RowCells(file, line, Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])));
    const row = rowOf(named);
    if (named.fault === null && row.from > row.to) {
      named.fault = problem(
        "record-cell-bad",
        { file, line, column: "date_to", value: row.to, expected: `no day before date_from (${row.from})` },
        "warning",
      );
    }
    const first = seen.get(row.id);
    if (named.fault !== null) problems.push(named.fault);
    else if (first !== undefined) problems.push(problem("record-id-twice", { file, line, id: row.id, first }, "warning"));
    else {
      seen.set(row.id, line);
      rows.push(row);
    }
  }
  return { rows, problems };
}
