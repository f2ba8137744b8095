import { parentPort } from "node:worker_threads";
import {
  type Draws,
  drawRange,
  type PatternParameters,
  type PatternTable,
  planPatternTest,
} from "../../patterns/index.ts";

/** A share of a test's draws: the test itself, and which replicates to make. */
export interface DrawOrder {
  readonly method: string;
  readonly table: PatternTable;
  readonly parameters: PatternParameters;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

if (parentPort !== null) {
  const port = parentPort;
  port.on("message", ({ method, table, parameters, seed, from, to }: DrawOrder) => {
    const plan = planPatternTest(method, table, parameters, seed);
    // The main thread planned the same call, so it can only be right here.
    if (!plan.ok) throw new Error(plan.problem.code);
    const draws: Draws = drawRange(plan.value.experiment, seed, from, to);
    port.postMessage(draws);
  });
}
