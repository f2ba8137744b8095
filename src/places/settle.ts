import type { PlacePrecision } from "../record/index.ts";
import { bareDivisionName } from "./division-words.ts";
import type { Gazetteer, Place } from "./gazetteer.ts";
import { type Group, groupMentions } from "./group-mentions.ts";
import { kindFit } from "./own-score.ts";
import type { PlaceTables } from "./place-tables.ts";
import { type Home, type Ranked, rankGroups } from "./rank-readings.ts";
import { liesIn } from "./stated-container.ts";
import type { Toponym } from "./toponym.ts";

type DivisionLevel = PlaceTables["divisionLevel"];

export interface Settled {
  readonly place: Place;
  /** 0..1, share of the best reading among all of the name. */
  readonly share: number;
  readonly rule: string;
  readonly alternatives: readonly Place[];
  /** Readings of the name as they were ranked, best first. */
  readonly ranked: readonly Ranked[];
}

function ruleOf(
  group: Group,
  gazetteer: Gazetteer,
  list: readonly Ranked[],
  ranked: ReadonlyMap<Group, readonly Ranked[]>,
): string {
  const place = list[0]!.place;
  const container = group.container && ranked.get(group.container)?.[0]?.place;
  if (container && liesIn(place, container, gazetteer.division)) return "stated-container";
  if (group.kind !== null && kindFit(group.kind, place) > 0) return "stated-kind";
  if (group.readings.length === 1) return "only-reading";
  const byPopulation = group.readings[0]!.place;
  return place === byPopulation ? "most-prominent" : "agrees-with-other-places";
}

const AREA_KM: Readonly<Record<string, number>> = { admin1: 100, admin2: 25 };

/** "Temir district" where only the town of Temir is known: an area around the town, not the town. */
const areaAround = (place: Place, kind: PlacePrecision): Place => ({
  ...place,
  geonameId: null,
  feature: kind === "admin1" ? "ADM1" : "ADM2",
  precision: kind,
  population: 0,
  radiusKm: AREA_KM[kind] ?? 25,
});

/** "The other Hyderabad" is not the one that the document speaks of. */
const isTheOther = ({ sentence, first }: Toponym): boolean => sentence.tokens[first - 1]?.norm === "other";

/** Inhabitants above which a name means its best-known bearer even where the text seems to say otherwise. */
const WELL_KNOWN = 100_000;

/** Level of divisions that the words beside a name mean in a place's country, or null. */
function levelSaid({ kind, kindWord }: Toponym, { country }: Place, levelOf: DivisionLevel): 1 | 2 | null {
  if (kindWord === null || country === null || (kind !== "admin1" && kind !== "admin2")) return null;
  return levelOf(kindWord, country) ?? (kind === "admin1" ? 1 : 2);
}

/** The district of a province's name: the gazetteer's, else around the town of the name, else somewhere in the province. */
function districtOf(province: Place, ranked: readonly Ranked[], gazetteer: Gazetteer): { place: Place; rule: string } {
  const inside = ranked.map(({ place }) => place).filter((place) => liesIn(place, province, gazetteer.division));
  const known = inside.find((place) => place.precision === "admin2");
  if (known !== undefined) return { place: known, rule: "stated-kind" };
  const town = inside.find((place) => place.feature.startsWith("PPL"));
  if (town !== undefined) return { place: areaAround(town, "admin2"), rule: "area-around-its-town" };
  const { radiusKm, name } = province;
  const place = { ...areaAround(province, "admin2"), name: bareDivisionName(name), admin1: name, radiusKm };
  return { place, rule: "inside-its-division" };
}

/** "Braga district" is the first level of Portugal and not the municipality of Braga; "Penza district" is second level. */
function ofTheLevelSaid(
  toponym: Toponym,
  best: Place,
  ranked: readonly Ranked[],
  gazetteer: Gazetteer,
  levelOf: DivisionLevel,
): { place: Place; rule: string } | null {
  const level = levelSaid(toponym, best, levelOf);
  if (level === 2 && best.precision === "admin1") return districtOf(best, ranked, gazetteer);
  if (level !== 1 || toponym.kind !== "admin2" || best.precision === "admin1") return null;
  const first = ranked.find(({ place }) => place.precision === "admin1" && liesIn(best, place, gazetteer.division));
  return first === undefined ? null : { place: first.place, rule: "stated-kind" };
}

/**
 * What is known where no reading fits the words: "Temir district" is an area around the town of Temir, and a village
 * "in Borno State" that the gazetteer has only in Spain is somewhere in Borno State.
 */
function coarserPlace(
  group: Group,
  best: Place,
  container: Place | null,
  gazetteer: Gazetteer,
): { place: Place; rule: string } | null {
  const kind = group.kind;
  if ((kind === "admin1" || kind === "admin2") && best.feature.startsWith("PPL")) {
    return { place: areaAround(best, kind), rule: "area-around-its-town" };
  }
  if (container === null || best.population >= WELL_KNOWN || best.precision !== "city") return null;
  if (container.precision === "region" || liesIn(best, container, gazetteer.division)) return null;
  const unknown = gazetteer.division(best, 1) === null && best.country === container.country;
  if (unknown) return null;
  return { place: container, rule: "only-its-container-known" };
}

/** Readings of a name that a reviewer is shown. */
const MOST_TOLD = 6;

function settleOne(
  toponym: Toponym,
  group: Group,
  rankedGroups: ReadonlyMap<Group, readonly Ranked[]>,
  gazetteer: Gazetteer,
  levelOf: DivisionLevel,
): Settled {
  const list = rankedGroups.get(group)!;
  const best = list[0]!;
  const ranked = list.slice(0, MOST_TOLD);
  const other = isTheOther(toponym)
    ? list.find((r) => r.place !== best.place && r.place.precision === "city")
    : undefined;
  if (other !== undefined) {
    return {
      place: other.place,
      share: other.share,
      rule: "the-other-of-the-name",
      alternatives: [best.place],
      ranked,
    };
  }
  const container = group.container && (rankedGroups.get(group.container)?.[0]?.place ?? null);
  const coarser =
    ofTheLevelSaid(toponym, best.place, list, gazetteer, levelOf) ??
    coarserPlace(group, best.place, container, gazetteer);
  return {
    place: coarser?.place ?? best.place,
    share: best.share,
    rule: coarser?.rule ?? ruleOf(group, gazetteer, list, rankedGroups),
    alternatives: list.slice(coarser === null ? 1 : 0, MOST_TOLD).map((r) => r.place),
    ranked,
  };
}

/** Settles every toponym for the document as a whole. */
export function settle(
  toponyms: readonly Toponym[],
  containers: ReadonlyMap<Toponym, Toponym>,
  gazetteer: Gazetteer,
  tables: Pick<PlaceTables, "weights" | "divisionLevel">,
  home: Home,
): ReadonlyMap<Toponym, Settled> {
  const groupOf = groupMentions(toponyms, containers);
  const groups = [...new Set(groupOf.values())];
  const ranked = rankGroups(groups, gazetteer, tables.weights, home);
  return new Map(
    toponyms.map((toponym) => {
      const group = groupOf.get(toponym)!;
      return [toponym, settleOne(toponym, group, ranked, gazetteer, tables.divisionLevel)] as const;
    }),
  );
}
