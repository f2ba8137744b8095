import type { Linker, RecordLink } from "../linking/index.ts";
import type { CodedDocument, Event, InputDocument, RecordRow, ReferenceRecord } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { ClassWords } from "./class-words.ts";
import type { CountryNames, Coverage } from "./coverage.ts";
import { openCoverage } from "./coverage.ts";
import { likeOf } from "./subject.ts";

export interface CheckedInput {
  readonly document: InputDocument;
  readonly reading: Reading;
  readonly coded: CodedDocument;
}

/** Everything a check may look at: the document, the record, and how the document's events link to the record's rows. */
export interface CheckContext extends CheckedInput {
  readonly record: ReferenceRecord;
  readonly linker: Linker;
  readonly classWords: ClassWords;
  readonly countries: CountryNames;
  readonly coverage: Coverage;
  /** Rows of each event, by event id. */
  readonly links: ReadonlyMap<string, RecordLink>;
  /** Rows that some asserted event of the text is: a denial of a further event cannot mean them. */
  readonly told: ReadonlySet<string>;
}

const HAPPENED: ReadonlySet<Event["factuality"]> = new Set(["asserted", "attributed", "alleged"]);
export const isToldAsHappened = (event: Event): boolean =>
  HAPPENED.has(event.factuality) && !event.summary && event.stage !== "planned" && event.stage !== "threatened";

export function openContext(
  input: CheckedInput,
  record: ReferenceRecord,
  rooms: { linker: Linker; classWords: ClassWords; countries: CountryNames },
): CheckContext {
  const { events } = input.coded;
  const found = rooms.linker.linkToRecord(
    events.map((event) => likeOf(event, input.reading, null)),
    record.rows,
  );
  const links = new Map(events.map((event, i) => [event.id, found[i]!]));
  const told = new Set(
    events.filter(isToldAsHappened).flatMap((event) => bestRow(links.get(event.id)?.same ?? [])?.id ?? []),
  );
  const coverage = openCoverage(record.card, record.rows, rooms.linker, rooms.countries);
  return { ...input, record, ...rooms, coverage, links, told };
}

/** The row that agrees in date and place, best score first, or null. */
const bestRow = (same: RecordLink["same"]): RecordRow | null =>
  same.find(({ comparison }) => comparison.date !== "differs" && comparison.place !== "differs")?.row ?? null;
