import { parseTable } from "../record/index.ts";

/** Words that name the kind of a division ("Region", "Departamento de"). */
export type PlaceWords = ReadonlySet<string>;

/** Reads `tables/link-place-words.tsv`. */
export const parsePlaceWords = (tsv: string): PlaceWords =>
  new Set(parseTable("link-place-words.tsv", tsv).rows.map(({ cells }) => cells.word ?? ""));

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
  const all = folded(name).split(" ");
  const kept = all.filter((word) => !words.has(word));
  return (kept.length === 0 ? all : kept).join(" ");
}

export const sameName = (words: PlaceWords, a: string, b: string): boolean => bareName(words, a) === bareName(words, b);
