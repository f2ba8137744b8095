import { importDataset, importMapped, layoutOf, openCrosswalk, readMapping, readRecord } from "../../exchange/index.ts";
import { type Problem, problem, type RecordRow } from "../../record/index.ts";
import { packageResources } from "../resources.ts";
import { readTextFile } from "./inputs.ts";

export interface ReferenceRows {
  /** The layout's name ("ucdp-ged"), the mapping's, or the file's for a table of our own layout. */
  readonly dataset: string;
  readonly rows: readonly RecordRow[];
}

interface Read {
  readonly reference: ReferenceRows | null;
  readonly problems: readonly Problem[];
}

const nothing = (problems: readonly Problem[]): Read => ({ reference: null, problems });

function asPublished(text: string, file: string): Read {
  const { dataset, problems } = importDataset(text, file, openCrosswalk(packageResources));
  const reference = dataset && { dataset: dataset.layout, rows: dataset.rows.map(({ row }) => row) };
  return { reference, problems };
}

async function asMapped(text: string, file: string, mappingFile: string): Promise<Read> {
  const json = await readTextFile(mappingFile);
  if (json.text === null) return nothing(json.problems);
  const { mapping, problems } = readMapping(json.text, mappingFile);
  if (mapping === null) return nothing(problems);
  const read = importMapped(text, file, mapping);
  return {
    reference: { dataset: mapping.name, rows: read.rows.map(({ row }) => row) },
    problems: [...json.problems, ...read.problems],
  };
}

async function rowsOf(text: string, file: string, as: string | undefined): Promise<Read> {
  if (as?.endsWith(".json")) return asMapped(text, file, as);
  const layout = layoutOf(text);
  if (as !== undefined && as !== layout) {
    return nothing([problem("dataset-not-as-said", { file, said: as, found: layout ?? "none of the known layouts" })]);
  }
  if (layout !== null) return asPublished(text, file);
  const { rows, problems: bad } = readRecord(text, file);
  return { reference: { dataset: file, rows }, problems: bad };
}

/**
 * Rows of a reference dataset: UCDP GED, ACLED, GTD, ICEWS, POLECAT or GDELT as published (told by the header), a table of
 * our own layout (docs/record.md), or any table through a mapping file (docs/datasets.md).
 * @param as the layout that the user says it is, a mapping file (.json), or undefined
 */
export async function readReference(file: string, as?: string): Promise<Read> {
  const { text, problems } = await readTextFile(file);
  if (text === null) return nothing(problems);
  const read = await rowsOf(text, file, as);
  return { ...read, problems: [...problems, ...read.problems] };
}
