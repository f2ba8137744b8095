import type { Event } from "../../record/index.ts";
import type { Found } from "../passage.ts";
import type { Settled } from "../split-waves.ts";
import { eventFeatures } from "./event-features.ts";
import { isViolent } from "./place-candidates.ts";
import { type Weights, weigh } from "./weights.ts";

/** Below this probability a violent event is a mention in passing: a topic, a state of affairs, the same event once more. */
const LEAST = 0.15;

/** In so few sentences nothing is mentioned in passing: what they tell is what the document is about. */
const SHORT = 3;

/** Somebody, and two of a time, a place and a toll of its own: told for its own sake, whatever the weights say. */
export function isWhole({ participants, date, place, casualties }: Event): boolean {
  const own = [
    date !== null && date.inferredBy !== "date-of-the-event-before",
    place !== null && !INHERITED.has(place.inferredBy ?? ""),
    casualties.killed !== null || casualties.injured !== null,
  ];
  return participants.length > 0 && own.filter(Boolean).length >= 2;
}

const INHERITED: ReadonlySet<string> = new Set([
  "dateline",
  "place-of-the-event-before",
  "place-named-before-in-the-paragraph",
]);

/** Only violent events are weighed: other kinds have no training documents. */
export const isWeighed = ({ told }: Settled): boolean => isViolent(told);

/** Events without those that the learned judgement takes for no telling of one event. */
export function keepTold(
  { reading, published }: Pick<Found, "reading" | "published">,
  settled: readonly Settled[],
  weights: Weights,
): readonly Settled[] {
  const others = settled.filter(isWeighed).map(({ event }) => event);
  const sentences = reading.sentences.length;
  if (sentences <= SHORT) return settled;
  return settled.filter((one) => {
    const { told, event } = one;
    if (!isWeighed(one) || isWhole(event)) return true;
    const [chance = 0] = weigh(weights, eventFeatures({ told, event, others, published, sentences }));
    return chance >= LEAST;
  });
}
