import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  type Draws,
  drawRange,
  joinDraws,
  type PatternAnswer,
  type PatternOptions,
  type PatternParameters,
  type PatternTable,
  planPatternTest,
} from "../../patterns/index.ts";
import type { DrawOrder } from "./pattern-worker.ts";

/** Work of less than this is done here: starting threads costs more. */
const WORTH_THREADS_MS = 600;
/** Draws made here first, to see how long one takes. */
const TRIAL = 8;

function drawElsewhere(order: DrawOrder): Promise<Draws> {
  const worker = new Worker(new URL("./pattern-worker.js", import.meta.url));
  return new Promise<Draws>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a drawing thread ended (exit ${code})`)));
    worker.postMessage(order);
  }).finally(() => {
    worker.removeAllListeners("exit");
    return worker.terminate();
  });
}

/** Cuts [from, to) into `parts` pieces of equal size, give or take one. */
function pieces(from: number, to: number, parts: number): readonly (readonly [number, number])[] {
  const at = (k: number): number => from + Math.round(((to - from) * k) / parts);
  return Array.from({ length: parts }, (_, k) => [at(k), at(k + 1)] as const).filter(([a, b]) => b > a);
}

/**
 * Runs a pattern test, its draws shared out among threads where that pays. Each replicate has a generator of its own, so the
 * answer is the same to the byte whatever `threads` is. `threads` named: that many, however short the work.
 */
export async function runTest(
  method: string,
  table: PatternTable,
  parameters: PatternParameters,
  options: PatternOptions & { readonly threads?: number },
): Promise<PatternAnswer> {
  const plan = planPatternTest(method, table, parameters, options.seed);
  if (!plan.ok) return plan;
  const { experiment } = plan.value;
  const { seed, permutations } = options;
  const started = performance.now();
  const trial = drawRange(experiment, seed, 0, Math.min(TRIAL, permutations));
  const left = ((performance.now() - started) * (permutations - trial.runs)) / Math.max(1, trial.runs);
  const threads = options.threads ?? (left < WORTH_THREADS_MS ? 1 : availableParallelism());
  const order = { method, table, parameters, seed };
  const [here, ...elsewhere] = pieces(trial.runs, permutations, threads);
  const others = elsewhere.map(([from, to]) => drawElsewhere({ ...order, from, to }));
  const mine = here === undefined ? [] : [drawRange(experiment, seed, here[0], here[1])];
  const draws = joinDraws([trial, ...mine, ...(await Promise.all(others))]);
  return { ok: true, value: plan.value.conclude(draws, options) };
}
