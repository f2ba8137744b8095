import type { CodedDocument, Count, Event, Participant, Role } from "../record/index.ts";
import { csvLine } from "./csv.ts";

type Cell = string | number | null;

const names = (participants: readonly Participant[], roles: readonly Role[]): string | null =>
  participants
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => name)
    .join("; ") || null;

const least = (count: Count | null): number | null => count?.min ?? null;
const most = (count: Count | null): number | null => count?.max ?? null;

interface Column {
  readonly name: string;
  /** Frictionless field type. */
  readonly kind: "string" | "date" | "number" | "integer";
  readonly meaning: string;
  readonly cell: (event: Event, document: CodedDocument) => Cell;
}

/** One row an event. Names as in RECORD.csv where both have the column. */
export const EVENT_COLUMNS: readonly Column[] = [
  { name: "document", kind: "string", meaning: "id of the document", cell: (_, d) => d.doc },
  { name: "id", kind: "string", meaning: "id of the event within it", cell: (e) => e.id },
  { name: "type", kind: "string", meaning: "PLOVER event type", cell: (e) => e.type },
  { name: "mode", kind: "string", meaning: "PLOVER mode; empty where none fits", cell: (e) => e.mode },
  { name: "class", kind: "string", meaning: "plain incident class", cell: (e) => e.incident },
  {
    name: "stage",
    kind: "string",
    meaning: "completed, attempted, foiled, threatened or planned",
    cell: (e) => e.stage,
  },
  {
    name: "factuality",
    kind: "string",
    meaning: "asserted, attributed, alleged, denied or hypothetical",
    cell: (e) => e.factuality,
  },
  {
    name: "date_from",
    kind: "date",
    meaning: "first day, YYYY-MM-DD; empty where not known",
    cell: (e) => e.date?.from ?? null,
  },
  { name: "date_to", kind: "date", meaning: "last day, YYYY-MM-DD", cell: (e) => e.date?.to ?? null },
  { name: "date_precision", kind: "string", meaning: "how exact the date is", cell: (e) => e.date?.precision ?? null },
  {
    name: "date_inferred_by",
    kind: "string",
    meaning: "rule that inferred the date; empty where it is said",
    cell: (e) => e.date?.inferredBy ?? null,
  },
  { name: "place", kind: "string", meaning: "name of the place", cell: (e) => e.place?.name ?? null },
  { name: "admin1", kind: "string", meaning: "first-level division", cell: (e) => e.place?.admin1 ?? null },
  { name: "country", kind: "string", meaning: "ISO 3166 alpha-2", cell: (e) => e.place?.country ?? null },
  { name: "lat", kind: "number", meaning: "degrees north, WGS84", cell: (e) => e.place?.lat ?? null },
  { name: "lon", kind: "number", meaning: "degrees east, WGS84", cell: (e) => e.place?.lon ?? null },
  { name: "precision", kind: "string", meaning: "how exact the place is", cell: (e) => e.place?.precision ?? null },
  {
    name: "killed_min",
    kind: "integer",
    meaning: "fewest killed that the text supports; empty where not known",
    cell: (e) => least(e.casualties.killed),
  },
  {
    name: "killed_max",
    kind: "integer",
    meaning: "most killed; empty where not known or open",
    cell: (e) => most(e.casualties.killed),
  },
  { name: "injured_min", kind: "integer", meaning: "fewest injured", cell: (e) => least(e.casualties.injured) },
  { name: "injured_max", kind: "integer", meaning: "most injured", cell: (e) => most(e.casualties.injured) },
  {
    name: "actor",
    kind: "string",
    meaning: "perpetrators and organisers, as the text names them",
    cell: (e) => names(e.participants, ["perpetrator", "organiser", "actor"]),
  },
  {
    name: "target",
    kind: "string",
    meaning: "targets and victims, as the text names them",
    cell: (e) => names(e.participants, ["target", "victim", "recipient"]),
  },
  {
    name: "claimed_by",
    kind: "string",
    meaning: "who claimed it",
    cell: (e) =>
      e.responsibility
        .filter((r) => r.stance === "claimed")
        .map((r) => r.actor)
        .join("; ") || null,
  },
  { name: "words", kind: "string", meaning: "the first words of evidence", cell: (e) => e.evidence[0]?.text ?? null },
  {
    name: "start",
    kind: "integer",
    meaning: "where they begin, in UTF-16 units",
    cell: (e) => e.evidence[0]?.start ?? null,
  },
  { name: "end", kind: "integer", meaning: "where they end", cell: (e) => e.evidence[0]?.end ?? null },
];

/** The events of coded documents as CSV, header first; cells that a spreadsheet would run as formulas are guarded. */
export function* eventsCsv(documents: Iterable<CodedDocument>): Generator<string> {
  yield csvLine(EVENT_COLUMNS.map(({ name }) => name));
  for (const document of documents) {
    for (const event of document.events) yield csvLine(EVENT_COLUMNS.map(({ cell }) => cell(event, document)));
  }
}
