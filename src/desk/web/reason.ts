import { sayRow } from "./say.ts";
import type { ShownSheet } from "./shown-sheet.ts";

/** The reason of a verdict (`number` is 1-based) with each row's id put as "Bombing, Jos, 5 June 2016". */
export function reasonInWords({ sheet, rows }: ShownSheet, number: number): string {
  const cited = sheet.ledger[number - 1]?.so.rows ?? [];
  // Longest first: an id may be the beginning of another.
  return [...cited]
    .sort((a, b) => b.id.length - a.id.length)
    .reduce(
      (words, { id }) => {
        const row = rows.get(id);
        return row === undefined ? words : words.split(id).join(sayRow(row));
      },
      sheet.reasons[number - 1] ?? "",
    );
}
