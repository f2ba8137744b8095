import { daysShared } from "../record/index.ts";
import type { Settled } from "./split-waves.ts";

const ORDINAL = /^(?:first|second|third|fourth|another|further|later)$/;
const SOON = /^(?:seconds?|moments?|minutes?|hours?)$/;

const sentenceOf = ({ told }: Settled) => told.lead.match.passage.sentence;

/** "Minutes later a second bomb went off", "a second blast hit the gate". */
function isFurther({ told }: Settled): boolean {
  const { passage } = told.lead.match;
  const words = passage.tokens.map((token) => token.norm);
  const soon = words.some((word, i) => SOON.test(word) && words[i + 1] === "later");
  return told.lead.distinct && (soon || words.some((word) => ORDINAL.test(word) && word !== "further"));
}

const agree = (a: Settled, b: Settled): boolean =>
  (a.event.date === null || b.event.date === null || daysShared(a.event.date, b.event.date) > 0) &&
  (a.event.place === null ||
    b.event.place === null ||
    a.event.place.name === b.event.place.name ||
    a.event.place.inferredBy !== undefined ||
    b.event.place.inferredBy !== undefined);

const isReal = ({ event }: Settled): boolean => event.factuality !== "denied" && event.factuality !== "hypothetical";

/** The blow told before in the paragraph that a further one belongs to; the list of several that a single one is out of. */
function whole(part: Settled, before: readonly Settled[]): Settled | undefined {
  const home = sentenceOf(part);
  return before.findLast(
    (other) =>
      sentenceOf(other).paragraph === home.paragraph &&
      other.event.type === part.event.type &&
      isReal(other) &&
      agree(other, part) &&
      (other.event.summary
        ? !part.event.summary
        : isFurther(part) && other.event.incident === part.event.incident && home.index - sentenceOf(other).index <= 2),
  );
}

/**
 * Sub-events: the second blast of one attack is part of it, and what is told singly after "three attacks in two months" is
 * part of that summary. A part of a part belongs to the whole.
 */
export function findParts(settled: readonly Settled[]): readonly Settled[] {
  const out: Settled[] = [];
  for (const one of settled) {
    const owner = isReal(one) ? whole(one, out) : undefined;
    const partOf = owner === undefined ? null : (owner.event.partOf ?? owner.event.id);
    out.push(partOf === null ? one : { ...one, event: { ...one.event, partOf } });
  }
  return out;
}
