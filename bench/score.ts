/**
 * `npm run score [-- ROOM]`: runs the coder over every development corpus that lies in ../shared/corpora, calls the
 * scorers, prints one table and rewrites docs/accuracy.md. `npm run score -- text` prints the text room's own table.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Bar, CORPORA, type Corpus, type Figures } from "./score/corpora.ts";
import { patternJson, patternTable, scorePatterns } from "./score/patterns.ts";
import { accuracyPage, scoreTable } from "./score/table.ts";
import { type ScoreRow, scoreText, textJson } from "./score/text.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHARED = join(ROOT, "..", "shared");

const BARS = JSON.parse(readFileSync(join(ROOT, "bench", "bars.json"), "utf8")) as readonly Bar[];

export type Measured = Bar & { readonly value: number | null };

const figureAt = (figures: Figures, path: string): number | null => {
  const value = path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], figures);
  return typeof value === "number" ? value : null;
};

/** Runs the command as a user would. Exit 1 means that it found problems in some documents and did the others. */
function runPlumbline(args: readonly string[]): void {
  const done = spawnSync(process.execPath, [join(ROOT, "bin", "plumbline.mjs"), ...args], { encoding: "utf8" });
  if (done.status === 0) return;
  process.stderr.write(done.stderr);
  if (done.status !== 1) throw new Error(`plumbline ${args.join(" ")} ended with ${done.status ?? done.signal}`);
}

function measure(corpus: Corpus, work: string): readonly Measured[] {
  const started = performance.now();
  const results = corpus.run({
    corpora: join(SHARED, "corpora"),
    scorers: join(SHARED, "score"),
    work,
    plumbline: (args) => runPlumbline(args),
    score: (script, args) =>
      JSON.parse(
        execFileSync(process.execPath, [join(SHARED, "score", script), ...args], {
          encoding: "utf8",
          maxBuffer: 1 << 28,
          stdio: ["ignore", "pipe", "ignore"],
        }),
      ) as Figures,
  });
  process.stderr.write(`${corpus.name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return BARS.filter((bar) => bar.corpus === corpus.name).map((bar) => {
    const figures = results[bar.variant ?? "main"];
    const value = figures === undefined ? null : figureAt(figures, bar.path);
    return { ...bar, value: value === null || bar.count ? value : value * 100 };
  });
}

async function measureAll(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "plumbline-score-"));
  try {
    const text = withBars(await scoreText({ corpora: join(SHARED, "corpora") })).filter(
      ({ bar, floor, anchor }) => [bar, floor].some((figure) => figure !== null) || anchor !== "-",
    );
    const others = CORPORA.filter((corpus) => existsSync(join(SHARED, "corpora", corpus.needs)));
    const rows = [...text, ...others.flatMap((corpus) => measure(corpus, work))];
    process.stdout.write(scoreTable(rows));
    writeFileSync(join(ROOT, "docs", "accuracy.md"), accuracyPage(rows));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The text room's rows, each with its bar where bars.json has one (its `path` is the metric's name). */
const withBars = (rows: readonly ScoreRow[]): readonly Measured[] =>
  rows.map(({ corpus, metric, value }) => {
    const bar = BARS.find((known) => known.corpus === `text/${corpus}` && known.path === metric);
    const rounded = metric === "tokens/s" ? Math.round(value) : value;
    const none = { corpus: `text/${corpus}`, metric, path: metric, floor: null, anchor: "-", bar: null };
    return { ...(bar ?? none), value: rounded };
  });

async function measureText(args: readonly string[]): Promise<void> {
  const conllu = args.includes("--conllu") ? args[args.indexOf("--conllu") + 1] : undefined;
  const rows = await scoreText({ corpora: join(SHARED, "corpora"), ...(conllu === undefined ? {} : { conllu }) });
  process.stdout.write(args.includes("--json") ? textJson(rows, conllu !== undefined) : scoreTable(withBars(rows)));
}

/** `--golden DIR --data DIR`: other cases than those of the development corpora. */
function measurePatterns(args: readonly string[]): void {
  const after = (flag: string, instead: string): string => {
    const at = args.indexOf(flag);
    return at < 0 ? instead : (args[at + 1] ?? instead);
  };
  const data = after("--data", join(SHARED, "corpora", "patterns"));
  const scores = scorePatterns(after("--golden", join(data, "golden")), data);
  process.stdout.write(args.includes("--json") ? patternJson(scores) : patternTable(scores));
  if (scores.some(({ misses }) => misses.length > 0)) process.exitCode = 1;
}

if (process.argv[2] === "patterns" && (process.argv.includes("--golden") || existsSync(join(SHARED, "corpora")))) {
  measurePatterns(process.argv.slice(3));
} else if (!existsSync(join(SHARED, "corpora")) && !process.argv.includes("--conllu")) {
  process.stdout.write("No development corpora beside this checkout (../shared/corpora): nothing to score.\n");
} else if (process.argv[2] === "text") {
  await measureText(process.argv.slice(3));
} else {
  await measureAll();
}
