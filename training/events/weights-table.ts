/** A table of weights in hundredths, features without any left out: what `parseWeights` reads. */
export function weightsTable(
  features: readonly string[],
  columns: readonly { readonly label: string; readonly weights: Float64Array }[],
): string {
  const rows = features.flatMap((feature, i) => {
    const cells = columns.map(({ weights }) => Math.round((weights[i] ?? 0) * 100));
    return cells.every((cell) => cell === 0) ? [] : [[feature, ...cells.map((cell) => (cell === 0 ? "" : cell))]];
  });
  return [["feature", ...columns.map(({ label }) => label)], ...rows].map((row) => `${row.join("\t")}\n`).join("");
}
