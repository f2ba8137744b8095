export type { DateMention, DateModifier, Ground, TimeSpan } from "./date-mention.ts";
export { toDateRecord } from "./date-mention.ts";
export type { DateReader } from "./open-dates.ts";
export { openDates } from "./open-dates.ts";
export type { DateContext } from "./read-dates.ts";
