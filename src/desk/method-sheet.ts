import { packageResources } from "./resources.ts";

/** What a reader must know of a method: a row of tables/methods.tsv. */
export interface MethodSheet {
  readonly method: string;
  readonly question: string;
  readonly definition: string;
  readonly assumptions: string;
  readonly pitfalls: string;
  readonly report: string;
  readonly references: string;
  /** A call that shows it, as on the command line. */
  readonly example: string;
}

const METHOD_COLUMNS = [
  "method",
  "question",
  "definition",
  "assumptions",
  "pitfalls",
  "report",
  "references",
  "example",
] as const;

/** Every row of the table of methods, in its order. */
export function methodSheets(): readonly MethodSheet[] {
  const lines = packageResources
    .table("methods.tsv")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    const [method, question, definition, assumptions, pitfalls, report, references, example] = METHOD_COLUMNS.map(
      (_, i) => cells[i] ?? "",
    ) as [string, string, string, string, string, string, string, string];
    return { method, question, definition, assumptions, pitfalls, report, references, example };
  });
}
