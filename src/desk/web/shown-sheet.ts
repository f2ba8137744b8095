import { createContext, useContext } from "react";
import type { Event, RecordRow } from "../../record/index.ts";
import type { Sheet } from "../sheet.ts";

export type Lane = "violence" | "protest" | "other";

/** The sheet with the look-ups that several views need. */
export interface ShownSheet {
  readonly sheet: Sheet;
  /** 1-based, as printed. */
  readonly numberOfEvent: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, RecordRow>;
  laneOf(event: Event): Lane;
}

/** Where the timeline does not place an event: by its PLOVER type. */
const laneByType = ({ type, incident }: Event): Lane =>
  type === "ASSAULT" || incident === "riot" ? "violence" : type === "PROTEST" ? "protest" : "other";

export function showSheet(sheet: Sheet): ShownSheet {
  const lanes = new Map(
    sheet.timeline.marks.flatMap((mark) => (mark.event === null ? [] : [[mark.event, mark.lane] as const])),
  );
  return {
    sheet,
    numberOfEvent: new Map(sheet.coded.events.map((event, i) => [event.id, i + 1])),
    rows: new Map((sheet.record?.rows ?? []).map((row) => [row.id, row])),
    laneOf: (event) => lanes.get(event.id) ?? laneByType(event),
  };
}

export const SheetContext = createContext<ShownSheet | null>(null);

export function useSheet(): ShownSheet {
  const shown = useContext(SheetContext);
  if (shown === null) throw new Error("useSheet is called outside a sheet");
  return shown;
}
