import type { Command } from "commander";
import { type InputDocument, type LedgerLine, problem } from "../../record/index.ts";
import { ledgerTable } from "../ledger-table.ts";
import { openPlumbline, type Plumbline } from "../plumbline.ts";
import { progress } from "../terminal.ts";
import { documentsOf } from "./inputs.ts";
import { FOUND_PROBLEMS, Outcome, WRONG_USE } from "./outcome.ts";
import { writeLines } from "./output.ts";
import { type NamedRecord, openRecord, type RecordOptions, withRecordOptions } from "./record-options.ts";

interface CheckOptions extends RecordOptions {
  readonly docs?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function tableOf(
  document: InputDocument,
  ledger: readonly LedgerLine[],
  omissions: number,
  record: NamedRecord,
): string {
  const left = `${omissions} of ${record.rows.length} rows of the record fall in its window, area and kind and are not told.`;
  return `${document.title ?? document.id}\n\n${ledgerTable(ledger)}${left}\n\n`;
}

async function* checkedLines(
  plumbline: Plumbline,
  documents: AsyncIterable<InputDocument>,
  record: NamedRecord,
  asTable: boolean,
  outcome: Outcome,
): AsyncGenerator<string> {
  const shown = progress("checking");
  let done = 0;
  for await (const document of documents) {
    const read = plumbline.code(document);
    for (const note of read.coded.notes ?? []) {
      outcome.tell([problem(note.code as never, note.params as never, "warning")]);
    }
    const { ledger, omissions } = plumbline.check(read, record);
    shown.tick(++done);
    if (asTable) yield tableOf(document, ledger, omissions.omissions.length, record);
    else yield `${[...ledger, omissions].map((line) => JSON.stringify(line)).join("\n")}\n`;
  }
  shown.end();
}

/** `plumbline check`: what the record says of each statement (contract `verdict.md`). */
export function addCheckCommand(program: Command, finish: (exitCode: number) => void): void {
  withRecordOptions(
    program
      .command("check")
      .description("check an article claim by claim against a record: the claim ledger")
      .argument("[files...]", "articles (.txt .md .html .pdf .docx), JSON Lines (.jsonl), or - for standard input")
      .option("--docs <file>", "documents as JSON Lines"),
  )
    .option("--out <file>", "write the ledger as JSON Lines")
    .option("--json", "print the ledger as JSON Lines instead of a table")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline check article.html --record events.csv --card events.card.json\n" +
        "  plumbline check --docs docs.jsonl --record events.csv --out ledger.jsonl",
    )
    .action(async (files: string[], options: CheckOptions) => {
      const outcome = new Outcome();
      if (files.length === 0 && options.docs === undefined) {
        outcome.tell([problem("nothing-to-do", { command: "check" })]);
        return finish(WRONG_USE);
      }
      const { record, problems } = await openRecord(options);
      outcome.tell(problems);
      if (record === null) return finish(FOUND_PROBLEMS);
      const documents = documentsOf({ files, lines: options.docs }, outcome.tell);
      const asTable = options.out === undefined && options.json !== true;
      const lines = checkedLines(openPlumbline(), documents, record, asTable, outcome);
      outcome.tell(await writeLines(options.out ?? "-", lines));
      finish(outcome.exitCode);
    });
}
