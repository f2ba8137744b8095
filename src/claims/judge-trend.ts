import { compareRates, poissonTrend } from "../patterns/index.ts";
import type { DayInterval, RecordRow } from "../record/index.ts";
import { addDays, dayNumber } from "../record/index.ts";
import type { Check, Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { inWindow } from "./document-scope.ts";
import { reason } from "./reason.ts";

type TrendCheck = Extract<Check, { type: "trend" }>;

interface Change {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly inWords: string;
  /** One-sided, for the direction claimed; null where nothing can be said. */
  readonly p: number | null;
}

const bare = (verdict: Finding["verdict"], why: Finding["reason"], answer: Finding["answer"]): Finding => ({
  verdict,
  rows: [],
  answer,
  reason: why,
  alternatives: [],
});

const daysOf = (window: DayInterval): number => dayNumber(window.to) - dayNumber(window.from) + 1;

/** Before and after a named day: two rates compared exactly. */
function acrossSplit(check: TrendCheck, rows: readonly RecordRow[], window: DayInterval, split: string): Change {
  const before = rows.filter((row) => row.from <= split).length;
  const after = rows.length - before;
  const answer = { before, after };
  const inWords = `${before} up to ${split}, ${after} after it`;
  if (split < window.from || split >= window.to) return { answer, inWords, p: null };
  const { p } = compareRates(
    { count: after, exposure: daysOf({ from: addDays(split, 1), to: window.to }) },
    { count: before, exposure: daysOf({ from: window.from, to: split }) },
  );
  const sided = check.direction === "up" ? p.greater : p.less;
  return { answer: { ...answer, p: sided }, inWords, p: sided };
}

/** Year by year: a log-linear Poisson trend over whole years, widened for bursts. */
function overYears(check: TrendCheck, rows: readonly RecordRow[], window: DayInterval): Change {
  const [first, last] = [Number(window.from.slice(0, 4)), Number(window.to.slice(0, 4))];
  const counts = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => rows.filter((row) => Number(row.from.slice(0, 4)) === first + i).length,
  );
  const answer = Object.fromEntries(counts.map((count, i) => [String(first + i), count]));
  const inWords = counts.map((count, i) => `${count} in ${first + i}`).join(", ");
  const trend = poissonTrend(counts);
  if (trend === null) return { answer, inWords, p: null };
  const asClaimed = check.direction === "up" ? trend.slope > 0 : trend.slope < 0;
  const p = asClaimed ? trend.p.quasi / 2 : 1 - trend.p.quasi / 2;
  return { answer: { ...answer, ratePerYear: trend.ratePerPeriod, p }, inWords, p };
}

const FEWEST = 5;

/** Rule 9: the direction, and p < 0.05. */
export function judgeTrend(context: CheckContext, check: TrendCheck): Finding {
  const { card } = context.record;
  const covered = card === null ? null : { from: card.from, to: card.to };
  const window = check.scope.window ?? covered;
  const rows = context.record.rows.filter((row) => check.classes.includes(row.class) && inWindow(row, window));
  if (context.coverage.kind === "convenience" || window === null) {
    const described = window === null ? { events: rows.length } : overYears(check, rows, window).answer;
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), described);
  }
  const change = check.split === null ? overYears(check, rows, window) : acrossSplit(check, rows, window, check.split);
  if (rows.length < FEWEST || change.p === null) {
    return bare("untestable", reason("too-few-units", { units: `${rows.length} events` }), change.answer);
  }
  const says = { change: change.inWords, p: change.p.toPrecision(2) };
  return change.p < 0.05
    ? bare("supported", reason("trend-holds", says), change.answer)
    : bare("contradicted", reason("trend-differs", says), change.answer);
}
