import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { type DumpKind, dumpKindOf, USUAL_CLASSES } from "../../places/index.ts";
import { problem } from "../../record/index.ts";
import { addedGazetteerFile } from "../added-gazetteer.ts";
import { importGazetteer } from "../gazetteer-import/import-gazetteer.ts";
import { linesOf } from "../gazetteer-import/lines-of.ts";
import type { DumpFile } from "../gazetteer-import/read-dump.ts";
import { progressBar } from "../terminal.ts";
import { pathProblem } from "./inputs.ts";
import { DONE, Outcome } from "./outcome.ts";

interface AddOptions {
  readonly countries?: string;
  readonly classes?: string;
  readonly rowsInMemory: string;
}

/** About a hundred megabytes of lines. */
const ROWS_IN_MEMORY = 200_000;

const importFolder = (): string => `${addedGazetteerFile()}.import`;

/** Kind of a file by its first line that is no comment. */
function kindOf(file: string): DumpKind | null {
  for (const { text } of linesOf(file)) if (text.trim() !== "" && !text.startsWith("#")) return dumpKindOf(text);
  return null;
}

const codes = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((code) => code !== ""),
  );

/** The files with their kinds, or null where one cannot be used, which is told. */
function dumpFiles(names: readonly string[], outcome: Outcome): readonly DumpFile[] | null {
  const files: DumpFile[] = [];
  for (const name of names) {
    const wrong = pathProblem(name);
    const kind = wrong === null ? kindOf(name) : null;
    if (kind === null) {
      outcome.tell([wrong ?? problem("geonames-file-unknown", { file: name })]);
      return null;
    }
    files.push({ file: resolve(name), kind });
  }
  return files;
}

function add(names: readonly string[], options: AddOptions, outcome: Outcome): void {
  const files = dumpFiles(names, outcome);
  if (files === null) return;
  const folder = importFolder();
  if (existsSync(folder))
    process.stderr.write("note: an import was broken off; the same one goes on, another begins anew\n");
  const bar = progressBar();
  const { places, names: count } = importGazetteer({
    files,
    filter: {
      countries: options.countries === undefined ? null : codes(options.countries),
      classes: options.classes === undefined ? USUAL_CLASSES : codes(options.classes),
    },
    target: addedGazetteerFile(),
    folder,
    rowsInMemory: Math.max(1, Number.parseInt(options.rowsInMemory, 10) || ROWS_IN_MEMORY),
    tell: (p) => outcome.tell([p]),
    show: bar.show,
  });
  bar.end();
  console.log(`${places} places with ${count} names in ${addedGazetteerFile()}`);
}

/** `plumbline gazetteer`: places of a user's own beside the shipped ones. */
export function addGazetteerCommand(program: Command, finish: (exitCode: number) => void): void {
  const gazetteer = program
    .command("gazetteer")
    .description("add places from a GeoNames dump, or drop them again")
    .addHelpText("after", "\nExample:\n  plumbline gazetteer add NG.txt alternateNamesV2.txt");
  gazetteer
    .command("add <files...>")
    .description(
      "read files of the GeoNames dump; they replace the places added before; broken off, the same command goes on",
    )
    .option("--countries <codes>", "keep only these countries, as ISO codes: KZ,KG")
    .option("--classes <letters>", "GeoNames feature classes to keep, as P,A,L,T,H,V")
    .option("--rows-in-memory <n>", "rows sorted in memory at a time; fewer take less of it", String(ROWS_IN_MEMORY))
    .addHelpText(
      "after",
      "\nExample:\n  plumbline gazetteer add allCountries.txt alternateNamesV2.txt admin1CodesASCII.txt admin2Codes.txt",
    )
    .action((files: string[], options: AddOptions) => {
      const outcome = new Outcome();
      add(files, options, outcome);
      finish(outcome.exitCode);
    });
  gazetteer
    .command("drop")
    .description("use the shipped places alone again")
    .addHelpText("after", "\nExample:\n  plumbline gazetteer drop")
    .action(() => {
      rmSync(addedGazetteerFile(), { force: true });
      rmSync(importFolder(), { recursive: true, force: true });
      finish(DONE);
    });
}
