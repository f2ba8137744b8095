import type { RecordRow } from "../record/index.ts";
import { dayNumber } from "../record/index.ts";
import type { Check, Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { inWindow, rowIsIn } from "./document-scope.ts";
import { plainReason, reason } from "./reason.ts";
import { isViolent } from "./subject.ts";

export type PatternCheck = Extract<Check, { type: "coincidence" }>;

const bare = (verdict: Finding["verdict"], why: Finding["reason"], answer: Finding["answer"] = {}): Finding => ({
  verdict,
  rows: [],
  answer,
  reason: why,
  alternatives: [],
});

const singular = (word: string): string => word.toLowerCase().replace(/(?:es|s)$/, "");
const speaksOf = (row: RecordRow, topics: readonly string[]): boolean => {
  const words = `${row.description} ${row.target ?? ""}`.toLowerCase();
  return topics.length === 0 || topics.some((topic) => words.includes(singular(topic)));
};

const unitsOf = (context: CheckContext, check: PatternCheck): readonly RecordRow[] =>
  context.record.rows.filter(
    (row) =>
      check.units.classes.has(row.class) &&
      inWindow(row, check.scope.window) &&
      speaksOf(row, check.about) &&
      (check.months.length === 0 || check.months.includes(Number(row.from.slice(5, 7)))) &&
      (check.scope.places.length === 0 || check.scope.places.some((place) => rowIsIn(context, row, place))),
  );

/** true, false, or null where the row does not say. */
function hasOutcome(row: RecordRow, outcome: "violent" | "deadly"): boolean | null {
  const known = [row.killed, row.injured].filter((count) => count !== null);
  if ((row.killed?.min ?? 0) > 0) return true;
  if (outcome === "violent" && (isViolent(row.class) || (row.injured?.min ?? 0) > 0)) return true;
  if (row.killed === null || known.some((count) => (count.max ?? 1) > 0 && (count.min ?? 0) === 0)) return null;
  return outcome === "deadly" ? row.killed.max === 0 : known.every((count) => count.max === 0) ? false : null;
}

/** For a deadly outcome a row with no dead is a plain no. */
const outcomeOf = (row: RecordRow, outcome: "violent" | "deadly"): boolean | null => {
  const said = hasOutcome(row, outcome);
  return outcome === "deadly" && row.killed?.max === 0 ? false : said;
};

/** Is there a companion within the window of days on the asked side, in the same first-level division? */
function hasCompanion(
  context: CheckContext,
  check: PatternCheck,
  row: RecordRow,
  companions: readonly RecordRow[],
): boolean {
  return companions.some((other) => {
    if (other.id === row.id || other.country !== row.country) return false;
    if (other.admin1 !== null && row.admin1 !== null && !context.linker.samePlaceName(other.admin1, row.admin1))
      return false;
    const lag = dayNumber(row.from) - dayNumber(other.from);
    if (check.order === "after") return lag >= 0 && lag <= check.days;
    if (check.order === "before") return lag <= 0 && lag >= -check.days;
    return Math.abs(lag) <= check.days;
  });
}

const CITED = 5;

/** Does each unit go with what the claim says? null: the row does not tell. */
export function judgedUnits(
  context: CheckContext,
  check: PatternCheck,
): readonly { row: RecordRow; goes: boolean | null }[] {
  const units = unitsOf(context, check);
  const told = check.with;
  if (told === null) return units.map((row) => ({ row, goes: null }));
  if ("outcome" in told) return units.map((row) => ({ row, goes: outcomeOf(row, told.outcome) }));
  const companions = context.record.rows.filter((row) => told.classes.classes.has(row.class));
  return units.map((row) => ({ row, goes: hasCompanion(context, check, row, companions) }));
}

export function judgePattern(
  context: CheckContext,
  check: PatternCheck,
  test: (units: number, together: number) => { p: number; expected: number },
): Finding {
  const judged = judgedUnits(context, check).filter(({ goes }) => goes !== null);
  const together = judged.filter(({ goes }) => goes === true);
  const answer = { units: judged.length, together: together.length };
  if (context.coverage.kind === "convenience") {
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), answer);
  }
  if (check.with === null) return bare("untestable", plainReason("indicator-not-in-record"), answer);
  const against = check.quantifier === "never" ? together : judged.filter(({ goes }) => goes === false);
  if (check.quantifier !== "usually" && against.length > 0) {
    const ids = against.slice(0, CITED).map(({ row }) => row.id);
    const rows = ids.map((id) => ({ id, why: "disagrees" as const }));
    return {
      verdict: "contradicted",
      rows,
      answer,
      reason: reason("counterexample-found", { rows: ids.join(", ") }),
      alternatives: [],
    };
  }
  if (judged.length < 5)
    return bare("untestable", reason("too-few-units", { units: `${judged.length} events` }), answer);
  const { p, expected } = test(judged.length, together.length);
  const says = { together: together.length, units: judged.length, expected: expected.toFixed(1), p: p.toPrecision(2) };
  const full = { ...answer, expected, p };
  const holds = check.quantifier !== "usually" || (together.length * 2 > judged.length && p < 0.05);
  return holds
    ? bare("supported", reason("coincidence-holds", says), full)
    : bare("contradicted", reason("coincidence-differs", says), full);
}
