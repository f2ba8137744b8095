import type { WeaponMention } from "../actors/index.ts";
import type { IncidentClass } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import { type Candidate, nonEvent } from "./drop-non-events.ts";
import { findTriggers, type TriggerIndex } from "./find-triggers.ts";
import type { Match } from "./guards.ts";
import { hiddenBy } from "./hide-complements.ts";
import { judgeFactuality } from "./judge-factuality.ts";
import { type Passage, spanBetween } from "./passage.ts";
import { tellDate } from "./tell-date.ts";
import { tellParticipants } from "./tell-participants.ts";
import { tellPlace } from "./tell-place.ts";
import type { Telling } from "./telling.ts";

const DEFINITE: ReadonlySet<string> = new Set([
  "the",
  "'s",
  "’s",
  "that",
  "this",
  "these",
  "those",
  "its",
  "their",
  "his",
  "her",
]);
const DISTINCT: ReadonlySet<string> = new Set(
  "another second third fourth other separate new further earlier more".split(" "),
);
const SINGLE_WORDS: ReadonlySet<string> = new Set(["a", "an", "one", "first", "the"]);

const openingOf = (match: Match): readonly string[] => {
  const own = match.passage.nominals.find((one) => one.first <= match.first && match.first <= one.last);
  const first = own?.first ?? match.first;
  return match.passage.tokens.slice(first, match.head).map((token) => token.norm);
};

/** Does the telling say that it is not the event before: "another bomb had gone off", "a second explosion"? */
function isDistinct(match: Match): boolean {
  if (match.trigger.pos === "noun") return openingOf(match).some((word) => DISTINCT.has(word));
  const subject = match.slots.fillers.get("subj")?.[0];
  if (subject === undefined) return false;
  return match.passage.tokens.slice(subject.first, subject.head).some((token) => DISTINCT.has(token.norm));
}

const isPlural = (match: Match): boolean =>
  match.trigger.pos === "noun" &&
  match.passage.tokens[match.head]?.xpos === "NNS" &&
  !openingOf(match).some((word) => SINGLE_WORDS.has(word) && word !== "the");

/** "the bomb went off", "the men who fired on the camp": verbs that speak of something told before. */
function pointsBack(match: Match): boolean {
  const { passage, trigger, slots } = match;
  if (trigger.pos === "noun") return false;
  const opensWithThe = (first: number): boolean => DEFINITE.has(passage.tokens[first]?.norm ?? "");
  if (trigger.mode === "explosives") {
    const weapon = passage.weapons.find(
      (one) =>
        one.certain &&
        [...slots.fillers.values()].flat().some((filler) => filler.first <= one.head && one.head <= filler.last),
    );
    const filler =
      weapon === undefined
        ? undefined
        : [...slots.fillers.values()].flat().find((one) => one.first <= weapon.head && weapon.head <= one.last);
    if (filler !== undefined) return opensWithThe(filler.first);
  }
  const subject = slots.fillers.get("subj")?.[0];
  const before = passage.tokens[(slots.verb?.first ?? 0) - 1];
  return subject !== undefined && before?.norm === "who" && opensWithThe(subject.first);
}

/** "It was the worst attack in the country's history": says what sort of thing an event told before was. */
function isPredicate(match: Match): boolean {
  if (match.trigger.pos !== "noun") return false;
  const own = match.passage.nominals.find((one) => one.first <= match.first && match.first <= one.last);
  const verb = match.passage.verbs.findLast((group) => group.last < (own?.first ?? match.first));
  if (
    verb === undefined ||
    match.passage.tokens[verb.head]?.lemma !== "be" ||
    verb.last !== (own?.first ?? match.first) - 1
  )
    return false;
  return !match.passage.tokens.slice(0, verb.first).some((token) => token.norm === "there");
}

/** Weapons of the trigger's clause: between the verb before it and the verb after it. */
function weaponsOf(match: Match): readonly WeaponMention[] {
  const { passage, head } = match;
  const verbs = passage.verbs.filter((verb) => verb.form === "finite" && !(verb.first <= head && head <= verb.last));
  const from = verbs.findLast((verb) => verb.last < head)?.last ?? -1;
  const to = verbs.find((verb) => verb.first > head)?.first ?? passage.tokens.length;
  const bomb = match.trigger.mode === "explosives";
  return passage.weapons.filter(
    (weapon) =>
      weapon.head > from &&
      weapon.head < to &&
      match.trigger.type === "ASSAULT" &&
      (weapon.certain || (bomb && weapon.kind === "explosives")),
  );
}

const GENERAL: ReadonlySet<IncidentClass> = new Set<IncidentClass>(["armed-assault"]);
const MODE_OF_WEAPON: Readonly<Record<string, string>> = {
  explosives: "explosives",
  firearms: "firearms",
  primitive: "primitive",
  "heavy-weapons": "heavy-weapons",
  "crowd-control": "crowd-control",
  unconventional: "unconventional",
};

/** "killed by a bomb": the weapon says what the verb leaves open. */
function sharpen(match: Match, weapons: readonly WeaponMention[]): Pick<Telling, "mode" | "incident"> {
  const { mode, incident } = match.trigger;
  const kinds = weapons.filter((weapon) => weapon.certain).map((weapon) => weapon.kind);
  if (mode !== null || !GENERAL.has(incident) || kinds[0] === undefined) return { mode, incident };
  const explosive = kinds.includes("explosives");
  return { mode: MODE_OF_WEAPON[kinds[0]] ?? null, incident: explosive ? "bombing" : incident };
}

function evidenceOf(reading: Reading, match: Match): Telling["evidence"] {
  const { first, last, trigger, passage, head } = match;
  const gapped = trigger.pattern.includes(null);
  const own =
    trigger.pos === "noun" ? passage.nominals.find((one) => one.first <= head && head <= one.last) : undefined;
  const from = own === undefined ? first : Math.min(first, own.first);
  return [spanBetween(reading, passage, from, gapped ? first : last)];
}

function telling(reading: Reading, { match, commitment, parts }: Candidate): Telling {
  const weapons = weaponsOf(match);
  const opening = openingOf(match)[0] ?? "";
  const definite = match.trigger.pos === "noun" && DEFINITE.has(opening) && parts.length === 0;
  return {
    match,
    evidence: evidenceOf(reading, match),
    type: match.trigger.type,
    ...sharpen(match, weapons),
    stage: commitment.stage ?? match.trigger.stage ?? "completed",
    factuality: commitment.factuality,
    attributedTo: commitment.attributedTo,
    parts,
    weapons,
    date: tellDate(match, definite),
    place: tellPlace(match, definite),
    definite: (match.trigger.pos === "noun" && DEFINITE.has(opening)) || pointsBack(match),
    predicate: isPredicate(match),
    distinct: isDistinct(match),
    negated: commitment.negated,
    summary: isPlural(match),
  };
}

/** What one sentence tells, in its order. */
export function tell(reading: Reading, passage: Passage, index: TriggerIndex): readonly Telling[] {
  const matches = findTriggers(passage, index);
  return matches
    .filter((match) => !hiddenBy(match, matches))
    .map((match) => ({ match, commitment: judgeFactuality(reading, match), parts: tellParticipants(reading, match) }))
    .filter((candidate) => nonEvent(candidate) === null)
    .map((candidate) => telling(reading, candidate));
}
