import { parseTable } from "../record/index.ts";
import type { ToldEvent } from "./merge-tellings.ts";

/** What stands behind an event, as the confidence reads it: each feature is 0 or 1. */
export const CONFIDENCE_FEATURES = [
  "act",
  "verb",
  "agent",
  "patient",
  "dated",
  "placed",
  "told-twice",
  "told-often",
  "attributed",
  "alleged",
  "denied",
  "hypothetical",
  "violent",
  "verbal",
] as const;
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
export type ConfidenceFeatures = Readonly<Record<ConfidenceFeature, number>>;

const AGENTS: ReadonlySet<string> = new Set(["perpetrator", "organiser", "actor"]);
const PATIENTS: ReadonlySet<string> = new Set(["victim", "target", "recipient"]);
const VERBAL: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT"]);

/** Does the event have a date, a place, of its own or taken over? */
export interface Filled {
  readonly date: boolean;
  readonly place: boolean;
}

export function confidenceFeatures({ lead, tellings }: ToldEvent, filled: Filled): ConfidenceFeatures {
  const roles = tellings.flatMap((one) => one.parts.map(({ role }) => role));
  return {
    act: Number(lead.match.trigger.kind === "act"),
    verb: Number(lead.match.trigger.pos === "verb"),
    agent: Number(roles.some((role) => AGENTS.has(role))),
    patient: Number(roles.some((role) => PATIENTS.has(role))),
    dated: Number(filled.date),
    placed: Number(filled.place),
    "told-twice": Number(tellings.length >= 2),
    "told-often": Number(tellings.length >= 4),
    attributed: Number(lead.factuality === "attributed"),
    alleged: Number(lead.factuality === "alleged"),
    denied: Number(lead.factuality === "denied"),
    hypothetical: Number(lead.factuality === "hypothetical"),
    violent: Number(lead.type === "ASSAULT"),
    verbal: Number(VERBAL.has(lead.type)),
  };
}

/** Weights of a logistic model by feature, "intercept" among them. */
export type ConfidenceWeights = ReadonlyMap<string, number>;

/** Reads `tables/event-confidence.tsv`, which `training/events/fit-confidence.ts` writes. */
export const parseConfidenceWeights = (tsv: string): ConfidenceWeights =>
  new Map(parseTable("event-confidence.tsv", tsv).rows.map(({ cells }) => [cells.feature ?? "", Number(cells.weight)]));

/** 0..1: share of events with such features that were right in the coded articles (models/event-confidence.card.md). */
export function scoreConfidence(event: ToldEvent, filled: Filled, weights: ConfidenceWeights): number {
  const features = confidenceFeatures(event, filled);
  const sum = CONFIDENCE_FEATURES.reduce(
    (total, name) => total + features[name] * (weights.get(name) ?? 0),
    weights.get("intercept") ?? 0,
  );
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}
