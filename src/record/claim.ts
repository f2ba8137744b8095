import { z } from "zod";
import { spanSchema } from "./span.ts";

export const CLAIM_KINDS = [
  "incident-fact",
  "quantity",
  "comparison",
  "pattern",
  "trend",
  "causal",
  "intent",
  "affiliation",
  "prescription",
  "prediction",
] as const;
export const TESTABILITIES = ["record", "statistics", "outside", "no"] as const;
export const TEXT_FAULTS = [
  "inconsistency",
  "missing-date",
  "missing-place",
  "missing-source",
  "conflicting-toll",
  "double-count",
  "loaded-language",
  "unsupported-generalisation",
] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type Testability = (typeof TESTABILITIES)[number];
export type TextFaultKind = (typeof TEXT_FAULTS)[number];

export const claimSchema = spanSchema.extend({
  kind: z.enum(CLAIM_KINDS),
  attributedTo: z.array(spanSchema),
  hedged: z.boolean(),
  testable: z.enum(TESTABILITIES),
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;

/** A fault of the text itself; `issues` in the contract. */
export const textFaultSchema = z.object({
  kind: z.enum(TEXT_FAULTS),
  spans: z.array(spanSchema).min(1),
  note: z.string(),
});
export type TextFault = Readonly<z.infer<typeof textFaultSchema>>;
