import type { Claim, LedgerLine, OmissionsLine } from "../record/index.ts";
import type { Check, Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { judgeCoincidence } from "./judge-coincidence.ts";
import { judgeCount, judgeIndicator, judgeRate } from "./judge-count.ts";
import { judgeHappening } from "./judge-incident.ts";
import { judgeRank } from "./judge-rank.ts";
import { judgeResponsibility } from "./judge-responsibility.ts";
import { judgeTrend } from "./judge-trend.ts";
import { findOmissions } from "./omissions.ts";
import type { Carried } from "./plan-check.ts";
import { NOTHING_CARRIED, planCheck } from "./plan-check.ts";
import { plainReason } from "./reason.ts";

export interface CheckedDocument {
  readonly ledger: readonly LedgerLine[];
  readonly omissions: OmissionsLine;
}

/** Rule 1: kinds that no record can settle. */
function judgeMute(check: Extract<Check, { type: "none" }>): Finding {
  const nothingClaimed = check.because === "prescription" || check.because === "prediction";
  return {
    verdict: nothingClaimed ? "no-factual-claim" : "untestable",
    rows: [],
    answer: {},
    reason: plainReason(check.because),
    alternatives: [],
  };
}

/** The answer to a check. Pure, and the same for the same check and record. */
export function judge(context: CheckContext, check: Check): Finding {
  switch (check.type) {
    case "none":
      return judgeMute(check);
    case "incident":
      return "who" in check ? judgeResponsibility(context, check) : judgeHappening(context, check);
    case "count":
      return judgeCount(context, check);
    case "rank":
      return judgeRank(context, check);
    case "coincidence":
      return judgeCoincidence(context, check);
    case "trend":
      return judgeTrend(context, check);
    case "rate":
      return judgeRate(context);
    case "indicator":
      return judgeIndicator(context, check);
  }
}

/** A chain of sources is one origin: all lean on the last of them. The author's own word has no source to count. */
const saidOf = (claim: Claim): LedgerLine["said"] => ({
  by: claim.attributedTo,
  independentOrigins: claim.attributedTo.length === 0 ? null : 1,
});

function ledgerLine(context: CheckContext, claim: Claim, check: Check): LedgerLine {
  const { rows, alternatives, ...so } = judge(context, check);
  const { start, end, text, kind } = claim;
  return {
    doc: context.document.id,
    claim: { start, end, text, kind },
    check: { ...check },
    said: saidOf(claim),
    so: { ...so, rows: [...rows], alternatives: [...alternatives] },
  };
}

/** One line for each claim, in order of the text, and what the text leaves out. */
export function checkClaims(context: CheckContext, claims: readonly Claim[]): CheckedDocument {
  const inOrder = [...claims].sort((a, b) => a.start - b.start || a.end - b.end);
  let carried: Carried = NOTHING_CARRIED;
  const ledger = inOrder.map((claim) => {
    const planned = planCheck(context, claim, carried);
    carried = planned.carried;
    return ledgerLine(context, claim, planned.check);
  });
  return {
    ledger,
    omissions: findOmissions(context, ledger),
  };
}
