import { binomialTail, coincidence, seeded } from "../patterns/index.ts";
import type { RecordRow } from "../record/index.ts";
import { dayNumber } from "../record/index.ts";
import type { Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import type { JudgedUnit, PatternCheck } from "./judge-pattern.ts";
import { companionsOf, divisionOf, judgedUnits, lagOf } from "./judge-pattern.ts";
import { plainReason, reason } from "./reason.ts";

const bare = (verdict: Finding["verdict"], why: Finding["reason"], answer: Finding["answer"]): Finding => ({
  verdict,
  rows: [],
  answer,
  reason: why,
  alternatives: [],
});

const PERMUTATIONS = 999;
const SEED = 1;
const WINDOWS: readonly number[] = [3, 7, 14, 30];
const FEWEST = 5;
const CITED = 5;

interface Tested {
  readonly p: number;
  readonly expected: number;
}

const happening = (row: RecordRow): { day: number; place: string } => ({
  day: dayNumber(row.from),
  place: divisionOf(row),
});

/** Against what chance gives: the companions' own rhythm, shifted; for an outcome, a share of one half. */
function tested(context: CheckContext, check: PatternCheck, units: readonly JudgedUnit[], days: number): Tested {
  const together = units.filter(({ goes }) => goes === true).length;
  const half = { p: binomialTail(together, units.length, 0.5, "upper"), expected: units.length / 2 };
  const companions = companionsOf(context, check);
  if (check.with === null || "outcome" in check.with || companions.length === 0) return half;
  const all = context.record.rows.flatMap((row) => [dayNumber(row.from), dayNumber(row.to)]);
  const { card } = context.record;
  const window = {
    from: card === null ? Math.min(...all) : dayNumber(card.from),
    to: card === null ? Math.max(...all) : dayNumber(card.to),
  };
  const found = coincidence(
    units.map(({ row }) => happening(row)),
    companions.map(happening),
    { window, lag: lagOf(check, days), permutations: PERMUTATIONS, rng: seeded(SEED) },
  );
  return found === null ? half : { p: found.pMore, expected: found.expected };
}

const known = (units: readonly JudgedUnit[]): readonly JudgedUnit[] => units.filter(({ goes }) => goes !== null);

/** "usually": in more than half of the units, and more than chance explains. */
const usuallyHolds = (units: readonly JudgedUnit[], p: number): boolean =>
  units.filter(({ goes }) => goes === true).length * 2 > units.length && p < 0.05;

/** What other windows would say, where the claim names none. */
function otherWindows(context: CheckContext, check: PatternCheck): Finding["alternatives"] {
  if (check.with === null || "outcome" in check.with) return [];
  return WINDOWS.filter((days) => days !== check.days).map((days) => {
    const units = known(judgedUnits(context, check, days));
    const holds = usuallyHolds(units, tested(context, check, units, days).p);
    return { assumption: `within ${days} days`, verdict: holds ? "supported" : "contradicted" };
  });
}

/** Rule 9. One row against is enough against "always" and "never", however few the units. */
export function judgeCoincidence(context: CheckContext, check: PatternCheck): Finding {
  const units = known(judgedUnits(context, check));
  const together = units.filter(({ goes }) => goes === true);
  const answer = { units: units.length, together: together.length };
  if (context.coverage.kind === "convenience") {
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), answer);
  }
  if (check.with === null) return bare("untestable", plainReason("indicator-not-in-record"), answer);
  const against = check.quantifier === "never" ? together : units.filter(({ goes }) => goes === false);
  if (check.quantifier !== "usually" && against.length > 0) {
    const ids = against.slice(0, CITED).map(({ row }) => row.id);
    const rows = ids.map((id) => ({ id, why: "disagrees" as const }));
    const why = reason("counterexample-found", { rows: ids.join(", ") });
    return {
      verdict: "contradicted",
      rows,
      answer: { ...answer, against: against.length },
      reason: why,
      alternatives: [],
    };
  }
  if (units.length < FEWEST)
    return bare("untestable", reason("too-few-units", { units: `${units.length} events` }), answer);
  const { p, expected } = tested(context, check, units, check.days);
  const says = { ...answer, expected: expected.toFixed(1), p: p.toPrecision(2) };
  const full = { ...answer, expected, p, days: check.days, permutations: PERMUTATIONS, seed: SEED };
  const holds = check.quantifier !== "usually" || usuallyHolds(units, p);
  return {
    ...(holds
      ? bare("supported", reason("coincidence-holds", says), full)
      : bare("contradicted", reason("coincidence-differs", says), full)),
    alternatives: check.quantifier === "usually" ? otherWindows(context, check) : [],
  };
}
