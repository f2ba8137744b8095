/** `npx tsx scripts/method-pages.ts`: writes docs/methods from tables/methods.tsv and worked examples on simulated tables. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type MethodSheet, methodSheets } from "../src/desk/method-sheet.ts";
import { resultPicture } from "../src/desk/pattern-picture.ts";
import { patternMarkdown } from "../src/desk/pattern-report.ts";
import {
  explainPatternProblem,
  type PatternEvent,
  type PatternTable,
  runPatternTest,
  seeded,
} from "../src/patterns/index.ts";

const DAYS = 1095;

/**
 * Three simulated years in three towns: protests with a summer season; violence of which a quarter follows a protest near by
 * within three days, the rest with the same season; all invented.
 */
function exampleEvents(): readonly PatternEvent[] {
  const rng = seeded(20_261_124);
  const towns = [
    { x: 10, y: 10 },
    { x: 30, y: 14 },
    { x: 20, y: 32 },
  ];
  const place = (around: { x: number; y: number }, reach: number) => ({
    x: Math.round(100 * (around.x + reach * (rng.uniform() + rng.uniform() - 1))) / 100,
    y: Math.round(100 * (around.y + reach * (rng.uniform() + rng.uniform() - 1))) / 100,
  });
  const day = (): number => {
    for (;;) {
      const t = rng.integer(DAYS);
      if (rng.uniform() < (1 + 0.6 * Math.sin((2 * Math.PI * t) / 365.25)) / 1.6) return t;
    }
  };
  const town = () => towns[rng.integer(towns.length)]!;
  const protests = Array.from({ length: 90 }, () => ({ ...place(town(), 6), t: day(), type: "protest" }));
  const violence = Array.from({ length: 120 }, (_, i) => {
    if (i >= 30) return { ...place(town(), 6), t: day(), type: "violence" };
    const after = protests[rng.integer(protests.length)]!;
    return { ...place(after, 1), t: Math.min(DAYS, after.t + rng.integer(4)), type: "violence" };
  });
  return [...protests, ...violence].sort((a, b) => a.t - b.t || a.x - b.x);
}

/** Three coders, 40 units, three degrees; they agree in about four of five. */
function exampleRatings(): readonly (readonly (number | null)[])[] {
  const rng = seeded(40);
  const truth = Array.from({ length: 40 }, () => 1 + rng.integer(3));
  return Array.from({ length: 3 }, () =>
    truth.map((value) => (rng.uniform() < 0.08 ? null : rng.uniform() < 0.8 ? value : 1 + rng.integer(3))),
  );
}

const EXAMPLE_TABLES: Readonly<Record<string, () => PatternTable>> = {
  EVENTS: () => ({ kind: "events", events: exampleEvents() }),
  RATINGS: () => ({ kind: "ratings", ratings: exampleRatings() }),
};

const parametersOf = (call: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...call.matchAll(/--set (\w+)=(\S+)/g)].map((set) => [set[1]!, set[2]!]));

const PERMUTATIONS = 499;

function page(sheet: MethodSheet, named: boolean, markdown: string): string {
  const call = `plumbline test ${sheet.example} --permutations ${PERMUTATIONS}`;
  return [
    `# ${sheet.method}`,
    "",
    `*${sheet.question}*`,
    "",
    "## Definition",
    "",
    sheet.definition,
    "",
    "## Assumptions",
    "",
    sheet.assumptions,
    "",
    "## Pitfalls",
    "",
    sheet.pitfalls,
    "",
    "## What to report",
    "",
    sheet.report,
    "",
    "## References",
    "",
    sheet.references,
    "",
    "## Worked example",
    "",
    `On simulated data (see scripts/method-pages.ts): \`${call}\``,
    "",
    ...(named ? [`![${sheet.method}: the worked example](${sheet.method}.svg)`, ""] : []),
    markdown,
  ].join("\n");
}

/** Every file of docs/methods but those written by hand, by name. */
export function methodPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const index: string[] = [];
  for (const sheet of methodSheets()) {
    const table = Object.entries(EXAMPLE_TABLES).find(([name]) => sheet.example.includes(`--events ${name}`));
    if (table === undefined) throw new Error(`${sheet.method}: its example names no table`);
    const options = { permutations: PERMUTATIONS, seed: 1 };
    const answer = runPatternTest(sheet.method, table[1](), parametersOf(sheet.example), options);
    if (!answer.ok) throw new Error(explainPatternProblem(answer.problem));
    const picture = resultPicture(answer.value);
    if (picture !== null) pages.set(`${sheet.method}.svg`, picture);
    pages.set(`${sheet.method}.md`, page(sheet, picture !== null, patternMarkdown(answer.value)));
    index.push(`| [${sheet.method}](${sheet.method}.md) | ${sheet.question} |`);
  }
  const head = [
    "# Pattern tests",
    "",
    "Written by `npx tsx scripts/method-pages.ts`; a test regenerates these pages and compares. Which null and which level: see",
    "[levels](levels.md).",
    "",
    "| test | question |",
    "| --- | --- |",
  ];
  pages.set("README.md", `${[...head, ...index].join("\n")}\n`);
  return pages;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "methods");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of methodPages()) writeFileSync(join(folder, name), text);
}
