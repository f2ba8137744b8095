import type { Command } from "commander";
import { openPlumbline } from "../plumbline.ts";
import { reportHtml } from "../report.ts";
import { WEB_ROOT } from "../resources.ts";
import { documentsOf } from "./inputs.ts";
import { FOUND_PROBLEMS, Outcome } from "./outcome.ts";
import { writeLines } from "./output.ts";
import { openRecord, type RecordOptions, withRecordOptions } from "./record-options.ts";
import { sheetOf } from "./sheets.ts";

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** `plumbline report`: the page of one article as a single file that works offline. */
export function addReportCommand(program: Command, finish: (exitCode: number) => void): void {
  withRecordOptions(
    program
      .command("report")
      .description("write the page of one article as a single self-contained HTML file")
      .argument("<file>", "the article, or - for standard input"),
  )
    .requiredOption("--out <html>", "where to write; - for standard output")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline report article.html --record events.csv --card events.card.json --out report.html",
    )
    .action(async (file: string, options: RecordOptions & { out: string }) => {
      const outcome = new Outcome();
      const { record, problems } = await openRecord(options);
      outcome.tell(problems);
      if (record === null) return finish(FOUND_PROBLEMS);
      for await (const document of documentsOf({ files: [file] }, outcome.tell)) {
        const sheet = sheetOf(openPlumbline(), document, record);
        outcome.tell(await writeLines(options.out, once(await reportHtml(sheet, WEB_ROOT))));
        return finish(outcome.exitCode);
      }
      finish(FOUND_PROBLEMS);
    });
}
