import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createCase, openCase, verifyCase } from "../../src/store/index.ts";

const CHILD = fileURLToPath(new URL("adding-child.ts", import.meta.url));

/** Starts the child and kills it once it has said `after` bytes; returns the sources that it said it had added. */
function addUntilKilled(path: string, after: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", CHILD, path], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let trouble = "";
    child.stderr.on("data", (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.length > after) child.kill("SIGKILL");
    });
    child.on("exit", (_, signal) => {
      if (signal !== "SIGKILL") reject(new Error(trouble));
      else resolve(said.split("\n").slice(0, -1));
    });
  });
}

test("a process killed while it adds leaves a case that opens, with every act it had acknowledged, once", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "plumbline-kill-")), "case");
  createCase(path, "kill", { time: "2026-01-02T03:04:05.000Z", actor: "tester" }).case?.close();
  const acknowledged: string[] = [];
  for (const after of [0, 700, 2500]) acknowledged.push(...(await addUntilKilled(path, after)));
  const { case: opened } = openCase(path);
  const added = opened!.entries.filter(({ act }) => act === "added").map(({ item }) => item);
  expect(acknowledged.length).toBeGreaterThan(40);
  expect(new Set(added).size).toBe(added.length);
  expect(added).toEqual(expect.arrayContaining(acknowledged));
  expect(opened!.documents()).toHaveLength(added.length);
  opened!.close();
  expect(verifyCase(path)).toEqual([]);
});
