import type { RecordRow } from "../record/index.ts";
import type { Comparison } from "./compare.ts";

export interface RowMatch {
  readonly row: RecordRow;
  readonly comparison: Comparison;
}

/** Everything of a record that bears on one event: the rows that are the same event, best first, and those that are near. */
export interface RecordLink {
  readonly same: readonly RowMatch[];
  readonly near: readonly RowMatch[];
}

/** Best first; ties by row id, so that the order of the record does not matter. */
const byScore = (a: RowMatch, b: RowMatch): number =>
  b.comparison.score - a.comparison.score || (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0);

export function rankMatches(matches: readonly RowMatch[]): RecordLink {
  const of = (relation: Comparison["relation"]): RowMatch[] =>
    matches.filter((match) => match.comparison.relation === relation).sort(byScore);
  return { same: of("same"), near: of("near") };
}
