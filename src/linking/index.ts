export type { Agreement, Comparison, Reason } from "./compare.ts";
export type { EventLike, Grounds, When, Where } from "./event-like.ts";
export { fromEvent, fromRow, speaksOfNight } from "./event-like.ts";
export { kilometresBetween } from "./kilometres-between.ts";
export type { RecordLink, RowMatch } from "./link-to-record.ts";
export type { Linker } from "./linker.ts";
export { openLinker } from "./linker.ts";
export type { TollAgreement } from "./toll.ts";
export { compareToll, rangesMeet } from "./toll.ts";
