import type { EventLike } from "../linking/index.ts";
import type { Claim, ClaimKind, Event } from "../record/index.ts";
import { addDays } from "../record/index.ts";
import { borrowAnchor } from "./borrow-anchor.ts";
import type { Check, HappeningCheck, MuteCause } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { dateSpansIn } from "./claim-dates.ts";
import { sceneOf, speaksOfAnotherTime } from "./claim-scene.ts";
import type { Figure } from "./figures.ts";
import { findFigures, tollOf } from "./figures.ts";
import { isDenied } from "./negation.ts";
import { planCount, planIndicator } from "./plan-count.ts";
import { planPattern, planTrend } from "./plan-pattern.ts";
import { planRank } from "./plan-rank.ts";
import { readResponsibility } from "./responsibility-words.ts";
import type { Subject } from "./subject.ts";
import { isViolent, likeOf, subjectOf } from "./subject.ts";

/** What earlier claims of the document leave to an elliptical one ("the hospital, 21"). */
export interface Carried {
  readonly measure: "killed" | "injured" | null;
  readonly subject: Subject | null;
}
export const NOTHING_CARRIED: Carried = { measure: null, subject: null };

export interface Planned {
  readonly check: Check;
  readonly carried: Carried;
}

const MUTE: Readonly<Partial<Record<ClaimKind, MuteCause>>> = {
  intent: "intent-not-testable",
  causal: "causal-not-testable",
  affiliation: "affiliation-not-in-records",
  prescription: "prescription",
  prediction: "prediction",
};

const none = (because: MuteCause): Check => ({ type: "none", because });

const CALLED_OFF = /\b(?:called off|cancelled|canceled|postponed|did not take place as planned)\b/i;
const ORDER = /\bthe (first|last) (\p{L}+)/iu;
const CALENDAR =
  /^(?:of|in|night|day|week|month|year|summer|autumn|winter|spring|time|few|two|three|january|february|march|april|may|june|july|august|september|october|november|december|\p{L}+day)$/iu;
const OPENING = 60;

/** "The first strike …": a rank word before a noun, near the start; "the first of the month" is a date. */
function orderOf(text: string): HappeningCheck["order"] {
  const [, rank, noun] = ORDER.exec(text.slice(0, OPENING)) ?? [];
  if (rank === undefined || noun === undefined || CALENDAR.test(noun)) return null;
  const of = /^(?:deaths?|killings?|victims?|fatalit\w+|dead)$/i.test(noun) ? "deaths" : "class";
  return { rank: rank.toLowerCase() === "first" ? "first" : "last", of };
}

const counted = (figures: readonly Figure[]): HappeningCheck["counted"] =>
  figures.flatMap((figure) =>
    figure.measure === "other" && figure.noun !== null
      ? [{ noun: figure.noun, count: figure.count, rough: figure.rough }]
      : [],
  );

/** The day that something lasts "since", where the claim says so of its event. */
const sinceDay = (claim: Claim, event: Event | undefined): string | null =>
  event?.date != null && /\bsince\b/i.test(claim.text) ? event.date.from : null;

const LASTING_DAYS = 30;

/** "since the first of the month": from that day on, for as long as such things last. */
function lasting(event: EventLike, since: string | null): EventLike {
  if (since === null || event.date === null) return event;
  const end = addDays(since, LASTING_DAYS);
  const to = [end, event.date.to].sort().at(-1) ?? end;
  return { ...event, date: { ...event.date, to, precision: "interval" } };
}

/** Events of one claim that are judged together: of several, those of the first one's class elsewhere or at another time. */
function judged(subject: Subject): readonly Event[] {
  const [first, ...rest] = subject.events;
  if (first === undefined) return [];
  const wave = rest.filter(
    (event) => event.wave !== null && event.wave === first.wave && event.incident === first.incident,
  );
  return [first, ...wave];
}

/** A claim of killed or hurt is about the violence in it, whatever is named first. */
function violentFirst(subject: Subject, hasToll: boolean): Subject {
  if (!hasToll) return subject;
  const violent = subject.events.filter((event) => isViolent(event.incident));
  return violent.length === 0
    ? subject
    : { ...subject, events: [...violent, ...subject.events.filter((event) => !violent.includes(event))] };
}

function happening(
  context: CheckContext,
  claim: Claim,
  subject: Subject,
  carried: Carried,
  figures: readonly Figure[],
): Planned {
  const given = { killed: tollOf(claim.text, figures, "killed"), injured: tollOf(claim.text, figures, "injured") };
  const bare = claim.kind === "quantity" && given.killed === null && given.injured === null ? figures[0] : undefined;
  const measure = carried.measure ?? "killed";
  const toll = bare === undefined ? given : { ...given, [measure]: bare.count };
  const events = judged(subject);
  const first = events[0];
  const own = subject.how === "own-words" && claim.kind !== "quantity" ? claim : null;
  const point =
    claim.kind === "quantity"
      ? "toll"
      : CALLED_OFF.test(claim.text)
        ? "called-off"
        : first !== undefined && isDenied(claim, first)
          ? "did-not-happen"
          : "happened";
  const borrows = point === "did-not-happen" || point === "toll";
  const coded: readonly EventLike[] = events
    .map((event) => (borrows ? borrowAnchor(event, context.coded.events, context.reading, context.linker) : event))
    .map((event) => lasting(likeOf(event, context.reading, own), sinceDay(claim, event)));
  const likes = coded.length === 0 && subject.how === "none" ? [sceneOf(claim, context.coded, toll)] : coded;
  const check: Check = {
    type: "incident",
    point,
    events: likes,
    toll,
    counted: claim.kind === "quantity" ? [] : counted(figures),
    order: orderOf(claim.text),
    sinceDay: sinceDay(claim, first),
  };
  return { check, carried: carriedOn(carried, subject, toll) };
}

/** An event taken up from before is not the one if the claim names another day. */
function sameTime(context: CheckContext, claim: Claim, subject: Subject): Subject {
  if (subject.how === "own-words") return subject;
  const events = subject.events.filter((event) => !speaksOfAnotherTime(claim, context.coded, event));
  return events.length === subject.events.length
    ? subject
    : { events, how: events.length === 0 ? "none" : subject.how };
}

/** A toll passes on its measure and its event; violence told anew passes on the event alone; other claims pass on nothing. */
function carriedOn(carried: Carried, subject: Subject, toll: HappeningCheck["toll"]): Carried {
  const measure = toll.killed !== null ? "killed" : toll.injured !== null ? "injured" : null;
  if (measure !== null) return { measure, subject: subject.events.length > 0 ? subject : carried.subject };
  const violent = subject.how === "own-words" && subject.events.some((event) => isViolent(event.incident));
  return violent ? { measure: null, subject } : carried;
}

function planEventClaim(context: CheckContext, claim: Claim, carried: Carried): Planned {
  const figures = findFigures(claim.text, dateSpansIn(claim, context.coded.dates));
  const hasToll = tollOf(claim.text, figures, "killed") !== null || tollOf(claim.text, figures, "injured") !== null;
  const responsibility = readResponsibility(claim);
  const needsToll = hasToll || responsibility !== null || (claim.kind === "quantity" && figures.length > 0);
  const own = violentFirst(subjectOf(claim, context.coded.events, context.classWords, needsToll), hasToll);
  const taken =
    own.how === "points-back" && claim.kind === "quantity" && carried.subject !== null ? carried.subject : own;
  // The day of a claim or a denial of responsibility is that of the statement, not of the act.
  const subject = responsibility === null ? sameTime(context, claim, taken) : taken;
  if (responsibility !== null) {
    if (responsibility.point === "outside") return { check: none("outside-event-records"), carried };
    const events = judged(subject).map((event) => likeOf(event, context.reading, null));
    return { check: { type: "incident", point: responsibility.point, events, who: responsibility.who }, carried };
  }
  if (claim.testable === "outside") return { check: none("outside-event-records"), carried };
  if (claim.kind === "quantity" && !hasToll && figures.length === 0)
    return { check: none("outside-event-records"), carried };
  return happening(context, claim, subject, carried, figures);
}

const stays = (carried: Carried, check: Check): Planned => ({ check, carried });

/** Turns a claim into what would settle it. Pure: the same claim, document and record give the same check. */
export function planCheck(context: CheckContext, claim: Claim, carried: Carried): Planned {
  const mute = MUTE[claim.kind];
  if (mute !== undefined) return stays(carried, none(mute));
  switch (claim.kind) {
    case "pattern":
      return stays(carried, planPattern(context, claim));
    case "trend":
      return stays(carried, planIndicator(context, claim) ?? planTrend(context, claim));
    case "comparison":
      return stays(carried, planRank(context, claim));
    case "quantity":
      if (claim.testable === "statistics")
        return stays(carried, planIndicator(context, claim) ?? planCount(context, claim));
      return planEventClaim(context, claim, carried);
    default:
      return planEventClaim(context, claim, carried);
  }
}
