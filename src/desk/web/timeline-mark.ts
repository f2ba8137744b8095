import type { Sheet } from "../sheet.ts";
import type { Key } from "./key.ts";
import { sayDate, sayIncident } from "./say.ts";
import type { ShownSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

/** Cited and in the record, cited only, or in the record only. */
export type MarkState = "both" | "cited" | "omitted";

/** One mark of the timeline, ready to be drawn and said. */
export interface TimelineMark {
  /** Apart from every other mark: two events may be told of one row. */
  readonly id: string;
  /** What it lights. */
  readonly key: Key;
  readonly lane: "violence" | "protest";
  readonly from: string;
  readonly to: string;
  readonly precision: string;
  readonly state: MarkState;
  readonly label: string;
}

/** Rows that a verdict rests on are cited, also where no event was linked to them; rows only looked at are not. */
const citedByVerdict = (sheet: Sheet): ReadonlySet<string> =>
  new Set(sheet.ledger.flatMap((line) => line.so.rows.filter(({ why }) => why !== "near").map(({ id }) => id)));

const joined = (incident: string, place: string | null | undefined): string =>
  [sayIncident(incident), place].filter((part) => typeof part === "string").join(", ");

/** Every mark in the order of time. */
export function timelineMarks({ sheet, rows }: ShownSheet): readonly TimelineMark[] {
  const cited = citedByVerdict(sheet);
  const events = new Map(sheet.coded.events.map((event) => [event.id, event]));
  return sheet.timeline.marks
    .map((mark, i): TimelineMark => {
      const event = events.get(mark.event ?? "");
      const row = rows.get(mark.row ?? "");
      const isCited = mark.event !== null || cited.has(mark.row ?? "");
      return {
        id: `${mark.event}/${mark.row}/${i}`,
        key: mark.event === null ? `row:${mark.row}` : `event:${mark.event}`,
        lane: mark.lane,
        from: mark.from,
        to: mark.to,
        precision: mark.precision,
        state: !isCited ? "omitted" : mark.row === null ? "cited" : "both",
        label:
          event !== undefined
            ? joined(event.incident, event.place?.name)
            : row !== undefined
              ? joined(row.class, row.place ?? row.admin1 ?? row.country)
              : mark.label,
      };
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

export const sayMark = (mark: TimelineMark): string =>
  `${sayDate(mark)}: ${mark.label} (${WORDS.leftOut.state[mark.state]})`;
