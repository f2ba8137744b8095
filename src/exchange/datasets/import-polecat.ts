import type { Crosswalk } from "./crosswalk.ts";
import { finestLevel } from "./finest-level.ts";
import { decoded, needed, type RowReader } from "./read-rows.ts";

export const POLECAT_BLANKS: ReadonlySet<string> = new Set(["None"]);

/** The mode's class, else that of its type: modes without a row in the table say nothing of their own. */
function classOf(crosswalk: Crosswalk, type: string, mode: string | null): string | null {
  return (mode === null ? null : crosswalk.classOf("polecat", `${type} ${mode}`)) ?? crosswalk.classOf("polecat", type);
}

/**
 * POLECAT events. Its coder dates an event to the day of publication when it finds no date, so such a day is flagged.
 * No text and no address comes with it.
 */
export const polecatReader =
  (crosswalk: Crosswalk): RowReader =>
  ({ line, raw, cells }) => {
    const day = cells.days("event date");
    if (day?.precision !== "day") throw cells.bad("event date", "a day, written YYYY-MM-DD");
    const published = cells.days("publication date");
    return {
      line,
      raw,
      flags: published?.from === day.from ? ["dated-as-published"] : [],
      row: {
        id: needed(cells, "event id"),
        from: day.from,
        to: day.to,
        datePrecision: "day",
        ...finestLevel(cells, crosswalk),
        class: decoded(cells, "event type", (type) => classOf(crosswalk, type, cells.text("event mode"))),
        description: "",
        killed: null,
        killedAttackers: null,
        injured: null,
        actor: cells.text("actor name"),
        target: cells.text("recipient name"),
        claimedBy: null,
        origins: null,
        sources: cells.text("source"),
      },
    };
  };
