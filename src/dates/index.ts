export type { DateMention, DateModifier, Ground, TimeSpan } from "./date-mention.ts";
export { ORDER_LEFT_OPEN, toDateRecord, toDateRecords } from "./date-mention.ts";
export type { DateReader } from "./open-dates.ts";
export { openDates } from "./open-dates.ts";
export type { DateContext, DatesRead } from "./read-dates.ts";
export { explainMention, reasonOf } from "./reasons.ts";
