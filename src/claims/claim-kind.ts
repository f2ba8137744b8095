import type { ClaimKind } from "../record/index.ts";
import type { KindCue } from "./cue-tables.ts";
import type { Figure } from "./figures.ts";

/** The kind that the wording alone gives, or null where it gives none. */
export const kindByCue = (text: string, cues: readonly KindCue[]): ClaimKind | null =>
  cues.find((cue) => cue.pattern.test(text))?.kind ?? null;

/** Verbs and nouns by which a text gives a figure for its own sake. */
const COUNTING =
  /\b(?:count(?:ed|s)?|logg?(?:ed|s)|record(?:ed|s)|list(?:ed|s)?|register(?:ed|s)|gave|gives|put the|insist(?:s|ed) on|speaks? of|spoke of|report(?:ed|s)? \d|there (?:were|are|was|have been|had been)|(?:the )?(?:dead|wounded|injured|victims|death toll|toll|total|number|figure)\b.{0,40}\b(?:is|are|was|were|stood|stands|rose|reached)|total(?:l?ed)|amount(?:ed|s) to|numbered|weigh(?:ed|s)|cost|consists? of|has \w+ members)\b/i;

/** "six", "of five", "eleven": nothing but a figure is left once the source is gone. */
const ELLIPTICAL =
  /^(?:\p{L}+\s){0,6}?(?:says?|said|gave|gives|insists? on|of|speaks? of|counted|put it at|claims?)?\s*(?:about |at least |some )?(?:\d+|\p{L}+)$/iu;

/**
 * The kind of a claim: by its wording where that is telling; else a quantity where a figure is what it says; else a fact.
 * @param ownEvent the clause has an event's trigger of its own that is more than a toll ("opened fire", not "dead")
 */
export function kindOf(
  text: string,
  figures: readonly Figure[],
  ownEvent: boolean,
  cues: readonly KindCue[],
): ClaimKind {
  const told = kindByCue(text, cues);
  if (told !== null) return told;
  if (figures.length === 0) return "incident-fact";
  const tolls = figures.some((figure) => figure.measure !== "other" && figure.measure !== "detained");
  if (COUNTING.test(text) && !ownEvent) return "quantity";
  if (tolls && !ownEvent) return "quantity";
  return ELLIPTICAL.test(text) && text.split(/\s+/).length <= 8 ? "quantity" : "incident-fact";
}
