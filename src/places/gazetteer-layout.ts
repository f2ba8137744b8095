import type { NameKind } from "./gazetteer.ts";

/**
 * The gazetteer's file: magic, length of a JSON head (u32), the head, then sections on 4-byte boundaries (little-endian).
 * Places come as columns; names as one sorted blob of UTF-8 with their lengths; each name has its postings,
 * a place number and a kind in one u32, most prominent place first.
 */
export const MAGIC = "PLBGAZ1\n";

export const SECTIONS = [
  "geonameId", // u32 a place, 0 = none
  "lat", // i32 a place, degrees × 1e5
  "lon", // i32 a place, degrees × 1e5
  "population", // u32 a place
  "admin1", // u32 a place: number of the division's row + 1, 0 = none
  "admin2", // u32 a place, the same
  "radius", // u16 a place, km
  "country", // u8 a place: index into the head's `countries`, 0 = none
  "feature", // u8 a place: index into the head's `features`
  "titleLengths", // u8 a place: bytes of its name as written
  "titles", // UTF-8
  "nameLengths", // u8 a name: bytes
  "names", // UTF-8, sorted
  "postingCounts", // u16 a name
  "postings", // u32: place | kind << 28
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Strongest first: a name that is two things to one place keeps the first of these. */
export const KINDS: readonly NameKind[] = ["name", "demonym", "abbreviation", "former", "alternate"];
export const KIND_SHIFT = 28;
export const PLACE_MASK = (1 << KIND_SHIFT) - 1;
export const DEGREE = 1e5;

export interface Head {
  readonly version: string;
  readonly places: number;
  readonly names: number;
  readonly countries: readonly string[];
  readonly features: readonly string[];
  readonly sections: Readonly<Record<SectionName, { readonly offset: number; readonly length: number }>>;
}

export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** FNV-1a over the bytes of a name, its high bits folded in. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}
