import type { Where } from "./event-like.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import type { PlaceWords } from "./place-names.ts";
import { sameName } from "./place-names.ts";

export type PlaceLevel =
  | "within 5 km"
  | "within 25 km"
  | "the coarser holds the finer"
  | "same name, which not said"
  | "place not given"
  | "another place";

const COARSENESS: readonly Where["precision"][] = ["site", "city", "admin2", "admin1", "country", "region"];
const coarseness = (place: Where): number => COARSENESS.indexOf(place.precision);

const otherCountry = (a: Where, b: Where): boolean =>
  a.country !== null && b.country !== null && a.country !== b.country;

const kilometres = (a: Where, b: Where): number | null =>
  a.lat === null || a.lon === null || b.lat === null || b.lon === null
    ? null
    : kilometresBetween({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });

/** Does the coarser place hold the finer one? By country and division names first; by distance where names say nothing. */
function holds(coarse: Where, fine: Where, words: PlaceWords): boolean {
  if (coarse.precision === "country") return coarse.country !== null && coarse.country === fine.country;
  if (otherCountry(coarse, fine)) return false;
  const distance = kilometres(coarse, fine);
  if (coarse.precision === "admin1") {
    const division = coarse.admin1 ?? coarse.name;
    if (fine.admin1 !== null)
      return sameName(words, division, fine.admin1) || sameName(words, coarse.name, fine.admin1);
  }
  return distance !== null && distance <= Math.max(25, coarse.radiusKm);
}

/** Two places agree within 25 km, or where the coarser holds the finer; never across a border. */
function levelOf(a: Where, b: Where, words: PlaceWords): PlaceLevel {
  const [fine, coarse] = coarseness(a) <= coarseness(b) ? [a, b] : [b, a];
  if (coarseness(coarse) >= COARSENESS.indexOf("admin2")) {
    return holds(coarse, fine, words) ? "the coarser holds the finer" : "another place";
  }
  if (otherCountry(a, b)) return "another place";
  const distance = kilometres(a, b);
  if (distance === null) return sameName(words, a.name, b.name) ? "within 25 km" : "another place";
  if (distance <= 5) return "within 5 km";
  return distance <= 25 ? "within 25 km" : "another place";
}

/**
 * Rule 5 of the verdicts. A place that its passage does not say speaks against no other: one carried over from
 * elsewhere. A bare name that both sides bear is what the words say, whichever of its bearers we read into it: it agrees.
 */
export function comparePlaces(a: Where | null, b: Where | null, words: PlaceWords): PlaceLevel {
  if (a === null || b === null) return "place not given";
  const level = levelOf(a, b, words);
  if (level !== "another place") return level;
  const nameOnly = a.ground === "name-only" || b.ground === "name-only";
  if (nameOnly && sameName(words, a.name, b.name)) return "same name, which not said";
  return a.ground === "carried" || b.ground === "carried" ? "place not given" : level;
}
