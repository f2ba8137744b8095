import type { Gazetteer, Place } from "./gazetteer.ts";
import type { Group } from "./group-mentions.ts";
import { MOST_CANDIDATES, ownFeatures } from "./own-score.ts";
import { liesIn } from "./stated-container.ts";
import { countyPairs, support, type Vote } from "./support.ts";
import { type Features, type Weights, weigh } from "./weights.ts";

/** Where the document comes from, as far as it is known. */
export interface Home {
  readonly country: string | null;
}

export interface Ranked {
  readonly place: Place;
  readonly score: number;
  readonly share: number;
  /** What spoke for it and against it. */
  readonly features: Features;
}

const shared = (scores: readonly number[]): number[] => {
  const top = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - top));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
};

const ROUNDS = 3;

/** A reading's own features and what they weigh. */
interface Own {
  readonly features: Features;
  readonly score: number;
}

const ownOf = (gazetteer: Gazetteer, weights: Weights, groups: readonly Group[]): ReadonlyMap<Group, readonly Own[]> =>
  new Map(
    groups.map((group) => {
      const readings = group.readings.slice(0, MOST_CANDIDATES);
      const own = readings.map((reading) => {
        const features = ownFeatures(gazetteer, group, reading, readings);
        return { features, score: weigh(weights, features) };
      });
      return [group, own] as const;
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
  /** What each reading has by itself, in the order of `readings`: the same in every round. */
  readonly own: ReadonlyMap<Group, readonly Own[]>;
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

/** What the document has for a reading: the other places' likely readings, the stated container, where it comes from. */
function documentFeatures(
  bench: Bench,
  group: Group,
  place: Place,
  votes: readonly Vote[],
  container: readonly Ranked[] | null,
): Features {
  const { gazetteer, home, agreeing } = bench;
  const { country, division, near } = support(gazetteer, place, votes);
  const inside = group.container === null ? 0 : statedFit(gazetteer, place, group.container, container);
  return {
    sameCountry: country,
    sameDivision: division,
    near: near + (agreeing.has(place) ? 1 : 0),
    home: home.country !== null && place.country === home.country ? 1 : 0,
    stated: inside + holds(bench, group, place) / 2,
  };
}

function rankGroup(group: Group, ranked: ReadonlyMap<Group, readonly Ranked[]>, bench: Bench): readonly Ranked[] {
  const readings = group.readings.slice(0, MOST_CANDIDATES);
  const votes = votesAgainst(group, ranked);
  const container = group.container && (ranked.get(group.container) ?? null);
  const own = bench.own.get(group)!;
  const features = readings.map(({ place }) => documentFeatures(bench, group, place, votes, container));
  const scores = features.map((of, i) => own[i]!.score + weigh(bench.weights, of));
  const shares = shared(scores);
  return readings
    .map(({ place }, i) => ({
      place,
      score: scores[i]!,
      share: shares[i]!,
      features: { ...own[i]!.features, ...features[i] },
    }))
    .sort((a, b) => b.score - a.score || a.place.index - b.place.index);
}

/** Reads all groups together: own merits first, then three rounds in which each is judged by the others' likely readings. */
export function rankGroups(
  groups: readonly Group[],
  gazetteer: Gazetteer,
  weights: Weights,
  home: Home,
): ReadonlyMap<Group, readonly Ranked[]> {
  const bench: Bench = {
    gazetteer,
    weights,
    home,
    agreeing: countyPairs(groups, gazetteer),
    contents: contentsOf(groups),
    own: ownOf(gazetteer, weights, groups),
  };
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
