import type { CheckedDocument } from "../claims/index.ts";
import { crossTabulate } from "../patterns/index.ts";
import type { CodedDocument, Event, LedgerLine, RecordRow, ReferenceRecord } from "../record/index.ts";
import { explainReason } from "../record/index.ts";
import { laneOf } from "./lanes.ts";
import type { CodedReading } from "./plumbline.ts";
import type { LaneMark, Sheet } from "./sheet.ts";
import { VERSION } from "./version.ts";

export interface SheetParts {
  readonly read: CodedReading;
  readonly checked: CheckedDocument;
  /** The row of the record that each event is, where it is one. */
  readonly rowsOfEvents: ReadonlyMap<string, string>;
  readonly record: ReferenceRecord & { readonly name: string };
  /** Problems met while the document was read, in words. */
  readonly notes: readonly string[];
}

/** Rows that the article tells of: an event is linked to them, or a verdict rests on them. */
function citedRows(checked: CheckedDocument, rowsOfEvents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const byVerdict = checked.ledger.flatMap((line) =>
    line.so.rows.filter(({ why }) => why !== "near").map(({ id }) => id),
  );
  return new Set([...byVerdict, ...rowsOfEvents.values()]);
}

const told = (event: Event): boolean =>
  event.factuality !== "denied" && event.factuality !== "hypothetical" && !event.summary;

const rowLabel = (row: RecordRow): string =>
  [row.class, row.place ?? row.admin1 ?? row.country].filter(Boolean).join(", ");

const eventLabel = (event: Event): string => [event.incident, event.place?.name].filter(Boolean).join(", ");

function eventMarks(coded: CodedDocument, rows: ReadonlyMap<string, string>): readonly LaneMark[] {
  return coded.events.flatMap((event) => {
    const lane = laneOf(event.incident);
    if (lane === null || event.date === null || !told(event)) return [];
    const { from, to, precision } = event.date;
    return [{ lane, from, to, precision, label: eventLabel(event), event: event.id, row: rows.get(event.id) ?? null }];
  });
}

/** Rows inside the window that no event mark stands for: cited ones (by a verdict alone) and omitted ones alike. */
function rowMarks(rows: readonly RecordRow[], marked: ReadonlySet<string | null>): readonly LaneMark[] {
  return rows.flatMap((row) => {
    const lane = laneOf(row.class);
    if (lane === null || marked.has(row.id)) return [];
    return [
      {
        lane,
        from: row.from,
        to: row.to,
        precision: row.datePrecision,
        label: rowLabel(row),
        event: null,
        row: row.id,
      },
    ];
  });
}

/** First and last day of what the article dates; the record's own window where it dates nothing. */
function windowOf(
  coded: CodedDocument,
  rows: readonly RecordRow[],
  cited: ReadonlySet<string>,
): { from: string; to: string } {
  const dated = [
    ...coded.events.filter(told).flatMap(({ date }) => (date === null ? [] : [date])),
    ...rows.filter(({ id }) => cited.has(id)),
  ];
  const spans = dated.length > 0 ? dated : rows;
  const days = spans.flatMap(({ from, to }) => [from, to]).sort();
  return { from: days[0] ?? "", to: days.at(-1) ?? "" };
}

const laterOf = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);
const earlierOf = (a: string, b: string | undefined): string => (b !== undefined && b < a ? b : a);

/** Months of the window, as far as the record covers it, with violence, with protest, with both, against what chance alone would give. */
function countMonths(
  rows: readonly RecordRow[],
  from: string,
  to: string,
): Pick<Sheet["timeline"], "months" | "together"> {
  if (from === "" || to < from) return { months: [], together: null };
  const inLane = (lane: "violence" | "protest"): readonly RecordRow[] =>
    rows.filter((row) => laneOf(row.class) === lane);
  const table = crossTabulate(inLane("violence"), inLane("protest"), "month", { from, to });
  const months = table.periods.map(({ from: day, first, second }) => ({
    month: day.slice(0, 7),
    violence: first,
    protest: second,
  }));
  if (months.length < 2) return { months, together: null };
  const { both, onlyFirst, onlySecond, neither, expectedBoth, fisher } = table;
  const together = {
    both,
    violenceOnly: onlyFirst,
    protestOnly: onlySecond,
    neither,
    expected: expectedBoth,
    p: fisher.midP.twoSided,
  };
  return { months, together };
}

const noticeOf = ({ document }: CodedReading): string | null =>
  typeof document.notice === "string" ? document.notice : null;

const reasonsOf = (ledger: readonly LedgerLine[]): readonly string[] =>
  ledger.map((line) => explainReason(line.so.reason));

/** Lays out everything that the page shows of one article; nothing is decided here. */
export function makeSheet({ read, checked, rowsOfEvents, record, notes }: SheetParts): Sheet {
  const { document, coded } = read;
  const cited = citedRows(checked, rowsOfEvents);
  const { from, to } = windowOf(coded, record.rows, cited);
  const omitted = new Set(checked.omissions.omissions.map(({ row }) => row));
  const near = new Set(checked.ledger.flatMap((line) => line.so.rows.map(({ id }) => id)));
  const shown = record.rows.filter(
    (row) => cited.has(row.id) || omitted.has(row.id) || near.has(row.id) || (row.from <= to && row.to >= from),
  );
  const marks = eventMarks(coded, rowsOfEvents);
  const marked = new Set(marks.map(({ row }) => row));
  return {
    format: "plumbline/sheet/1",
    version: VERSION,
    notice: noticeOf(read),
    document,
    coded,
    ledger: checked.ledger,
    reasons: reasonsOf(checked.ledger),
    omissions: checked.omissions.omissions,
    record: { name: record.name, card: record.card, rows: shown, total: record.rows.length },
    timeline: {
      from,
      to,
      marks: [
        ...marks,
        ...rowMarks(
          shown.filter((row) => row.from <= to && row.to >= from),
          marked,
        ),
      ],
      undated: coded.events
        .filter((event) => told(event) && event.date === null && laneOf(event.incident) !== null)
        .map(({ id }) => id),
      ...countMonths(record.rows, laterOf(from, record.card?.from), earlierOf(to, record.card?.to)),
    },
    notes,
  };
}
