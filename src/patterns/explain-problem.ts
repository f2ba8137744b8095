import type { PatternProblem } from "./pattern-problem.ts";

const LEFT_OUT: Readonly<Record<string, string>> = {
  noDay: "without a day",
  noPlace: "without a place",
  dateTooCoarse: "dated too coarsely",
  placeTooCoarse: "placed too coarsely",
};

const reasons = (excluded: Readonly<Record<string, number>>): string => {
  const parts = Object.entries(excluded).map(([why, count]) => `${count} ${LEFT_OUT[why] ?? why}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
};

/** English for a problem of a pattern test: what is wrong and what to do next. */
export function explainPatternProblem(problem: PatternProblem): string {
  switch (problem.code) {
    case "unknown-method":
      return `There is no test "${problem.method}". Use one of: ${problem.known.join(", ")}.`;
    case "missing-parameter":
      return `${problem.method} needs ${problem.name}. Add for example: ${problem.example}`;
    case "bad-parameter":
      return `${problem.method}: ${problem.name}=${problem.value} is not ${problem.expected}.`;
    case "too-few-events":
      return `${problem.method}: ${problem.n} of ${problem.given} events have the day and place it needs${reasons(problem.excluded)}; at least ${problem.least} are needed. Widen --where, give more events, or take coarse ones in with --set coarse=in.`;
    case "no-such-type":
      return `${problem.method}: no event of type "${problem.type}". The file has: ${problem.known.join(", ")}.`;
    case "coordinates-swapped":
      return `${problem.method}: a latitude lies beyond 90 degrees. Are the columns lat and lon swapped?`;
    case "not-degrees":
      return `${problem.method}: ${problem.value} is no longitude in degrees. For planar coordinates name the columns x and y.`;
    case "mixed-units":
      return `${problem.method}: ${problem.what} seem to hold two units (${problem.examples.join(" and ")}). Convert the file to one.`;
    case "one-point":
      return `${problem.method}: all ${problem.n} events stand on one point, so nothing can be near or far. Check that coordinates were not filled in by a default.`;
    case "one-day":
      return `${problem.method}: all ${problem.n} events are on one day, so nothing can be soon or late. Check the column t or date.`;
    case "span-too-short":
      return `${problem.method}: the span of ${problem.days} days is too short; it needs ${problem.needed}.`;
    case "denominator-missing":
      return `${problem.method}: the Poisson scan needs a column population or expected. Without one use --set test=permutation.`;
    case "wrong-table":
      return `${problem.method} reads ${problem.needs}; this file holds ${problem.given}.`;
  }
}
