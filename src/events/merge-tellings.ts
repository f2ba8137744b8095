import type { IncidentClass } from "../record/index.ts";
import { daysShared } from "../record/index.ts";
import type { Part, Telling } from "./telling.ts";

/** Tellings of one event, in order of the text; the first that is no mere consequence or echo leads. */
export interface ToldEvent {
  readonly tellings: readonly Telling[];
  readonly lead: Telling;
}

type Family = "violence" | "bombing" | "seizure" | "fire" | "theft" | "gathering" | "strike" | "other";

const FAMILY: Readonly<Partial<Record<IncidentClass, Family>>> = {
  "armed-assault": "violence",
  assassination: "violence",
  massacre: "violence",
  clash: "violence",
  assault: "violence",
  "security-operation": "violence",
  bombing: "bombing",
  "suicide-bombing": "bombing",
  sabotage: "bombing",
  kidnapping: "seizure",
  "hostage-taking": "seizure",
  hijacking: "seizure",
  arson: "fire",
  robbery: "theft",
  protest: "gathering",
  riot: "gathering",
  strike: "strike",
};

const familyOf = (telling: Telling): string => {
  const family = FAMILY[telling.incident];
  if (family === undefined) return `${telling.type} ${telling.incident}`;
  return telling.type === "ASSAULT" || telling.type === "PROTEST" ? family : `${telling.type} ${telling.incident}`;
};

const isViolent = (telling: Telling): boolean => telling.type === "ASSAULT";

/** What words that point back can point at: lemma of the trigger → families; "attack" may mean any of the violent ones. */
const POINTS_AT: Readonly<Record<string, readonly string[]>> = {
  attack: ["violence", "bombing", "fire", "seizure"],
  assault: ["violence", "bombing"],
  incident: ["violence", "bombing", "fire", "seizure", "theft", "gathering"],
  violence: ["violence", "gathering"],
  episode: ["violence"],
  death: ["violence", "bombing"],
  killing: ["violence", "bombing"],
  murder: ["violence", "bombing"],
  kill: ["violence", "bombing"],
  assassination: ["violence", "bombing"],
  crime: ["violence", "bombing", "seizure"],
  bomb: ["bombing"],
  fire: ["fire"],
  unrest: ["gathering"],
  protest: ["gathering", "strike"],
  raid: ["violence"],
  sabotage: ["bombing"],
};

const headLemma = (telling: Telling): string => telling.match.passage.tokens[telling.match.head]?.lemma ?? "";

const pointsAt = (telling: Telling): readonly string[] => POINTS_AT[headLemma(telling)] ?? [familyOf(telling)];

const isDenied = (telling: Telling): boolean => telling.factuality === "denied";

const sentenceOf = (telling: Telling): number => telling.match.passage.sentence.index;
const paragraphOf = (telling: Telling): number => telling.match.passage.sentence.paragraph;

export function datesAgree(a: Telling, b: Telling): "yes" | "no" | "open" {
  if (a.date === null || b.date === null) return "open";
  return daysShared(a.date, b.date) > 0 ? "yes" : "no";
}

function placesAgree(a: Telling, b: Telling): "yes" | "no" | "open" {
  if (a.place === null || b.place === null) return "open";
  if (a.place.name === b.place.name) return "yes";
  if (a.place.country !== b.place.country) return "no";
  const coarse = (place: typeof a.place) => place.precision === "country" || place.precision === "region";
  if (coarse(a.place) || coarse(b.place)) return "open";
  const division = (place: typeof a.place) => place.precision === "admin1";
  if (division(a.place) || division(b.place)) return a.place.admin1 === b.place.admin1 ? "open" : "no";
  return "no";
}

const SUFFERING: ReadonlySet<string> = new Set(["victim", "target", "recipient"]);

function sharesParticipant(a: Telling, b: Telling): boolean {
  return a.parts.some((part) =>
    b.parts.some(
      (other) =>
        (part.entity !== null && part.entity === other.entity) ||
        (part.entity === null && other.entity === null && part.headLemma === other.headLemma),
    ),
  );
}

const contentWords = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** "six Jesuits", "the Jesuit priests", "the priests": one word of what they are called is enough, a plural aside. */
function alike(a: Part, b: Part): boolean {
  if (a.entity !== null && a.entity === b.entity) return true;
  if (a.headLemma === b.headLemma) return true;
  const stem = (word: string): string => word.replace(/s$/, "");
  const words = new Set(contentWords(a.participant.name).map(stem));
  return contentWords(b.participant.name).some((word) => words.has(stem(word)));
}

/** "the clergyman" after "Archbishop Romero": a person described with "the" may be the one named before. */
function mayDescribe(description: Telling, named: Telling): boolean {
  const described = description.parts.filter((part) => part.role === "victim");
  const persons = named.parts.filter((part) => part.role === "victim" && part.participant.kind === "individual");
  return (
    persons.length > 0 &&
    described.length > 0 &&
    described.every(
      (part) =>
        part.participant.kind === "individual" &&
        !part.participant.named &&
        /^(?:the|that|this)\s/i.test(part.participant.mentions[0]?.text ?? ""),
    )
  );
}

/** Both name whom or what it was done to, and nobody is in both. */
export function patientsDiffer(a: Telling, b: Telling): boolean {
  const mine = a.parts.filter((part) => SUFFERING.has(part.role));
  const theirs = b.parts.filter((part) => SUFFERING.has(part.role));
  if (mine.length === 0 || theirs.length === 0) return false;
  return !mine.some((part) => theirs.some((other) => alike(part, other))) && !mayDescribe(b, a);
}

/** An echo or definite description means the latest event it can point at that nothing contradicts. */
function pointsTo(telling: Telling, event: ToldEvent): boolean {
  const settled = event.tellings.some((one) => isDenied(one) && (one === event.lead || one.negated));
  if (telling.distinct || (settled && !telling.negated)) return false;
  const families = pointsAt(telling);
  if (!event.tellings.some((one) => families.includes(familyOf(one)))) return false;
  if (telling.predicate || sameWords(telling, event)) return true;
  return (
    event.tellings.every((one) => datesAgree(one, telling) !== "no" && placesAgree(one, telling) !== "no") &&
    !patientsDiffer(event.lead, telling)
  );
}

/** "the men who fired on the camp": the same verb done to the same thing. */
const sameWords = (telling: Telling, event: ToldEvent): boolean =>
  event.tellings.some(
    (one) =>
      headLemma(one) === headLemma(telling) &&
      one.parts.some(
        (part) => SUFFERING.has(part.role) && telling.parts.some((other) => other.headLemma === part.headLemma),
      ),
  );

/** A consequence ("killing three") belongs to the act of its own sentence. */
function isHarmOf(telling: Telling, event: ToldEvent): boolean {
  if (telling.match.trigger.kind !== "harm") return false;
  return event.tellings.some(
    (one) =>
      isViolent(one) &&
      sentenceOf(one) === sentenceOf(telling) &&
      isDenied(one) === isDenied(telling) &&
      one.type === telling.type,
  );
}

const CONFLICT: readonly string[] = ["violence", "bombing", "fire", "gathering"];

/** "In the riot of 1961 a mob burned it", "the first strike began when dockers stopped work": a noun that names the act beside it. */
function isFrameOf(telling: Telling, event: ToldEvent): boolean {
  return event.tellings.some((one) => {
    if (sentenceOf(one) !== sentenceOf(telling)) return false;
    const bare = [one, telling].find(
      (each) => each.match.trigger.pos !== "verb" && each.parts.length === 0 && each.match.trigger.kind === "act",
    );
    if (bare === undefined || datesAgree(one, telling) === "no" || placesAgree(one, telling) === "no") return false;
    if (familyOf(one) === familyOf(telling)) return true;
    const inside = /^(?:in|during)$/.test(wordBefore(bare));
    return inside && CONFLICT.includes(familyOf(one)) && CONFLICT.includes(familyOf(telling));
  });
}

/** The word that introduces the telling's noun phrase. */
function wordBefore({ match }: Telling): string {
  const own = match.passage.nominals.find((nominal) => nominal.first <= match.first && match.first <= nominal.last);
  return match.passage.tokens[(own?.first ?? match.first) - 1]?.norm ?? "";
}

/** Two full tellings of one event: same family, nothing apart, and something in common. */
function isSameEvent(telling: Telling, event: ToldEvent): boolean {
  if (telling.distinct || telling.predicate || isDenied(telling) !== isDenied(event.lead)) return false;
  if (isFrameOf(telling, event)) return true;
  const harm = telling.match.trigger.kind === "harm";
  const families = harm ? ["violence", "bombing"] : [familyOf(telling)];
  const led = harm
    ? event.tellings.some((one) => families.includes(familyOf(one)))
    : familyOf(event.lead) === families[0];
  const softer =
    (event.lead.match.trigger.kind === "harm" ||
      headLemma(event.lead) === "attack" ||
      headLemma(telling) === "attack") &&
    isViolent(telling) &&
    isViolent(event.lead);
  if (!led && !softer) return false;
  return (
    event.tellings.every((one) => datesAgree(one, telling) !== "no" && placesAgree(one, telling) !== "no") &&
    haveInCommon(telling, event)
  );
}

function haveInCommon(telling: Telling, event: ToldEvent): boolean {
  return (
    event.tellings.some((one) => {
      if (sharesParticipant(one, telling) || mayDescribe(telling, one)) return true;
      if (isBareHarm(telling) && isViolent(one)) return true;
      if (patientsDiffer(one, telling)) return false;
      if (datesAgree(one, telling) === "yes" && placesAgree(one, telling) === "yes") return true;
      return one.match.passage.sentence.kind === "heading";
    }) &&
    (telling.match.trigger.kind !== "harm" || isClose(telling, event))
  );
}

/** "Five people were killed": only counted, by nobody, at no other time or place: it goes on telling of what is before it. */
const isBareHarm = (telling: Telling): boolean =>
  telling.match.trigger.kind === "harm" &&
  telling.date === null &&
  telling.place === null &&
  telling.parts.every((part) => part.role === "victim" && !part.participant.named);

const isClose = (telling: Telling, event: ToldEvent): boolean =>
  event.tellings.some(
    (one) => paragraphOf(one) === paragraphOf(telling) && sentenceOf(telling) - sentenceOf(one) <= 2,
  ) || !isBareHarm(telling);

const refersBack = (telling: Telling): boolean =>
  telling.match.trigger.kind === "echo" ||
  telling.predicate ||
  (telling.definite && !telling.summary) ||
  telling.negated;

/** "There was no second explosion. Police dismissed messages that another bomb …": one denial, made twice. */
const deniesAgain = (telling: Telling, event: ToldEvent): boolean =>
  telling.distinct &&
  event.lead.distinct &&
  isDenied(telling) &&
  isDenied(event.lead) &&
  familyOf(telling) === familyOf(event.lead) &&
  sentenceOf(telling) - sentenceOf(event.lead) <= 1;

/** "the depot where the bomb went off": of a single bomb, whatever else the clause says of it. */
const isOnlyBomb = (telling: Telling, event: ToldEvent, events: readonly ToldEvent[]): boolean => {
  const bombings = events.filter((one) => familyOf(one.lead) === "bombing" && !isDenied(one.lead));
  const verb = telling.match.trigger.pos === "verb" && telling.definite && familyOf(telling) === "bombing";
  return verb && !isDenied(telling) && bombings.length === 1 && bombings[0] === event && telling.date === null;
};

function findEvent(telling: Telling, events: readonly ToldEvent[]): number {
  const latest = (test: (event: ToldEvent) => boolean): number => events.findLastIndex(test);
  const certain = latest((event) => deniesAgain(telling, event) || isOnlyBomb(telling, event, events));
  if (certain >= 0) return certain;
  const harm = latest((event) => isHarmOf(telling, event));
  if (harm >= 0) return harm;
  const late = isLateDeath(telling) ? latest((event) => isSoonAfter(telling, event)) : -1;
  if (late >= 0) return late;
  const same = latest((event) => isSameEvent(telling, event));
  if (same >= 0) return same;
  if (!refersBack(telling)) return -1;
  const fits = (event: ToldEvent): boolean =>
    pointsTo(telling, event) && (event.lead.factuality === "hypothetical") === (telling.factuality === "hypothetical");
  const alike = telling.incident === "armed-assault" ? -1 : latest((event) => fits(event) && isOfClass(telling, event));
  return alike >= 0 ? alike : latest(fits);
}

/** "The massacre" means the last massacre rather than whatever violence came last. */
const isOfClass = (telling: Telling, event: ToldEvent): boolean =>
  event.tellings.some((one) => one.incident === telling.incident);

const SICKBED = /^(?:hospital|wounds?|injur(?:y|ies)|burns|clinic)$/;

/** "died in hospital on Sunday", "died of his wounds": the end of somebody hurt before. */
const isLateDeath = ({ match }: Telling): boolean =>
  match.trigger.kind === "harm" &&
  match.passage.tokens[match.head]?.lemma === "die" &&
  match.passage.tokens.slice(match.last + 1, match.last + 5).some((token) => SICKBED.test(token.norm));

const isSoonAfter = (telling: Telling, event: ToldEvent): boolean =>
  event.lead.type === "ASSAULT" &&
  !isDenied(event.lead) &&
  event.lead.factuality !== "hypothetical" &&
  event.tellings.some((one) => paragraphOf(one) === paragraphOf(telling));

const LEADERSHIP: Readonly<Record<string, number>> = { act: 0, carry: 0, hide: 0, harm: 1, echo: 2 };

export const leads = (tellings: readonly Telling[]): Telling =>
  tellings.reduce((best, one) =>
    (LEADERSHIP[one.match.trigger.kind] ?? 0) < (LEADERSHIP[best.match.trigger.kind] ?? 0) ? one : best,
  );

/** May a telling open an event of its own? An echo of nothing is no event. */
const opens = (telling: Telling): boolean => {
  const { kind } = telling.match.trigger;
  if (kind === "echo" || telling.predicate) return false;
  const told =
    telling.parts.length > 0 ||
    telling.date !== null ||
    telling.place !== null ||
    telling.match.slots.fillers.has("of");
  if (telling.definite && !told) return false;
  return kind !== "harm" || (isAnchored(telling) && !countsNobody(telling));
};

/** "Several were wounded" alone is too little: somebody named, somebody who did it, a time or a place must stand by it. */
const isAnchored = (telling: Telling): boolean =>
  telling.parts.some((part) => part.role === "victim") &&
  (telling.date !== null ||
    telling.place !== null ||
    telling.attributedTo.length > 0 ||
    telling.parts.some((part) => part.role === "perpetrator" || (part.role === "victim" && part.participant.named)));

/** "denied that any protester had been killed" is a toll of none; "denied that it had killed an officer" is a deed denied. */
const countsNobody = (telling: Telling): boolean =>
  isDenied(telling) && telling.parts.some((part) => /^(?:any|no)/i.test(part.participant.mentions[0]?.text ?? ""));

/** Gathers tellings, in order of the text, into events. Cost: tellings times events of the document. */
export function mergeTellings(tellings: readonly Telling[]): readonly ToldEvent[] {
  const events: ToldEvent[] = [];
  for (const telling of actsFirst(tellings)) {
    const at = findEvent(telling, events);
    if (at >= 0) {
      const merged = [...events[at]!.tellings, isLateDeath(telling) ? withoutCircumstances(telling) : telling];
      events[at] = { tellings: merged, lead: leads(merged) };
    } else if (opens(telling)) {
      events.push({ tellings: [telling], lead: telling });
    }
  }
  return events.toSorted((a, b) => startOf(a) - startOf(b));
}

/** The day and place of dying are not those of the blow. */
const withoutCircumstances = (telling: Telling): Telling => ({ ...telling, date: null, place: null });

const startOf = (event: ToldEvent): number => Math.min(...event.tellings.map((one) => one.evidence[0]?.start ?? 0));

/** Within a sentence acts before consequences, so that "five died when a bomb exploded" finds its bomb. */
const actsFirst = (tellings: readonly Telling[]): readonly Telling[] =>
  tellings.toSorted((a, b) => sentenceOf(a) - sentenceOf(b) || order(a) - order(b) || a.match.first - b.match.first);

const order = (telling: Telling): number => (telling.match.trigger.kind === "harm" ? 1 : 0);
