import type { Measured } from "../score.ts";

const number = (value: number | null, row: Measured): string =>
  value === null ? "-" : row.count ? String(value) : value.toFixed(1);

const met = (row: Measured): string => {
  if (row.bar === null || row.value === null) return "";
  return (row.lower ? row.value <= row.bar : row.value >= row.bar) ? "met" : "short";
};

const HEADER = ["corpus", "metric", "value", "floor", "others reach", "bar", ""];

const cells = (row: Measured): readonly string[] => [
  row.corpus,
  row.metric,
  number(row.value, row),
  number(row.floor, row),
  row.anchor,
  row.bar === null ? "-" : String(row.bar),
  met(row),
];

/** The table for a terminal. */
export function scoreTable(rows: readonly Measured[]): string {
  const all = [HEADER, ...rows.map(cells)];
  const widths = HEADER.map((_, i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  return `${all
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")}\n`;
}

/** docs/accuracy.md: the same figures with how to read them. */
export function accuracyPage(rows: readonly Measured[]): string {
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [
    "# Accuracy",
    "",
    "Written by `npm run score` (do not edit). Measured on development data that lies beside the checkout and is not part of",
    "the project; hidden data of the same kinds may give other figures. Percent, unless a count. *floor*: a simple method",
    "under the same scorer; *others reach*: the best published or measured figure that we know; *bar*: what our issues ask for.",
    "",
    line(HEADER.map((cell) => cell || "bar met")),
    line(HEADER.map(() => "---")),
    ...rows.map((row) => line(cells(row))),
    "",
  ].join("\n");
}
