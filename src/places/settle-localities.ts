import { overlaps } from "../record/index.ts";
import type { Locality } from "./find-localities.ts";
import type { Place } from "./gazetteer.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import type { PlaceMention } from "./place-mention.ts";
import { relationBefore } from "./relation.ts";
import { saysInside } from "./stated-container.ts";
import { townOf } from "./streets.ts";

const HOLDS: ReadonlySet<string> = new Set(["city", "admin1", "admin2"]);

const canHold = ({ use, place }: PlaceMention): boolean =>
  use === "literal" && place !== null && HOLDS.has(place.precision);

/** The mention that the text says it lies in: "in Homs province", ", Homs", "of Baghdad". */
const statedIn = (text: string, { said, sentence }: Locality, mentions: readonly PlaceMention[]): PlaceMention | null =>
  mentions.find((m) => m.start >= said && m.end <= sentence.end && saysInside(text.slice(said, m.start).trim())) ??
  null;

/** The division named nearest to it in its sentence. */
function divisionBeside({ start, sentence }: Locality, mentions: readonly PlaceMention[]): Place | null {
  const beside = mentions.filter(
    (m) => canHold(m) && m.place!.precision !== "city" && m.start >= sentence.start && m.end <= sentence.end,
  );
  return beside.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]?.place ?? null;
}

function containerOf(text: string, locality: Locality, mentions: readonly PlaceMention[]): Place | null {
  const stated = statedIn(text, locality, mentions);
  if (stated !== null) return canHold(stated) ? stated.place : null;
  return locality.called === "quarter" ? townOf(locality, mentions) : divisionBeside(locality, mentions);
}

/** Radius of doubt in km of something that lies in a town. */
const IN_TOWN_KM = 15;

/** No point of its own: its container's, with all of the container as its doubt. */
const insideOf = (container: Place, name: string): Place => ({
  ...container,
  geonameId: null,
  name,
  admin1: container.precision === "admin1" ? container.name : container.admin1,
  precision: "site",
  feature: "PPLX",
  population: 0,
  radiusKm: Math.max(IN_TOWN_KM, container.radiusKm),
});

/** How sure it is a place: its words say so, but no gazetteer of ours knows it. */
const CALLED_SO = 0.5;

function localityMention(text: string, locality: Locality, within: Place | null): PlaceMention {
  const { start, end, sentence, first } = locality;
  return {
    start,
    end,
    text: locality.text,
    use: "literal",
    place: within === null ? null : insideOf(within, locality.text),
    score: CALLED_SO,
    evidence: "strong",
    share: 1,
    rule: within === null ? "called-a-locality" : "inside-its-container",
    alternatives: [],
    readings: [],
    within,
    relation: relationBefore(text, sentence, first),
  };
}

/** Farther than this from its town a namesake is not the quarter that the text means. */
const SAME_TOWN_KM = 60;

/** "the Mansour district of Baghdad" read as a town of that name in another land. */
function isNamesake(
  text: string,
  locality: Locality,
  mention: PlaceMention,
  mentions: readonly PlaceMention[],
): boolean {
  const town = statedIn(text, locality, mentions);
  if (locality.called !== "quarter" || mention.start !== locality.start || mention.end !== locality.end) return false;
  if (town?.place?.precision !== "city" || mention.place === null) return false;
  if (mention.place.population > town.place.population) return false; // "the Chicago neighborhood of Pilsen"
  return kilometresBetween(town.place, mention.place) > SAME_TOWN_KM + mention.place.radiusKm;
}

/**
 * Adds the villages and quarters that the gazetteer lacks, each inside the town or division that the text names;
 * a name that is settled already stays, unless it is a namesake far from the town that the text says it is a part of.
 */
export function withLocalities(
  text: string,
  localities: readonly Locality[],
  mentions: readonly PlaceMention[],
): readonly PlaceMention[] {
  const free = localities.filter((locality) =>
    mentions.every((m) => !overlaps(locality, m) || isNamesake(text, locality, m, mentions)),
  );
  const kept = mentions.filter((m) => !free.some((locality) => overlaps(locality, m)));
  return [...kept, ...free.map((locality) => localityMention(text, locality, containerOf(text, locality, kept)))];
}
