import type { PlacePrecision } from "../record/index.ts";
import type { Gazetteer, NameKind, Place, PlaceReading } from "./gazetteer.ts";
import type { Group } from "./group-mentions.ts";
import { normalName } from "./normal-name.ts";
import type { Weights } from "./place-tables.ts";

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
  return withoutArticle(place.name)[0] === withoutArticle(group.mentions[0]!.normal)[0] || place.precision === "country"
    ? 1
    : 2;
}

/** Regions, seas and landmarks of our own table have no inhabitants counted, and are there because news speaks of them. */
const ownTable = (place: Place): boolean => !/^(?:PPL|ADM|PCL|STLMT|AIRP)/.test(place.feature);

/** A town with less than a fiftieth of its division's people is not what the bare name means. */
const SMALL_SHARE = 1 / 50;

/** A bare name that a division shares with a town means the town, the more so with its own seat. */
function townOfTheName(gazetteer: Gazetteer, place: Place, readings: readonly PlaceReading[]): number {
  const towns = readings.filter((r) => r.place.country === place.country && r.place.feature.startsWith("PPL"));
  const isSeat = ({ place: town }: PlaceReading): boolean =>
    /^PPL[AC]$/.test(town.feature) || (place.precision === "admin2" && gazetteer.division(town, 2) === place);
  if (towns.some(isSeat)) return 3;
  const isWellKnown = (r: PlaceReading): boolean =>
    r.kind !== "alternate" && r.place.population >= place.population * SMALL_SHARE;
  return towns.some(isWellKnown) ? 2 : 0;
}

export function ownScore(
  bench: { readonly gazetteer: Gazetteer; readonly weights: Weights },
  group: Group,
  { place, kind }: PlaceReading,
  readings: readonly PlaceReading[],
): number {
  const { weights } = bench;
  let score = weights.population * Math.log10(place.population + 10);
  if (place.precision === "country") score += weights.country;
  if (ownTable(place)) score += weights.region;
  if (place.precision === "admin1") score += weights.division;
  if (place.feature === "PPLC") score += weights.seat;
  if (place.feature === "PPLA") score += weights.seat / 2;
  score += weights.alternate * alternateness(group, place, kind);
  score += weights.kindStated * kindFit(group.kind, place);
  if (group.kind !== null) return score;
  if (isDivision(place)) score -= townOfTheName(bench.gazetteer, place, readings);
  if (place.precision === "admin2" && kind === "alternate") score -= 1.5;
  return score;
}
