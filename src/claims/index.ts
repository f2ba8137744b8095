export type { Check, CitedRow, Finding } from "./check.ts";
export type { CheckedInput } from "./check-context.ts";
export type { CheckedDocument } from "./check-document.ts";
export type { ClaimReader, Found } from "./claim-reader.ts";
export { openClaims } from "./claim-reader.ts";
