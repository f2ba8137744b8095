import type { Command } from "commander";
import { parseCsv } from "../../exchange/index.ts";
import {
  explainPatternProblem,
  type Metric,
  PATTERN_METHODS,
  type PatternEvent,
  type PatternResult,
  runPatternTest,
} from "../../patterns/index.ts";
import { dayNumber, isRealDay, partsOf } from "../../record/index.ts";
import { readTextFile } from "./inputs.ts";
import { FOUND_PROBLEMS, Outcome, WRONG_USE } from "./outcome.ts";

interface TestOptions {
  readonly events: string;
  readonly where: readonly string[];
  readonly set: readonly string[];
  readonly permutations: number;
  readonly seed: number;
  readonly json?: boolean;
}

type Row = Readonly<Record<string, string>>;

const gather = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const rowsOf = (csv: string): readonly Row[] => {
  const [header, ...records] = parseCsv(csv).rows;
  const columns = (header?.cells ?? []).map((name) => name.trim());
  return records.map(({ cells }) => Object.fromEntries(columns.map((column, i) => [column, cells[i]?.trim() ?? ""])));
};

const number = (text: string | undefined): number => (text === undefined || text === "" ? Number.NaN : Number(text));

/** Precisions whose point stands for an area: no distance may be measured from them. */
const AREAS: ReadonlySet<string> = new Set(["admin2", "admin1", "country", "region"]);

function dayOf(row: Row): number {
  if (row.t !== undefined) return number(row.t);
  const precision = row.date_precision ?? "day";
  const day = row.date ?? row.date_from ?? "";
  const { year, month, day: date } = partsOf(day);
  const exact = precision === "day" && (row.date_to === undefined || row.date_to === day);
  return exact && isRealDay(year, month, date) ? dayNumber(day) : Number.NaN;
}

/** A place or a day that is not known well enough becomes NaN: the test leaves the event out and says how many. */
function eventOf(row: Row, geographic: boolean): PatternEvent {
  const area = AREAS.has(row.precision ?? "");
  return {
    x: area ? Number.NaN : number(geographic ? row.lon : row.x),
    y: area ? Number.NaN : number(geographic ? row.lat : row.y),
    t: dayOf(row),
    type: row.type ?? row.class ?? "",
  };
}

const pairOf = (text: string): readonly [string, string] | null => {
  const at = text.indexOf("=");
  return at < 1 ? null : [text.slice(0, at), text.slice(at + 1)];
};

function show(result: PatternResult): string {
  const figures = Object.entries(result.p).map(([name, p]) => `  p ${name}  ${JSON.stringify(p)}`);
  const warnings = result.warnings.map(({ message }) => `  warning: ${message}`);
  return [`${result.method}, ${result.n} events`, `  ${result.reading}`, ...figures, ...warnings, ""].join("\n");
}

/** `plumbline test METHOD`: a pattern test on a table of events (contract `pattern-test.md`). */
export function addTestCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("test")
    .description(`test a pattern on a table of events: ${PATTERN_METHODS.join(", ")}`)
    .argument("<method>", "the test")
    .requiredOption(
      "--events <csv>",
      "x,y (planar) or lat,lon; t (days) or date; type; precision; further columns for --where",
    )
    .option("--where <column=value>", "take only rows with this value; may be given again", gather, [])
    .option("--set <name=value>", "a parameter of the method; may be given again", gather, [])
    .option("--permutations <n>", "shuffles for the Monte Carlo p", Number, 999)
    .option("--seed <n>", "seed of every random draw", Number, 1)
    .option("--json", "the whole result as one JSON object")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline test knox --events events.csv --set eps_s=5 --set eps_t=14 --where class=bombing",
    )
    .action(async (method: string, options: TestOptions) => {
      const outcome = new Outcome();
      const pairs = [...options.set, ...options.where].map(pairOf);
      if (pairs.includes(null)) {
        process.stderr.write("error: --set and --where take NAME=VALUE, as in --set eps_s=5\n");
        return finish(WRONG_USE);
      }
      const { text, problems } = await readTextFile(options.events);
      outcome.tell(problems);
      if (problems.length > 0) return finish(FOUND_PROBLEMS);
      const wanted = options.where.map(pairOf).filter((pair) => pair !== null);
      const rows = rowsOf(text).filter((row) => wanted.every(([column, value]) => row[column] === value));
      const geographic = rows[0]?.lat !== undefined;
      const metric: Metric = geographic ? "geodesic" : "euclidean";
      const given = Object.fromEntries(options.set.map(pairOf).filter((pair) => pair !== null));
      const answer = runPatternTest(
        method,
        rows.map((row) => eventOf(row, geographic)),
        { metric, ...given },
        { permutations: options.permutations, seed: options.seed },
      );
      if (!answer.ok) {
        process.stderr.write(`error: ${explainPatternProblem(answer.problem)}\n`);
        return finish(WRONG_USE);
      }
      const dataset = options.events.replace(/^.*[\\/]/, "").replace(/\.csv$/i, "");
      process.stdout.write(
        options.json ? `${JSON.stringify({ dataset, ...answer.value }, null, 2)}\n` : show(answer.value),
      );
      finish(outcome.exitCode);
    });
}
