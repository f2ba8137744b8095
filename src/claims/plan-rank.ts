import type { Claim } from "../record/index.ts";
import { overlaps, VIOLENT_INCIDENTS } from "../record/index.ts";
import type { Check } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { windowOf } from "./claim-dates.ts";
import { rowIsIn } from "./document-scope.ts";
import { likeOf, subjectOf } from "./subject.ts";

const TURNOUT =
  /\b(?:largest|biggest|smallest|greatest|most people)\b.*\b(?:crowds?|march(?:es)?|rall(?:y|ies)|protests?|demonstrations?|gatherings?|turnout|procession)\b/i;
const DEADLY = /\b(?:deadliest|bloodiest|worst|most (?:lethal|deadly|violent|murderous)|highest (?:death )?toll)\b/i;
const MORE = /\b(?:more|most|fewer|fewest|oftener)\b/i;

const placesIn = (context: CheckContext, claim: Claim): readonly { start: number; text: string }[] =>
  context.coded.places.filter((place) => overlaps(place, claim));

/** Classes the claim counts, from its own words, else from the claim's paragraph before it ("more of them"). */
export function classesOf(context: CheckContext, claim: Claim): readonly string[] {
  const own = context.classWords.in(claim.text);
  const before = context.classWords.in(context.reading.text.slice(Math.max(0, claim.start - 300), claim.start));
  const word = own.find((each) => each.word.kind !== "any") ?? own[0] ?? before.at(-1);
  return word === undefined ? VIOLENT_INCIDENTS : [...word.word.classes];
}

function planByKilled(context: CheckContext, claim: Claim): Check {
  const subject = subjectOf(claim, context.coded.events, context.classWords, true);
  const event = subject.events[0];
  const places = placesIn(context, claim).map((place) => place.text);
  const window = windowOf(claim, context.coded.dates, context.document.published ?? null, event?.date?.from ?? null);
  return {
    type: "rank",
    metric: "killed",
    events: event === undefined ? [] : [likeOf(event, context.reading, null)],
    classes: VIOLENT_INCIDENTS,
    leader: null,
    rivals: null,
    scope: { window, places },
  };
}

/** A name that is no place mention ("Tripoli's dockers") but names a place the record knows. */
function namedInRecord(context: CheckContext, text: string): string | null {
  const names = text.match(/\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*/gu) ?? [];
  return names.find((name) => context.record.rows.some((row) => rowIsIn(context, row, name))) ?? null;
}

function planByNumber(context: CheckContext, claim: Claim): Check {
  const than = claim.text.search(/\bthan\b/i);
  const places = placesIn(context, claim);
  const at = (place: { start: number }): number => place.start - claim.start;
  const leader =
    places.find((place) => than < 0 || at(place) < than)?.text ??
    namedInRecord(context, claim.text.slice(0, than < 0 ? undefined : than));
  const rival =
    places.find((place) => than >= 0 && at(place) > than)?.text ??
    (than < 0 ? null : namedInRecord(context, claim.text.slice(than)));
  return {
    type: "rank",
    metric: "events",
    events: [],
    classes: classesOf(context, claim),
    leader,
    rivals: rival,
    scope: { window: windowOf(claim, context.coded.dates, context.document.published ?? null, null), places: [] },
  };
}

export function planRank(context: CheckContext, claim: Claim): Check {
  if (TURNOUT.test(claim.text)) return { type: "none", because: "turnout-not-in-record" };
  if (DEADLY.test(claim.text)) return planByKilled(context, claim);
  if (MORE.test(claim.text)) return planByNumber(context, claim);
  return { type: "none", because: "outside-event-records" };
}
