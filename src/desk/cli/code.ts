import type { Command } from "commander";
import { problem } from "../../record/index.ts";
import { progress } from "../terminal.ts";
import { codeDocuments } from "../worker/pool.ts";
import { documentsOf, type InputNames } from "./inputs.ts";
import { Outcome, WRONG_USE } from "./outcome.ts";
import { writeLines } from "./output.ts";

interface CodeOptions {
  readonly in?: string;
  readonly out: string;
  readonly workers?: number;
}

/** Thrown to leave no output behind: a false span means that nothing written can be trusted. */
class Stopped extends Error {}

async function* codedLines(names: InputNames, workers: number | undefined, outcome: Outcome): AsyncGenerator<string> {
  const shown = progress("coding");
  let done = 0;
  const documents = documentsOf(names, outcome.tell);
  for await (const line of codeDocuments(documents, workers === undefined ? {} : { workers })) {
    if (line.stop !== null) throw new Stopped(line.stop);
    outcome.tell(line.problems);
    shown.tick(++done);
    if (line.json !== null) yield `${line.json}\n`;
  }
  shown.end();
}

/** `plumbline code`: documents in, coded documents out (contract `coded-document.md`). */
export function addCodeCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("code")
    .description("code the events of documents, with the words behind every value (JSON Lines)")
    .argument("[files...]", "documents (.txt .md .html .pdf .docx), JSON Lines (.jsonl), or - for standard input")
    .option("--in <file>", "documents as JSON Lines; - for standard input")
    .option("--out <file>", "where to write; - for standard output", "-")
    .option("--workers <n>", "threads (default: all cores); the result does not depend on it", (n) =>
      Math.max(1, Number.parseInt(n, 10) || 1),
    )
    .option("--json", "JSON Lines, which is what is written anyway")
    .addHelpText(
      "after",
      "\nExample:\n  plumbline code --in docs.jsonl --out coded.jsonl\n  plumbline code article.html > coded.jsonl",
    )
    .action(async (files: string[], options: CodeOptions) => {
      const outcome = new Outcome();
      if (files.length === 0 && options.in === undefined) {
        outcome.tell([problem("nothing-to-do", { command: "code" })]);
        return finish(WRONG_USE);
      }
      try {
        outcome.tell(await writeLines(options.out, codedLines({ files, lines: options.in }, options.workers, outcome)));
        finish(outcome.exitCode);
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        process.stderr.write(`error: ${error.message}\n`);
        finish(1);
      }
    });
}
