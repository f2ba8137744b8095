import type { BenchRow } from "./bench-row.ts";

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toPrecision(3).replace(/\.?0+$/, "");

const ratio = (row: BenchRow): number | null => (row.peer === undefined ? null : row.value / row.peer.value);

function verdict(row: BenchRow): string {
  if (row.bar === undefined) return "";
  const value = row.bar.of === "value" ? row.value : ratio(row);
  if (value === null) throw new Error(`${row.what}: a bar on a ratio needs a peer`);
  return (row.bar.atMost ? value <= row.bar.at : value >= row.bar.at) ? "met" : "short";
}

function barOf({ bar }: BenchRow): string {
  if (bar === undefined) return "";
  return `${bar.atMost ? "≤" : "≥"} ${figure(bar.at)}${bar.of === "ratio" ? " ×" : ""}`;
}

const HEADER = ["what", "ours", "unit", "peer", "peer's", "ratio", "bar", ""];

const cells = (row: BenchRow): readonly string[] => {
  const times = ratio(row);
  return [
    row.what,
    figure(row.value),
    row.unit,
    row.peer?.name ?? "",
    row.peer === undefined ? "" : figure(row.peer.value),
    times === null ? "" : `${figure(times)} ×`,
    barOf(row),
    verdict(row),
  ];
};

/** For a terminal. */
export function resultsTable(rows: readonly BenchRow[]): string {
  const all = [HEADER, ...rows.map(cells)];
  const widths = HEADER.map((_, i) => Math.max(...all.map((line) => line[i]!.length)));
  const print = (line: readonly string[]): string =>
    line
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  return `${all.map(print).join("\n")}\n`;
}

/** bench/RESULTS.md */
export function resultsPage(
  machine: string,
  results: readonly { readonly title: string; readonly rows: readonly BenchRow[] }[],
): string {
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const table = (rows: readonly BenchRow[]): string =>
    [line(HEADER), line(HEADER.map(() => "---")), ...rows.map((row) => line(cells(row)))].join("\n");
  return [
    "# Speed",
    "",
    "Written by `npm run bench`; do not edit. Each ratio is of two figures measured in the same run. Rates are units of work a",
    "second of CPU time, the best of three stretches; start-up and memory are the middle of five fresh processes.",
    "",
    `Machine: ${machine}.`,
    ...results.flatMap(({ title, rows }) => ["", `## ${title}`, "", table(rows)]),
    "",
  ].join("\n");
}
