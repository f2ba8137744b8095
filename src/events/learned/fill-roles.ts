import type { ParticipantKind, Role } from "../../record/index.ts";
import type { Reading } from "../../text/index.ts";
import type { ToldEvent } from "../merge-tellings.ts";
import { type Passage, spanBetween } from "../passage.ts";
import { participantOf } from "../tell-participants.ts";
import type { Part, Telling } from "../telling.ts";
import { isOneSided } from "./place-candidates.ts";
import { plainName } from "./plain-name.ts";
import type { Placed } from "./role-features.ts";
import { ROLE_LABELS, type RoleLabel } from "./role-label.ts";

/** A candidate with its probability for each of `ROLE_LABELS`. */
export interface Judged {
  readonly placed: Placed;
  readonly chances: ArrayLike<number>;
}

/** From these probabilities on a phrase fills a role: `kept` where the rules found it in that role too. */
export interface Threshold {
  readonly added: number;
  readonly kept: number;
}
export type Thresholds = Readonly<Record<RoleLabel, Threshold>>;

const ROLE_OF: Readonly<Record<Exclude<RoleLabel, "weapon">, Role>> = {
  perpetrator: "perpetrator",
  "perpetrator-body": "perpetrator",
  target: "target",
  victim: "victim",
};

const PEOPLE: readonly ParticipantKind[] = ["individual", "group"];
const BODIES: readonly ParticipantKind[] = ["organization", "state"];

/** The role says what sort of participant it can be: who acts is a person, a group or a body; what is hit by itself is a thing. */
function kindFor(label: RoleLabel, kind: ParticipantKind): ParticipantKind {
  if (label === "perpetrator" || label === "victim") return PEOPLE.includes(kind) ? kind : "group";
  if (label === "perpetrator-body") return BODIES.includes(kind) ? kind : "organization";
  return PEOPLE.includes(kind) ? "facility" : kind;
}

/** The rules err by taking for somebody what is nobody: what they found stays where the actors room knows what it is. */
const isKnown = ({ candidate: { mention } }: Placed): boolean => mention !== null && mention.kind !== "other";

/** The likeliest label that reaches its threshold, or null. */
function labelOf({ placed, chances }: Judged, thresholds: Thresholds): RoleLabel | null {
  let best: RoleLabel | null = null;
  let most = 0;
  ROLE_LABELS.forEach((label, i) => {
    const { added, kept } = thresholds[label];
    const ruled = placed.rule === label;
    const over = Math.max(chances[i]! / (ruled ? kept : added), ruled && isKnown(placed) ? 1 : 0);
    if (over >= 1 && over > most) {
      best = label;
      most = over;
    }
  });
  return best;
}

function partOf(reading: Reading, { candidate }: Placed, label: Exclude<RoleLabel, "weapon">): Part {
  const { passage, first, last, end, head, mention } = candidate;
  const nominal = { first, last, end, head, mention };
  const role = ROLE_OF[label];
  const participant = participantOf(reading, passage, role, nominal);
  const words = spanBetween(reading, passage, ...plainName(candidate, label)).text;
  const name = participant.named && label !== "perpetrator-body" ? participant.name : words;
  return {
    role,
    nominal,
    participant: { ...participant, name, kind: kindFor(label, participant.kind) },
    entity: mention?.entity ?? null,
    headLemma: passage.tokens[head]?.lemma ?? "",
  };
}

const sentenceOf = (telling: Telling): number => telling.match.passage.sentence.index;

/** How many sentences a deed's participants may be told of after it. */
const REACH = 3;

/** The telling that a phrase belongs to: the one beside it, else the last before it, else one right after it. */
function tellingFor({ candidate, telling }: Placed, tellings: readonly Telling[]): Telling | null {
  if (telling !== null) return telling;
  const at = candidate.passage.sentence.index;
  const before = tellings.findLast((one) => sentenceOf(one) < at && at - sentenceOf(one) <= REACH);
  return before ?? tellings.find((one) => sentenceOf(one) > at && sentenceOf(one) - at <= 1) ?? null;
}

const placeOf = ({ sentence }: Passage, head: number): string => `${sentence.index} ${head}`;

const LEARNED: ReadonlySet<Role> = new Set<Role>(["perpetrator", "target", "victim"]);

/** What the rules found by a pronoun stays where the learned roles agree on the participant it stands for. */
const byPronoun = (part: Part, filled: ReadonlySet<string>): boolean =>
  part.nominal.mention?.pronoun === true && filled.has(`${part.role} ${part.entity}`);

/**
 * Gives the violent events their participants and weapons by the learned roles: what the rules found is one of the things
 * they look at. Other events, and other roles, stay as the rules have them.
 */
export function fillRoles(
  reading: Reading,
  events: readonly ToldEvent[],
  judged: readonly Judged[],
  thresholds: Thresholds,
): readonly ToldEvent[] {
  const violent = events.filter(isOneSided);
  const tellings = violent.flatMap((event) => event.tellings).sort((a, b) => sentenceOf(a) - sentenceOf(b));
  const parts = new Map<Telling, Part[]>();
  const weapons = new Map<Telling, Telling["weapons"][number][]>();
  const filled = new Set<string>();
  for (const one of judged) {
    const label = labelOf(one, thresholds);
    const telling = label === null ? null : tellingFor(one.placed, tellings);
    if (label === null || telling === null) continue;
    if (label === "weapon") {
      const { weapon, passage } = one.placed.candidate;
      if (weapon === null) continue;
      const named = {
        ...weapon,
        ...spanBetween(reading, passage, ...plainName({ ...one.placed.candidate, ...weapon, end: weapon.last }, label)),
      };
      weapons.set(telling, [...(weapons.get(telling) ?? []), named]);
      continue;
    }
    const part = partOf(reading, one.placed, label);
    parts.set(telling, [...(parts.get(telling) ?? []), part]);
    filled.add(`${part.role} ${part.entity}`);
  }
  const seen = new Set(judged.map(({ placed: { candidate } }) => placeOf(candidate.passage, candidate.head)));
  const isUnseen = (telling: Telling, { nominal }: Part): boolean =>
    nominal.mention?.pronoun !== true && !seen.has(placeOf(telling.match.passage, nominal.head));
  const refill = (telling: Telling): Telling => ({
    ...telling,
    parts: [
      ...telling.parts.filter((part) => !LEARNED.has(part.role) || byPronoun(part, filled) || isUnseen(telling, part)),
      ...(parts.get(telling) ?? []),
    ],
    weapons: weapons.get(telling) ?? [],
  });
  return events.map((event) => {
    if (!violent.includes(event)) return event;
    const again = new Map(event.tellings.map((telling) => [telling, refill(telling)]));
    return { tellings: [...again.values()], lead: again.get(event.lead) ?? event.lead };
  });
}
