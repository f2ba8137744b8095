import { checkEvents } from "./check-events.ts";
import { series } from "./cross-correlation.ts";
import { isDoubtful, overImputations } from "./doubt.ts";
import { type Draws, drawRange, type Experiment } from "./experiment.ts";
import { agreement } from "./krippendorff.ts";
import { EVENT_METHODS, type EventMethod, seriesParameters } from "./pattern-methods.ts";
import { BadCall, type PatternProblem } from "./pattern-problem.ts";
import type { DoubtReport, PatternEvent, PatternOptions, PatternResult, PatternWarning } from "./pattern-result.ts";
import { LEVELS, type PatternTable, tableName } from "./pattern-table.ts";
import { type PatternParameters, parameterReader, type ReadParameters } from "./read-parameters.ts";
import { coverageWarning } from "./warnings.ts";
import { zoneScan } from "./zone-scan.ts";

/** Methods of `plumbline test METHOD`. */
export const PATTERN_METHODS: readonly string[] = [...Object.keys(EVENT_METHODS), "krippendorff"];

export type PatternAnswer =
  | { readonly ok: true; readonly value: PatternResult }
  | { readonly ok: false; readonly problem: PatternProblem };

/** A test set up on its data: draws can be made in any order, by anybody, then concluded. */
export interface PlannedTest {
  readonly experiment: Experiment;
  conclude(draws: Draws, options: PatternOptions): PatternResult;
}
export type Plan =
  | { readonly ok: true; readonly value: PlannedTest }
  | { readonly ok: false; readonly problem: PatternProblem };

/** Parameters that every method takes, and descriptions that golden cases carry. */
const COMMON = ["metric", "coarse", "imputations", "coverage"];
const DESCRIPTIVE = ["closed", "count", "bands", "windows", "time", "sigtest", "weekly", "test", "expected"];
const ZONE_SCAN = ["test", "k_nearest", "upper", "ends", "max_periods", "shares"];

const isEvents = (data: readonly PatternEvent[] | PatternTable): data is readonly PatternEvent[] => Array.isArray(data);

function unknownParameters(given: PatternParameters, known: readonly string[]): PatternWarning[] {
  const all = new Set([...known, ...COMMON, ...DESCRIPTIVE]);
  return Object.keys(given)
    .filter((name) => !all.has(name))
    .map((name) => ({
      code: "unknown-parameter" as const,
      message: `${name} is no parameter of this test and was not read. It takes: ${[...known, ...COMMON].join(", ")}.`,
    }));
}

function leftOut(excluded: Readonly<Record<string, number>>): PatternWarning[] {
  const total = Object.values(excluded).reduce((a, b) => a + b, 0);
  if (total === 0) return [];
  const why = Object.entries(excluded).map(([reason, count]) => `${reason}: ${count}`);
  const coarse = (excluded.dateTooCoarse ?? 0) + (excluded.placeTooCoarse ?? 0) > 0;
  const message = `${total} events were left out (${why.join(", ")}).${coarse ? " With --set coarse=in they are drawn again within their doubt." : ""}`;
  return [{ code: "left-out", message }];
}

const NONE = { median: Number.NaN, lower: Number.NaN, upper: Number.NaN };

/** The doubt that the answer carries: null where every date used is a day, every place a point, and nothing was left out. */
function doubtOf(result: PatternResult, excluded: Readonly<Record<string, number>>): DoubtReport | null {
  if (result.doubt !== null) return { ...result.doubt, excluded };
  const coarse = (excluded.dateTooCoarse ?? 0) + (excluded.placeTooCoarse ?? 0);
  if (coarse === 0) return null;
  const p = result.verdict?.value;
  return {
    imputations: 0,
    p: p === undefined ? NONE : { median: p, lower: p, upper: p },
    shareBelow05: p !== undefined && p <= 0.05 ? 1 : 0,
    excluded,
  };
}

function onEvents(
  method: string,
  way: EventMethod,
  all: readonly PatternEvent[],
  given: PatternParameters,
  seed: number,
): PlannedTest {
  const read = parameterReader(method, given);
  const metric = read.metric();
  const needs = way.needs(read);
  const coarseIn = read.oneOf("coarse", ["in", "out"], "out") === "in";
  const { events, excluded } = checkEvents(method, all, needs, metric, coarseIn);
  const build = (of: readonly PatternEvent[]): Experiment => way.build(read, of, metric);
  const experiment = events.some((e) => isDoubtful(e, needs.place))
    ? overImputations(events, metric, Math.floor(read.positive("imputations", 50)), seed, build)
    : build(events);
  const extra = [...leftOut(excluded), ...unknownParameters(given, way.parameters), ...coverageWarning(given.coverage)];
  return planned(experiment, extra, excluded);
}

const planned = (
  experiment: Experiment,
  extra: readonly PatternWarning[],
  excluded: Readonly<Record<string, number>> = {},
): PlannedTest => ({
  experiment,
  conclude(draws, options) {
    const result = experiment.conclude(experiment.observed, draws, options);
    return { ...result, doubt: doubtOf(result, excluded), warnings: [...extra, ...result.warnings] };
  },
});

/** The test's kind in one word, from the names used in the field and in golden cases. */
const scanTest = (read: ReadParameters): "poisson" | "permutation" =>
  /poisson/i.test(read.text("test", "permutation")) ? "poisson" : "permutation";

function onZones(data: PatternTable & { kind: "zones" }, given: PatternParameters): PlannedTest {
  const read = parameterReader("scan", given);
  const test = scanTest(read);
  if (test === "poisson" && data.zones.denominator === null)
    throw new BadCall({ code: "denominator-missing", method: "scan" });
  const described = /ending at the last/.test(String(given.windows ?? ""));
  const [nearest, upper, longest] = [read.optional("k_nearest"), read.optional("upper"), read.optional("max_periods")];
  const experiment = zoneScan(data.zones, {
    test,
    ends: read.oneOf("ends", ["any", "last"], described ? "last" : "any"),
    ...(read.has("shares") ? { shares: read.oneOf("shares", ["whole", "by-period"]) } : {}),
    ...(nearest === undefined ? {} : { k_nearest: nearest }),
    ...(upper === undefined ? {} : { upper }),
    ...(longest === undefined ? {} : { max_periods: longest }),
  });
  return planned(experiment, unknownParameters(given, ZONE_SCAN));
}

function onRatings(data: PatternTable & { kind: "ratings" }, given: PatternParameters): PlannedTest {
  const read = parameterReader("krippendorff", given);
  const levels = read
    .text("levels", "nominal")
    .split(",")
    .map((level) => level.trim());
  const known = levels.map((level) => LEVELS.find((name) => name === level));
  const found = known.filter((level) => level !== undefined);
  if (found.length < levels.length)
    throw new BadCall({
      code: "bad-parameter",
      method: "krippendorff",
      name: "levels",
      value: levels.join(","),
      expected: `of ${LEVELS.join(", ")}`,
    });
  if (data.ratings.length < 2)
    throw new BadCall({
      code: "too-few-events",
      method: "krippendorff",
      n: data.ratings.length,
      given: data.ratings.length,
      least: 2,
      excluded: {},
    });
  return planned(agreement(data.ratings, found), unknownParameters(given, ["levels"]));
}

const SERIES = ["x", "y", "max_lag", "ar_order", "granger_orders", "block_periods"];

function plan(method: string, data: PatternTable, given: PatternParameters, seed: number): PlannedTest {
  const wrong = (needs: PatternTable["kind"]): never => {
    throw new BadCall({ code: "wrong-table", method, needs: tableName(needs), given: tableName(data.kind) });
  };
  if (method === "krippendorff") return data.kind === "ratings" ? onRatings(data, given) : wrong("ratings");
  if (method === "scan" && data.kind === "zones") return onZones(data, given);
  if (method === "series" && data.kind === "series") {
    const read = parameterReader(method, given);
    const stated = seriesParameters(read, read.text("x", "x"), read.text("y", "y"), 12, [1, 2, 4, 8]);
    return planned(series(data.x, data.y, stated), unknownParameters(given, SERIES));
  }
  const way = EVENT_METHODS[method]!;
  return data.kind === "events" ? onEvents(method, way, data.events, given, seed) : wrong("events");
}

/** Sets a test up without drawing. A wrong call is a problem that says what to change, never a throw. */
export function planPatternTest(
  method: string,
  data: readonly PatternEvent[] | PatternTable,
  parameters: PatternParameters,
  seed: number,
): Plan {
  if (!PATTERN_METHODS.includes(method))
    return { ok: false, problem: { code: "unknown-method", method, known: PATTERN_METHODS } };
  try {
    const table: PatternTable = isEvents(data) ? { kind: "events", events: data } : data;
    return { ok: true, value: plan(method, table, parameters, seed) };
  } catch (error) {
    if (error instanceof BadCall) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Runs one test by name, here and now. The same seed gives the same answer, whoever makes the draws. */
export function runPatternTest(
  method: string,
  data: readonly PatternEvent[] | PatternTable,
  parameters: PatternParameters,
  options: PatternOptions,
): PatternAnswer {
  const planned = planPatternTest(method, data, parameters, options.seed);
  if (!planned.ok) return planned;
  const draws = drawRange(planned.value.experiment, options.seed, 0, options.permutations);
  return { ok: true, value: planned.value.conclude(draws, options) };
}
