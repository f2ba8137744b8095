const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** What the page of `plumbline places` says. */
export const PLACES_WORDS = {
  title: "Places",
  names: (n: number) => plural(n, "place name"),
  none: "No place name was found in this text.",
  noMap: "No place of this text can be drawn.",
  mapTitle: "Map of the places",
  lead: "A dot is a town or better. A ring or an outline is all that is known: the place lies somewhere inside it.",
  text: "The text",
  times: (n: number) => (n === 1 ? "" : ` × ${n}`),
  street: "street",
  streetNowhere: "a street; the text names no town",
  inTown: (name: string) => `a street in ${name}`,
  within: (km: number) => (km === 0 ? "the town itself" : `within ${km.toLocaleString("en")} km`),
  loosened: (words: string) => `loosened by “${words}”`,
  associative: "stands for its state or people",
  score: (score: number) => `score ${score.toFixed(2)}`,
  why: "Why",
  others: "Could also be",
  noOthers: "No other reading.",
  people: (n: number) => (n === 0 ? "" : `${n.toLocaleString("en")} people`),
  share: (share: number) => (share < 0.001 ? "under 0.1 %" : `${(100 * share).toFixed(1)} %`),
  weight: (name: string, points: number) => `${name} ${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(1)}`,
  precision: {
    site: "site",
    city: "town",
    admin2: "district",
    admin1: "province",
    country: "country",
    region: "region",
  },
} as const;
