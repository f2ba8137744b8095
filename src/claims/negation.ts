import type { Event, Span } from "../record/index.ts";
import { overlaps } from "../record/index.ts";

const NEGATOR = /\b(?:no|not|never|neither|nor|none|denied|denies|deny|dismissed|rejected|without|[a-z]+n['’]t)\b/i;

/** "nobody was hurt", "no one was killed": a toll of none, no denial of the event. */
const NO_VICTIM =
  /\b(?:nobody|no one|no-one|none|not? (?:people|casualties|deaths|injuries|group|organi[sz]ation)) (?:was|were|had been|has been|is)?\s*(?:hurt|killed|injured|wounded|harmed|died|claimed)?/gi;

const BEFORE = 48;

/** Does the claim say that the event did not happen? Negators count from a little before the event's words to their end. */
export function isDenied(claim: Span, event: Event): boolean {
  const words = event.evidence.find((span) => overlaps(span, claim));
  if (words === undefined) return event.factuality === "denied" && NEGATOR.test(claim.text.replace(NO_VICTIM, " "));
  const from = Math.max(0, words.start - claim.start - BEFORE);
  const stretch = claim.text.slice(from, words.end - claim.start).replace(NO_VICTIM, " ");
  return NEGATOR.test(stretch);
}
