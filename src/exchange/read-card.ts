import { type CoverageCard, coverageCardSchema, type IndicatorRow, type Problem, problem } from "../record/index.ts";
import { parseCsv } from "./csv.ts";

/** Reads a coverage card (CARD.json, docs/record.md). */
export function readCard(json: string, file: string): { card: CoverageCard | null; problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { card: null, problems: [problem("card-bad", { file, detail: error instanceof Error ? error.message : "not JSON" })] };
  }
  const read = coverageCardSchema.safeParse(value);
  if (read.success) return { card: read.data, problems: [] };
  const detail = read.error.issues.map((issue) => `${issue.path.join(".") || "the card"}: ${issue.message}`).join("; ");
  return { card: null, problems: [problem("card-bad", { file, detail })] };
}

const INDICATOR_COLUMNS = ["name", "value", "unit", "place", "from", "to", "source"] as const;

/** Reads indicators (IND.csv, docs/record.md); the n-th data line has the id `ind:n`. */
export function readIndicators(
  csv: string,
  file: string,
): { indicators: readonly IndicatorRow[]; problems: readonly Problem[] } {
  const [header, ...records] = parseCsv(csv);
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const missing = INDICATOR_COLUMNS.find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return { indicators: [], problems: [problem("record-column-missing", { file, column: missing, columns: columns.join(", ") || "none" })] };
  }
  const problems: Problem[] = [];
  const indicators = records.flatMap(({ line, cells }, i) => {
    const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? "";
    const value = cell("value") === "" ? null : Number(cell("value"));
    if (value !== null && !Number.isFinite(value)) {
      const fault = { file, line, column: "value", value: cell("value"), expected: "a number" };
      problems.push(problem("record-cell-bad", fault, "warning"));
      return [];
    }
    const [name, unit, place, from, to, source] = [cell("name"), cell("unit"), cell("place"), cell("from"), cell("to"), cell("source")];
    return [{ id: `ind:${i + 1}`, name, value, unit, place, from, to, source }];
  });
  return { indicators, problems };
}
