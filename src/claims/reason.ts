import type { ReasonCode } from "../record/index.ts";

/** What the wording of each reason wants to be told; codes not listed want nothing. */
export interface ReasonParams {
  matched: { rows: string };
  "count-matched": { counted: string; claimed: string };
  "rank-holds": { metric: string; window: string };
  "rate-holds": { rate: string; claimed: string };
  "trend-holds": { change: string; p: string };
  "coincidence-holds": { together: number; units: number; expected: string; p: string };
  "network-holds": { rows: string };
  "indicator-matched": { source: string; value: string; claimed: string };
  "toll-differs": { rows: string; recorded: string; claimed: string };
  "date-differs": { rows: string; recorded: string; claimed: string };
  "place-differs": { rows: string; recorded: string; claimed: string };
  "actor-differs": { rows: string; recorded: string; claimed: string };
  "outcome-differs": { rows: string };
  "count-differs": { counted: string; claimed: string };
  "rank-differs": { metric: string; rows: string; window: string };
  "rate-differs": { rate: string; claimed: string };
  "trend-differs": { change: string; p: string };
  "coincidence-differs": { together: number; units: number; expected: string; p: string };
  "indicator-differs": { source: string; value: string; claimed: string };
  "counterexample-found": { rows: string };
  "counting-rule-changes-answer": { recorded: string; without: string; claimed: string };
  "sources-disagree": { recorded: string };
  "parts-do-not-add-up": { sum: string; claimed: string };
  "ranges-overlap": { recorded: string };
  "toll-not-recorded": { rows: string };
  "actor-not-recorded": { rows: string };
  "outside-coverage": { coverage: string };
  "class-not-covered": { class: string };
  "below-inclusion-rule": { rule: string };
  "record-not-systematic": { kind: string };
  "too-few-units": { units: string };
}

export type ReasonWithoutParams = Exclude<ReasonCode, keyof ReasonParams>;

export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const reason = <Code extends keyof ReasonParams>(code: Code, params: ReasonParams[Code]): Reason => ({
  code,
  params: { ...params },
});

export const plainReason = (code: ReasonWithoutParams): Reason => ({ code, params: {} });
