import type { ByteSource } from "./byte-source.ts";
import type { Gazetteer, Place, PlaceReading } from "./gazetteer.ts";
import { KIND_SHIFT, KINDS, PLACE_MASK } from "./gazetteer-layout.ts";
import { normalName } from "./normal-name.ts";
import { precisionOf } from "./precision.ts";
import {
  bucketOf,
  hashName,
  MOST_WORDS,
  RECORD_BYTES,
  readRecord,
  STORED_MAGIC,
  type StoredHead,
  type StoredSection,
  wordSlot,
} from "./stored-layout.ts";

const decoder = new TextDecoder();
const u32At = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);

function readHead(source: ByteSource): { head: StoredHead; body: number } {
  const start = STORED_MAGIC.length + 4;
  const opening = source.read(0, start);
  if (opening.length < start || decoder.decode(opening.subarray(0, STORED_MAGIC.length)) !== STORED_MAGIC)
    throw new Error("not a stored gazetteer file: run plumbline gazetteer add again, or plumbline gazetteer drop");
  const length = u32At(opening, STORED_MAGIC.length);
  return { head: JSON.parse(decoder.decode(source.read(start, length))), body: start + length };
}

/** Postings of a name among the entries of its bucket. */
function findEntry(bucket: Uint8Array, normal: string): { readonly at: number; readonly count: number } | null {
  const wanted = new TextEncoder().encode(normal);
  for (let at = 0; at < bucket.length; ) {
    const length = bucket[at]!;
    const counted = at + 1 + length;
    const count = bucket[counted]! + 256 * bucket[counted + 1]!;
    let i = length === wanted.length ? 0 : -1;
    while (i >= 0 && i < length && bucket[at + 1 + i] === wanted[i]) i++;
    if (i === length) return { at: counted + 2, count };
    at = counted + 2 + 4 * count;
  }
  return null;
}

/** Names remembered with their readings; as many again are forgotten at once. */
const REMEMBERED = 50_000;

/**
 * Opens a stored gazetteer; its places are numbered from `firstIndex`. Memory: the directory (4 bytes for sixteen names) and
 * what was asked for; a new name costs one read of some hundred bytes.
 * @throws Error where the bytes are not such a file: it is our importer's.
 */
export function openStored(source: ByteSource, firstIndex = 0): Gazetteer {
  const { head, body } = readHead(source);
  const section = (name: StoredSection) => head.sections[name];
  const read = (name: StoredSection, from: number, length: number): Uint8Array =>
    source.read(body + section(name).offset + from, length);
  const directory = read("directory", 0, section("directory").length);
  const words = read("words", 0, section("words").length);
  const record = (n: number) => readRecord(read("places", n * RECORD_BYTES, RECORD_BYTES));
  const titleOf = (at: number): string => {
    const bytes = read("titles", at, 256);
    return decoder.decode(bytes.subarray(1, 1 + bytes[0]!));
  };

  const made = new Map<number, Place>();
  const placeAt = (n: number): Place => {
    const had = made.get(n);
    if (had !== undefined) return had;
    const r = record(n);
    const feature = head.features[r.feature] ?? "PPL";
    const place: Place = {
      index: firstIndex + n,
      geonameId: r.geonameId,
      name: titleOf(r.title),
      lat: r.lat,
      lon: r.lon,
      country: head.countries[r.country] || null,
      admin1: r.admin1 === 0 ? null : titleOf(record(r.admin1 - 1).title),
      precision: precisionOf(feature),
      feature,
      population: r.population,
      radiusKm: r.radiusKm,
    };
    made.set(n, place);
    return place;
  };

  const readFresh = (normal: string): readonly PlaceReading[] => {
    if (normal === "" || normal.length > 255) return [];
    const bucket = bucketOf(hashName(normal), head.bits);
    const [from, to] = [u32At(directory, 4 * bucket), u32At(directory, 4 * bucket + 4)];
    const bytes = read("names", from, to - from);
    const entry = findEntry(bytes, normal);
    if (entry === null) return [];
    return Array.from({ length: entry.count }, (_, i) => {
      const posting = u32At(bytes, entry.at + 4 * i);
      return { place: placeAt(posting & PLACE_MASK), kind: KINDS[posting >>> KIND_SHIFT]! };
    }).sort((a, b) => b.place.population - a.place.population || a.place.index - b.place.index);
  };
  const remembered = new Map<string, readonly PlaceReading[]>();
  const readingsOf = (normal: string): readonly PlaceReading[] => {
    const had = remembered.get(normal);
    if (had !== undefined) return had;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const readings = readFresh(normal);
    remembered.set(normal, readings);
    return readings;
  };

  /** Row of a GeoNames id, by halving: rows stand by rising id. */
  const rowOf = (id: number): number | null => {
    let [low, high] = [0, head.places];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (record(middle).geonameId < id) low = middle + 1;
      else high = middle;
    }
    return low < head.places && record(low).geonameId === id ? low : null;
  };
  const numbered = (n: number | null | undefined): Place | null => (n === null || n === undefined ? null : placeAt(n));

  return {
    version: head.version,
    size: { places: head.places, names: head.names },
    readings: (name) => readingsOf(normalName(name)),
    longestName: (norms, start) => {
      const first = normalName(norms[start] ?? "");
      const most = first === "" ? 0 : words[wordSlot(first)]!;
      const run = norms.slice(start, start + Math.min(MOST_WORDS, most + 2)).map(normalName);
      for (let count = most === 0 ? 0 : run.length; count > 0; count--) {
        const parts = run.slice(0, count);
        if (parts.at(-1) !== "" && readingsOf(parts.filter((part) => part !== "").join(" ")).length > 0) return count;
      }
      return 0;
    },
    country: (code) => numbered(head.countryPlaces[code]),
    place: (id) => numbered(rowOf(id)),
    division: (place, level) => {
      const { admin1, admin2 } = record(place.index - firstIndex);
      const n = level === 1 ? admin1 : admin2;
      return n === 0 ? null : placeAt(n - 1);
    },
  };
}
