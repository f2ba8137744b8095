import { type Problem, problem } from "../../record/index.ts";
import { type CsvRow, csvReader, delimiterOf, parseCsv } from "../csv.ts";
import type { Crosswalk } from "./crosswalk.ts";
import { acledReader } from "./import-acled.ts";
import { countReports, GDELT_LAYOUTS, gdeltReader } from "./import-gdelt.ts";
import { GTD_BLANKS, gtdReader } from "./import-gtd.ts";
import { ICEWS_BLANKS, icewsReader } from "./import-icews.ts";
import { POLECAT_BLANKS, polecatReader } from "./import-polecat.ts";
import { ucdpReader } from "./import-ucdp.ts";
import type { ImportedDataset, ImportedRow, Layout } from "./imported.ts";
import { type Blanks, type RowReader, readRows } from "./read-rows.ts";

interface Headed {
  readonly layout: Layout;
  /** A file is of this layout if its header has all of these. */
  readonly marks: readonly string[];
  readonly blanks: Blanks;
  readonly reader: (crosswalk: Crosswalk) => RowReader;
}

const NO_BLANKS: Blanks = new Set();

const HEADED: readonly Headed[] = [
  {
    layout: "ucdp-ged",
    marks: ["id", "type_of_violence", "where_prec", "date_prec", "date_start", "date_end", "best"],
    blanks: NO_BLANKS,
    reader: ucdpReader,
  },
  {
    layout: "acled",
    marks: ["event_id_cnty", "event_date", "time_precision", "sub_event_type", "geo_precision", "fatalities"],
    blanks: NO_BLANKS,
    reader: acledReader,
  },
  {
    layout: "gtd",
    marks: ["eventid", "iyear", "imonth", "iday", "specificity", "attacktype1"],
    blanks: GTD_BLANKS,
    reader: gtdReader,
  },
  {
    layout: "icews",
    marks: ["event id", "event date", "cameo code", "source sectors", "target sectors", "story id"],
    blanks: ICEWS_BLANKS,
    reader: icewsReader,
  },
  {
    layout: "polecat",
    marks: ["event id", "event date", "event type", "event mode", "actor name", "publication date"],
    blanks: POLECAT_BLANKS,
    reader: polecatReader,
  },
];

const headedLayout = (header: readonly string[]): Headed | null => {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return HEADED.find(({ marks }) => marks.every((mark) => names.has(mark))) ?? null;
};

const isGdelt = (firstLine: string): boolean =>
  GDELT_LAYOUTS.has(firstLine.split("\t").length) && /^\d+\t\d{8}\t/.test(firstLine);

/** Which layout a file has, by its header or, without one, by its width; `null` if none of ours. */
export function layoutOf(text: string): Layout | null {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  if (isGdelt(first)) return "gdelt";
  const reader = csvReader(delimiterOf(text));
  const [header] = [...reader.push(`${first}\n`), ...reader.end()];
  return headedLayout(header?.cells ?? [])?.layout ?? null;
}

/**
 * One row an id: a monadic file repeats an event for each actor, and a living dataset's newer upload replaces the older.
 * The row with the newest `timestamp` stays, the first of equals.
 */
function onePerId(
  rows: readonly ImportedRow[],
  file: string,
): { rows: readonly ImportedRow[]; problems: readonly Problem[] } {
  const newest = new Map<string, ImportedRow>();
  const stamp = (row: ImportedRow): number => Number(row.raw.timestamp ?? 0);
  for (const row of rows) {
    const before = newest.get(row.row.id);
    if (before === undefined || stamp(row) > stamp(before)) newest.set(row.row.id, row);
  }
  const count = rows.length - newest.size;
  return {
    rows: [...newest.values()],
    problems: count === 0 ? [] : [problem("dataset-rows-repeated", { file, count }, "warning")],
  };
}

function importHeaded(text: string, file: string, kind: Headed, crosswalk: Crosswalk): ImportedDataset {
  const { rows, openQuote } = parseCsv(text);
  const columns = (rows[0]?.cells ?? []).map((name) => name.trim());
  const whole = rows.slice(1, openQuote === null ? undefined : -1);
  const read = readRows(whole, columns, file, kind.blanks, kind.reader(crosswalk));
  const kept = onePerId(read.rows, file);
  const open = openQuote === null ? [] : [problem("csv-quote-open", { file, line: openQuote }, "warning")];
  const problems = [...open, ...read.problems, ...kept.problems];
  return { layout: kind.layout, columns, rows: kept.rows, reports: null, problems };
}

/** Lines of a file without quoting, by width. */
function byWidth(text: string): Map<number, CsvRow[]> {
  const widths = new Map<number, CsvRow[]>();
  text.split(/\r?\n/).forEach((content, i) => {
    if (content === "") return;
    const cells = content.split("\t");
    const same = widths.get(cells.length);
    if (same === undefined) widths.set(cells.length, [{ line: i + 1, cells }]);
    else same.push({ line: i + 1, cells });
  });
  return widths;
}

function importGdelt(text: string, file: string, crosswalk: Crosswalk): ImportedDataset {
  const problems: Problem[] = [];
  const rows: ImportedRow[] = [];
  for (const [width, lines] of byWidth(text)) {
    const columns = GDELT_LAYOUTS.get(width);
    if (columns === undefined) {
      for (const { line } of lines) {
        problems.push(problem("record-row-short", { file, line, cells: width, columns: 61 }, "warning"));
      }
      continue;
    }
    const read = readRows(lines, columns, file, NO_BLANKS, gdeltReader(crosswalk));
    rows.push(...read.rows);
    problems.push(...read.problems);
  }
  rows.sort((a, b) => a.line - b.line);
  return { layout: "gdelt", columns: GDELT_LAYOUTS.get(61) ?? [], rows, reports: countReports(rows), problems };
}

/**
 * A reference dataset as its publisher gives it (UCDP GED, ACLED, GTD as CSV; ICEWS and POLECAT with tabs; GDELT
 * events 1.0 and 2.0), told by its
 * header or width. Every source column is kept in `raw`; a row with a cell that cannot be read is set aside and told.
 * Memory: the whole file's rows.
 */
export function importDataset(
  text: string,
  file: string,
  crosswalk: Crosswalk,
): { readonly dataset: ImportedDataset | null; readonly problems: readonly Problem[] } {
  if (text.trim() === "") return { dataset: null, problems: [problem("file-empty", { file })] };
  const layout = layoutOf(text);
  const kind = HEADED.find((headed) => headed.layout === layout);
  if (layout === null) return { dataset: null, problems: [problem("dataset-layout-unknown", { file })] };
  const dataset = kind === undefined ? importGdelt(text, file, crosswalk) : importHeaded(text, file, kind, crosswalk);
  return { dataset, problems: dataset.problems };
}
