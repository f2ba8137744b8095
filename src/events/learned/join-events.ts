import { datesAgree, leads, patientsDiffer, type ToldEvent } from "../merge-tellings.ts";
import { pairFeatures } from "./pair-features.ts";
import { isOneSided } from "./place-candidates.ts";
import { type Weights, weigh } from "./weights.ts";

/** From this probability on two events are one. */
const JOINED = 0.5;

const startOf = (event: ToldEvent): number => Math.min(...event.tellings.map((one) => one.evidence[0]?.start ?? 0));

/** Deeds of other kinds than an attack: a kidnapping is no bombing told again. */
const APART: readonly (readonly string[])[] = [["kidnapping", "hostage-taking", "hijacking"], ["robbery"]];

const sortOf = ({ lead }: ToldEvent): number => APART.findIndex((sort) => sort.includes(lead.incident));

const hasHappened = ({ lead }: ToldEvent): boolean =>
  lead.stage !== "threatened" && lead.stage !== "planned" && lead.factuality !== "hypothetical";

const heldApart = (a: ToldEvent, b: ToldEvent): boolean =>
  b.lead.distinct || a.tellings.some((one) => b.tellings.some((other) => datesAgree(one, other) === "no"));

/** Both name whom it was done to, and nobody is in both: two deeds, unless the later words point back. */
const harmOthers = (a: ToldEvent, b: ToldEvent): boolean =>
  !b.lead.definite && a.tellings.some((one) => b.tellings.some((other) => patientsDiffer(one, other)));

/** Pairs of other sorts, days or places, the second of two, or of which one is denied or has not happened, are never asked about. */
export const mayBeOne = (a: ToldEvent, b: ToldEvent): boolean =>
  isOneSided(a) &&
  isOneSided(b) &&
  sortOf(a) === sortOf(b) &&
  hasHappened(a) === hasHappened(b) &&
  (a.lead.factuality === "denied") === (b.lead.factuality === "denied") &&
  !heldApart(a, b) &&
  !harmOthers(a, b);

function join(earlier: ToldEvent, later: ToldEvent): ToldEvent {
  const tellings = [...earlier.tellings, ...later.tellings].sort(
    (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0),
  );
  return { tellings, lead: leads([earlier.lead, later.lead]) };
}

/** Each event, in order of the text, goes to the likeliest earlier one that reaches the threshold. */
export function joinEvents(events: readonly ToldEvent[], weights: Weights, least = JOINED): readonly ToldEvent[] {
  const joined: ToldEvent[] = [];
  for (const event of events) {
    const chances = joined.map((earlier) =>
      mayBeOne(earlier, event) ? (weigh(weights, pairFeatures(earlier, event))[0] ?? 0) : 0,
    );
    const best = chances.indexOf(Math.max(0, ...chances));
    if (best >= 0 && chances[best]! >= least) joined[best] = join(joined[best]!, event);
    else joined.push(event);
  }
  return joined.toSorted((a, b) => startOf(a) - startOf(b));
}
