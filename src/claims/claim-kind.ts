import type { ClaimKind } from "../record/index.ts";
import type { KindCue } from "./cue-tables.ts";
import type { Figure } from "./figures.ts";
import { tollOf } from "./figures.ts";

/** The kind that the wording alone gives, or null where it gives none. */
export const kindByCue = (text: string, cues: readonly KindCue[]): ClaimKind | null =>
  cues.find((cue) => cue.pattern.test(text))?.kind ?? null;

/** Verbs and nouns by which a text gives a figure for its own sake. */
const COUNTING =
  /\b(?:count(?:ed|s)?|logg?(?:ed|s)|record(?:ed|s)|list(?:ed|s)?|register(?:ed|s)|gave|gives|put the|insist(?:s|ed) on|speaks? of|spoke of|report(?:ed|s)? \d|there (?:were|are|was|have been|had been)|(?:the )?(?:dead|wounded|injured|victims|death toll|toll|total|number|figure)\b.{0,40}\b(?:is|are|was|were|stood|stands|rose|reached)|total(?:l?ed)|amount(?:ed|s) to|numbered|weigh(?:ed|s)|cost|consists? of|has \w+ members|buried|cremated|revised|(?:being|were) treated|break(?:s|ing)? down|double the|against \d+)\b/i;

/** "the union's newspaper of five", "the hospital, 21": a figure at the end, and no verb but one of saying. */
const endsInFigure = (text: string, figures: readonly Figure[]): boolean => {
  const last = figures.at(-1);
  return (
    last !== undefined &&
    last.noun === null &&
    last.end >= text.length - 1 &&
    !/\b(?:was|were|had|has|have|is|are)\b/i.test(text)
  );
};

/** "1,031 offences against hostels in 2015": a number of things, and no verb of its own. */
const opensWithFigure = (text: string, figures: readonly Figure[]): boolean =>
  figures[0]!.start <= 12 &&
  figures[0]!.noun !== null &&
  !/\b(?:was|were|had|has|have|is|are|will|would)\b|\p{L}{3,}ed\b/iu.test(text);

/** "14 incidents: six protests, …": a total and its parts. */
const ITEMISED =
  /\b(?:\d+|\p{L}+) [\p{L}\d]+:\s*(?:about |some )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+teen) /iu;

/**
 * What a clause itself tells of events, by words that are more than a toll ("opened fire", not "dead"): where in it a
 * happening is first told, and whether any event, told or supposed, is in it at all. Offsets into the clause; null: none.
 */
export interface OwnEvent {
  readonly happened: number | null;
  readonly any: number | null;
}

/** Weight, length and price of things: figures, though no counts. */
const MEASURED = /\b(?:weigh(?:ed|s)?|measure[sd]?|costs?)\b.*\d/i;

/** ", and the damage was caused by a storm": a second half without an event does not make the kind of the first. */
function firstHalf(text: string, own: OwnEvent): string {
  const joint = text.search(/,\s(?:and|but)\s/);
  return joint > 0 && own.any !== null && own.any < joint ? text.slice(0, joint) : text;
}

/** "Of the 40 canoes, 22 were taken at …". */
const PARTITIVE = /^of (?:the |its |their |our |those )?(?:\d|\p{L}+ )/iu;

/** "Nobody was hurt": a toll of none. */
const saysNobody = (text: string, own: OwnEvent): boolean =>
  own.happened === null && (tollOf(text, [], "killed") !== null || tollOf(text, [], "injured") !== null);

/** The kind of a claim: by its wording where that is telling; else a quantity where a figure is what it says; else a fact. */
export function kindOf(text: string, figures: readonly Figure[], own: OwnEvent, cues: readonly KindCue[]): ClaimKind {
  const telling = firstHalf(text, own);
  const cue = cues.find((each) => each.pattern.test(telling));
  // "A man telephoned to say that my car would burn" tells of a call that was made, not of what will come.
  const calls =
    cue?.kind === "prediction" &&
    !/\bwould have\b/.test(telling) &&
    own.happened !== null &&
    own.happened < telling.search(cue.pattern);
  if (cue !== undefined && !calls) return cue.kind;
  if (figures.length === 0) return MEASURED.test(text) || saysNobody(text, own) ? "quantity" : "incident-fact";
  if (figures.length >= 3 && (ITEMISED.test(text) || PARTITIVE.test(text))) return "quantity";
  if (own.happened !== null) return "incident-fact";
  const toll = figures.some((figure) => figure.measure !== "other" && figure.measure !== "detained");
  if (COUNTING.test(text) || toll || opensWithFigure(text, figures)) return "quantity";
  return endsInFigure(text, figures) ? "quantity" : "incident-fact";
}
