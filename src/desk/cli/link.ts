import type { Command } from "commander";
import { type Beside, openLinker, type Story } from "../../linking/index.ts";
import { type CodedDocument, codedDocumentSchema, type Incident, type Problem, problem } from "../../record/index.ts";
import { packageResources } from "../resources.ts";
import { documentsOf, readTextFile } from "./inputs.ts";
import { FOUND_PROBLEMS, Outcome } from "./outcome.ts";
import { writeLines } from "./output.ts";
import { readReference } from "./reference.ts";

interface LinkOptions {
  readonly coded: string;
  readonly docs?: string;
  readonly reference?: string;
  readonly as?: string;
  readonly out: string;
}

/** Coded documents of a JSON Lines file; a bad line is told with its number and the others are taken. */
function codedOf(file: string, text: string): { documents: readonly CodedDocument[]; problems: readonly Problem[] } {
  const documents: CodedDocument[] = [];
  const problems: Problem[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      documents.push(codedDocumentSchema.parse(JSON.parse(line)));
    } catch (error) {
      const detail = error instanceof SyntaxError ? error.message : "not a coded document of this version";
      problems.push(problem("line-not-json", { file, line: i + 1, detail }));
    }
  }
  return { documents, problems };
}

/** The documents' texts, titles included, by id. */
async function storiesOf(docs: string, outcome: Outcome): Promise<ReadonlyMap<string, Story>> {
  const stories = new Map<string, Story>();
  for await (const { id, title, text, published } of documentsOf({ files: [], lines: docs }, outcome.tell)) {
    stories.set(id, { text: `${title ?? ""}\n${text}`, published: published ?? null });
  }
  return stories;
}

async function besideOf({ docs, reference, as }: LinkOptions, outcome: Outcome): Promise<Beside> {
  const stories = docs === undefined ? {} : { stories: await storiesOf(docs, outcome) };
  if (reference === undefined) return stories;
  const read = await readReference(reference, as);
  outcome.tell(read.problems);
  return { ...stories, references: read.reference === null ? [] : [read.reference] };
}

async function* incidentLines(incidents: readonly Incident[]): AsyncGenerator<string> {
  for (const incident of incidents) yield `${JSON.stringify(incident)}\n`;
}

/** `plumbline link`: events of many documents joined into incidents (contract `incident.md`). */
export function addLinkCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("link")
    .description("join the events of many documents into incidents, each link with its reasons")
    .requiredOption("--coded <file>", "coded documents, as plumbline code writes them")
    .option("--docs <file>", "the documents: how alike two stories are told then counts too")
    .option(
      "--reference <file>",
      "a reference dataset whose rows are joined or proposed (UCDP GED, ACLED, GTD, your own)",
    )
    .option("--as <layout>", "what it is: ucdp-ged, acled, gtd, gdelt, icews, polecat, or a mapping file (.json)")
    .option("--out <file>", "where to write; - for standard output", "-")
    .addHelpText("after", "\nExample:\n  plumbline link --docs docs.jsonl --coded coded.jsonl --out incidents.jsonl")
    .action(async (options: LinkOptions) => {
      const outcome = new Outcome();
      const { text, problems } = await readTextFile(options.coded);
      outcome.tell(problems);
      if (text === null) return finish(FOUND_PROBLEMS);
      const read = codedOf(options.coded, text);
      outcome.tell(read.problems);
      const incidents = openLinker(packageResources).linkEvents(read.documents, await besideOf(options, outcome));
      outcome.tell(await writeLines(options.out, incidentLines(incidents)));
      finish(outcome.exitCode);
    });
}
