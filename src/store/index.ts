export type { OpenedCase } from "./case.ts";
export { Case, createCase, isCase, openCase } from "./case.ts";
export { custodyOf } from "./custody.ts";
export type { DerivedRows } from "./derived.ts";
export { eventRows, rebuildDerived, recordRows, verdictRows } from "./derived.ts";
export type { Act, By, LedgerEntry } from "./ledger.ts";
export { verifyCase } from "./verify.ts";
