import { EVENT_COLUMNS } from "./write-events-csv.ts";

/**
 * The data dictionary of `events.csv` as a Frictionless data package (`datapackage.json`): each column with its type and
 * meaning. An empty cell is "not known".
 */
export function eventsDataPackage(about: { readonly name: string; readonly head: string | null }): string {
  const fields = EVENT_COLUMNS.map(({ name, kind, meaning }) => ({ name, type: kind, description: meaning }));
  const schema = { fields, missingValues: [""], primaryKey: ["document", "id"] };
  const resource = { name: "events", path: "events.csv", format: "csv", encoding: "utf-8", schema };
  return `${JSON.stringify({ name: about.name, ledgerHead: about.head, resources: [resource] }, null, 2)}\n`;
}
