import { join } from "node:path";
import type { Command } from "commander";
import { readCard, readIndicators } from "../../exchange/index.ts";
import { type Problem, problem, type ReferenceRecord } from "../../record/index.ts";
import { PACKAGE_ROOT } from "../resources.ts";
import { readTextFile } from "./inputs.ts";
import { readReference } from "./reference.ts";

export interface RecordOptions {
  readonly record?: string;
  readonly as?: string;
  readonly card?: string;
  readonly indicators?: string;
}

export const SAMPLE_RECORD: RecordOptions = {
  record: join(PACKAGE_ROOT, "samples", "kazakhstan-record.csv"),
  card: join(PACKAGE_ROOT, "samples", "kazakhstan-record.card.json"),
};

export interface NamedRecord extends ReferenceRecord {
  readonly name: string;
}

export const withRecordOptions = (command: Command): Command =>
  command
    .option(
      "--record <csv>",
      "the record to compare with: a table (docs/record.md), UCDP GED, ACLED or GTD as published; default: the demonstration table",
    )
    .option("--as <layout>", "what the record is: ucdp-ged, acled, gtd, or a mapping file; else told by its header")
    .option("--card <json>", "its coverage card: without one it counts as a convenience collection")
    .option("--indicators <csv>", "statistics that claims may be compared with");

/** Reads the record named by the options. `record` is null where it could not be read at all. */
export async function openRecord(
  options: RecordOptions,
): Promise<{ record: NamedRecord | null; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const chosen = options.record === undefined ? { ...SAMPLE_RECORD, ...options } : options;
  const file = chosen.record ?? "";
  const { reference, problems: found } = await readReference(file, options.as);
  problems.push(...found);
  if (reference === null) return { record: null, problems };
  if (reference.dataset === "gdelt") {
    return { record: null, problems: [...problems, problem("dataset-counts-reports", { file })] };
  }

  let card: ReferenceRecord["card"] = null;
  if (chosen.card === undefined) problems.push(problem("card-missing", { file }, "note"));
  else {
    const text = await readTextFile(chosen.card);
    const read = text.text === null ? { card: null, problems: text.problems } : readCard(text.text, chosen.card);
    problems.push(...read.problems);
    card = read.card;
  }
  let indicators: ReferenceRecord["indicators"] = [];
  if (chosen.indicators !== undefined) {
    const text = await readTextFile(chosen.indicators);
    const read =
      text.text === null ? { indicators: [], problems: text.problems } : readIndicators(text.text, chosen.indicators);
    problems.push(...read.problems);
    indicators = read.indicators;
  }
  const name = card?.name ?? file;
  if (options.record === undefined) problems.push(problem("record-default", { name }, "note"));
  return { record: { rows: reference.rows, card, indicators, name }, problems };
}
