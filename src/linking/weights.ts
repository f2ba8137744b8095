import { parseTable } from "../record/index.ts";

/** Weight of each level, by "field: level", and the two bands. */
export interface Weights {
  weight(field: string, level: string): number;
  readonly joined: number;
  readonly proposed: number;
}

/**
 * Reads `tables/link-weights.tsv`.
 * @throws Error on a level that the table lacks, or a weight that is no number: the table is our own, so that is a bug.
 */
export function parseWeights(tsv: string): Weights {
  const byLevel = new Map<string, number>();
  for (const { cells, line } of parseTable("link-weights.tsv", tsv).rows) {
    const weight = Number(cells.weight);
    if (cells.weight === "" || Number.isNaN(weight)) throw new Error(`link-weights.tsv:${line}: no weight`);
    byLevel.set(`${cells.field}: ${cells.level}`, weight);
  }
  const weight = (field: string, level: string): number => {
    const found = byLevel.get(`${field}: ${level}`);
    if (found === undefined) throw new Error(`link-weights.tsv has no row for ${field}: ${level}`);
    return found;
  };
  return { weight, joined: weight("band", "joined"), proposed: weight("band", "proposed") };
}
