import {
  type Count,
  DATE_PRECISIONS,
  type DatePrecision,
  PLACE_PRECISIONS,
  type Problem,
  problem,
  type RecordRow,
} from "../record/index.ts";
import { BadCell, type Cells, cellsOf } from "./cell.ts";
import { readSheet } from "./sheet-rows.ts";

/** Without these a row says nothing; all other columns may be absent, and are then not known. */
const REQUIRED = ["id", "date_from", "class"] as const;

interface RowDates {
  readonly from: string;
  readonly to: string;
  readonly datePrecision: DatePrecision;
}

/** `date_to` may be left empty for one day (or month, or year); the precision then follows from what is written. */
function datesOf(cells: Cells): RowDates {
  const first = cells.days("date_from");
  if (first === null) throw cells.bad("date_from", "a day of the calendar, written YYYY-MM-DD");
  const last = cells.days("date_to") ?? first;
  if (last.to < first.from) throw cells.bad("date_to", "a day not before date_from");
  const written = last.to === first.to ? first.precision : "interval";
  return { from: first.from, to: last.to, datePrecision: cells.oneOf("date_precision", DATE_PRECISIONS) ?? written };
}

/** Both cells empty: not recorded. One empty: open on that side. */
function rangeOf(cells: Cells, lowest: string, highest: string): Count | null {
  const min = cells.count(lowest);
  const max = cells.count(highest);
  if (min === null && max === null) return null;
  if (min !== null && max !== null && max < min) throw cells.bad(highest, `at least ${lowest}`);
  return { min, max };
}

function pointOf(cells: Cells): { readonly lat: number | null; readonly lon: number | null } {
  const lat = cells.number("lat", -90, 90);
  const lon = cells.number("lon", -180, 180);
  if ((lat === null) !== (lon === null)) throw cells.bad(lat === null ? "lat" : "lon", "both lat and lon, or neither");
  return { lat, lon };
}

/**
 * One row from its cells, under RECORD.csv's column names.
 * @throws BadCell
 */
export function recordRowOf(cells: Cells): RecordRow {
  const id = cells.text("id");
  const incident = cells.text("class");
  if (id === null) throw cells.bad("id", "a name for the row");
  if (incident === null) throw cells.bad("class", "what happened, such as protest or bombing");
  return {
    id,
    ...datesOf(cells),
    place: cells.text("place"),
    admin1: cells.text("admin1"),
    country: cells.text("country"),
    ...pointOf(cells),
    precision: cells.oneOf("precision", PLACE_PRECISIONS),
    class: incident.toLowerCase(),
    description: cells.text("description") ?? "",
    killed: rangeOf(cells, "killed_min", "killed_max"),
    killedAttackers: cells.count("killed_attackers"),
    injured: rangeOf(cells, "injured_min", "injured_max"),
    actor: cells.text("actor"),
    target: cells.text("target"),
    claimedBy: cells.text("claimed_by"),
    origins: cells.count("origins"),
    sources: cells.text("sources"),
  };
}

/** Rows that repeat an id are set aside: a verdict that cites it would cite two rows. */
function withoutTwins(rows: readonly { readonly line: number; readonly row: RecordRow }[], file: string) {
  const firstLine = new Map<string, number>();
  const problems: Problem[] = [];
  const kept = rows.filter(({ line, row: { id } }) => {
    const first = firstLine.get(id);
    if (first === undefined) firstLine.set(id, line);
    else problems.push(problem("record-id-twice", { file, line, id, first }, "warning"));
    return first === undefined;
  });
  return { kept: kept.map(({ row }) => row), problems };
}

/** Columns of RECORD.csv, and `sources`. */
export const RECORD_COLUMNS = [
  "id",
  "date_from",
  "date_to",
  "date_precision",
  "place",
  "admin1",
  "country",
  "lat",
  "lon",
  "precision",
  "class",
  "description",
  "killed_min",
  "killed_max",
  "killed_attackers",
  "injured_min",
  "injured_max",
  "actor",
  "target",
  "claimed_by",
  "origins",
  "sources",
] as const;

/** Columns of wider tables that we know and do not use. */
const UNUSED: readonly string[] = ["killed_security", "killed_civilians", "confidence"];
const KNOWN: readonly string[] = [...RECORD_COLUMNS, ...UNUSED];

/** A misspelt column would read as "nothing known", so a column that is not used is said. */
function unusedColumns(columns: readonly string[], file: string): Problem[] {
  const unused = columns.filter((column) => column !== "" && !KNOWN.includes(column));
  return unused.length === 0 ? [] : [problem("record-columns-unused", { file, columns: unused.join(", ") }, "note")];
}

export interface ReadRows {
  readonly rows: readonly RecordRow[];
  readonly problems: readonly Problem[];
}

/** RECORD.csv (docs/record.md). A row with a cell that cannot be read is set aside with its file, line and column. */
export function readRecord(csvText: string, file: string): ReadRows {
  const sheet = readSheet(csvText, file, REQUIRED);
  const problems: Problem[] = [...sheet.problems, ...unusedColumns(sheet.columns, file)];
  const read = sheet.rows.flatMap((row) => {
    try {
      return [{ line: row.line, row: recordRowOf(cellsOf(row, file)) }];
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      problems.push(error.problem);
      return [];
    }
  });
  const { kept, problems: twins } = withoutTwins(read, file);
  return { rows: kept, problems: [...problems, ...twins] };
}
