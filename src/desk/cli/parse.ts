import type { Command } from "commander";
import { type Problem, problem } from "../../record/index.ts";
import { openText, type Reading, readingAsConllu, type Sentence, treeAsSvg, treeAsText } from "../../text/index.ts";
import { packageResources } from "../resources.ts";
import { documentOf } from "./inputs.ts";
import { Outcome, WRONG_USE } from "./outcome.ts";
import { writeLines } from "./output.ts";

interface ParseOptions {
  readonly file?: string;
  readonly svg: boolean;
  readonly conllu: boolean;
  readonly json: boolean;
  readonly out: string;
}

const words = ({ tokens }: Sentence, first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(" ");

/** The mentions of a sentence, one a line: "person  name  Leo Hernandez". */
const mentionLines = (sentence: Sentence): string =>
  sentence.mentions
    .map(({ type, form, first, last }) => `  ${type}  ${form}  ${words(sentence, first, last)}\n`)
    .join("");

function asText({ sentences }: Reading): string {
  return sentences
    .map((sentence) => {
      const mentions = mentionLines(sentence);
      return `${treeAsText(sentence)}${mentions === "" ? "" : `mentions\n${mentions}`}`;
    })
    .join("\n");
}

/** The drawing of a reading, or what is wrong with asking for it: an SVG file holds one drawing. */
function drawn({ sentences }: Reading): string | Problem {
  const [only, ...others] = sentences;
  return only === undefined || others.length > 0
    ? problem("one-sentence-a-drawing", { found: sentences.length })
    : treeAsSvg(only);
}

function written(reading: Reading, { svg, conllu, json }: ParseOptions): string | Problem {
  if (json) return `${JSON.stringify(reading)}\n`;
  if (conllu) return readingAsConllu(reading);
  return svg ? drawn(reading) : asText(reading);
}

async function textOf(sentence: readonly string[], file: string | undefined, outcome: Outcome): Promise<string | null> {
  if (file === undefined) return sentence.join(" ");
  return (await documentOf(file, outcome.tell))?.text ?? null;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** `plumbline parse`: what the text room reads, for developers and for users who ask why a role was coded so. */
export function addParseCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("parse")
    .description("show how a sentence is read: its tree, tags and mentions")
    .argument("[sentence...]", "words to read")
    .option("--file <file>", "read a document instead; - for standard input")
    .option("--svg", "draw the tree as SVG (one sentence)", false)
    .option("--conllu", "print CoNLL-U, for other programs", false)
    .option("--json", "print the whole reading as JSON", false)
    .option("--out <file>", "where to write; - for standard output", "-")
    .addHelpText(
      "after",
      '\nExample:\n  plumbline parse "Gunmen killed two policemen in Aktobe."\n  plumbline parse --svg --out tree.svg "The mayor was shot."',
    )
    .action(async (sentence: string[], options: ParseOptions) => {
      const outcome = new Outcome();
      if (sentence.length === 0 && options.file === undefined) {
        outcome.tell([problem("parse-without-words", {})]);
        return finish(WRONG_USE);
      }
      const text = await textOf(sentence, options.file, outcome);
      if (text !== null) {
        const shown = written(openText(packageResources).read(text), options);
        outcome.tell(typeof shown === "string" ? await writeLines(options.out, once(shown)) : [shown]);
      }
      finish(outcome.exitCode);
    });
}
