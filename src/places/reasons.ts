import type { PlaceTables } from "./place-tables.ts";
import type { Ranked } from "./rank-readings.ts";
import { WEIGHTS, type Weight } from "./weights.ts";

/** What spoke for one reading against another: points of the score, for it above 0. */
export interface Reason {
  readonly weight: Weight;
  readonly points: number;
  readonly words: string;
}

/** Less than this decides nothing that a reader wants to hear of. */
const LEAST_POINTS = 0.25;

/** Why one reading stands before another (or, the other way round, behind it), what weighs most first. */
export function reasonsBetween(tables: PlaceTables, one: Ranked, other: Ranked): readonly Reason[] {
  return WEIGHTS.map((weight) => {
    const points = tables.weights[weight] * ((one.features[weight] ?? 0) - (other.features[weight] ?? 0));
    const words = tables.weightWords[weight][points > 0 ? "for" : "against"];
    return { weight, points: Math.round(points * 10) / 10, words };
  })
    .filter(({ points }) => Math.abs(points) >= LEAST_POINTS)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
