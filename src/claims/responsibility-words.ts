import type { Claim } from "../record/index.ts";

/** Who is said to have claimed, done or denied an act; "outside": ordering or paying for it, which no record of events holds. */
export interface Responsibility {
  readonly point: "claimed-by" | "done-by" | "not-done-by" | "outside";
  readonly who: string | null;
}

const CLAIMED =
  /\b(?:claim(?:s|ed|ing)? (?:responsibility|credit|the [\p{L} -]+|it\b)|took (?:responsibility|credit)|taken responsibility)/iu;
const DENIED =
  /\bden(?:y|ies|ied|ying)\b (?:it\b|any (?:part|role|involvement|hand|link)|involvement|responsibility|carrying out|having (?:carried|done|taken part|attacked|planted|fired|shot|killed|set))/i;
const ORDERED =
  /\bden(?:y|ies|ied|ying)\b (?:having )?(?:ordered|paid|financed|authori[sz]ed|ordering|known|knowing|planned|planning)/i;
const DID =
  /^(.{2,80}?)\s+(?:had |has |have |also )?(?:carried out|been behind|was behind|were behind|staged|perpetrated|committed|was responsible for|were responsible for)\b/i;
const WORK_OF = /\b(?:was|were|is) the work of (.{2,60})$/i;
const NOBODY = /^(?:no (?:group|one|organi[sz]ation)|nobody)\b/i;

/** Rule 8 wants to know who; the source of a claim of responsibility is whoever made it. */
export function readResponsibility(claim: Pick<Claim, "text" | "attributedTo">): Responsibility | null {
  const source = claim.attributedTo[0]?.text ?? null;
  const before = (at: number): string | null =>
    claim.text
      .slice(0, at)
      .replace(/[\s,;:]+$/, "")
      .trim() || source;
  if (ORDERED.test(claim.text)) return { point: "outside", who: source };
  const denied = DENIED.exec(claim.text);
  if (denied !== null) return { point: "not-done-by", who: before(denied.index) };
  const claimed = CLAIMED.exec(claim.text);
  if (claimed !== null) {
    const who = before(claimed.index);
    return { point: "claimed-by", who: who !== null && NOBODY.test(who) ? null : who };
  }
  const did = DID.exec(claim.text);
  if (did?.[1] !== undefined) return { point: "done-by", who: did[1] };
  const work = WORK_OF.exec(claim.text);
  return work?.[1] === undefined ? null : { point: "done-by", who: work[1] };
}
