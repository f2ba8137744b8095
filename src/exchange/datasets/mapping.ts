import { z } from "zod";
import { isoDay, isRealDay, type Problem, problem } from "../../record/index.ts";
import { BadCell, cellsOf } from "../cell.ts";
import { parseCsv, unguarded } from "../csv.ts";
import { RECORD_COLUMNS, recordRowOf } from "../read-record.ts";
import type { ImportedRow } from "./imported.ts";

const sourceSchema = z.union([
  z.string(),
  z.strictObject({ column: z.string(), values: z.record(z.string(), z.string()).optional() }),
  z.strictObject({ value: z.string() }),
]);

/** A mapping file (docs/datasets.md): which column of a table is which of RECORD.csv's. */
const mappingSchema = z.strictObject({
  name: z.string(),
  licence: z.string().optional(),
  dates: z.enum(["iso", "day-first", "month-first"]).default("iso"),
  blanks: z.array(z.string()).default([]),
  columns: z.partialRecord(z.enum(RECORD_COLUMNS), sourceSchema),
});
export type Mapping = Readonly<z.infer<typeof mappingSchema>>;
type Source = z.infer<typeof sourceSchema>;

export function readMapping(json: string, file: string): { mapping: Mapping | null; problems: readonly Problem[] } {
  const bad = (detail: string) => ({ mapping: null, problems: [problem("mapping-bad", { file, detail })] });
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return bad(`not JSON: ${error.message}`);
  }
  const read = mappingSchema.safeParse(value);
  if (read.success) return { mapping: read.data, problems: [] };
  return bad(read.error.issues.map((issue) => `${issue.path.join(".") || "mapping"}: ${issue.message}`).join("; "));
}

const DATE_COLUMNS: readonly string[] = ["date_from", "date_to"];

/** "05/06/2016" in the order that the mapping declares; anything else is left for the reader of cells to judge. */
function isoOf(written: string, order: Mapping["dates"]): string {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written);
  if (match === null || order === "iso") return written;
  const [one, two, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [day, month] = order === "day-first" ? [one, two] : [two, one];
  return isRealDay(year, month, day) ? isoDay(year, month, day) : written;
}

const columnOf = (source: Source): string | null =>
  typeof source === "string" ? source : "column" in source ? source.column : null;

/** A value that the mapping does not list is kept: for a class it is then a class of its own, seen in the preview. */
function mappedValue(target: string, source: Source, raw: Readonly<Record<string, string>>, mapping: Mapping): string {
  if (typeof source !== "string" && "value" in source) return source.value;
  const written = unguarded((raw[columnOf(source) ?? ""] ?? "").trim());
  if (mapping.blanks.includes(written)) return "";
  const renamed = typeof source === "string" ? written : (source.values?.[written] ?? written);
  return DATE_COLUMNS.includes(target) ? isoOf(renamed, mapping.dates) : renamed;
}

/** The problem of a cell under the name that its column has in the user's file. */
function inTheirWords(found: Problem, mapping: Mapping): Problem {
  if (found.code !== "record-cell-bad") return found;
  const target = RECORD_COLUMNS.find((column) => column === found.params.column);
  const source = target === undefined ? undefined : mapping.columns[target];
  const column = source === undefined ? null : columnOf(source);
  return column === null ? found : problem("record-cell-bad", { ...found.params, column }, found.severity);
}

/**
 * Any table through a mapping. Every source column is kept in `raw`; bad rows are set aside and told.
 * @param limit read no more rows than this: 20 for a preview
 */
export function importMapped(
  csvText: string,
  file: string,
  mapping: Mapping,
  limit = Number.POSITIVE_INFINITY,
): {
  readonly rows: readonly ImportedRow[];
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
} {
  const { rows: lines, openQuote } = parseCsv(csvText);
  const columns = (lines[0]?.cells ?? []).map((name) => name.trim());
  const targets = Object.entries(mapping.columns);
  const absent = targets
    .map(([, source]) => columnOf(source))
    .filter((name) => name !== null && !columns.includes(name));
  if (absent.length > 0) {
    const listed = columns.join(", ").slice(0, 300);
    const problems = absent.map((column) =>
      problem("record-column-missing", { file, column: column ?? "", columns: listed }),
    );
    return { rows: [], columns, problems };
  }
  const problems: Problem[] =
    openQuote === null ? [] : [problem("csv-quote-open", { file, line: openQuote }, "warning")];
  const body = lines.slice(1, openQuote === null ? undefined : -1).slice(0, limit);
  const rows = body.flatMap(({ line, cells }): ImportedRow[] => {
    if (cells.length !== columns.length) {
      problems.push(
        problem("record-row-short", { file, line, cells: cells.length, columns: columns.length }, "warning"),
      );
      return [];
    }
    const raw = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
    const mapped = new Map(targets.map(([target, source]) => [target, mappedValue(target, source, raw, mapping)]));
    try {
      return [{ line, raw, flags: [], row: recordRowOf(cellsOf({ line, ordinal: 0, cells: mapped }, file)) }];
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      problems.push(inTheirWords(error.problem, mapping));
      return [];
    }
  });
  return { rows, columns, problems };
}
