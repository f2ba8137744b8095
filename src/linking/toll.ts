import type { Count, RecordRow } from "../record/index.ts";

/** Do two ranges share a value? `null` ends are open. */
export const rangesMeet = (a: Count, b: Count): boolean =>
  (a.min ?? 0) <= (b.max ?? Number.POSITIVE_INFINITY) && (b.min ?? 0) <= (a.max ?? Number.POSITIVE_INFINITY);

export type TollAgreement =
  | { readonly is: "agrees"; readonly recorded: Count }
  | { readonly is: "differs"; readonly recorded: Count }
  /** With the attackers counted the answer is another than without them. */
  | { readonly is: "depends-on-attackers"; readonly recorded: Count; readonly without: Count }
  | { readonly is: "not-recorded" };

const less = (count: Count, attackers: number): Count => ({
  min: count.min === null ? null : Math.max(0, count.min - attackers),
  max: count.max === null ? null : Math.max(0, count.max - attackers),
});

/** Rule 7 of the verdicts. A row's killed counts everybody; its attackers, where known, are tried in and out. */
export function compareToll(claimed: Count, row: RecordRow, measure: "killed" | "injured"): TollAgreement {
  const recorded = row[measure];
  if (recorded === null || (recorded.min === null && recorded.max === null)) return { is: "not-recorded" };
  const meets = rangesMeet(claimed, recorded);
  if (measure === "killed" && row.killedAttackers !== null && row.killedAttackers > 0) {
    const without = less(recorded, row.killedAttackers);
    if (rangesMeet(claimed, without) !== meets) return { is: "depends-on-attackers", recorded, without };
  }
  return { is: meets ? "agrees" : "differs", recorded };
}
