import { daysShared } from "../record/index.ts";
import type { When } from "./event-like.ts";

export type DateLevel =
  | "same day"
  | "within one night"
  | "days shared"
  | "date not given"
  | "up to three days apart"
  | "up to sixty days apart"
  | "further apart";

const oneDay = (when: When): boolean => when.from === when.to;

/** Rule 5 of the verdicts: two dates agree if their intervals share a day; a night gets one day's grace. */
export function compareDates(a: When | null, b: When | null): DateLevel {
  if (a === null || b === null) return "date not given";
  const shared = daysShared(a, b);
  if (shared > 0) return oneDay(a) && oneDay(b) ? "same day" : "days shared";
  const apart = 1 - shared;
  if (apart === 1 && (a.night || b.night)) return "within one night";
  if (a.carried || b.carried) return "date not given";
  if (apart <= 3) return "up to three days apart";
  return apart <= 60 ? "up to sixty days apart" : "further apart";
}
