import { VIOLENT_INCIDENTS } from "../../record/index.ts";
import type { ToldEvent } from "../merge-tellings.ts";
import type { Passage } from "../passage.ts";
import type { Part, Telling } from "../telling.ts";
import type { Candidate } from "./candidate.ts";
import { dependencyPath } from "./dependency-path.ts";
import type { Placed } from "./role-features.ts";

export const isViolent = (told: ToldEvent): boolean => VIOLENT_INCIDENTS.includes(told.lead.incident);

/** A clash has two sides, each doing and suffering: the rules name them, and the learned roles, taught on attacks, keep out. */
export const isOneSided = (told: ToldEvent): boolean => isViolent(told) && told.lead.incident !== "clash";

const sentenceOf = (telling: Telling): number => telling.match.passage.sentence.index;

/** Participant or thing that two phrases share. */
export const entityKey = ({ mention, passage, head }: Pick<Candidate, "mention" | "passage" | "head">): string =>
  mention === null ? `thing ${passage.tokens[head]?.lemma ?? ""}` : `actor ${mention.entity}`;

function bySentence(events: readonly ToldEvent[]): ReadonlyMap<number, readonly Telling[]> {
  const groups = new Map<number, Telling[]>();
  for (const telling of events.flatMap((event) => event.tellings)) {
    groups.set(sentenceOf(telling), [...(groups.get(sentenceOf(telling)) ?? []), telling]);
  }
  return groups;
}

/** Steps in the tree, then words between. */
function apart(telling: Telling, { passage, head }: Candidate): number {
  const path = dependencyPath(passage.tokens, telling.match.head, head);
  return (path === null ? 9 : path.length) + Math.abs(telling.match.head - head) / 100;
}

const nearest = (tellings: readonly Telling[], candidate: Candidate): Telling | null =>
  tellings.reduce<Telling | null>(
    (best, one) => (best === null || apart(one, candidate) < apart(best, candidate) ? one : best),
    null,
  );

const roleName = ({ role, participant: { kind } }: Part): string =>
  role === "perpetrator" && (kind === "organization" || kind === "state") ? "perpetrator-body" : role;

interface Ruled {
  /** "sentence head" → role. */
  readonly at: ReadonlyMap<string, string>;
  readonly entity: ReadonlyMap<string, string>;
}

function ruledRoles(events: readonly ToldEvent[]): Ruled {
  const at = new Map<string, string>();
  const entity = new Map<string, string>();
  for (const telling of events.flatMap((event) => event.tellings)) {
    const { passage } = telling.match;
    for (const part of telling.parts) {
      at.set(`${passage.sentence.index} ${part.nominal.head}`, roleName(part));
      entity.set(entityKey({ ...part.nominal, passage }), roleName(part));
    }
  }
  return { at, entity };
}

/** Sets each candidate beside the deed that it may belong to. `passages` stand in order of the text. */
export function placeCandidates(
  candidates: readonly Candidate[],
  events: readonly ToldEvent[],
  passages: readonly Passage[],
): readonly Placed[] {
  const violent = events.filter(isOneSided);
  const tellings = bySentence(violent);
  const ruled = ruledRoles(violent);
  const counts = new Map<string, number>();
  for (const one of candidates) counts.set(entityKey(one), (counts.get(entityKey(one)) ?? 0) + 1);
  return candidates.map((candidate) => {
    const at = candidate.passage.sentence.index;
    const here = tellings.get(at) ?? [];
    const before = tellings.get(passages[at - 1]?.sentence.index ?? -1) ?? [];
    return {
      candidate,
      telling: nearest(here, candidate),
      before: here.length > 0 ? [] : [...new Set(before.map((one) => one.incident))],
      rule: ruled.at.get(`${at} ${candidate.head}`) ?? "none",
      elsewhere: ruled.entity.get(entityKey(candidate)) ?? "none",
      mentions: counts.get(entityKey(candidate)) ?? 1,
      events: violent.length,
    };
  });
}
