import type { Command } from "commander";
import type { EventTrace, ValueTrace } from "../../events/index.ts";
import { problem } from "../../record/index.ts";
import { openPlumbline } from "../plumbline.ts";
import { documentOf } from "./inputs.ts";
import { Outcome } from "./outcome.ts";
import { writeLines } from "./output.ts";

interface ExplainOptions {
  readonly event?: string;
  readonly json: boolean;
}

const quoted = ({ words }: ValueTrace): string =>
  words.map(({ text }) => `"${text.replace(/\s+/g, " ")}"`).join(", ") || "-";

const valueLines = (value: ValueTrace): string =>
  [
    `${value.field}: ${value.value}`,
    `  words      ${quoted(value)}`,
    `  rule       ${value.rule}`,
    `  runner-up  ${value.runnerUp ?? "none"}`,
  ].join("\n");

const asText = ({ event, values }: EventTrace): string => `event ${event}\n${values.map(valueLines).join("\n")}\n`;

async function* linesOf(traces: readonly EventTrace[], json: boolean): AsyncGenerator<string> {
  for (const trace of traces) yield json ? `${JSON.stringify(trace)}\n` : `${asText(trace)}\n`;
}

/** `plumbline explain`: for every value of an event the words, the rule and the runner-up. */
export function addExplainCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("explain")
    .description("show why an event is coded as it is: for each value the words, the rule and the runner-up")
    .argument("<file>", "document (.txt .md .html .pdf .docx), or - for standard input")
    .option("--event <id>", "this event only; the start of its id is enough")
    .option("--json", "one JSON object an event", false)
    .addHelpText("after", "\nExample:\n  plumbline explain article.html --event e1f0c2")
    .action(async (file: string, options: ExplainOptions) => {
      const outcome = new Outcome();
      const document = await documentOf(file, outcome.tell);
      if (document !== null) {
        const all = openPlumbline().explain(document);
        const wanted = all.filter(({ event }) => event.startsWith(options.event ?? ""));
        if (wanted.length === 0)
          outcome.tell([
            problem("event-not-found", {
              event: options.event ?? "",
              known: all.map(({ event }) => event).join(", ") || "none",
            }),
          ]);
        outcome.tell(await writeLines("-", linesOf(wanted, options.json)));
      }
      finish(outcome.exitCode);
    });
}
