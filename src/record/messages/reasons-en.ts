import type { ReasonCode } from "../verdict.ts";
import { fill } from "./fill.ts";

/** English wording of every reason a verdict can have. Parameters are those that claims/ gives with the code. */
export const REASONS_EN: Readonly<Record<ReasonCode, string>> = {
  matched: "The record has this: {rows}.",
  "count-matched": "The record counts {counted}; the text says {claimed}.",
  "rank-holds": "By {metric}, it stands first in {window}.",
  "rate-holds": "The record gives {rate}; the text says {claimed}.",
  "trend-holds": "The record shows the same direction: {change}, p = {p}.",
  "coincidence-holds": "{together} of {units} go together, {expected} would by chance, p = {p}.",
  "network-holds": "The record shows the tie: {rows}.",
  "indicator-matched": "{source} gives {value}; the text says {claimed}.",
  "absence-in-coverage": "A complete record that would hold it has no such row, as the text says.",
  "toll-differs": "The record has it ({rows}), but with {recorded}; the text says {claimed}.",
  "date-differs": "The record has it ({rows}), but on {recorded}; the text says {claimed}.",
  "place-differs": "The record has it ({rows}), but in {recorded}; the text says {claimed}.",
  "actor-differs": "The record has it ({rows}), but names {recorded}; the text says {claimed}.",
  "outcome-differs": "The record has it ({rows}), but it went otherwise than the text says.",
  "count-differs": "The record counts {counted}; the text says {claimed}.",
  "rank-differs": "By {metric}, {rows} tops it in {window}.",
  "rate-differs": "The record gives {rate}; the text says {claimed}.",
  "trend-differs": "The record does not show that direction: {change}, p = {p}.",
  "coincidence-differs": "{together} of {units} go together, {expected} would by chance, p = {p}.",
  "network-differs": "The record does not show the tie.",
  "indicator-differs": "{source} gives {value}; the text says {claimed}.",
  "counterexample-found": "Not so without exception: {rows}.",
  "counting-rule-changes-answer":
    "It depends on who is counted: {recorded} with the attackers, {without} without; the text says {claimed}.",
  "sources-disagree": "The record's own sources disagree here: {recorded}.",
  "parts-do-not-add-up": "The parts come to {sum}, the text says {claimed}.",
  "ranges-overlap": "The figures overlap ({recorded}), so the order cannot be told.",
  "no-row-in-window": "The record covers the time and place, and holds nothing of the kind there.",
  "toll-not-recorded": "The record has it ({rows}), but no figure for this.",
  "actor-not-recorded": "The record has it ({rows}), but not who did it.",
  "outside-coverage": "The record does not cover it: {coverage}.",
  "class-not-covered": "The record does not hold events of this kind ({class}).",
  "below-inclusion-rule": "The record leaves such events out by its rule: {rule}",
  "record-not-systematic":
    "The record was not collected so that it can be counted ({kind}); its figures only describe it.",
  "record-is-a-sample": "The record is a sample: a total or a superlative cannot be confirmed on it.",
  "too-few-units": "Only {units} to go by: too few to tell.",
  "no-date-or-place": "The text gives no date or place to look for.",
  "outside-event-records": "Event records do not hold such facts.",
  "turnout-not-in-record": "The record does not hold turnout.",
  "indicator-not-in-record": "Neither the record nor the indicators hold this statistic.",
  "intent-not-testable": "What somebody wanted cannot be read from event records.",
  "causal-not-testable": "What brought it about cannot be read from event records.",
  "affiliation-not-in-records": "Who belongs to whom cannot be read from event records.",
  prescription: "This says what ought to be, not what was.",
  prediction: "This says what may come, not what was.",
};

export const explainReason = (reason: {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}): string => fill(REASONS_EN[reason.code], reason.params);
