import type { IndicatorRow, Problem } from "../record/index.ts";
import { BadCell, type Cells, cellsOf } from "./cell.ts";
import { readSheet } from "./sheet-rows.ts";

const REQUIRED = ["name", "value"] as const;

function indicatorOf(cells: Cells, id: string): IndicatorRow {
  const name = cells.text("name");
  if (name === null) throw cells.bad("name", "what is counted");
  const from = cells.days("from");
  const to = cells.days("to") ?? from;
  return {
    id,
    name,
    value: cells.number("value", -1e15, 1e15),
    unit: cells.text("unit") ?? "",
    place: cells.text("place") ?? "",
    from: from?.from ?? "",
    to: to?.to ?? "",
    source: cells.text("source") ?? "",
  };
}

/** IND.csv (docs/record.md). Ids count the data lines as they stand in the file, bad ones too: `ind:1`, `ind:2`, … */
export function readIndicators(csvText: string, file: string): { indicators: IndicatorRow[]; problems: Problem[] } {
  const sheet = readSheet(csvText, file, REQUIRED);
  const problems: Problem[] = [...sheet.problems];
  const indicators = sheet.rows.flatMap((row) => {
    try {
      return [indicatorOf(cellsOf(row, file), `ind:${row.ordinal}`)];
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      problems.push(error.problem);
      return [];
    }
  });
  return { indicators, problems };
}
