import { eventCoincidence } from "./event-coincidence.ts";
import { knox } from "./knox.ts";
import { knoxBivariate } from "./knox-bivariate.ts";
import { knoxLocal } from "./knox-local.ts";
import { nearRepeat } from "./near-repeat.ts";
import type { Metric, PatternEvent, PatternOptions, PatternResult } from "./pattern-result.ts";

/** Methods of `plumbline test METHOD`. */
export const PATTERN_METHODS = ["knox", "knox-bivariate", "knox-local", "near-repeat", "eca"] as const;
export type PatternMethod = (typeof PATTERN_METHODS)[number];

/** Values after `--set NAME=VALUE`, as text or as they stand in a golden case. */
export type PatternParameters = Readonly<Record<string, unknown>>;

/** What is wrong with a call: said, not thrown. */
export type PatternProblem =
  | { readonly code: "unknown-method"; readonly method: string; readonly known: readonly string[] }
  | { readonly code: "missing-parameter"; readonly method: string; readonly name: string; readonly example: string }
  | {
      readonly code: "bad-parameter";
      readonly method: string;
      readonly name: string;
      readonly value: string;
      readonly expected: string;
    }
  | {
      readonly code: "too-few-events";
      readonly method: string;
      readonly n: number;
      readonly given: number;
      readonly least: number;
    }
  | { readonly code: "no-such-type"; readonly method: string; readonly type: string; readonly known: readonly string[] }
  | { readonly code: "coordinates-swapped"; readonly method: string };

export type PatternAnswer =
  | { readonly ok: true; readonly value: PatternResult }
  | { readonly ok: false; readonly problem: PatternProblem };

const EXAMPLES: Readonly<Record<string, string>> = {
  eps_s: "5",
  eps_t: "14",
  delta: "5",
  tau: "0",
  lo: "0",
  hi: "7",
  A: "violence",
  B: "protest",
  span: "1,2000",
  delT: "3",
  space_breaks: "0,1,2,5,10",
  time_breaks: "0,8,15,31",
};

class BadCall extends Error {
  readonly problem: PatternProblem;
  constructor(problem: PatternProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Reads parameters of one call; each miss is a problem that names the parameter. */
function reader(method: string, given: PatternParameters) {
  const raw = (name: string, instead?: unknown): unknown => {
    const value = given[name] ?? instead;
    if (value === undefined)
      throw new BadCall({ code: "missing-parameter", method, name, example: `--set ${name}=${EXAMPLES[name] ?? "…"}` });
    return value;
  };
  const bad = (name: string, value: unknown, expected: string): never => {
    throw new BadCall({ code: "bad-parameter", method, name, value: String(value), expected });
  };
  const number = (name: string, instead?: unknown): number => {
    const value = raw(name, instead);
    const read = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
    return Number.isFinite(read) ? read : bad(name, value, "a number");
  };
  const numbers = (name: string, least: number): readonly number[] => {
    const value = raw(name);
    const read = (Array.isArray(value) ? value : String(value).split(",")).map(Number);
    return read.length < least || read.some(Number.isNaN)
      ? bad(name, value, `at least ${least} numbers with commas`)
      : read;
  };
  const rising = (name: string): readonly number[] => {
    const read = numbers(name, 2);
    return read.every((v, i) => i === 0 || v > read[i - 1]!) ? read : bad(name, read.join(","), "rising numbers");
  };
  const atLeastZero = (name: string, instead?: unknown): number => {
    const read = number(name, instead);
    return read >= 0 ? read : bad(name, read, "a number of 0 or more");
  };
  const text = (name: string): string => String(raw(name));
  const metric = (): Metric => {
    const value = String(given.metric ?? "euclidean");
    return value === "euclidean" || value === "manhattan" || value === "geodesic"
      ? value
      : bad("metric", value, "euclidean, manhattan or geodesic");
  };
  const flag = (name: string): boolean => given[name] === true || given[name] === "true";
  return { number, atLeastZero, numbers, rising, text, metric, flag };
}

const hasPlace = (e: PatternEvent): boolean => Number.isFinite(e.x) && Number.isFinite(e.y);

/** Events that the test can use; those without a day or, where it matters, a place are left out. */
function usable(
  method: string,
  events: readonly PatternEvent[],
  needsPlace: boolean,
  metric: Metric,
): readonly PatternEvent[] {
  const used = events.filter((e) => Number.isFinite(e.t) && (!needsPlace || hasPlace(e)));
  if (used.length < 2)
    throw new BadCall({ code: "too-few-events", method, n: used.length, given: events.length, least: 2 });
  if (needsPlace && metric === "geodesic" && used.some((e) => Math.abs(e.y) > 90))
    throw new BadCall({ code: "coordinates-swapped", method });
  return used;
}

function withLeftOut(result: PatternResult, leftOut: number): PatternResult {
  if (leftOut === 0) return result;
  const message = `${leftOut} events without a day or a place were left out.`;
  return { ...result, warnings: [{ code: "left-out", message }, ...result.warnings] };
}

function mustHaveType(method: string, events: readonly PatternEvent[], type: string): void {
  const known = [...new Set(events.map((e) => e.type))].sort();
  if (!known.includes(type)) throw new BadCall({ code: "no-such-type", method, type, known });
}

function run(
  method: PatternMethod,
  all: readonly PatternEvent[],
  given: PatternParameters,
  options: PatternOptions,
): PatternResult {
  const read = reader(method, given);
  const metric = read.metric();
  const events = usable(method, all, method !== "eca", metric);
  return withLeftOut(runOn(method, events, read, given, metric, options), all.length - events.length);
}

function runOn(
  method: PatternMethod,
  events: readonly PatternEvent[],
  read: ReturnType<typeof reader>,
  given: PatternParameters,
  metric: Metric,
  options: PatternOptions,
): PatternResult {
  switch (method) {
    case "knox":
    case "knox-local": {
      const parameters = {
        eps_s: read.atLeastZero("eps_s", given.delta),
        eps_t: read.atLeastZero("eps_t", given.tau),
        metric,
      };
      return method === "knox" ? knox(events, parameters, options) : knoxLocal(events, parameters, options);
    }
    case "knox-bivariate": {
      const [A, B] = [read.text("A"), read.text("B")];
      for (const type of [A, B]) mustHaveType(method, events, type);
      return knoxBivariate(
        events,
        { A, B, eps_s: read.atLeastZero("eps_s"), lo: read.number("lo"), hi: read.number("hi"), metric },
        options,
      );
    }
    case "near-repeat":
      return nearRepeat(
        events,
        { space_breaks: read.rising("space_breaks"), time_breaks: read.rising("time_breaks"), metric },
        options,
      );
    case "eca": {
      const [A, B] = [read.text("A"), read.text("B")];
      for (const type of [A, B]) mustHaveType(method, events, type);
      const [from, to] = read.numbers("span", 2);
      const block = given.block_days === undefined ? {} : { blockDays: read.number("block_days") };
      return eventCoincidence(
        events,
        {
          A,
          B,
          span: [from!, to!],
          delT: read.atLeastZero("delT"),
          tau: read.atLeastZero("tau", 0),
          sym: read.flag("sym"),
          ...block,
        },
        options,
      );
    }
  }
}

const isMethod = (name: string): name is PatternMethod => (PATTERN_METHODS as readonly string[]).includes(name);

/** Runs one test by name. A wrong call is a problem that says what to change, never a throw. The same seed gives the same answer. */
export function runPatternTest(
  method: string,
  events: readonly PatternEvent[],
  parameters: PatternParameters,
  options: PatternOptions,
): PatternAnswer {
  if (!isMethod(method)) return { ok: false, problem: { code: "unknown-method", method, known: PATTERN_METHODS } };
  try {
    return { ok: true, value: run(method, events, parameters, options) };
  } catch (error) {
    if (error instanceof BadCall) return { ok: false, problem: error.problem };
    throw error;
  }
}
