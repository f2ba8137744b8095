import { csvLine } from "../csv.ts";
import type { ImportedDataset } from "./imported.ts";

/** A cell as it came: the file was the publisher's own, so nothing is added to it, not even a guard against formulas. */
const asWritten = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * An imported dataset in its own layout again, every source column as it was. GDELT lines keep their own width.
 * Rows that could not be read at import are not in it: they were told then.
 */
export function* writeDataset(dataset: ImportedDataset): Generator<string> {
  if (dataset.layout === "gdelt") {
    for (const { raw } of dataset.rows) yield `${Object.values(raw).join("\t")}\n`;
    return;
  }
  yield csvLine(dataset.columns);
  for (const { raw } of dataset.rows)
    yield `${dataset.columns.map((column) => asWritten(raw[column] ?? "")).join(",")}\r\n`;
}
