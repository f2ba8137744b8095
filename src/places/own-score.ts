import type { PlacePrecision } from "../record/index.ts";
import type { Gazetteer, NameKind, Place, PlaceReading } from "./gazetteer.ts";
import type { Group } from "./group-mentions.ts";
import { normalName } from "./normal-name.ts";
import type { Features } from "./weights.ts";

export const MOST_CANDIDATES = 50;

const isDivision = (place: Place): boolean => place.precision === "admin1" || place.precision === "admin2";

/** Stated kind against the place's own: 1 fits, 0.5 another level of division, -1 does not fit. */
export function kindFit(kind: PlacePrecision | null, place: Place): number {
  if (kind === null) return 0;
  if (kind === place.precision) return 1;
  if (kind !== "city" && isDivision(place)) return 0.5;
  return kind === "city" && place.feature.startsWith("PPL") ? 1 : -1;
}

const ARTICLE = /^(?:al|ar|as|ad|an|at|ash|az|el|es|ed|er|la|las|los|the) /;
const withoutArticle = (name: string): string => normalName(name).replace(ARTICLE, "");

/** 0 a name, an old name or a demonym; 1 an alternate; 2 one that does not even begin alike: often a namesake's or a dead one. */
function alternateness(group: Group, place: Place, kind: NameKind): number {
  if (kind !== "alternate") return 0;
  const alike = withoutArticle(place.name)[0] === withoutArticle(group.mentions[0]!.normal)[0];
  // Of a second-level division the packages give the bare name as an alternate: a town of that name goes before.
  const bare = place.precision === "admin2" && group.kind === null ? 1 : 0;
  return (alike || place.precision === "country" ? 1 : 2) + bare;
}

/** Regions, seas and landmarks of our own table have no inhabitants counted, and are there because news speaks of them. */
const ownTable = (place: Place): boolean => !/^(?:PPL|ADM|PCL|STLMT|AIRP)/.test(place.feature);

/** A town with less than a fiftieth of its division's people is not what the bare name means. */
const SMALL_SHARE = 1 / 50;

/** 1 for a division whose own seat has the same bare name, two thirds where another known town has it. */
function townOfTheName(gazetteer: Gazetteer, place: Place, readings: readonly PlaceReading[]): number {
  const towns = readings.filter((r) => r.place.country === place.country && r.place.feature.startsWith("PPL"));
  const isSeat = ({ place: town }: PlaceReading): boolean =>
    /^PPL[AC]$/.test(town.feature) || (place.precision === "admin2" && gazetteer.division(town, 2) === place);
  if (towns.some(isSeat)) return 1;
  const isWellKnown = (r: PlaceReading): boolean =>
    r.kind !== "alternate" && r.place.population >= place.population * SMALL_SHARE;
  return towns.some(isWellKnown) ? 2 / 3 : 0;
}

/** What a reading has for it by itself, whatever else the document names. */
export function ownFeatures(
  gazetteer: Gazetteer,
  group: Group,
  { place, kind }: PlaceReading,
  readings: readonly PlaceReading[],
): Features {
  return {
    population: Math.log10(place.population + 10),
    country: place.precision === "country" ? 1 : 0,
    division: place.precision === "admin1" ? 1 : 0,
    region: ownTable(place) ? 1 : 0,
    alternate: alternateness(group, place, kind),
    kindStated: kindFit(group.kind, place),
    townOfName: group.kind === null && isDivision(place) ? townOfTheName(gazetteer, place, readings) : 0,
  };
}
