/** Violent incident classes, as the ledger's omissions take them (contract: verdict.md, Omissions). */
const VIOLENCE: ReadonlySet<string> = new Set([
  "armed-assault",
  "assault",
  "bombing",
  "suicide-bombing",
  "assassination",
  "kidnapping",
  "hostage-taking",
  "hijacking",
  "arson",
  "sabotage",
  "robbery",
  "massacre",
  "clash",
  "riot",
  "sexual-violence",
]);

const PROTEST: ReadonlySet<string> = new Set(["protest", "strike"]);

/** The lane of the timeline that an incident class belongs to; arrests, operations and trials have none. */
export function laneOf(incidentClass: string): "violence" | "protest" | null {
  if (VIOLENCE.has(incidentClass)) return "violence";
  return PROTEST.has(incidentClass) ? "protest" : null;
}
