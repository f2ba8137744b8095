import type { Problem } from "../../record/index.ts";
import { hasErrors, report } from "../terminal.ts";

/** Exit codes of every command: 0 done, 1 found problems, 2 wrong use. */
export const DONE = 0;
export const FOUND_PROBLEMS = 1;
export const WRONG_USE = 2;

/** Tells problems as they come and remembers whether any of them was an error. */
export class Outcome {
  #errors = false;

  readonly tell = (problems: readonly Problem[]): void => {
    report(problems);
    this.#errors ||= hasErrors(problems);
  };

  get exitCode(): number {
    return this.#errors ? FOUND_PROBLEMS : DONE;
  }
}
