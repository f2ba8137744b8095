import type { ToldEvent } from "./merge-tellings.ts";

/*
 * A plain product of what is known to make tellings go wrong, not yet calibrated: the figures order events by how much
 * stands behind them and are no probabilities. Calibration against coded documents is the work of the event coder's issue.
 */
const BY_FACTUALITY = { asserted: 1, attributed: 0.95, alleged: 0.8, denied: 0.8, hypothetical: 0.6 } as const;

/** 0..1: higher where more of the frame is filled, more words tell of it, and nothing holds it at a distance. */
export function scoreConfidence({ lead, tellings }: ToldEvent, filled: { date: boolean; place: boolean }): number {
  const base = lead.match.trigger.kind === "act" ? 0.6 : 0.5;
  const frame = 0.1 * Number(lead.parts.length > 0) + 0.1 * Number(filled.date) + 0.1 * Number(filled.place);
  const told = 0.05 * Math.min(2, tellings.length - 1);
  const verbal = lead.match.trigger.pos === "verb" ? 0.04 : 0;
  return Math.round(Math.min(0.99, base + frame + told + verbal) * BY_FACTUALITY[lead.factuality] * 1000) / 1000;
}
