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
      readonly excluded: Readonly<Record<string, number>>;
    }
  | { readonly code: "no-such-type"; readonly method: string; readonly type: string; readonly known: readonly string[] }
  | { readonly code: "coordinates-swapped"; readonly method: string }
  | { readonly code: "not-degrees"; readonly method: string; readonly value: number }
  | {
      readonly code: "mixed-units";
      readonly method: string;
      readonly what: "x and y" | "t";
      readonly examples: readonly number[];
    }
  | { readonly code: "one-point"; readonly method: string; readonly n: number }
  | { readonly code: "one-day"; readonly method: string; readonly n: number }
  | { readonly code: "span-too-short"; readonly method: string; readonly days: number; readonly needed: string }
  | { readonly code: "denominator-missing"; readonly method: string }
  | { readonly code: "wrong-table"; readonly method: string; readonly needs: string; readonly given: string };

/** Carries a problem out of the reading of a call; caught at the room's door. */
export class BadCall extends Error {
  readonly problem: PatternProblem;
  constructor(problem: PatternProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
