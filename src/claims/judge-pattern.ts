import type { RecordRow } from "../record/index.ts";
import { dayNumber } from "../record/index.ts";
import type { Check } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { inWindow, rowIsIn } from "./document-scope.ts";
import { isViolent } from "./subject.ts";

export type PatternCheck = Extract<Check, { type: "coincidence" }>;

/** A row of the kind the claim speaks of, and whether it goes as the claim says; null: the row does not tell. */
export interface JudgedUnit {
  readonly row: RecordRow;
  readonly goes: boolean | null;
}

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

const surely = (count: RecordRow["killed"]): boolean => (count?.min ?? 0) > 0;
const surelyNone = (count: RecordRow["killed"]): boolean => count !== null && count.max === 0;

/** Deadly: somebody died. Violent: a violent class, or somebody was hurt. An empty cell tells neither yes nor no. */
function hasOutcome(row: RecordRow, outcome: "violent" | "deadly"): boolean | null {
  if (surely(row.killed)) return true;
  if (outcome === "deadly") return surelyNone(row.killed) ? false : null;
  if (isViolent(row.class) || surely(row.injured)) return true;
  return surelyNone(row.killed) && (row.injured === null || surelyNone(row.injured)) ? false : null;
}

/** Where a row lies, for "near one another": its first-level division. */
export const divisionOf = (row: RecordRow): string => `${row.country ?? ""}/${(row.admin1 ?? "").toLowerCase()}`;

/** Days from a unit to its companion: "after" looks back from the unit. */
export function lagOf(check: PatternCheck, days: number = check.days): { from: number; to: number } {
  if (check.order === "after") return { from: -days, to: 0 };
  return check.order === "before" ? { from: 0, to: days } : { from: -days, to: days };
}

export const companionsOf = (context: CheckContext, check: PatternCheck): readonly RecordRow[] => {
  const told = check.with;
  return told === null || "outcome" in told
    ? []
    : context.record.rows.filter((row) => told.classes.classes.has(row.class));
};

function isMet(check: PatternCheck, row: RecordRow, companions: readonly RecordRow[], days: number): boolean {
  const lag = lagOf(check, days);
  return companions.some((other) => {
    if (other.id === row.id || divisionOf(other) !== divisionOf(row)) return false;
    const distance = dayNumber(other.from) - dayNumber(row.from);
    return distance >= lag.from && distance <= lag.to;
  });
}

/** Does each unit go with what the claim says, within so many days? */
export function judgedUnits(
  context: CheckContext,
  check: PatternCheck,
  days: number = check.days,
): readonly JudgedUnit[] {
  const units = unitsOf(context, check);
  const told = check.with;
  if (told === null) return units.map((row) => ({ row, goes: null }));
  if ("outcome" in told) return units.map((row) => ({ row, goes: hasOutcome(row, told.outcome) }));
  const companions = companionsOf(context, check);
  return units.map((row) => ({ row, goes: isMet(check, row, companions, days) }));
}
