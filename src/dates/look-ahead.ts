import { surelyFrom, surelyTo } from "./sentence-edges.ts";

/** Modals, verbs of planning and infinitives: a verb that looks ahead is one of them. Articles and names after "to" are no infinitive. */
const AHEAD =
  /\b(?:will|shall|wo(?=n['’])|would|may|might|must|should|could|can|cannot|ca(?=n['’])|plan|plans|planned|planning|schedul\w+|expect\w*|intend\w*|hop(?:e|es|ed|ing)|propos\w+|slat(?:e|es|ed|ing)|prepar\w+|vow\w*|threaten\w*)\b|['’](?:ll|d)\b|\bto\s+(?!(?:the|an?|his|her|their|its|this|that|these|those)\s)[a-z]/;
const AHEAD_IN_CAPITALS = new RegExp(AHEAD.source, "i");

/** Words right before a date that make it lie ahead whatever the verb. */
const NEAR =
  /\b(?:payable|due|expir\w+|effective|deadline|upcoming|set|takes|stock|soon|early|later|starting|beginning|until|till)\b/i;
const NEAR_REACH = 60;

/** Verbs that are finite wherever they stand, so that no modal before them has a say. */
const FINITE = /\b(?:was|were|did|does|is|are|has|had|wasn|weren|didn|doesn|isn|aren|hasn|hadn)\b/g;
/** Past forms, finite or participles, that no auxiliary or article makes part of something else. */
const PAST =
  /(?<!\b(?:have|be|been|being|get|got|not|also|ever|never|the|an?|his|her|their|its|and|or|[a-z]+ly)\s+|['’]\w+\s+)\b(?:said|told|took|led|paid|left|met|won|held|began|came|went|made|kept|fell|rose|sent|found|struck|fought|(?!hundred)[a-z]+(?<!e)ed)\b/g;

function lastOf(pattern: RegExp, text: string): number {
  let last = -1;
  for (const found of text.matchAll(pattern)) last = found.index;
  return last;
}

/** A verb and what may stand between its parts. */
const LONGEST_GROUP = 40;

/** Could the verb that governs the place look ahead? False only where no word of the sentence allows it; costs no tags. */
export function canLookAhead(text: string, at: number): boolean {
  if (NEAR.test(text.slice(Math.max(0, at - NEAR_REACH), at))) return true;
  const before = text.slice(surelyFrom(text, at), at);
  const ahead = /[a-z]/.test(before) ? AHEAD : AHEAD_IN_CAPITALS;
  const finite = Math.max(lastOf(FINITE, before), lastOf(PAST, before));
  if (ahead.test(finite === -1 ? before : before.slice(finite))) return true;
  if (finite !== -1) return false;
  // Without a verb before it the place belongs to the next one.
  const after = text.slice(at, surelyTo(text, at));
  const next = after.search(FINITE);
  return AHEAD_IN_CAPITALS.test(next === -1 ? after : after.slice(0, next + LONGEST_GROUP));
}
