import type { Command } from "commander";
import { isRealDay, partsOf, problem } from "../../record/index.ts";
import { type DateMention, type DatesRead, explainMention, readDates } from "../dates.ts";
import { progress } from "../terminal.ts";
import { documentsOf, type InputNames } from "./inputs.ts";
import { Outcome, WRONG_USE } from "./outcome.ts";
import { writeLines } from "./output.ts";

interface DatesCommandOptions {
  readonly in?: string;
  readonly published?: string;
  readonly json?: boolean;
}

const isDay = (text: string): boolean => {
  const { year, month, day } = partsOf(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(year, month, day);
};

const interval = ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
  from === null || to === null ? "open" : from === to ? from : `${from} to ${to}`;

function mentionLines(mention: DateMention, indent: string): string[] {
  const { start, end, text, precision, modifier, otherReading, found } = mention;
  const words = text.replace(/\s+/g, " ");
  const shade = modifier === null ? "" : `, ${modifier.replaceAll("-", " ")}`;
  const other = otherReading === null ? "" : ` or ${interval(otherReading)}`;
  return [
    `${indent}${start}-${end}  "${words}"  ${interval(mention)}${other}  (${precision}${shade})`,
    `${indent}    ${explainMention(mention)} [${found}]`,
    ...mention.parts.flatMap((part) => mentionLines(part, `${indent}    `)),
  ];
}

function shown(name: string, published: string | null, { dates, spans }: DatesRead): string {
  const told =
    published === null
      ? 'day of publication unknown: words such as "yesterday" stay open; give it with --published YYYY-MM-DD'
      : `published ${published}`;
  const durations = spans.map(({ start, end, text, kind }) => `  ${start}-${end}  "${text}"  no date: a ${kind}`);
  return [`${name}, ${told}`, ...dates.flatMap((mention) => mentionLines(mention, "  ")), ...durations, "", ""].join(
    "\n",
  );
}

async function* lines(names: InputNames, options: DatesCommandOptions, outcome: Outcome): AsyncGenerator<string> {
  const bar = progress("reading");
  let done = 0;
  for await (const document of documentsOf(names, outcome.tell)) {
    const published = options.published ?? document.published ?? null;
    const found = readDates(document.text, { published });
    bar.tick(++done);
    yield options.json
      ? `${JSON.stringify({ doc: document.id, published, ...found })}\n`
      : shown(document.id, published, found);
  }
  bar.end();
}

/** `plumbline dates`: every calendar expression with what it means and why. */
export function addDatesCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("dates")
    .description("show the dates of documents: interval, precision, what is said, what is inferred and by which rule")
    .argument("[files...]", "documents (.txt .md .html .pdf .docx), JSON Lines (.jsonl), or - for standard input")
    .option("--in <file>", "documents as JSON Lines; - for standard input")
    .option("--published <date>", "day of publication, YYYY-MM-DD: before what the documents say themselves")
    .option("--json", "one JSON object for each document")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline dates article.txt --published 2016-06-10\n  plumbline dates --json --in docs.jsonl",
    )
    .action(async (files: string[], options: DatesCommandOptions) => {
      const outcome = new Outcome();
      if (files.length === 0 && options.in === undefined) {
        outcome.tell([problem("nothing-to-do", { command: "dates" })]);
        return finish(WRONG_USE);
      }
      if (options.published !== undefined && !isDay(options.published)) {
        process.stderr.write(`error: --published takes a day such as 2016-06-10, not "${options.published}"\n`);
        return finish(WRONG_USE);
      }
      outcome.tell(await writeLines("-", lines({ files, lines: options.in }, options, outcome)));
      finish(outcome.exitCode);
    });
}
