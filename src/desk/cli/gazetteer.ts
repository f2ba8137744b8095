import { createReadStream, existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import {
  type DumpFilter,
  type DumpKind,
  DumpRows,
  dumpKindOf,
  keeps,
  readAlternateLine,
  readDivisionLine,
  readPlaceLine,
  rowsOfLines,
  USUAL_CLASSES,
  writeGazetteer,
} from "../../places/index.ts";
import { type Problem, problem } from "../../record/index.ts";
import { addedGazetteerFile } from "../added-gazetteer.ts";
import { DONE, Outcome } from "./outcome.ts";

interface AddOptions {
  readonly countries?: string;
  readonly classes?: string;
}

/** Rows kept in memory while the index is built take about 1 KB each. */
const MOST_PLACES = 3_000_000;
const KINDS_IN_ORDER: readonly DumpKind[] = ["places", "divisions", "alternates"];

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });

/** Kind of a file by its first line that is no comment. */
async function kindOf(file: string): Promise<DumpKind | null> {
  const lines = linesOf(file);
  for await (const line of lines) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    lines.close();
    return dumpKindOf(line);
  }
  return null;
}

/** A line of progress on a terminal, none in a pipe. */
function progress(file: string): (rows: number) => void {
  if (!process.stderr.isTTY) return () => {};
  const megabytes = Math.round(statSync(file).size / 1e6);
  return (rows) => process.stderr.write(`\r${file} (${megabytes} MB): ${rows.toLocaleString("en")} lines`);
}

/** @throws TooManyPlaces where the places would not fit into memory. */
class TooManyPlaces extends Error {
  readonly places: number;
  constructor(places: number) {
    super("too many places");
    this.places = places;
  }
}

async function addFile(
  file: string,
  kind: DumpKind,
  rows: DumpRows,
  filter: DumpFilter,
  tell: (p: Problem) => void,
): Promise<void> {
  const show = progress(file);
  let count = 0;
  const counted = async function* () {
    for await (const line of linesOf(file)) {
      if (++count % 100_000 === 0) show(count);
      yield line;
    }
  };
  if (kind === "places") {
    for await (const place of rowsOfLines(file, counted(), readPlaceLine, tell)) {
      if (keeps(filter, place)) rows.addPlace(place);
      if (rows.size > MOST_PLACES) throw new TooManyPlaces(rows.size);
    }
  } else if (kind === "divisions") {
    for await (const division of rowsOfLines(file, counted(), readDivisionLine, tell)) rows.addDivision(division);
  } else {
    for await (const alternate of rowsOfLines(file, counted(), readAlternateLine, tell)) rows.addAlternate(alternate);
  }
  show(count);
  if (process.stderr.isTTY) process.stderr.write("\n");
}

const codes = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((code) => code !== ""),
  );

async function add(files: readonly string[], options: AddOptions, outcome: Outcome): Promise<void> {
  const filter = {
    countries: options.countries === undefined ? null : codes(options.countries),
    classes: options.classes === undefined ? USUAL_CLASSES : codes(options.classes),
  };
  const kinds = new Map<string, DumpKind>();
  for (const file of files) {
    if (!existsSync(file)) return outcome.tell([problem("file-not-found", { file })]);
    const kind = await kindOf(file);
    if (kind === null) return outcome.tell([problem("geonames-file-unknown", { file })]);
    kinds.set(file, kind);
  }
  const rows = new DumpRows();
  for (const kind of KINDS_IN_ORDER) {
    for (const file of files.filter((f) => kinds.get(f) === kind)) {
      await addFile(file, kind, rows, filter, (p) => outcome.tell([p]));
    }
  }
  const { places, names } = rows.rows();
  const target = addedGazetteerFile();
  const half = `${target}.${process.pid}`;
  writeFileSync(half, writeGazetteer(places, names, `own-${places.length}`));
  renameSync(half, target);
  console.log(`${places.length} places with ${names.length} names in ${target}`);
}

/** `plumbline gazetteer`: places of a user's own beside the shipped ones. */
export function addGazetteerCommand(program: Command, finish: (exitCode: number) => void): void {
  const gazetteer = program
    .command("gazetteer")
    .description("add places from a GeoNames dump, or drop them again")
    .addHelpText("after", "\nExample:\n  plumbline gazetteer add NG.txt alternateNamesV2.txt");
  gazetteer
    .command("add <files...>")
    .description("read files of the GeoNames dump; they replace the places added before")
    .option("--countries <codes>", "keep only these countries, as ISO codes: KZ,KG")
    .option("--classes <letters>", "GeoNames feature classes to keep, as P,A,L,T,H,V")
    .addHelpText("after", "\nExample:\n  plumbline gazetteer add NG.txt alternateNamesV2.txt admin2Codes.txt")
    .action(async (files: string[], options: AddOptions) => {
      const outcome = new Outcome();
      try {
        await add(files, options, outcome);
      } catch (error) {
        if (!(error instanceof TooManyPlaces)) throw error;
        outcome.tell([problem("gazetteer-too-large", { places: error.places, limit: MOST_PLACES })]);
      }
      finish(outcome.exitCode);
    });
  gazetteer
    .command("drop")
    .description("use the shipped places alone again")
    .addHelpText("after", "\nExample:\n  plumbline gazetteer drop")
    .action(() => {
      rmSync(addedGazetteerFile(), { force: true });
      finish(DONE);
    });
}
