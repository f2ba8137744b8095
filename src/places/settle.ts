import type { PlacePrecision } from "../record/index.ts";
import type { Gazetteer, NameKind, Place, PlaceReading } from "./gazetteer.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import { normalName } from "./normal-name.ts";
import type { Weights } from "./place-tables.ts";
import { liesIn } from "./stated-container.ts";
import type { Toponym } from "./toponym.ts";

/** Mentions that mean one place: the same name, the same stated kind, the same stated container. */
interface Group {
  readonly mentions: readonly Toponym[];
  readonly kind: PlacePrecision | null;
  readonly container: Group | null;
  readonly readings: readonly PlaceReading[];
}

export interface Settled {
  readonly place: Place;
  /** 0..1, share of the best reading among all of the name. */
  readonly share: number;
  readonly rule: string;
  readonly alternatives: readonly Place[];
}

/** Where the document comes from, as far as it is known. */
export interface Home {
  readonly country: string | null;
}

interface Ranked {
  readonly place: Place;
  readonly score: number;
  readonly share: number;
}

const keyOf = (toponym: Toponym): string => `${toponym.normal}|${toponym.use}|${toponym.kind ?? ""}`;

/** Groups in text order. A name with two stated containers ("Paris, Texas" and "Paris, France") is two groups. */
function groupMentions(
  toponyms: readonly Toponym[],
  containers: ReadonlyMap<Toponym, Toponym>,
): ReadonlyMap<Toponym, Group> {
  const byKey = new Map<string, Toponym[]>();
  for (const toponym of toponyms) byKey.set(keyOf(toponym), [...(byKey.get(keyOf(toponym)) ?? []), toponym]);
  const groups = new Map<Toponym, Group>();
  const groupOf = (toponym: Toponym, depth: number): Group => {
    const had = groups.get(toponym);
    if (had !== undefined) return had;
    const same = byKey.get(keyOf(toponym))!;
    const stated = (t: Toponym): Toponym | undefined => containers.get(t);
    const first = same.find((t) => stated(t) !== undefined);
    const wanted = stated(toponym)?.normal ?? (first && stated(first)!.normal) ?? null;
    const mentions = same.filter((t) => (stated(t)?.normal ?? (first && stated(first)!.normal) ?? null) === wanted);
    const witness = mentions.map(stated).find((t) => t !== undefined);
    const container =
      witness === undefined || depth > 3 || keyOf(witness) === keyOf(toponym) ? null : groupOf(witness, depth + 1);
    const group: Group = { mentions, kind: toponym.kind, container, readings: toponym.readings };
    for (const mention of mentions) groups.set(mention, group);
    return group;
  };
  for (const toponym of toponyms) groupOf(toponym, 0);
  return groups;
}

const MOST_CANDIDATES = 50;

const isDivision = (place: Place): boolean => place.precision === "admin1" || place.precision === "admin2";

/** Stated kind against the place's own: 1 fits, 0.5 another level of division, -1 does not fit. */
function kindFit(kind: PlacePrecision | null, place: Place): number {
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

function ownScore(
  bench: Pick<Bench, "gazetteer" | "weights">,
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

/** A likely reading of another name of the document. */
interface Vote {
  readonly place: Place;
  readonly weight: number;
}

/** Small enough to have a neighbourhood: a town, a county, a small state. */
const isLocal = (place: Place): boolean => place.radiusKm < 100 && place.precision !== "region";

/** What the other places of the document say for a reading: shares in country and division, nearness, 0..1 each. */
function support(gazetteer: Gazetteer, place: Place, votes: readonly Vote[]) {
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
function countyPairs(groups: readonly Group[], gazetteer: Gazetteer): ReadonlySet<Place> {
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

const shared = (scores: readonly number[]): number[] => {
  const top = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - top));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
};

const ROUNDS = 3;

const ownScores = (bench: Pick<Bench, "gazetteer" | "weights">, groups: readonly Group[]) =>
  new Map(
    groups.map((group) => {
      const readings = group.readings.slice(0, MOST_CANDIDATES);
      return [group, readings.map((reading) => ownScore(bench, group, reading, readings))] as const;
    }),
  );

const VOTES_A_NAME = 3;
/** A reading less likely than this has no vote. */
const LEAST_VOTE = 0.05;

/** Likely readings of all names but this one. */
function votesAgainst(group: Group, ranked: ReadonlyMap<Group, readonly Ranked[]>): Vote[] {
  const name = group.mentions[0]!.normal;
  return [...ranked].flatMap(([other, list]) =>
    other.mentions[0]!.normal === name
      ? []
      : list
          .slice(0, VOTES_A_NAME)
          .filter((r) => r.share >= LEAST_VOTE)
          .map(({ place, share }) => ({ place, weight: share })),
  );
}

/** What every round of the ranking knows. */
interface Bench {
  readonly gazetteer: Gazetteer;
  readonly weights: Weights;
  readonly home: Home;
  readonly agreeing: ReadonlySet<Place>;
  /** Score of each reading by itself, in the order of `readings`: the same in every round. */
  readonly own: ReadonlyMap<Group, readonly number[]>;
  /** Names that the text says lie in a name. */
  readonly contents: ReadonlyMap<Group, readonly Group[]>;
}

function contentsOf(groups: readonly Group[]): ReadonlyMap<Group, readonly Group[]> {
  const contents = new Map<Group, Group[]>();
  for (const group of groups) {
    if (group.container !== null) contents.set(group.container, [...(contents.get(group.container) ?? []), group]);
  }
  return contents;
}

/** Share of the names said to lie in this one that have a reading there. */
function holds(bench: Bench, group: Group, place: Place): number {
  const contents = bench.contents.get(group) ?? [];
  const fitting = contents.filter((inner) =>
    inner.readings.slice(0, MOST_CANDIDATES).some((r) => liesIn(r.place, place, bench.gazetteer.division)),
  );
  return contents.length === 0 ? 0 : fitting.length / contents.length;
}

function rankGroup(group: Group, ranked: ReadonlyMap<Group, readonly Ranked[]>, bench: Bench): readonly Ranked[] {
  const { gazetteer, weights, home, agreeing } = bench;
  const readings = group.readings.slice(0, MOST_CANDIDATES);
  const votes = votesAgainst(group, ranked);
  const container = group.container && (ranked.get(group.container) ?? null);
  const own = bench.own.get(group)!;
  const scores = readings.map(({ place }, i) => {
    let score = own[i]!;
    const { country, division, near } = support(gazetteer, place, votes);
    score += weights.sameCountry * country + weights.sameDivision * division + weights.near * near;
    if (agreeing.has(place)) score += weights.county;
    score += (weights.stated / 2) * holds(bench, group, place);
    if (home.country !== null && place.country === home.country) score += weights.home;
    if (group.container !== null) score += weights.stated * statedFit(gazetteer, place, group.container, container);
    return score;
  });
  const shares = shared(scores);
  return readings
    .map(({ place }, i) => ({ place, score: scores[i]!, share: shares[i]! }))
    .sort((a, b) => b.score - a.score || a.place.index - b.place.index);
}

/** Reads all groups together: own merits first, then three rounds in which each is judged by the others' likely readings. */
function rankGroups(groups: readonly Group[], bench: Bench): ReadonlyMap<Group, readonly Ranked[]> {
  let ranked: ReadonlyMap<Group, readonly Ranked[]> = new Map();
  for (let round = 0; round <= ROUNDS; round++) {
    ranked = new Map(groups.map((group) => [group, rankGroup(group, ranked, bench)]));
  }
  return ranked;
}

/** 1 where the reading lies in a likely reading of the stated container, else -1; unknown container 0. */
function statedFit(gazetteer: Gazetteer, place: Place, container: Group, ranked: readonly Ranked[] | null): number {
  const places =
    ranked === null ? container.readings.map((r) => r.place) : ranked.filter((r) => r.share > 0.1).map((r) => r.place);
  if (places.length === 0) return 0;
  if (places.some((p) => liesIn(place, p, gazetteer.division))) return 1;
  return container.readings.some((r) => liesIn(place, r.place, gazetteer.division)) ? 0.5 : -1;
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
  return { place: container, rule: "only-its-container-known" };
}

/** Settles every toponym for the document as a whole. */
export function settle(
  toponyms: readonly Toponym[],
  containers: ReadonlyMap<Toponym, Toponym>,
  gazetteer: Gazetteer,
  weights: Weights,
  home: Home,
): ReadonlyMap<Toponym, Settled> {
  const groupOf = groupMentions(toponyms, containers);
  const groups = [...new Set(groupOf.values())];
  const ranked = rankGroups(groups, {
    gazetteer,
    weights,
    home,
    agreeing: countyPairs(groups, gazetteer),
    contents: contentsOf(groups),
    own: ownScores({ gazetteer, weights }, groups),
  });
  const settled = new Map<Toponym, Settled>();
  for (const toponym of toponyms) {
    const group = groupOf.get(toponym)!;
    const list = ranked.get(group)!;
    const best = list[0]!;
    const container = group.container && (ranked.get(group.container)?.[0]?.place ?? null);
    const other = isTheOther(toponym)
      ? list.find((r) => r.place !== best.place && r.place.precision === "city")
      : undefined;
    if (other !== undefined) {
      settled.set(toponym, {
        place: other.place,
        share: other.share,
        rule: "the-other-of-the-name",
        alternatives: [best.place],
      });
      continue;
    }
    const coarser = coarserPlace(group, best.place, container, gazetteer);
    settled.set(toponym, {
      place: coarser?.place ?? best.place,
      share: best.share,
      rule: coarser?.rule ?? ruleOf(group, gazetteer, list, ranked),
      alternatives: list.slice(coarser === null ? 1 : 0, 6).map((r) => r.place),
    });
  }
  return settled;
}
