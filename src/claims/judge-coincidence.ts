import type { RecordRow } from "../record/index.ts";
import { dayNumber } from "../record/index.ts";
import type { Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { fisherUpper } from "./exact-tests.ts";
import type { PatternCheck } from "./judge-pattern.ts";
import { judgedUnits, judgePattern } from "./judge-pattern.ts";

/** Days of the record's window that lie within the asked lag of a companion row, by division; the rest is the contrast. */
function exposedShare(
  context: CheckContext,
  check: PatternCheck,
  companions: readonly RecordRow[],
  units: readonly RecordRow[],
): { exposed: number; all: number } {
  const { card } = context.record;
  const days = context.record.rows.flatMap((row) => [dayNumber(row.from), dayNumber(row.to)]);
  const first = card === null ? Math.min(...days) : dayNumber(card.from);
  const last = card === null ? Math.max(...days) : dayNumber(card.to);
  const divisions = new Set(units.map((row) => `${row.country}/${row.admin1}`));
  const [back, ahead] =
    check.order === "after" ? [0, check.days] : check.order === "before" ? [check.days, 0] : [check.days, check.days];
  const exposed = new Set<string>();
  for (const row of companions) {
    const division = `${row.country}/${row.admin1}`;
    if (!divisions.has(division)) continue;
    const day = dayNumber(row.from);
    for (let d = Math.max(first, day - back); d <= Math.min(last, day + ahead); d++) exposed.add(`${division}/${d}`);
  }
  return { exposed: exposed.size, all: divisions.size * (last - first + 1) };
}

/** Fisher's exact test over days: days with a unit against days that a companion row covers. */
export function judgeCoincidence(context: CheckContext, check: PatternCheck): Finding {
  const told = check.with;
  const companions =
    told !== null && "classes" in told ? context.record.rows.filter((row) => told.classes.classes.has(row.class)) : [];
  const units = judgedUnits(context, check).map(({ row }) => row);
  const { exposed, all } = exposedShare(context, check, companions, units);
  return judgePattern(context, check, (count, together) => ({
    expected: all === 0 ? 0 : (count * exposed) / all,
    p: fisherUpper(
      together,
      count - together,
      Math.max(0, exposed - together),
      Math.max(0, all - exposed - (count - together)),
    ),
  }));
}
