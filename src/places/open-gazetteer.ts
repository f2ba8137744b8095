import type { Gazetteer, Place, PlaceReading } from "./gazetteer.ts";
import {
  DEGREE,
  HASH_PRIME,
  HASH_SEED,
  type Head,
  hashBytes,
  KIND_SHIFT,
  KINDS,
  MAGIC,
  PLACE_MASK,
  type SectionName,
} from "./gazetteer-layout.ts";
import { normalName } from "./normal-name.ts";
import { precisionOf } from "./precision.ts";

const MOST_WORDS = 8;

function readHead(bytes: Uint8Array): { head: Head; body: number } {
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new Error("not a gazetteer file");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const start = MAGIC.length + 4;
  const head: Head = JSON.parse(decoder.decode(bytes.subarray(start, start + length)));
  return { head, body: (start + length + 3) & ~3 };
}

/** Start of each item and the end of the last, from their lengths. */
function startsOf(lengths: Uint8Array | Uint16Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    starts[i] = at;
    at += lengths[i]!;
  }
  starts[lengths.length] = at;
  return starts;
}

const FIRST_WORDS = 1 << 18;
const SPACE = 32;

interface NameIndex {
  /** Open addressing over name numbers: a slot holds number + 1, 0 is free. At most three quarters full. */
  readonly slots: Uint32Array;
  /** Most words that a name beginning with a word of this hash has: spares looking up runs that no name can be. */
  readonly mostWords: Uint8Array;
}

/** Both in one pass over the bytes, with `hashBytes` written out: it is most of what opening costs. */
function indexNames(blob: Uint8Array, lengths: Uint8Array): NameIndex {
  let size = 1024;
  while (size < 1.33 * lengths.length) size *= 2;
  const slots = new Uint32Array(size);
  const mostWords = new Uint8Array(FIRST_WORDS);
  let at = 0;
  for (let n = 0; n < lengths.length; n++) {
    const end = at + lengths[n]!;
    let hash = HASH_SEED;
    let first = 0;
    let words = 1;
    for (; at < end; at++) {
      const byte = blob[at]!;
      if (byte === SPACE) {
        if (words === 1) first = hash;
        words++;
      }
      hash = Math.imul(hash ^ byte, HASH_PRIME);
    }
    if (words === 1) first = hash;
    const word = ((first ^ (first >>> 15)) >>> 0) & (FIRST_WORDS - 1);
    if (mostWords[word]! < words) mostWords[word] = Math.min(words, MOST_WORDS);
    let slot = ((hash ^ (hash >>> 15)) >>> 0) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = n + 1;
  }
  return { slots, mostWords };
}

/** Numbers of the countries by ISO code: the first place of a country's feature that bears it. */
function countriesOf(head: Head, feature: Uint8Array, country: Uint8Array): ReadonlyMap<string, number> {
  const isCountry = head.features.map((code) => code.startsWith("PCL"));
  const codes = new Map<string, number>();
  for (let n = 0; n < head.places; n++) {
    if (!isCountry[feature[n]!] || country[n] === 0) continue;
    const iso = head.countries[country[n]!]!;
    if (!codes.has(iso)) codes.set(iso, n);
  }
  return codes;
}

/**
 * Opens a gazetteer file; its places are numbered from `firstIndex`. Cost: about 0.1 s for a million names; the bytes are kept, not copied.
 * @throws Error where the bytes are not such a file: the file is our own or our importer's.
 */
export function openGazetteer(given: Uint8Array, firstIndex = 0): Gazetteer {
  // Typed arrays over 4-byte numbers need their start on a 4-byte boundary.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const { head, body } = readHead(bytes);
  const at = (name: SectionName) => bytes.byteOffset + body + head.sections[name].offset;
  const u8 = (name: SectionName) => new Uint8Array(bytes.buffer, at(name), head.sections[name].length);
  const u16 = (name: SectionName) => new Uint16Array(bytes.buffer, at(name), head.sections[name].length / 2);
  const u32 = (name: SectionName) => new Uint32Array(bytes.buffer, at(name), head.sections[name].length / 4);
  const i32 = (name: SectionName) => new Int32Array(bytes.buffer, at(name), head.sections[name].length / 4);

  const geonameId = u32("geonameId");
  const lat = i32("lat");
  const lon = i32("lon");
  const population = u32("population");
  const admin1 = u32("admin1");
  const admin2 = u32("admin2");
  const radius = u16("radius");
  const country = u8("country");
  const feature = u8("feature");
  const titles = u8("titles");
  const titleStarts = startsOf(u8("titleLengths"));
  const blob = u8("names");
  const nameStarts = startsOf(u8("nameLengths"));
  const postingStarts = startsOf(u16("postingCounts"));
  const postings = u32("postings");
  const { slots, mostWords } = indexNames(blob, u8("nameLengths"));
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const scratch = new Uint8Array(1024);
  const made = new Map<number, Place>();

  const titleOf = (n: number): string => decoder.decode(titles.subarray(titleStarts[n]!, titleStarts[n + 1]!));

  const placeAt = (n: number): Place => {
    const had = made.get(n);
    if (had !== undefined) return had;
    const code = head.features[feature[n]!]!;
    const place: Place = {
      index: firstIndex + n,
      geonameId: geonameId[n] === 0 ? null : geonameId[n]!,
      name: titleOf(n),
      lat: lat[n]! / DEGREE,
      lon: lon[n]! / DEGREE,
      country: country[n] === 0 ? null : head.countries[country[n]!]!,
      admin1: admin1[n] === 0 ? null : titleOf(admin1[n]! - 1),
      precision: precisionOf(code),
      feature: code,
      population: population[n]!,
      radiusKm: radius[n]!,
    };
    made.set(n, place);
    return place;
  };

  /** Number of a normal name, or -1. */
  const find = (normal: string): number => {
    if (normal.length === 0 || normal.length > 255) return -1;
    const length = encoder.encodeInto(normal, scratch).written;
    const mask = slots.length - 1;
    let slot = hashBytes(scratch, 0, length) & mask;
    for (let n = slots[slot]!; n !== 0; n = slots[slot]!) {
      const start = nameStarts[n - 1]!;
      if (nameStarts[n]! - start === length) {
        let i = 0;
        while (i < length && blob[start + i] === scratch[i]) i++;
        if (i === length) return n - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  };

  const cache = new Map<number, readonly PlaceReading[]>();
  const readingsOf = (n: number): readonly PlaceReading[] => {
    const had = cache.get(n);
    if (had !== undefined) return had;
    const readings: PlaceReading[] = [];
    for (let i = postingStarts[n]!; i < postingStarts[n + 1]!; i++) {
      const posting = postings[i]!;
      readings.push({ place: placeAt(posting & PLACE_MASK), kind: KINDS[posting >>> KIND_SHIFT]! });
    }
    cache.set(n, readings);
    return readings;
  };

  let byId: Map<number, number> | null = null;
  const numberOfId = (id: number): number | undefined => {
    if (byId === null) {
      byId = new Map();
      for (let n = head.places - 1; n >= 0; n--) if (geonameId[n] !== 0) byId.set(geonameId[n]!, n);
    }
    return byId.get(id);
  };

  const codes = countriesOf(head, feature, country);

  return {
    version: head.version,
    size: { places: head.places, names: head.names },
    readings: (name) => {
      const n = find(normalName(name));
      return n < 0 ? [] : readingsOf(n);
    },
    longestName: (norms, start) => {
      const first = normalName(norms[start] ?? "");
      if (first === "") return 0;
      const space = first.indexOf(" ");
      const length = encoder.encodeInto(space < 0 ? first : first.slice(0, space), scratch).written;
      const most = mostWords[hashBytes(scratch, 0, length) & (FIRST_WORDS - 1)]!;
      const run = [first];
      for (let i = 1; i < MOST_WORDS && start + i < norms.length; i++) run.push(normalName(norms[start + i]!));
      for (let count = Math.min(run.length, most + 2); count > 0; count--) {
        if (run[count - 1] === "") continue;
        if (
          find(
            run
              .slice(0, count)
              .filter((word) => word !== "")
              .join(" "),
          ) >= 0
        )
          return count;
      }
      return 0;
    },
    country: (code) => {
      const n = codes.get(code);
      return n === undefined ? null : placeAt(n);
    },
    place: (id) => {
      const n = numberOfId(id);
      return n === undefined ? null : placeAt(n);
    },
    division: (place, level) => {
      const n = (level === 1 ? admin1 : admin2)[place.index - firstIndex]!;
      return n === 0 ? null : placeAt(n - 1);
    },
  };
}
