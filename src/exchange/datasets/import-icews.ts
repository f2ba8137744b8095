import type { Crosswalk } from "./crosswalk.ts";
import { finestLevel } from "./finest-level.ts";
import { decoded, needed, type RowReader } from "./read-rows.ts";

/** Missing is NA in some exports and NULL in others. */
export const ICEWS_BLANKS: ReadonlySet<string> = new Set(["NA", "NULL"]);

/** ICEWS events. Its event id repeats on other days, so id and day together name a row. */
export const icewsReader =
  (crosswalk: Crosswalk): RowReader =>
  ({ line, raw, cells }) => {
    const day = cells.days("event date");
    if (day?.precision !== "day") throw cells.bad("event date", "a day, written YYYY-MM-DD");
    return {
      line,
      raw,
      flags: [],
      row: {
        id: `${needed(cells, "event id")}@${day.from}`,
        from: day.from,
        to: day.to,
        datePrecision: "day",
        ...finestLevel(cells, crosswalk),
        class:
          cells.text("cameo code") === null
            ? "other"
            : decoded(cells, "cameo code", (code) => crosswalk.classOf("cameo", code)),
        description: cells.text("event text") ?? "",
        killed: null,
        killedAttackers: null,
        injured: null,
        actor: cells.text("source name"),
        target: cells.text("target name"),
        claimedBy: null,
        origins: null,
        sources: cells.text("publisher"),
      },
    };
  };
