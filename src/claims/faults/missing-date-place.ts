import type { Event, Span, TextFault } from "../../record/index.ts";
import { isToldAsHappened } from "../check-context.ts";
import type { FaultFinder } from "./fault-source.ts";
import { fault, sentenceAt } from "./fault-source.ts";

const VERBAL: ReadonlySet<string> = new Set(["statement", "other"]);
const SPEECH: ReadonlySet<string> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "COOPERATE",
  "AID",
]);

/** Reports of happenings that a reader must be able to date and place; denied and supposed ones need neither. */
const needsAnchor = (event: Event): boolean =>
  (isToldAsHappened(event) || event.incident === "threat") &&
  !event.summary &&
  event.factuality !== "denied" &&
  event.factuality !== "hypothetical" &&
  event.partOf === null &&
  !VERBAL.has(event.incident) &&
  (!SPEECH.has(event.type) || event.incident === "threat");

const words = (event: Event): Span => event.evidence[0]!;

/** One fault for each event without a date, and one for each without a place; of several in one sentence the first. */
export const findMissingAnchors: FaultFinder = ({ reading, coded }) => {
  const seen = new Set<string>();
  const once = (kind: "missing-date" | "missing-place", event: Event): TextFault[] => {
    const key = `${kind} ${sentenceAt(reading, words(event).start)?.index ?? -1}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const note =
      kind === "missing-date" ? "No date is given or can be worked out." : "No place is given, not even a province.";
    return [fault(kind, [words(event)], note)];
  };
  return coded.events
    .filter(needsAnchor)
    .flatMap((event) => [
      ...(event.date === null ? once("missing-date", event) : []),
      ...(event.place === null ? once("missing-place", event) : []),
    ]);
};
