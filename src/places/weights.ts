/** Names of the score's weights, the rows of `tables/place-weights.tsv`. */
export const WEIGHTS = [
  "population",
  "country",
  "division",
  "region",
  "alternate",
  "townOfName",
  "stated",
  "kindStated",
  "sameCountry",
  "sameDivision",
  "near",
  "home",
] as const;
export type Weight = (typeof WEIGHTS)[number];

export type Weights = Readonly<Record<Weight, number>>;

/** How much of each a reading has; what is left out is 0. */
export type Features = Readonly<Partial<Record<Weight, number>>>;

export function weigh(weights: Weights, features: Features): number {
  let score = 0;
  for (const name of WEIGHTS) {
    const feature = features[name];
    if (feature !== undefined) score += weights[name] * feature;
  }
  return score;
}
