import type { EventLike, RecordLink, RowMatch } from "../linking/index.ts";
import type { RecordRow } from "../record/index.ts";
import type { CheckContext } from "./check-context.ts";

/** The row that is the claimed event, or why there is none. `differs`: what the row says otherwise, though it is the event. */
export interface Matched {
  readonly row: RecordRow;
  readonly differs: "date" | "place" | null;
  /** Other rows looked at: not the same. */
  readonly near: readonly string[];
}

/** Two words in common beside the class make a row with another date or place the same event; one may be chance. */
const tellsApart = (match: RowMatch): boolean => match.comparison.shared.length >= 2;

const differs = (match: RowMatch): Matched["differs"] =>
  match.comparison.date === "differs" ? "date" : match.comparison.place === "differs" ? "place" : null;

/** A day that differs by months is rather another event of the kind, unless a name or many words tie the two. */
const notTooFar = (match: RowMatch): boolean =>
  match.comparison.reasons.every((reason) => reason.level !== "further apart") || match.comparison.shared.length >= 4;

const NEAR_SHOWN = 3;

export function matchIn(link: RecordLink, excluded: ReadonlySet<string> = new Set()): Matched | null {
  const same = link.same.filter((match) => !excluded.has(match.row.id));
  const full = same.find((match) => differs(match) === null);
  const best = full ?? same.find((match) => tellsApart(match) && notTooFar(match));
  if (best === undefined) return null;
  const near = nearIds(link).filter((id) => id !== best.row.id);
  return { row: best.row, differs: differs(best), near };
}

export const nearIds = (link: RecordLink): readonly string[] =>
  [...link.same, ...link.near].slice(0, NEAR_SHOWN).map((match) => match.row.id);

export const linkOf = (context: CheckContext, event: EventLike): RecordLink =>
  context.linker.linkToRecord([event], context.record.rows)[0]!;
