import { VIOLENT_INCIDENTS } from "../record/index.ts";

/** Harm that the ledger's list leaves to other classes is violence on the timeline all the same. */
const VIOLENCE: ReadonlySet<string> = new Set([...VIOLENT_INCIDENTS, "assault", "sexual-violence"]);

const PROTEST: ReadonlySet<string> = new Set(["protest", "strike"]);

/** The lane of the timeline that an incident class belongs to; arrests, operations and trials have none. */
export function laneOf(incidentClass: string): "violence" | "protest" | null {
  if (VIOLENCE.has(incidentClass)) return "violence";
  return PROTEST.has(incidentClass) ? "protest" : null;
}
