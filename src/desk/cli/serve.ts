import { basename, join } from "node:path";
import type { Command } from "commander";
import { explain, type Problem, problem } from "../../record/index.ts";
import { keepInCase } from "../keep-in-case.ts";
import { ledgerTable } from "../ledger-table.ts";
import { openBrowser } from "../open-browser.ts";
import { openPlumbline } from "../plumbline.ts";
import { PACKAGE_ROOT, WEB_ROOT } from "../resources.ts";
import { serveSheets } from "../server/serve-sheets.ts";
import type { Sheet } from "../sheet.ts";
import { VERSION } from "../version.ts";
import { documentsOf } from "./inputs.ts";
import { DONE, FOUND_PROBLEMS, Outcome, WRONG_USE } from "./outcome.ts";
import { type NamedRecord, openRecord, type RecordOptions, withRecordOptions } from "./record-options.ts";
import { sheetOf } from "./sheets.ts";

const DEFAULT_PORT = 4747;

interface ServeOptions extends RecordOptions {
  readonly port: number;
}

/** Resolves when the user ends the program (Ctrl-C) or the system does. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });

async function servePage(sheets: readonly Sheet[], port: number, outcome: Outcome): Promise<void> {
  const served = await serveSheets({ sheets: () => sheets, port, webRoot: WEB_ROOT });
  outcome.tell(served.problems);
  process.stdout.write(`The page: ${served.url} (Ctrl-C ends)\n`);
  openBrowser(served.url);
  await untilStopped();
  await served.close();
  process.stdout.write("\nEnded.\n");
}

/** The problems told while a document was read stand on its page, too. */
async function sheetsOf(
  files: readonly string[],
  record: NamedRecord,
  outcome: Outcome,
  told: readonly Problem[],
  done: (sheet: Sheet) => Promise<void>,
): Promise<readonly Sheet[]> {
  const plumbline = openPlumbline();
  const sheets: Sheet[] = [];
  let notes = told.map(explain);
  const tell = (problems: readonly Problem[]): void => {
    outcome.tell(problems);
    notes = [...notes, ...problems.map(explain)];
  };
  for await (const document of documentsOf({ files }, tell)) {
    const sheet = sheetOf(plumbline, document, record, notes);
    notes = told.map(explain);
    sheets.push(sheet);
    await done(sheet);
  }
  return sheets;
}

const SAMPLE_COLUMN = join(PACKAGE_ROOT, "samples", "kazakhstan-column.md");

/** `npm start`: the sample case, or the user's own article, from text to page. */
async function start(file: string | undefined, options: ServeOptions): Promise<number> {
  const outcome = new Outcome();
  const article = file ?? SAMPLE_COLUMN;
  process.stdout.write(`Plumbline ${VERSION}: ${file === undefined ? "the sample column" : basename(article)}\n\n`);
  const { record, problems } = await openRecord(options);
  const told = file === undefined ? problems.filter(({ code }) => code !== "record-default") : problems;
  outcome.tell(told);
  if (record === null) return FOUND_PROBLEMS;
  const sheets = await sheetsOf([article], record, outcome, told, async (sheet) => {
    process.stdout.write(`${sheet.document.title ?? sheet.document.id}\n\n${ledgerTable(sheet.ledger)}\n`);
    const name = file === undefined ? "sample-case" : "my-case";
    outcome.tell(await keepInCase(name, article, sheet));
  });
  if (sheets.length === 0) return FOUND_PROBLEMS;
  await servePage(sheets, options.port, outcome);
  return DONE;
}

async function serve(files: readonly string[], options: ServeOptions): Promise<number> {
  const outcome = new Outcome();
  if (files.length === 0) {
    outcome.tell([problem("nothing-to-do", { command: "serve" })]);
    return WRONG_USE;
  }
  const { record, problems } = await openRecord(options);
  outcome.tell(problems);
  if (record === null) return FOUND_PROBLEMS;
  const sheets = await sheetsOf(files, record, outcome, problems, async () => undefined);
  if (sheets.length === 0) return FOUND_PROBLEMS;
  await servePage(sheets, options.port, outcome);
  return DONE;
}

const withPort = (command: Command): Command =>
  withRecordOptions(command).option(
    "--port <n>",
    "port on 127.0.0.1; the next free one if it is busy",
    Number,
    DEFAULT_PORT,
  );

/** `plumbline serve` and what `npm start` runs. */
export function addServeCommands(program: Command, finish: (exitCode: number) => void): void {
  withPort(
    program
      .command("serve")
      .description("check articles and serve the page on this machine (127.0.0.1)")
      .argument("[files...]", "articles (.txt .md .html .pdf .docx), JSON Lines, or - for standard input"),
  )
    .addHelpText("after", "\nExample:\n  plumbline serve article.html --record events.csv --card events.card.json")
    .action(async (files: string[], options: ServeOptions) => finish(await serve(files, options)));
  withPort(
    program
      .command("start")
      .description("the sample case, or your article, from text to page (what npm start runs)")
      .argument("[file]", "your article, or - for standard input"),
  )
    .addHelpText("after", "\nExample:\n  plumbline start\n  plumbline start my-article.txt")
    .action(async (file: string | undefined, options: ServeOptions) => finish(await start(file, options)));
}
