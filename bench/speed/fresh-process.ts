import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a fresh Node process measured: start-up and resident memory can't be told apart from others' in a shared one. */
export interface FreshFigures {
  /** Milliseconds that the timed code took, by the process's own clock. */
  readonly ms: number;
  /** Growth of resident memory in MB over the empty process. */
  readonly mb: number;
}

/**
 * Runs module code in a Node process of its own, from the project's root, with the TypeScript loader loaded before the clock
 * starts; `before` runs first and is not timed (its memory counts).
 */
export function measureFresh(code: string, before = ""): FreshFigures {
  const wrapped = [
    "const empty = process.memoryUsage().rss;",
    before,
    "const started = performance.now();",
    code,
    "const ms = performance.now() - started;",
    "globalThis.gc?.(); const mb = (process.memoryUsage().rss - empty) / 1048576;",
    "process.stdout.write(JSON.stringify({ ms, mb }));",
  ].join("\n");
  const args = ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval", wrapped];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" })) as FreshFigures;
}

/** The middle of five fresh runs. */
export function medianFresh(code: string, before = ""): FreshFigures {
  const runs = Array.from({ length: 5 }, () => measureFresh(code, before));
  const middle = (key: keyof FreshFigures): number => runs.map((run) => run[key]).sort((a, b) => a - b)[2]!;
  return { ms: middle("ms"), mb: middle("mb") };
}
