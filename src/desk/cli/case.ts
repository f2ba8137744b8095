import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { explain } from "../../record/index.ts";
import { type Case, createCase, eventRows, openCase, rebuildDerived, verifyCase } from "../../store/index.ts";
import { actingUser } from "../acting-user.ts";
import { openPlumbline } from "../plumbline.ts";
import { VERSION } from "../version.ts";
import { documentOf } from "./inputs.ts";
import { FOUND_PROBLEMS, Outcome } from "./outcome.ts";

type Finish = (exitCode: number) => void;

/** Opens a case, does something with it, and lets it go whatever happens. */
async function withCase(path: string, outcome: Outcome, act: (opened: Case) => Promise<void>): Promise<number> {
  const { case: opened, problems } = openCase(path);
  outcome.tell(problems);
  if (opened === null) return FOUND_PROBLEMS;
  try {
    await act(opened);
  } finally {
    opened.close();
  }
  return outcome.exitCode;
}

function addNew(program: Command, finish: Finish): void {
  program
    .command("new")
    .description("make a case: a folder that keeps sources, a ledger of acts, and what is computed of them")
    .argument("<case>", "the folder to make")
    .addHelpText("after", "\nExample:\n  plumbline new my-case")
    .action((path: string) => {
      const outcome = new Outcome();
      const { case: made, problems } = createCase(path, basename(resolve(path)), actingUser());
      outcome.tell(problems);
      made?.close();
      if (made !== null) process.stdout.write(`Made ${path}. Next: plumbline add ${path} article.txt\n`);
      finish(made === null ? FOUND_PROBLEMS : outcome.exitCode);
    });
}

function addAdd(program: Command, finish: Finish): void {
  program
    .command("add")
    .description("add articles to a case; the same bytes are kept once")
    .argument("<case>", "the case folder")
    .argument("<files...>", "articles (.txt .md .html .pdf .docx)")
    .addHelpText("after", "\nExample:\n  plumbline add my-case articles/*.html")
    .action(async (path: string, files: string[]) => {
      const outcome = new Outcome();
      const add = async (opened: Case): Promise<void> => {
        for (const file of files) {
          const document = await documentOf(file, outcome.tell);
          if (document === null) continue;
          const item = opened.addSource(readFileSync(file), document, `plumbline ${VERSION}`, actingUser());
          process.stdout.write(`${item.slice(0, 12)}  ${document.title ?? document.id}\n`);
        }
      };
      finish(await withCase(path, outcome, add));
    });
}

function addRebuild(program: Command, finish: Finish): void {
  program
    .command("rebuild")
    .description("code a case's texts again and make derived.duckdb from them")
    .argument("<case>", "the case folder")
    .addHelpText("after", "\nExample:\n  plumbline rebuild my-case")
    .action(async (path: string) => {
      const outcome = new Outcome();
      const rebuild = async (opened: Case): Promise<void> => {
        const plumbline = openPlumbline();
        const coded = opened.documents().map(({ item, document }) => ({ item, coded: plumbline.code(document).coded }));
        await rebuildDerived(path, { events: coded.flatMap((one) => eventRows(one.coded)), verdicts: [] });
        for (const { item, coded: one } of coded) {
          const { name, version, tables } = one.coder;
          opened.record(
            { act: "coded", item, detail: { coder: name, version, tables, events: one.events.length } },
            actingUser(),
          );
        }
        process.stdout.write(
          `${coded.length} documents, ${coded.reduce((sum, one) => sum + one.coded.events.length, 0)} events\n`,
        );
      };
      finish(await withCase(path, outcome, rebuild));
    });
}

function addVerify(program: Command, finish: Finish): void {
  program
    .command("verify")
    .description("compute every hash of a case again: the ledger's chain, sources and texts")
    .argument("<case>", "the case folder")
    .addHelpText("after", "\nExample:\n  plumbline verify my-case")
    .action((path: string) => {
      const problems = verifyCase(path);
      for (const found of problems) process.stderr.write(`${explain(found)}\n`);
      if (problems.length === 0) process.stdout.write("Everything is as it was written.\n");
      finish(problems.length === 0 ? 0 : FOUND_PROBLEMS);
    });
}

/** `plumbline new`, `add`, `rebuild` and `verify`. */
export function addCaseCommands(program: Command, finish: Finish): void {
  addNew(program, finish);
  addAdd(program, finish);
  addRebuild(program, finish);
  addVerify(program, finish);
}
