import { parseTable } from "../record/index.ts";

/** Words that name the kind of a division ("Region", "Departamento de"), and the names already stripped of them. */
export interface PlaceWords {
  readonly units: ReadonlySet<string>;
  /** Memo of {@link bareName}: a record names the same few places thousands of times. */
  readonly bare: Map<string, string>;
}

/** Reads `tables/link-place-words.tsv`. */
export const parsePlaceWords = (tsv: string): PlaceWords => ({
  units: new Set(parseTable("link-place-words.tsv", tsv).rows.map(({ cells }) => cells.word ?? "")),
  bare: new Map(),
});

/** Lower case, no accents, no punctuation, single spaces. */
export const folded = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** "Quindío Department" → "quindio". A name made of unit words only ("Central Region" keeps "central") stays whole. */
export function bareName(words: PlaceWords, name: string): string {
  const known = words.bare.get(name);
  if (known !== undefined) return known;
  const all = folded(name).split(" ");
  const kept = all.filter((word) => !words.units.has(word));
  const bare = (kept.length === 0 ? all : kept).join(" ");
  words.bare.set(name, bare);
  return bare;
}

export const sameName = (words: PlaceWords, a: string, b: string): boolean => bareName(words, a) === bareName(words, b);
