import { type CoverageCard, coverageCardSchema, type Problem, problem } from "../record/index.ts";
import { daysOf } from "./cell.ts";

const bad = (file: string, detail: string) => ({ card: null, problems: [problem("card-bad", { file, detail })] });

/** CARD.json (docs/record.md). A card that cannot be read is no card: the record then counts as a convenience one. */
export function readCard(jsonText: string, file: string): { card: CoverageCard | null; problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(jsonText.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return bad(file, `not JSON: ${error.message}`);
  }
  const read = coverageCardSchema.safeParse(value);
  if (!read.success) {
    return bad(
      file,
      read.error.issues.map((issue) => `${issue.path.join(".") || "card"}: ${issue.message}`).join("; "),
    );
  }
  const { from, to } = read.data;
  for (const day of [from, to])
    if (daysOf(day)?.precision !== "day") return bad(file, `"${day}" is not a day, YYYY-MM-DD`);
  if (to < from) return bad(file, `the window ends (${to}) before it begins (${from})`);
  return { card: read.data, problems: [] };
}
