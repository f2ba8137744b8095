/**
 * `npm run bench [-- NAME…]`: ratios measured in one run against named peers or baselines. Every bench runs in a process of
 * its own, one after the other; a whole run (no NAME) rewrites bench/RESULTS.md.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Bench, BenchRow } from "./speed/bench-row.ts";
import { resultsPage, resultsTable } from "./speed/results.ts";

const FOLDER = fileURLToPath(new URL("./speed/", import.meta.url));
/** Parts that the benches share. */
const SHARED = new Set(["bench-row", "bench-texts", "fresh-process", "rate", "results", "textbook-patterns"]);

const names = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => !SHARED.has(name))
  .sort();

async function measureHere(name: string): Promise<void> {
  const { bench } = (await import(pathToFileURL(`${FOLDER}${name}.ts`).href)) as { bench: Bench };
  process.stdout.write(JSON.stringify({ title: bench.title, rows: await bench.measure() }));
}

function measureApart(name: string): { readonly title: string; readonly rows: readonly BenchRow[] } {
  process.stderr.write(`${name} …\n`);
  const args = ["--expose-gc", "--import", "tsx", fileURLToPath(import.meta.url), "--here", name];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26 }));
}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === "--here") return measureHere(args[1] ?? "");
  const unknown = args.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No bench named ${unknown.join(", ")}; there are: ${names.join(", ")}.`);
  const results = (args.length > 0 ? args : names).map(measureApart);
  for (const { title, rows } of results) process.stdout.write(`\n${title}\n${resultsTable(rows)}`);
  if (args.length > 0) return;
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.versions.node}`;
  writeFileSync(fileURLToPath(new URL("./RESULTS.md", import.meta.url)), resultsPage(machine, results));
}

await main(process.argv.slice(2));
