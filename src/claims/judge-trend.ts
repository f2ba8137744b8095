import { addDays, dayNumber } from "../record/index.ts";
import type { Check, Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { inWindow } from "./document-scope.ts";
import { binomialTail } from "./exact-tests.ts";
import { plainReason, reason } from "./reason.ts";

type TrendCheck = Extract<Check, { type: "trend" }>;

const bare = (verdict: Finding["verdict"], why: Finding["reason"], answer: Finding["answer"]): Finding => ({
  verdict,
  rows: [],
  answer,
  reason: why,
  alternatives: [],
});

const days = (from: string, to: string): number => dayNumber(to) - dayNumber(from) + 1;

/** Events before and after a day, against what the lengths of the two periods would give (exact binomial, one-sided). */
export function judgeTrend(context: CheckContext, check: TrendCheck): Finding {
  const { card } = context.record;
  const window = check.scope.window ?? (card === null ? null : { from: card.from, to: card.to });
  const rows = context.record.rows.filter((row) => check.classes.includes(row.class) && inWindow(row, window));
  if (window === null)
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), { events: rows.length });
  const middle = addDays(window.from, Math.floor(days(window.from, window.to) / 2) - 1);
  const split = check.split ?? middle;
  const before = rows.filter((row) => row.from <= split).length;
  const after = rows.length - before;
  if (context.coverage.kind === "convenience") {
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), { before, after });
  }
  if (split <= window.from || split >= window.to)
    return bare("untestable", plainReason("no-date-or-place"), { before, after });
  if (rows.length < 5)
    return bare("untestable", reason("too-few-units", { units: `${rows.length} events` }), { before, after });
  const share = days(addDays(split, 1), window.to) / days(window.from, window.to);
  const p =
    check.direction === "up"
      ? binomialTail(after, rows.length, share, "upper")
      : binomialTail(after, rows.length, share, "lower");
  const answer = { before, after, p };
  const says = { change: `${before} up to ${split}, ${after} after it`, p: p.toPrecision(2) };
  return p < 0.05
    ? bare("supported", reason("trend-holds", says), answer)
    : bare("contradicted", reason("trend-differs", says), answer);
}
