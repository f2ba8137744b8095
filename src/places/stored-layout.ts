import { hashBytes } from "./gazetteer-layout.ts";

/**
 * A gazetteer too large for memory, read where it lies: magic, length of a JSON head (u32), the head, then the sections.
 * `places`: records of 32 bytes by rising GeoNames id. `titles`: a length byte and UTF-8 each. `words`: most words of a name
 * by the hash of its first word. `directory`: for each bucket of name hashes where its entries begin (u32), and the end.
 * `names`: entries by hash, then name: a length byte, UTF-8, a count (u16), and postings, place | kind << 28 (u32).
 */
export const STORED_MAGIC = "PLBGAZ2\n";

export const STORED_SECTIONS = ["places", "titles", "words", "directory", "names"] as const;
export type StoredSection = (typeof STORED_SECTIONS)[number];

export interface StoredHead {
  /** Names the content: equal versions hold equal places. */
  readonly version: string;
  readonly places: number;
  readonly names: number;
  /** Buckets of names are told by this many leading bits of the hash. */
  readonly bits: number;
  readonly countries: readonly string[];
  readonly features: readonly string[];
  readonly countryPlaces: Readonly<Record<string, number>>;
  readonly sections: Readonly<Record<StoredSection, { readonly offset: number; readonly length: number }>>;
}

export const RECORD_BYTES = 32;
export const WORD_SLOTS = 1 << 18;
export const MOST_WORDS = 8;

export interface StoredRecord {
  readonly geonameId: number;
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  /** Number of the division's row + 1; 0 for none. */
  readonly admin1: number;
  readonly admin2: number;
  readonly title: number;
  readonly radiusKm: number;
  /** Index into the head's lists; country 0 for none. */
  readonly country: number;
  readonly feature: number;
}

const DEGREE = 1e5;

export function writeRecord(record: StoredRecord): Uint8Array {
  const bytes = new Uint8Array(RECORD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, record.geonameId, true);
  view.setInt32(4, Math.round(record.lat * DEGREE), true);
  view.setInt32(8, Math.round(record.lon * DEGREE), true);
  view.setUint32(12, record.population, true);
  view.setUint32(16, record.admin1, true);
  view.setUint32(20, record.admin2, true);
  view.setUint32(24, record.title, true);
  view.setUint16(28, record.radiusKm, true);
  view.setUint8(30, record.country);
  view.setUint8(31, record.feature);
  return bytes;
}

export function readRecord(bytes: Uint8Array): StoredRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, RECORD_BYTES);
  return {
    geonameId: view.getUint32(0, true),
    lat: view.getInt32(4, true) / DEGREE,
    lon: view.getInt32(8, true) / DEGREE,
    population: view.getUint32(12, true),
    admin1: view.getUint32(16, true),
    admin2: view.getUint32(20, true),
    title: view.getUint32(24, true),
    radiusKm: view.getUint16(28, true),
    country: view.getUint8(30),
    feature: view.getUint8(31),
  };
}

const encoder = new TextEncoder();

/** 32-bit hash of a name in its normal form. */
export function hashName(normal: string): number {
  const bytes = encoder.encode(normal);
  return hashBytes(bytes, 0, bytes.length);
}

export const wordSlot = (normal: string): number => {
  const space = normal.indexOf(" ");
  return hashName(space < 0 ? normal : normal.slice(0, space)) & (WORD_SLOTS - 1);
};

/** Leading bits for about sixteen names a bucket. */
export const bitsFor = (names: number): number => Math.min(22, Math.max(4, Math.ceil(Math.log2(names / 16 + 1))));
export const bucketOf = (hash: number, bits: number): number => hash >>> (32 - bits);
