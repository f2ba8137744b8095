import { type Command, InvalidArgumentError } from "commander";
import { explainPatternProblem, PATTERN_METHODS, type PatternResult } from "../../patterns/index.ts";
import { divisionFinder } from "../find-division.ts";
import { methodSheets } from "../method-sheet.ts";
import { inWords, patternHtml, patternMarkdown } from "../pattern-report.ts";
import { readPatternTable } from "../pattern-table.ts";
import { runTest } from "../worker/run-test.ts";
import { readTextFile } from "./inputs.ts";
import { FOUND_PROBLEMS, Outcome, WRONG_USE } from "./outcome.ts";
import { writeLines } from "./output.ts";

interface TestOptions {
  readonly events: string;
  readonly where: readonly string[];
  readonly set: readonly string[];
  readonly permutations: number;
  readonly seed: number;
  readonly threads?: number;
  readonly json?: boolean;
  readonly html?: string;
  readonly md?: string;
}

const gather = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const wholeFrom =
  (least: number) =>
  (value: string): number => {
    const read = Number(value);
    if (!Number.isInteger(read) || read < least) throw new InvalidArgumentError(`A whole number of ${least} or more.`);
    return read;
  };

const pairOf = (text: string): readonly [string, string] | null => {
  const at = text.indexOf("=");
  return at < 1 ? null : [text.slice(0, at), text.slice(at + 1)];
};

function show(result: PatternResult): string {
  const figures = Object.entries(result.p).map(([name, p]) => {
    const read = result.verdict?.p === name ? "  <- the verdict's" : "";
    return `  p ${name}  ${inWords(p)}${read}`;
  });
  const warnings = result.warnings.map(({ code, message }) => `  warning (${code}): ${message}`);
  return [`${result.method}, ${result.n} events`, `  ${result.reading}`, ...figures, ...warnings, ""].join("\n");
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** `plumbline test METHOD`: a pattern test on a table (contract `pattern-test.md`). */
export function addTestCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("test")
    .description(`test a pattern on a table of events: ${PATTERN_METHODS.join(", ")}`)
    .argument("<method>", "the test")
    .requiredOption(
      "--events <csv>",
      "x,y (planar) or lat,lon; t (days) or date (date_from, date_to, date_precision); precision or radius_km; type; weight",
    )
    .option("--where <column=value>", "take only rows with this value; may be given again", gather, [])
    .option("--set <name=value>", "a parameter of the method; may be given again", gather, [])
    .option("--permutations <n>", "draws for the Monte Carlo p", wholeFrom(1), 999)
    .option("--seed <n>", "seed of every random draw", wholeFrom(0), 1)
    .option(
      "--threads <n>",
      "threads that share the draws; the answer does not depend on it (default: all cores)",
      wholeFrom(1),
    )
    .option("--json", "the whole result as one JSON object")
    .option("--html <page>", "write a page with the null distribution and the method's sheet")
    .option("--md <file>", "write the result as Markdown")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline test knox --events events.csv --set eps_s=5 --set eps_t=14 --where class=bombing\n\nWhat each test asks and assumes: docs/methods.",
    )
    .action(async (method: string, options: TestOptions) => {
      const outcome = new Outcome();
      const wrong = (message: string): void => {
        process.stderr.write(`error: ${message}\n`);
        finish(WRONG_USE);
      };
      const pairs = [...options.set, ...options.where].map(pairOf);
      if (pairs.includes(null)) return wrong("--set and --where take NAME=VALUE, as in --set eps_s=5");
      if (!PATTERN_METHODS.includes(method))
        return wrong(explainPatternProblem({ code: "unknown-method", method, known: PATTERN_METHODS }));
      const { text, problems } = await readTextFile(options.events);
      outcome.tell(problems);
      if (text === null) return finish(FOUND_PROBLEMS);
      const wanted = options.where.map(pairOf).filter((pair) => pair !== null);
      const given = Object.fromEntries(options.set.map(pairOf).filter((pair) => pair !== null));
      const find = given.coarse === "in" ? divisionFinder() : undefined;
      const read = readPatternTable(method, options.events, text, wanted, find);
      if (!read.ok) return wrong(read.message);
      const answer = await runTest(method, read.table, { metric: read.metric, ...given }, options);
      if (!answer.ok) return wrong(explainPatternProblem(answer.problem));
      const dataset = options.events.replace(/^.*[\\/]/, "").replace(/\.csv$/i, "");
      const result = answer.value;
      const sheet = methodSheets().find((known) => known.method === method);
      if (options.html !== undefined && sheet !== undefined)
        outcome.tell(await writeLines(options.html, once(patternHtml(result, dataset, sheet))));
      if (options.md !== undefined)
        outcome.tell(await writeLines(options.md, once(`# ${method}, ${dataset}\n\n${patternMarkdown(result)}`)));
      if (options.html !== "-" && options.md !== "-")
        process.stdout.write(options.json ? `${JSON.stringify({ dataset, ...result }, null, 2)}\n` : show(result));
      finish(outcome.exitCode);
    });
}
