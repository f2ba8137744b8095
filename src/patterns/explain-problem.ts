import type { PatternProblem } from "./run-pattern-test.ts";

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
      return `${problem.method}: ${problem.n} of ${problem.given} events have the day and place it needs; at least ${problem.least} are needed.`;
    case "no-such-type":
      return `${problem.method}: no event of type "${problem.type}". The file has: ${problem.known.join(", ")}.`;
    case "coordinates-swapped":
      return `${problem.method}: a latitude lies beyond 90 degrees. Are the columns lat and lon swapped?`;
  }
}
