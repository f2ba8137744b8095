import type { Command } from "commander";
import { openPlaces } from "../../places/index.ts";
import { problem } from "../../record/index.ts";
import { openText } from "../../text/index.ts";
import { addedGazetteer } from "../added-gazetteer.ts";
import { placesSheet } from "../make-places-sheet.ts";
import type { PlacesSheet } from "../places-sheet.ts";
import { placesHtml } from "../report.ts";
import { packageResources, WEB_ROOT } from "../resources.ts";
import { sayPlaces } from "../say-places.ts";
import { documentsOf } from "./inputs.ts";
import { Outcome, WRONG_USE } from "./outcome.ts";
import { writeLines } from "./output.ts";

interface PlacesOptions {
  readonly html?: string;
  readonly json?: boolean;
}

async function* sheetsOf(files: readonly string[], outcome: Outcome): AsyncGenerator<PlacesSheet> {
  const text = openText(packageResources);
  const reader = openPlaces(packageResources, addedGazetteer());
  for await (const document of documentsOf({ files }, outcome.tell)) yield placesSheet(document, text, reader);
}

async function* lines(sheets: AsyncIterable<PlacesSheet>, json: boolean): AsyncGenerator<string> {
  let first = true;
  for await (const sheet of sheets) {
    if (!json && !first) yield "\n";
    first = false;
    yield json ? `${JSON.stringify(sheet)}\n` : sayPlaces(sheet);
  }
}

async function* page(sheets: AsyncIterable<PlacesSheet>): AsyncGenerator<string> {
  const all: PlacesSheet[] = [];
  for await (const sheet of sheets) all.push(sheet);
  yield await placesHtml(all, WEB_ROOT);
}

/** `plumbline places`: what each place name of a document means, what else it could mean, and why. */
export function addPlacesCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("places")
    .description("show the place names of documents: readings, scores, reasons, and a map with --html")
    .argument("[files...]", "documents (.txt .md .html .pdf .docx), JSON Lines (.jsonl), or - for standard input")
    .option("--html <file>", "write one self-contained page with the map; - for standard output")
    .option("--json", "JSON Lines, one document a line")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline places article.txt --html places.html\n  plumbline places --json article.txt",
    )
    .action(async (files: string[], options: PlacesOptions) => {
      const outcome = new Outcome();
      if (files.length === 0) {
        outcome.tell([problem("nothing-to-do", { command: "places" })]);
        return finish(WRONG_USE);
      }
      const sheets = sheetsOf(files, outcome);
      if (options.html === undefined) outcome.tell(await writeLines("-", lines(sheets, options.json === true)));
      else outcome.tell(await writeLines(options.html, page(sheets)));
      finish(outcome.exitCode);
    });
}
