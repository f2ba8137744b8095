import type { DayInterval, LedgerLine, OmissionsLine, RecordRow } from "../record/index.ts";
import { daysShared } from "../record/index.ts";
import type { CheckContext } from "./check-context.ts";
import { declaredWindow, documentWindow, inWindow } from "./document-scope.ts";
import { matchIn } from "./match-row.ts";
import { isViolent } from "./subject.ts";

/** A first-level division, or a country where no division is known. */
interface Division {
  readonly country: string | null;
  readonly admin1: string | null;
}

/** Divisions of the document's events in its window. */
function eventDivisions(context: CheckContext, window: DayInterval): readonly Division[] {
  return context.coded.events
    .filter(
      (event) => event.place !== null && event.date !== null && !event.summary && daysShared(event.date, window) > 0,
    )
    .map((event) => ({ country: event.place?.country ?? null, admin1: event.place?.admin1 ?? null }));
}

const isIn = (context: CheckContext, row: RecordRow, division: Division): boolean =>
  row.country === division.country &&
  (division.admin1 === null || (row.admin1 !== null && context.linker.samePlaceName(row.admin1, division.admin1)));

/**
 * Does a document that declares its period declare its area, too? A survey of a region ("Ferghana Valley") is taken to
 * be about all the record covers there; the card's own area then stands for it.
 */
function declaresRegion(context: CheckContext): boolean {
  if (declaredWindow(context) === null) return false;
  const headings = context.reading.sentences.filter((sentence) => sentence.kind === "heading" || sentence.index < 2);
  return context.coded.dates.some(
    (date) =>
      date.precision === "interval" &&
      headings.some((heading) => heading.start <= date.start && date.end <= heading.end),
  );
}

/** Classes that an omission can be of: violence, and whatever else the document itself reports in the window. */
function reportedClasses(context: CheckContext, window: DayInterval): ReadonlySet<string> {
  const reported = context.coded.events.filter((event) => event.date !== null && daysShared(event.date, window) > 0);
  return new Set(reported.map((event) => event.incident));
}

/** Rows that a verdict on a happening rests on. A row that only outranks the claimed one is not told by the text. */
const restsOn = (line: LedgerLine): readonly string[] =>
  line.check.type !== "incident"
    ? []
    : line.so.rows
        .filter(({ why }) => (line.so.reason.code === "rank-differs" ? why === "agrees" : why !== "near"))
        .map(({ id }) => id);

/** Rows that some event of the text is, or that some claim of a happening is about. */
function toldRows(context: CheckContext, ledger: readonly LedgerLine[]): ReadonlySet<string> {
  const linked = [...context.links.values()].flatMap((link) => matchIn(link)?.row.id ?? []);
  return new Set([...linked, ...ledger.flatMap(restsOn)]);
}

const because = (row: RecordRow): string =>
  `${row.class}, ${row.place ?? row.admin1 ?? row.country ?? "place not known"}, ${row.from}: in the article's window, area and kind, not told`;

/** Rows in the document's window, area and kind that no claim and no event is about. */
export function findOmissions(context: CheckContext, ledger: readonly LedgerLine[]): OmissionsLine {
  const doc = context.document.id;
  const window = documentWindow(context);
  if (window === null) return { doc, omissions: [] };
  const divisions = eventDivisions(context, window);
  const everywhere = declaresRegion(context);
  const classes = reportedClasses(context, window);
  const told = toldRows(context, ledger);
  const omitted = context.record.rows.filter(
    (row) =>
      inWindow(row, window) &&
      (isViolent(row.class) || classes.has(row.class)) &&
      (everywhere || divisions.some((division) => isIn(context, row, division))) &&
      !told.has(row.id),
  );
  return { doc, omissions: omitted.map((row) => ({ row: row.id, why: because(row) })) };
}
