import type { ClaimKind, Testability } from "../record/index.ts";
import type { ClassWords } from "./class-words.ts";
import type { Figure } from "./figures.ts";
import type { Subject } from "./subject.ts";

/** What could settle a claim: the contract's four values. */
export function testabilityOf(
  kind: ClaimKind,
  text: string,
  subject: Subject,
  figures: readonly Figure[],
  words: ClassWords,
): Testability {
  switch (kind) {
    case "intent":
    case "causal":
    case "affiliation":
      return "outside";
    case "prescription":
    case "prediction":
      return "no";
    case "comparison":
    case "pattern":
    case "trend":
      return "statistics";
    case "quantity":
      return quantity(text, subject, figures, words);
    case "incident-fact":
      return happening(subject);
  }
}

/** Still in hospital, weight, members of a board: no record of events holds them. */
const OUTSIDE = /\b(?:in hospital|hospitali[sz]ed|weigh(?:ed|s)|kilograms?|members|names?)\b/i;

/** "seven in ten", "40 per cent": a share of many. */
export const SHARE =
  /\b(?:\d+|\p{L}+) (?:in|out of) (?:every )?(?:\d+|ten|twenty|five|four|three)\b|\bper ?cent\b|%|\b(?:half|third|thirds|quarters?|most|majority) of (?:the|all|those|these)\b/iu;

function quantity(text: string, subject: Subject, figures: readonly Figure[], words: ClassWords): Testability {
  const classFigures = figures.filter((figure) => figure.noun !== null && words.of(figure.noun) !== null);
  if (classFigures.length > 0 || SHARE.test(text)) return "statistics";
  if (OUTSIDE.test(text)) return "outside";
  return subject.events.length > 0 ? "record" : "outside";
}

function happening(subject: Subject): Testability {
  if (subject.events.length === 0) return "outside";
  return subject.events.some((event) => event.date !== null || event.place !== null) ? "record" : "no";
}
