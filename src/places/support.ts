import type { Gazetteer, Place } from "./gazetteer.ts";
import type { Group } from "./group-mentions.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import { MOST_CANDIDATES } from "./own-score.ts";

/** A likely reading of another name of the document. */
export interface Vote {
  readonly place: Place;
  readonly weight: number;
}

/** Small enough to have a neighbourhood: a town, a county, a small state. */
const isLocal = (place: Place): boolean => place.radiusKm < 100 && place.precision !== "region";

/** What the other places of the document say for a reading: shares in country and division, nearness, 0..1 each. */
export function support(gazetteer: Gazetteer, place: Place, votes: readonly Vote[]) {
  const first = (p: Place): Place | null => (p.precision === "admin1" ? p : gazetteer.division(p, 1));
  const division = first(place);
  const local = isLocal(place);
  let [total, country, same, near] = [0.7, 0, 0, 0];
  for (const { place: other, weight } of votes) {
    total += weight;
    if (other.country !== null && other.country === place.country) country += weight;
    if (division !== null && first(other) === division) same += weight;
    if (local && other !== place && isLocal(other) && Math.abs(place.lat - other.lat) < FAR_DEGREES) {
      near = Math.max(near, weight * Math.exp(-kilometresBetween(place, other) / NEAR_KM));
    }
  }
  return { country: country / total, division: same / total, near };
}

const NEAR_KM = 100;
/** Beyond this difference in latitude nothing is near: spares most of the arithmetic. */
const FAR_DEGREES = 5;

/**
 * Towns and second-level divisions of the document that may lie in one another, whichever reading each has:
 * "Paris" and "Henry County" agree only in Tennessee.
 */
export function countyPairs(groups: readonly Group[], gazetteer: Gazetteer): ReadonlySet<Place> {
  const named = new Set(
    groups.flatMap((group) =>
      group.readings.filter(({ place, kind }) => place.precision === "admin2" && kind === "name").map((r) => r.place),
    ),
  );
  const agreeing = new Set<Place>();
  for (const group of groups) {
    for (const { place, kind } of group.readings.slice(0, MOST_CANDIDATES)) {
      const county = kind === "alternate" ? null : gazetteer.division(place, 2);
      if (county === null || !named.has(county) || group.readings.some((r) => r.place === county)) continue;
      agreeing.add(place);
      agreeing.add(county);
    }
  }
  return agreeing;
}
