/**
 * `npx tsx bench/levels.ts [RUNS [MINUTES]]`: how often the tests reject where there is nothing, on nulls simulated by the generator of the
 * development corpora (../shared/corpora/patterns/generate.mjs), 2,000 runs each unless said; stops after MINUTES and says how
 * many runs were made. Writes docs/methods/levels.md. Not part of the unit tests: it takes long.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPatternTable } from "../src/desk/pattern-table.ts";
import { explainPatternProblem, type Figure, type PatternResult, runPatternTest } from "../src/patterns/index.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GENERATOR = join(ROOT, "..", "shared", "corpora", "patterns", "generate.mjs");
const PERMUTATIONS = 199;

interface NullCase {
  readonly set: string;
  readonly what: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** p that is shown beside: what a plain test, or a peer's default, would say. */
  readonly plain: string;
}

const KNOX = "mc_time_permutation";
const TYPES = { A: "violence", B: "protest", span: [1, 2000] };
const CASES: readonly NullCase[] = [
  { set: "csr_200", what: "complete randomness", method: "knox", parameters: { eps_s: 5, eps_t: 14 }, plain: KNOX },
  {
    set: "separable_200",
    what: "towns, season, bursts",
    method: "knox",
    parameters: { eps_s: 5, eps_t: 14 },
    plain: KNOX,
  },
  {
    set: "separable_200",
    what: "towns, season, bursts",
    method: "near-repeat",
    parameters: { space_breaks: "0,1,2,5,10", time_breaks: "0,8,15,31" },
    plain: "overall",
  },
  {
    set: "separable_200",
    what: "towns, season, bursts",
    method: "knox-bivariate",
    parameters: { A: "protest", B: "violence", eps_s: 5, lo: 0, hi: 14 },
    plain: "mc",
  },
  {
    set: "separable_200",
    what: "towns, season, bursts",
    method: "scan",
    parameters: { rmax: 5, dmax: 14 },
    plain: "p_mc",
  },
  {
    set: "commondriver_200",
    what: "one season and trend",
    method: "eca",
    parameters: { ...TYPES, delT: 5, tau: 0 },
    plain: "binomial_window_delT_plus_1_precursor",
  },
  {
    set: "commondriver_200",
    what: "one season and trend",
    method: "series",
    parameters: { x: "protest", y: "violence", span: [1, 2000], bin_days: 7 },
    plain: "largest_raw_normal",
  },
  {
    set: "popshift_2000",
    what: "towns that grow and shrink",
    method: "knox",
    parameters: { eps_s: 2, eps_t: 7 },
    plain: KNOX,
  },
  {
    set: "popshift_2000",
    what: "towns that grow and shrink",
    method: "knox",
    parameters: { eps_s: 5, eps_t: 60 },
    plain: KNOX,
  },
  {
    set: "duplicated_2000",
    what: "5 % second reports",
    method: "knox",
    parameters: { eps_s: 2, eps_t: 7 },
    plain: KNOX,
  },
  {
    set: "snapped_2000",
    what: "a quarter vague, precision given",
    method: "knox",
    parameters: { eps_s: 1, eps_t: 7 },
    plain: KNOX,
  },
];

const SETS = ["csr", "separable", "commondriver", "popshift", "duplicated", "snapped"];

/** All sets of one seed; sizes as in the corpora (popshift, duplicated and snapped have 2,000 events, the others 200). */
function generate(folder: string, seed: number): void {
  const make = (only: string, sizes: string): void => {
    execFileSync(process.execPath, [GENERATOR, folder, "--seed", String(seed), "--only", only, "--sizes", sizes]);
  };
  make(SETS.slice(0, 3).join(","), "200");
  make(SETS.slice(3).join(","), "2000");
}

/** A table whose makers say how precise a row is says it in the columns that the test reads. */
const withPrecision = (csv: string): string =>
  csv.replace("geo_precision", "precision").replace("time_precision", "date_precision");

function runCase(one: NullCase, folder: string, seed: number): PatternResult {
  const file = join(folder, `${one.set}.csv`);
  const read = readPatternTable(one.method, file, withPrecision(readFileSync(file, "utf8")), []);
  if (!read.ok) throw new Error(read.message);
  const answer = runPatternTest(one.method, read.table, one.parameters, { permutations: PERMUTATIONS, seed });
  if (!answer.ok) throw new Error(explainPatternProblem(answer.problem));
  return answer.value;
}

const small = (p: Figure | undefined): number => (typeof p === "number" && p <= 0.05 ? 1 : 0);

function page(counts: readonly { one: NullCase; verdict: number; plain: number }[], runs: number): string {
  const share = (k: number): string => `${((100 * k) / runs).toFixed(1)} %`;
  const set = (given: NullCase["parameters"]): string =>
    Object.entries(given)
      .filter(([name]) => !["A", "B", "x", "y", "span"].includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .join(" ");
  const error = 100 * Math.sqrt((0.05 * 0.95) / runs);
  return [
    "# Levels: how often a test rejects where there is nothing",
    "",
    `Written by \`npx tsx bench/levels.ts\`: ${runs} runs of each, ${PERMUTATIONS} draws a run, at 5 %; a right test's share has a standard`,
    `error of ${error.toFixed(1)} points. The nulls are those of the development corpora's generator, one seed a run. The verdict's p is the one`,
    "that `verdict` names in a result; beside it the plain p that is in common use.",
    ...(runs < 2000 ? ["", "**A first look only: a level is judged on 2,000 runs, and these are fewer.**"] : []),
    "",
    "| null | events | test | verdict's p rejects | plain p rejects | plain p |",
    "| --- | --- | --- | --- | --- | --- |",
    ...counts.map(
      ({ one, verdict, plain }) =>
        `| ${one.what} | ${one.set.split("_")[1]} | ${one.method} ${set(one.parameters)} | ${share(verdict)} | ${share(plain)} | ${one.plain} |`,
    ),
    "",
  ].join("\n");
}

const wanted = Number(process.argv[2] ?? 2000);
const until = performance.now() + 60_000 * Number(process.argv[3] ?? 600);
const folder = mkdtempSync(join(tmpdir(), "plumbline-levels-"));
const counts = CASES.map((one) => ({ one, verdict: 0, plain: 0 }));
let runs = 0;
try {
  for (; runs < wanted && performance.now() < until; runs++) {
    generate(folder, 1 + runs);
    for (const count of counts) {
      const { verdict, p } = runCase(count.one, folder, 1 + runs);
      count.verdict += small(verdict?.value);
      count.plain += small(p[count.one.plain]);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const written = page(counts, runs);
process.stdout.write(written);
writeFileSync(join(ROOT, "docs", "methods", "levels.md"), written);
