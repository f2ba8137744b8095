import type { Place } from "./gazetteer.ts";
import type { Toponym } from "./toponym.ts";

const JOIN =
  /^(?:,|\(|in|of|,\s*in|,\s*(?:in\s+)?(?:the\s+)?(?:\w+\s+)?(?:department|province|state|region|district|governorate|oblast|county)\s+of|in\s+(?:the\s+)?(?:\w+\s+)?(?:department|province|state|region|district|governorate|oblast|county)\s+of|in\s+(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|neighbou?ring))$/iu;

/** "in", ",", "of", "in the department of": the words between a name and what it lies in. */
export const saysInside = (between: string): boolean => JOIN.test(between);

const couldContain = (toponym: Toponym): boolean =>
  toponym.readings.some(
    ({ place, kind }) => kind !== "demonym" && ["country", "admin1", "admin2", "region"].includes(place.precision),
  );

const SERIES = /^,?\s*(?:,|and|or|&)$/i;

/** "Russia, Iran and Turkey" is a series, not a town of Iran; "Armenia, Colombia" may be one. */
function isSeries(text: string, toponyms: readonly Toponym[], i: number): boolean {
  const [before, toponym, next, afterNext] = [toponyms[i - 1], toponyms[i]!, toponyms[i + 1]!, toponyms[i + 2]];
  const joins = (a: Toponym | undefined, b: Toponym | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    isCountry(a) &&
    isCountry(b) &&
    SERIES.test(text.slice(a.end, b.start).trim());
  return joins(toponym, next) && (joins(before, toponym) || joins(next, afterNext));
}

const isCountry = (toponym: Toponym): boolean => toponym.readings.some(({ place }) => place.precision === "country");

/**
 * The place that the text itself says a name lies in: "Paris, Texas", "La Unión, in the department of Nariño",
 * "Gary (Indiana)", "a village in Homs province". Links a toponym to the next one of its sentence.
 */
export function statedContainers(text: string, toponyms: readonly Toponym[]): ReadonlyMap<Toponym, Toponym> {
  const links = new Map<Toponym, Toponym>();
  toponyms.forEach((toponym, i) => {
    const next = toponyms[i + 1];
    if (next === undefined || next.sentence !== toponym.sentence || !couldContain(next)) return;
    const between = text
      .slice(toponym.end, next.start)
      .replace(/^\s+(?:region|province|district|county|governorate|oblast)\b/iu, "")
      .trim();
    if (saysInside(between) && !isSeries(text, toponyms, i)) links.set(toponym, next);
  });
  return links;
}

/** A place of the shipped gazetteer and one of a user's own are the same by their GeoNames id. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a === b || (a.geonameId !== null && a.geonameId === b.geonameId);

/** Whether one place lies in another as the gazetteer knows it: the same country, division or second division. */
export function liesIn(
  place: Place,
  container: Place,
  division: (place: Place, level: 1 | 2) => Place | null,
): boolean {
  if (isSamePlace(place, container)) return false;
  if (container.precision === "country") return place.country === container.country;
  const [first, second] = [division(place, 1), division(place, 2)];
  return (first !== null && isSamePlace(first, container)) || (second !== null && isSamePlace(second, container));
}
