import type { PloverType } from "../record/index.ts";
import type { Telling } from "./telling.ts";

const COOPERATIVE: ReadonlySet<PloverType> = new Set<PloverType>(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const YIELDING: ReadonlySet<PloverType> = new Set<PloverType>(["CONCEDE", "RETREAT"]);
const HARSH: ReadonlySet<PloverType> = new Set<PloverType>(["COERCE", "SANCTION", "MOBILIZE", "ASSAULT", "PROTEST"]);

const SAYING: ReadonlySet<string> = new Set("say announce declare add tell warn state pledge promise vow".split(" "));

/** "Farmers said they would blockade the city": the saying stands right before, whoever else is quoted. */
function saysItself({ match }: Telling): boolean {
  const { passage, slots } = match;
  const verb = slots.verb;
  if (verb === null || verb.modal === null) return false;
  const before = passage.verbs.findLast((other) => other.last < verb.first);
  return before !== undefined && SAYING.has(passage.tokens[before.head]?.lemma ?? "");
}

const isAnnounced = (telling: Telling): boolean =>
  telling.stage === "planned" && (telling.attributedTo.length > 0 || saysItself(telling));

/**
 * PLOVER's rule for what is still to come: announced help is an agreement, announced yielding a concession, an announced
 * blow a threat. Only what a source announces; what the author foresees keeps its type.
 */
export function readFuture(telling: Telling): Telling {
  if (!isAnnounced(telling) || telling.match.trigger.kind === "carry") return telling;
  const real = { stage: "completed", factuality: "attributed" } as const;
  if (COOPERATIVE.has(telling.type))
    return { ...telling, ...real, type: telling.negated ? "REJECT" : "AGREE", mode: null, incident: "statement" };
  if (YIELDING.has(telling.type))
    return { ...telling, ...real, type: telling.negated ? "REJECT" : "CONCEDE", mode: null, incident: "statement" };
  if (HARSH.has(telling.type))
    return { ...telling, type: "THREATEN", mode: null, stage: "threatened", factuality: "attributed" };
  return telling;
}
