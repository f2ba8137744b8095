import { z } from "zod";
import { CLAIM_KINDS } from "./claim.ts";
import { spanSchema } from "./span.ts";

export const VERDICTS = [
  "supported",
  "contradicted",
  "partly",
  "not-in-record",
  "untestable",
  "no-factual-claim",
] as const;
export type VerdictWord = (typeof VERDICTS)[number];

export const CHECK_TYPES = [
  "incident",
  "count",
  "rank",
  "rate",
  "coincidence",
  "trend",
  "network",
  "indicator",
  "none",
] as const;
export type CheckType = (typeof CHECK_TYPES)[number];

export const REASON_CODES = [
  "matched",
  "count-matched",
  "rank-holds",
  "rate-holds",
  "trend-holds",
  "coincidence-holds",
  "network-holds",
  "indicator-matched",
  "absence-in-coverage",
  "toll-differs",
  "date-differs",
  "place-differs",
  "actor-differs",
  "outcome-differs",
  "count-differs",
  "rank-differs",
  "rate-differs",
  "trend-differs",
  "coincidence-differs",
  "network-differs",
  "indicator-differs",
  "counterexample-found",
  "counting-rule-changes-answer",
  "sources-disagree",
  "parts-do-not-add-up",
  "ranges-overlap",
  "no-row-in-window",
  "toll-not-recorded",
  "actor-not-recorded",
  "outside-coverage",
  "class-not-covered",
  "below-inclusion-rule",
  "record-not-systematic",
  "record-is-a-sample",
  "too-few-units",
  "no-date-or-place",
  "outside-event-records",
  "turnout-not-in-record",
  "indicator-not-in-record",
  "intent-not-testable",
  "causal-not-testable",
  "affiliation-not-in-records",
  "prescription",
  "prediction",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

const parameters = z.record(z.string(), z.unknown());

/** One claim with its verdict: contract `verdict.md`. */
export const ledgerLineSchema = z.object({
  doc: z.string(),
  claim: spanSchema.extend({ kind: z.enum(CLAIM_KINDS) }),
  check: z.looseObject({ type: z.enum(CHECK_TYPES) }),
  said: z.object({ by: z.array(spanSchema), independentOrigins: z.int().min(0).nullable() }),
  so: z.object({
    verdict: z.enum(VERDICTS),
    rows: z.array(z.object({ id: z.string(), why: z.enum(["agrees", "disagrees", "near"]) })),
    answer: parameters,
    reason: z.object({
      code: z.enum(REASON_CODES),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    alternatives: z.array(z.object({ assumption: z.string(), verdict: z.enum(VERDICTS) })),
  }),
});
export type LedgerLine = Readonly<z.infer<typeof ledgerLineSchema>>;

export const omissionsLineSchema = z.object({
  doc: z.string(),
  omissions: z.array(z.object({ row: z.string(), why: z.string() })),
});
export type OmissionsLine = Readonly<z.infer<typeof omissionsLineSchema>>;
