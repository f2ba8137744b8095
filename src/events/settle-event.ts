import type { CasualtyReport } from "../actors/index.ts";
import type {
  Count,
  Event,
  EventDate,
  EventPlace,
  Factuality,
  Participant,
  Role,
  Span,
  Weapon,
} from "../record/index.ts";
import { casualtiesOf, rivalReports } from "./event-casualties.ts";
import { eventId } from "./event-id.ts";
import type { Responsibility } from "./find-responsibility.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import { type ConfidenceWeights, scoreConfidence } from "./score-confidence.ts";
import type { Part, Telling } from "./telling.ts";

/** One event with what the document says about it elsewhere. */
export interface Gathered {
  readonly event: ToldEvent;
  readonly casualties: readonly CasualtyReport[];
  readonly responsibility: readonly Responsibility[];
  readonly inheritedDate: EventDate | null;
  readonly inheritedPlace: EventPlace | null;
  readonly confidence: ConfidenceWeights;
}

const uniqueSpans = (spans: readonly Span[]): Span[] => {
  const seen = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...seen.values()];
};

/** Tellings that speak for themselves before consequences and echoes. */
const inOrder = ({ lead, tellings }: ToldEvent): readonly Telling[] => [
  lead,
  ...tellings.filter((one) => one !== lead),
];

function keyOf(part: Part): string {
  return part.entity === null ? `${part.role} thing ${part.headLemma}` : `${part.role} ${part.entity}`;
}

const isDescribedDoer = ({ role, kind, named }: Participant): boolean =>
  role === "perpetrator" && !named && (kind === "group" || kind === "individual");

/** "the attackers", after "five gunmen" of the same deed: the same people under another description. */
function doerMeant(part: Part, byKey: ReadonlyMap<string, Participant>): string | undefined {
  const { participant } = part;
  if (!isDescribedDoer(participant) || !/^(?:the|these|those|this|that)\s/i.test(participant.mentions[0]?.text ?? ""))
    return undefined;
  return [...byKey].findLast(([, known]) => isDescribedDoer(known))?.[0];
}

function mergeParts(parts: readonly Part[]): Participant[] {
  const byKey = new Map<string, Participant>();
  for (const part of parts) {
    const key = byKey.has(keyOf(part)) ? keyOf(part) : (doerMeant(part, byKey) ?? keyOf(part));
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined
        ? part.participant
        : {
            ...known,
            count: known.count ?? part.participant.count,
            country: known.country ?? part.participant.country,
            of: known.of ?? part.participant.of,
            mentions: uniqueSpans([...known.mentions, ...part.participant.mentions]),
          },
    );
  }
  return [...byKey.values()];
}

/** "FMLN guerrillas" are a group, and the FMLN an organisation that acts through them. */
function organisationsBehind(participants: readonly Participant[]): Participant[] {
  return participants.flatMap((who) => {
    if (who.of === null || (who.role !== "perpetrator" && who.role !== "claimant")) return [];
    if (participants.some((other) => other.name === who.of)) return [];
    const within = who.mentions.find((mention) => mention.text.includes(who.of ?? ""));
    if (within === undefined) return [];
    const start = within.start + within.text.indexOf(who.of);
    const mention = { start, end: start + who.of.length, text: who.of };
    const behind: Participant = {
      role: who.role,
      kind: "organization",
      name: who.of,
      named: true,
      count: null,
      country: who.country,
      of: null,
      mentions: [mention],
    };
    return [behind];
  });
}

const claimants = (responsibility: readonly Responsibility[]): Participant[] =>
  responsibility
    .filter(({ stance }) => stance === "claimed")
    .map(({ actor }) => ({
      role: "claimant",
      kind: actor.kind,
      name: actor.name,
      named: actor.named,
      count: null,
      country: actor.country,
      of: actor.of,
      mentions: [{ start: actor.start, end: actor.end, text: actor.text }],
    }));

function weaponsOf(tellings: readonly Telling[], violent: boolean): Weapon[] {
  const named = tellings.flatMap((one) => one.weapons).filter((weapon) => weapon.certain || violent);
  const byStart = new Map(named.map((weapon) => [weapon.start, weapon]));
  return [...byStart.values()].map(({ start, end, text, kind }) => ({
    name: text,
    kind,
    mentions: [{ start, end, text }],
  }));
}

const FACT_ORDER: readonly Factuality[] = ["asserted", "attributed", "alleged", "hypothetical", "denied"];

/** The happening is as sure as its surest full telling; a denial in the author's own voice settles it. */
function factualityOf(event: ToldEvent): Factuality {
  const { tellings, lead } = event;
  if (tellings.some((one) => one.negated && one.factuality === "denied" && one.attributedTo.length === 0))
    return "denied";
  const full = tellings.filter(
    (one) => one === lead || (one.match.trigger.kind === lead.match.trigger.kind && !one.definite),
  );
  const ranked = full.map((one) => FACT_ORDER.indexOf(one.factuality));
  return FACT_ORDER[Math.min(...ranked)] ?? lead.factuality;
}

/** A bomb that was planted and, told further on, went off is no attempt. */
const stageOf = ({ lead, tellings }: ToldEvent): Event["stage"] =>
  lead.stage === "attempted" &&
  tellings.some(
    (one) =>
      one.incident === lead.incident &&
      one.stage === "completed" &&
      one.match.trigger.kind === "act" &&
      one.factuality !== "hypothetical" &&
      one.factuality !== "denied",
  )
    ? "completed"
    : lead.stage;

const FINER: Readonly<Record<string, number>> = {
  day: 0,
  interval: 1,
  month: 2,
  season: 3,
  quarter: 3,
  year: 4,
  decade: 5,
  century: 6,
};

function saidDate(event: ToldEvent): EventDate | null {
  const dates = inOrder(event).flatMap((one) => one.date ?? []);
  const best = dates.toSorted((a, b) => (FINER[a.precision] ?? 9) - (FINER[b.precision] ?? 9))[0] ?? null;
  if (best === null) return null;
  const mentions = dates
    .filter((date) => date.from <= best.from && best.to <= date.to)
    .flatMap((date) => date.mentions);
  return { ...best, mentions: uniqueSpans([...best.mentions, ...mentions]) };
}

const PLACE_ORDER: Readonly<Record<string, number>> = { site: 0, city: 0, admin2: 1, admin1: 2, country: 3, region: 4 };

function saidPlace(event: ToldEvent): EventPlace | null {
  const places = inOrder(event).flatMap((one) => one.place ?? []);
  const best = places.toSorted((a, b) => (PLACE_ORDER[a.precision] ?? 9) - (PLACE_ORDER[b.precision] ?? 9))[0] ?? null;
  if (best === null) return null;
  const mentions = places.filter((place) => place.name === best.name).flatMap((place) => place.mentions);
  return { ...best, mentions: uniqueSpans([...best.mentions, ...mentions]) };
}

const LETHAL: ReadonlySet<string> = new Set(
  "kill slay murder assassinate execute behead lynch massacre assassination murder massacre execution killing".split(
    " ",
  ),
);
const LETHAL_PATTERN = /\b(?:dead|death|gunned|down)\b/i;

const isLethal = (telling: Telling): boolean => {
  const { tokens } = telling.match.passage;
  const words = tokens.slice(telling.match.first, telling.match.last + 1);
  return words.some((token) => LETHAL.has(token.lemma) || LETHAL_PATTERN.test(token.norm));
};

/** Where no figure is given but the verb kills and its victims are counted by their own words ("the treasurer was shot dead"). */
function killedByVerb(event: ToldEvent, stage: Event["stage"]): Event["casualties"]["killed"] {
  if (stage !== "completed") return null;
  const telling = event.tellings.find(
    (one) => isLethal(one) && one.factuality !== "denied" && one.factuality !== "hypothetical",
  );
  const victims = telling?.parts.filter((part) => part.role === "victim") ?? [];
  if (victims.length === 0 || victims.some((part) => part.participant.count === null)) return null;
  const count: Count = {
    min: victims.reduce((sum, part) => sum + (part.participant.count?.min ?? 0), 0),
    max: victims.some((part) => part.participant.count?.max === null)
      ? null
      : victims.reduce((sum, part) => sum + (part.participant.count?.max ?? 0), 0),
  };
  return { ...count, mentions: victims.flatMap((part) => part.participant.mentions) };
}

const GENERAL_RANK: Readonly<Record<string, number>> = { "armed-assault": 1, other: 2, "security-operation": 0 };

/** The most telling class among the tellings: "the attack" was a bombing if another telling says so. */
function classOf(event: ToldEvent): Pick<Telling, "incident" | "mode" | "type"> {
  const { lead } = event;
  if (lead.type === "THREATEN" || (GENERAL_RANK[lead.incident] ?? 0) === 0) return lead;
  const sharper = event.tellings.find(
    (one) => one.type === lead.type && (GENERAL_RANK[one.incident] ?? 0) === 0 && one.factuality !== "hypothetical",
  );
  const moded = event.tellings.find((one) => one.type === lead.type && one.mode !== null);
  const chosen = sharper ?? lead;
  return { type: lead.type, incident: chosen.incident, mode: chosen.mode ?? lead.mode ?? moded?.mode ?? null };
}

const ROLES_OF_STAGE: ReadonlySet<Role> = new Set<Role>(["responder"]);

/** The contract's event, from all that is told of it. */
export function settleEvent(gathered: Gathered, textSha256: string): Event {
  const { event, casualties, responsibility } = gathered;
  const tellings = inOrder(event);
  const { lead } = event;
  const { type, incident, mode } = classOf(event);
  const date = saidDate(event) ?? gathered.inheritedDate;
  const place = saidPlace(event) ?? gathered.inheritedPlace;
  const parts = mergeParts(tellings.flatMap((one) => one.parts)).filter(
    (who) => who.mentions.length > 0 || !ROLES_OF_STAGE.has(who.role),
  );
  const participants = [...parts, ...organisationsBehind(parts), ...claimants(responsibility)];
  const figures = casualtiesOf(casualties);
  const evidence = uniqueSpans(tellings.flatMap((one) => one.evidence));
  return {
    id: eventId(textSha256, evidence[0]!, type),
    type,
    mode,
    incident,
    stage: stageOf(event),
    factuality: factualityOf(event),
    attributedTo: uniqueSpans(lead.attributedTo),
    partOf: null,
    summary: lead.summary,
    wave: null,
    responsibility: responsibility.map(({ actor, stance, cue }) => ({
      actor: actor.name,
      stance,
      by: stance === "attributed" ? cue.text : "actor",
      mentions: [{ start: actor.start, end: actor.end, text: actor.text }, cue],
    })),
    reports: rivalReports(casualties),
    date,
    place,
    participants,
    weapons: weaponsOf(tellings, type === "ASSAULT"),
    casualties: { ...figures, killed: figures.killed ?? killedByVerb(event, lead.stage) },
    evidence,
    confidence: scoreConfidence(event, { date: date !== null, place: place !== null }, gathered.confidence),
  };
}
