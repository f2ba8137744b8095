import type { Participant, Role } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import { roleOf } from "./default-roles.ts";
import type { Match } from "./guards.ts";
import { organisationBehind } from "./organisation-behind.ts";
import { type Nominal, type Passage, spanBetween } from "./passage.ts";
import type { Part } from "./telling.ts";
import type { SlotRole } from "./trigger.ts";

const ACTING: ReadonlySet<Role> = new Set(["perpetrator", "organiser", "claimant", "responder"]);

const isPlaceName = (passage: Passage, nominal: Nominal): boolean => {
  const head = passage.tokens[nominal.head];
  return (
    head !== undefined &&
    passage.places.some((place) => place.use === "literal" && place.start <= head.start && head.end <= place.end)
  );
};

const isWeapon = (passage: Passage, nominal: Nominal): boolean =>
  passage.weapons.some((weapon) => weapon.certain && weapon.head === nominal.head);

/** What acts upon people and is nobody: never a participant. */
const DEEDS: ReadonlySet<string> = new Set(
  "attack bomb bombing explosion blast shooting fire war crash raid violence fighting clash accident operation incident device shot bullet shell rocket missile grenade battle ambush assault strike it this that which".split(
    " ",
  ),
);

/** A plain noun phrase that no actor table knows ("a new levy", "the kingdom"). */
const isPlain = (passage: Passage, nominal: Nominal): boolean => {
  const head = passage.tokens[nominal.head];
  return head !== undefined && ["NOUN", "PROPN", "NUM"].includes(head.upos) && !DEEDS.has(head.lemma);
};

/** Nouns of qualities and happenings, by their endings: nobody. */
const ABSTRACT =
  /(?:tion|sion|ity|ism|ment|ness|ance|ence|oval|ure|ship|number|total|act|fact|way|time|day|week|month|year)s?$/;

/** Members of a body of the state are people who can be hurt, whatever the body is. */
const MEMBERS: ReadonlySet<string> = new Set(
  "guard officer policeman soldier trooper agent gendarme marine sailor conscript ranger militiaman".split(" "),
);

function settleRole(role: SlotRole, passage: Passage, nominal: Nominal): Role | null {
  if (role === "none") return null;
  if (role !== "patient") return role;
  const kind = nominal.mention?.kind ?? "other";
  const member = MEMBERS.has(passage.tokens[nominal.head]?.lemma ?? "");
  return kind === "individual" || kind === "group" || member ? "victim" : "target";
}

/** Vehicles that fight by themselves in the telling ("planes bombed a village"); a car only explodes. */
const ARMED: ReadonlySet<string> = new Set(
  "plane aircraft jet helicopter gunboat warship tank bomber ship drone gunship".split(" "),
);

function mayFill(role: Role, { passage, trigger: { type } }: Match, nominal: Nominal, slot: string): boolean {
  if (isWeapon(passage, nominal)) return false;
  if (nominal.mention !== null) {
    const { kind } = nominal.mention;
    if (role === "actor" || role === "recipient") return true;
    if (isPlaceName(passage, nominal) && kind !== "organization" && kind !== "state") return false;
    const office = type !== "ASSAULT" && type !== "PROTEST"; // a consulate may deny entry, not fire shots
    if (kind === "vehicle" && ACTING.has(role)) return ARMED.has(passage.tokens[nominal.head]?.lemma ?? "");
    return ACTING.has(role) ? (kind !== "facility" || office) && kind !== "other" : true;
  }
  if (!isPlain(passage, nominal)) return false;
  if (ACTING.has(role) && ABSTRACT.test(passage.tokens[nominal.head]?.norm ?? "")) return false;
  const direct = ["subj", "obj", "by", "between", "with"].includes(slot);
  if (role === "actor" || role === "recipient") return true;
  if (isPlaceName(passage, nominal)) return direct && ACTING.has(role);
  return direct || (role === "target" && (slot === "on" || slot === "against" || slot === "of"));
}

export function participantOf(reading: Reading, passage: Passage, role: Role, nominal: Nominal): Participant {
  const { mention } = nominal;
  if (mention === null) {
    const span = spanBetween(reading, passage, nominal.first, nominal.end);
    const kind = isPlaceName(passage, nominal) ? "state" : ACTING.has(role) || role === "victim" ? "group" : "other";
    return { role, kind, name: span.text, named: false, count: null, country: null, of: null, mentions: [span] };
  }
  const { kind, named, count, country } = mention;
  const of = mention.of ?? organisationBehind(reading, passage, nominal);
  const span = spanBetween(reading, passage, nominal.first, nominal.end);
  const name = mention.name === mention.text ? span.text : mention.name.replace(/^\d{4}\s+/, "");
  return { role, kind, name, named, count, country, of, mentions: [span] };
}

/** Fillers of the trigger's slots as participants. */
export function tellParticipants(reading: Reading, match: Match): readonly Part[] {
  const { passage, trigger } = match;
  const parts: Part[] = [];
  const seen = new Set<Nominal>();
  for (const [slot, fillers] of match.slots.fillers) {
    for (const nominal of fillers) {
      const role = settleRole(roleOf(trigger, slot), passage, nominal);
      if (role === null || seen.has(nominal) || !mayFill(role, match, nominal, slot)) continue;
      if (nominal.first <= match.head && match.head <= nominal.last) continue;
      seen.add(nominal);
      parts.push({
        role,
        nominal,
        participant: participantOf(reading, passage, role, nominal),
        entity: nominal.mention?.entity ?? null,
        headLemma: passage.tokens[nominal.head]?.lemma ?? "",
      });
    }
  }
  return parts;
}
