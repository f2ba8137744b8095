/** Did a violent act come off, as its words tell it? */
export type Outcome = "took-place" | "came-to-nothing" | "not-said";

const NOTHING =
  /\b(?:did not (?:explode|go off|detonate)|(?:was|were) (?:defused|disarmed|foiled|thwarted)|defused|disarmed|failed to (?:explode|detonate|go off)|unexploded|held (?:him|her|them) back|(?:was|were) prevented|was called off)\b/i;
const TOOK_PLACE =
  /\b(?:exploded|went off|blew up|detonated|(?:was|were) (?:killed|shot dead|bombed|burned|burnt|set on fire|stormed)|blast|explosion)\b/i;

/** Words of nothing having come of it win over words of the act: a text that tells of a defused bomb speaks of bombs, too. */
export function outcomeOf(words: string): Outcome {
  if (NOTHING.test(words)) return "came-to-nothing";
  return TOOK_PLACE.test(words) ? "took-place" : "not-said";
}
