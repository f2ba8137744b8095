import type { FaultFinder } from "./fault-source.ts";
import { fault } from "./fault-source.ts";

const SWEEPING =
  /\b(?:always|never|usually|every time|each time|whenever|invariably|without exception|all such|such people|typically|generally|wherever|(?:after|before) (?:every|each)|as a rule|tends? to|coincides?|often)\b/i;
/** Figures in the claim itself are evidence of a kind. */
const FIGURES = /\b(?:\d+ (?:of|out of|per cent|%)|in \w+ of \w+ cases|per cent)\b/i;

/** "such people", "herders always …": of a kind, not of one person's habits. */
const ABOUT_A_KIND =
  /\bsuch \p{L}+s\b|^(?:(?:all|these|those|most|the) )?(?:\p{L}+ )?\p{L}{3,}s (?:always|never|usually|often|typically|tend)\b|\bpeople\b/iu;

/** A sweeping claim about events or people of a kind, with no evidence beside it, in anybody's voice. */
export const findGeneralisations: FaultFinder = ({ claims, classWords }) =>
  claims
    .filter((claim) => claim.kind === "pattern" && SWEEPING.test(claim.text) && !FIGURES.test(claim.text))
    .filter((claim) => classWords.in(claim.text).length > 0 || ABOUT_A_KIND.test(claim.text))
    .map((claim) => {
      const { start, end, text } = claim;
      const word = SWEEPING.exec(text)?.[0] ?? "";
      return fault("unsupported-generalisation", [{ start, end, text }], `"${word}" is said without evidence.`);
    });
