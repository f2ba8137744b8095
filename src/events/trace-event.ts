import type { CasualtyReport } from "../actors/index.ts";
import type { Count, Event, Participant, Span } from "../record/index.ts";
import { roleOf } from "./default-roles.ts";
import { matchesAt, type TriggerIndex } from "./find-triggers.ts";
import { CONFIDENCE_FEATURES, type ConfidenceFeatures, confidenceFeatures } from "./score-confidence.ts";
import type { Settled } from "./split-waves.ts";
import { rankDates } from "./tell-date.ts";
import { rankPlaces } from "./tell-place.ts";
import type { Telling } from "./telling.ts";
import type { Trigger } from "./trigger.ts";

/** One value of an event: the words it rests on, the rule that made it of them, and what would have come second. */
export interface ValueTrace {
  readonly field: string;
  readonly value: string;
  readonly words: readonly Span[];
  readonly rule: string;
  /** null: there was no other candidate. */
  readonly runnerUp: string | null;
}

export interface EventTrace {
  readonly event: string;
  readonly features: ConfidenceFeatures;
  readonly values: readonly ValueTrace[];
}

const patternOf = ({ pattern }: Trigger): string =>
  pattern.map((words) => (words === null ? "_" : ([...words][0] ?? ""))).join(" ");

const rowOf = (trigger: Trigger): string => `triggers.tsv:${trigger.line} (${trigger.pos} "${patternOf(trigger)}")`;

const classOf = (trigger: Trigger): string => `${trigger.type}/${trigger.mode ?? "-"} ${trigger.incident}`;

function ofClass({ event, told }: Settled, index: TriggerIndex): ValueTrace {
  const { match } = told.lead;
  const first = match.trigger.pos === "noun" ? match.first : match.head;
  const other = matchesAt(match.passage, first, index).find(
    ({ trigger }) => classOf(trigger) !== classOf(match.trigger),
  );
  return {
    field: "class",
    value: `${event.type}/${event.mode ?? "-"} ${event.incident}`,
    words: event.evidence,
    rule: rowOf(match.trigger),
    runnerUp: other === undefined ? null : `${classOf(other.trigger)}, ${rowOf(other.trigger)}`,
  };
}

const SAID = "said in the sentence";

function ofDate({ event, told }: Settled): ValueTrace | null {
  if (event.date === null) return null;
  const { from, to, mentions, inferredBy } = event.date;
  const own = told.tellings.flatMap((one) => rankDates(one.match, false));
  const other = own.find((date) => !mentions.some(({ start }) => start === date.start));
  return {
    field: "date",
    value: from === to ? from : `${from} to ${to}`,
    words: mentions,
    rule: inferredBy ?? SAID,
    runnerUp: other === undefined ? null : `"${other.text}" (${other.from} to ${other.to})`,
  };
}

function ofPlace({ event, told }: Settled): ValueTrace | null {
  if (event.place === null) return null;
  const { name, admin1, country, mentions, inferredBy } = event.place;
  const named = told.tellings.flatMap((one) => rankPlaces(one.match, false));
  const here = named.find(({ start }) => mentions.some((mention) => mention.start === start));
  const other = named.find((place) => place !== here);
  const reading = here?.alternatives[0];
  const second = other === undefined ? null : `"${other.text}"`;
  return {
    field: "place",
    value: [name, admin1, country].filter((part) => part !== null).join(", "),
    words: mentions,
    rule: [inferredBy ?? SAID, here?.rule].filter((part) => part !== undefined).join("; name read by "),
    runnerUp: second ?? (reading === undefined ? null : `${reading.name}, ${reading.country} of the same name`),
  };
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The slot of a telling's clause that a participant fills, and the row or default that gives it its role. */
function slotRule(tellings: readonly Telling[], who: Participant): string {
  for (const { match } of tellings) {
    for (const [slot, fillers] of match.slots.fillers) {
      const fills = fillers.some(({ first, end }) => {
        const [from, to] = [match.passage.tokens[first], match.passage.tokens[end]];
        return (
          from !== undefined &&
          to !== undefined &&
          who.mentions.some((mention) => overlap(mention, { start: from.start, end: to.end, text: "" }))
        );
      });
      if (!fills || roleOf(match.trigger, slot) === "none") continue;
      const own = match.trigger.roles.has(slot) ? rowOf(match.trigger) : `the roles of ${match.trigger.type}`;
      return `slot "${slot}" by ${own}`;
    }
  }
  return who.role === "claimant" ? "a claim of responsibility" : "the organisation behind another participant";
}

const ofParticipants = ({ event, told }: Settled): readonly ValueTrace[] =>
  event.participants.map((who) => ({
    field: who.role,
    value: who.name,
    words: who.mentions,
    rule: slotRule(told.tellings, who),
    runnerUp: null,
  }));

function ofFactuality({ event, told }: Settled): ValueTrace {
  const { match } = told.lead;
  const cues = match.passage.attributions.filter(
    ({ content }) => content.start <= event.evidence[0]!.start && event.evidence[0]!.end <= content.end,
  );
  const verb = match.slots.verb;
  const mood = verb?.negated === true ? "a negated verb" : verb?.modal == null ? null : `the modal "${verb.modal}"`;
  const by = cues.length > 0 ? `a verb of saying (${cues.map(({ verbClass }) => verbClass).join(", ")})` : null;
  return {
    field: "factuality",
    value: `${event.factuality}, ${event.stage}`,
    words: [...cues.map(({ cue }) => cue), ...event.attributedTo],
    rule: [by, mood].filter((part) => part !== null).join("; ") || "told by the author, nothing holds it off",
    runnerUp: null,
  };
}

const countWords = ({ min, max }: Count): string =>
  max === null ? `at least ${min}` : min === max ? `${min}` : `${min ?? 0} to ${max}`;

const ofCasualties = (event: Event, reports: readonly CasualtyReport[]): readonly ValueTrace[] =>
  (["killed", "injured", "abducted", "detained"] as const).flatMap((kind): ValueTrace[] => {
    const count = event.casualties[kind];
    if (count === null) return [];
    const own = reports.filter((report) => report.kind === kind);
    const rules = [...new Set(own.map(({ rule }) => rule))];
    const rest = own.filter(({ span }) => !count.mentions.some((mention) => overlap(mention, span)));
    return [
      {
        field: kind,
        value: countWords(count),
        words: count.mentions,
        rule: rules.length > 0 ? rules.join(", ") : "victims of a verb that kills, counted by their own words",
        runnerUp: rest[0] === undefined ? null : `"${rest[0].span.text}" (${countWords(rest[0].count)})`,
      },
    ];
  });

/** Every value of one event with its reasons. */
export function traceOf(settled: Settled, reports: readonly CasualtyReport[], index: TriggerIndex): EventTrace {
  const { event, told } = settled;
  const filled = { date: event.date !== null, place: event.place !== null };
  const features = confidenceFeatures(told, filled);
  return {
    event: event.id,
    features,
    values: [
      ofClass(settled, index),
      ofFactuality(settled),
      ...[ofDate(settled), ofPlace(settled)].filter((value) => value !== null),
      ...ofParticipants(settled),
      ...ofCasualties(event, reports),
      {
        field: "confidence",
        value: String(event.confidence),
        words: [],
        rule: CONFIDENCE_FEATURES.filter((name) => features[name] !== 0).join(", "),
        runnerUp: null,
      },
    ],
  };
}
