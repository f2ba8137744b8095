import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Command } from "commander";
import { dataFolder } from "../data-folder.ts";
import { openPlumbline, tablesHash } from "../plumbline.ts";
import { PACKAGE_ROOT, WEB_ROOT } from "../resources.ts";
import { VERSION } from "../version.ts";
import { DONE, FOUND_PROBLEMS } from "./outcome.ts";

interface Finding {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function files(folder: string): Finding {
  const names = existsSync(join(PACKAGE_ROOT, folder)) ? readdirSync(join(PACKAGE_ROOT, folder)) : [];
  const size = names.reduce((sum, name) => sum + statSync(join(PACKAGE_ROOT, folder, name)).size, 0);
  return {
    what: folder,
    found: names.length === 0 ? "missing" : `${names.length} files, ${megabytes(size)}`,
    ok: names.length > 0,
  };
}

/** Version of an installed package, without loading it. */
function installed(name: string): Finding {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = entry.slice(0, entry.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { what: name, found: version, ok: true };
  } catch {
    return { what: name, found: "missing: install Plumbline again (npm ci in a checkout)", ok: false };
  }
}

/** Opens tables, weights and gazetteer and codes one sentence: the shortest proof that the chain stands. */
function chain(): Finding {
  try {
    const text = "Gunmen killed two policemen in Aktobe on 5 June 2016.";
    const { events } = openPlumbline().code({ id: "doctor", text }).coded;
    return { what: "coding a sentence", found: `${events.length} event`, ok: events.length === 1 };
  } catch (error) {
    return { what: "coding a sentence", found: error instanceof Error ? error.message : String(error), ok: false };
  }
}

function findings(): readonly Finding[] {
  const data = dataFolder();
  return [
    { what: "plumbline", found: VERSION, ok: true },
    { what: "node", found: `${process.versions.node} on ${process.platform}-${process.arch}`, ok: true },
    files("tables"),
    files("models"),
    { what: "tables and models, sha-256", found: tablesHash(), ok: true },
    {
      what: "the page",
      found: existsSync(join(WEB_ROOT, "index.html")) ? "built" : "missing: not built",
      ok: existsSync(WEB_ROOT),
    },
    installed("@duckdb/node-api"),
    { what: "data folder", found: data.path, ok: data.problems.length === 0 },
    chain(),
  ];
}

/** `plumbline doctor`: versions, models, tables, and what is missing. */
export function addDoctorCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("doctor")
    .description("print versions, models and tables, and what is missing")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  plumbline doctor --json")
    .action((options: { json?: boolean }) => {
      const all = findings();
      if (options.json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
      else
        for (const { what, found, ok } of all)
          process.stdout.write(`${ok ? "ok     " : "MISSING"}  ${what.padEnd(26)}  ${found}\n`);
      finish(all.every(({ ok }) => ok) ? DONE : FOUND_PROBLEMS);
    });
}
