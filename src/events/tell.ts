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

const DEFINITE: ReadonlySet<string> = new Set(["the", "that", "this", "these", "those", "its", "their", "his", "her"]);
const DISTINCT: ReadonlySet<string> = new Set("another second third fourth other separate new further earlier more".split(" "));
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

/** Weapons of the trigger's clause: between the verb before it and the verb after it. */
function weaponsOf(match: Match): readonly WeaponMention[] {
  const { passage, head } = match;
  const verbs = passage.verbs.filter((verb) => verb.form === "finite" && !(verb.first <= head && head <= verb.last));
  const from = verbs.findLast((verb) => verb.last < head)?.last ?? -1;
  const to = verbs.find((verb) => verb.first > head)?.first ?? passage.tokens.length;
  return passage.weapons.filter((weapon) => weapon.head > from && weapon.head < to && match.trigger.type === "ASSAULT");
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
  const own = trigger.pos === "noun" ? passage.nominals.find((one) => one.first <= head && head <= one.last) : undefined;
  const from = own === undefined ? first : Math.min(first, own.first);
  return [spanBetween(reading, passage, from, gapped ? first : last)];
}

function telling(reading: Reading, { match, commitment, parts }: Candidate): Telling {
  const weapons = weaponsOf(match);
  const opening = openingOf(match)[0] ?? "";
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
    date: tellDate(match),
    place: tellPlace(match),
    definite: match.trigger.pos === "noun" && DEFINITE.has(opening),
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
    .map((match) => ({ match, commitment: judgeFactuality(match), parts: tellParticipants(reading, match) }))
    .filter((candidate) => nonEvent(candidate) === null)
    .map((candidate) => telling(reading, candidate));
}
