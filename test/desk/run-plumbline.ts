import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeArgs?: readonly string[];
}

/** Runs the built command as a user does. `npm test` builds before it tests. */
export function plumbline(args: readonly string[], options: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(options.nodeArgs ?? []), resolve("bin/plumbline.mjs"), ...args],
    {
      encoding: "utf8",
      cwd: options.cwd,
      input: options.input ?? "",
      env: { ...process.env, ...options.env },
      maxBuffer: 1 << 28,
    },
  );
  return { status, stdout, stderr };
}

/** An empty folder of its own for one test. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "plumbline-test-"));

export const jsonLines = (text: string): readonly Record<string, unknown>[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
