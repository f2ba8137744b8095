import { join } from "node:path";
import {
  areaKm,
  type GeonamesAlternate,
  type GeonamesDivision,
  hashName,
  KINDS,
  type NameKind,
  normalName,
  writeRecord,
} from "../../places/index.ts";
import type { Numbering } from "./number-places.ts";
import { distinctPlaces } from "./number-places.ts";
import { runFile } from "./read-dump.ts";
import { alternateOfLine, placeOfLine } from "./run-lines.ts";
import { SectionFile } from "./section-file.ts";
import { mergedRuns, writeRun } from "./sorted-runs.ts";

const MOST_BYTES = 255;
const LARGEST_U16 = 65_535;

/** Collects names into sorted runs: hash, name, place, strength. */
class NameRuns {
  readonly #folder: string;
  readonly #most: number;
  #lines: string[] = [];
  #runs = 0;
  rows = 0;

  constructor(folder: string, most: number) {
    this.#folder = folder;
    this.#most = most;
  }

  add(place: number, name: string, kind: NameKind): void {
    const normal = normalName(name);
    if (normal.length < 2 || Buffer.byteLength(normal) > MOST_BYTES) return;
    const hash = hashName(normal).toString(16).padStart(8, "0");
    this.#lines.push(`${hash}\t${normal}\t${String(place).padStart(9, "0")}\t${KINDS.indexOf(kind)}`);
    this.rows++;
    if (this.#lines.length >= this.#most) this.flush();
  }

  flush(): readonly string[] {
    if (this.#lines.length > 0) writeRun(runFile(this.#folder, "names", this.#runs++), this.#lines);
    this.#lines = [];
    return Array.from({ length: this.#runs }, (_, n) => runFile(this.#folder, "names", n));
  }
}

/** Alternate names of one place after the other; both streams stand by rising id. */
function alternatesFollowing(runs: readonly string[]): (geonameId: number) => readonly GeonamesAlternate[] {
  const lines = mergedRuns(runs);
  let next = lines.next();
  return (geonameId) => {
    const found: GeonamesAlternate[] = [];
    for (; !next.done; next = lines.next()) {
      const alternate = alternateOfLine(next.value);
      if (alternate.geonameId > geonameId) break;
      if (alternate.geonameId === geonameId) found.push(alternate);
    }
    return found;
  };
}

/** Codes in the order in which they are met; 0 stands for none where `first` is "". */
class CodeList {
  readonly codes: string[];
  readonly #at: Map<string, number>;
  constructor(first: readonly string[]) {
    this.codes = [...first];
    this.#at = new Map(this.codes.map((code, i) => [code, i]));
  }
  indexOf(code: string): number {
    const had = this.#at.get(code);
    if (had !== undefined) return had;
    // One byte holds the number; GeoNames has some 250 countries, and rarer features than 255 are read as a town's.
    if (this.codes.length > MOST_BYTES) return 0;
    this.codes.push(code);
    this.#at.set(code, this.codes.length - 1);
    return this.codes.length - 1;
  }
}

export interface WrittenPlaces {
  readonly countries: readonly string[];
  readonly features: readonly string[];
  readonly nameRuns: readonly string[];
  readonly nameRows: number;
}

export interface PlacesToWrite {
  readonly folder: string;
  readonly placeRuns: readonly string[];
  readonly alternateRuns: readonly string[];
  readonly numbering: Numbering;
  readonly divisions: ReadonlyMap<string, GeonamesDivision>;
  readonly rowsInMemory: number;
  readonly show: (rows: number) => void;
}

function titleBytes(name: string): Uint8Array {
  const bytes = Buffer.from(name);
  const length = Math.min(MOST_BYTES, bytes.length);
  return Buffer.concat([Uint8Array.of(length), bytes.subarray(0, length)]);
}

/** Writes the sections of places and titles, and the names as sorted runs. */
export function writePlaces(wanted: PlacesToWrite): WrittenPlaces {
  const { folder, numbering, divisions, show } = wanted;
  const [records, titles] = [new SectionFile(join(folder, "places")), new SectionFile(join(folder, "titles"))];
  const names = new NameRuns(folder, wanted.rowsInMemory);
  const [countries, features] = [new CodeList([""]), new CodeList(["PPL"])];
  const alternatesOf = alternatesFollowing(wanted.alternateRuns);
  const divisionNames = new Map([...divisions.values()].map(({ geonameId, name }) => [geonameId, name]));
  let row = 0;
  for (const line of distinctPlaces(wanted.placeRuns)) {
    const place = placeOfLine(line);
    const inside = (code: string): number => {
      const at = numbering.divisions.get(code);
      return at === undefined || at === row ? 0 : at + 1;
    };
    records.add(
      writeRecord({
        geonameId: place.geonameId,
        lat: place.lat,
        lon: place.lon,
        population: place.population,
        admin1: inside(place.admin1),
        admin2: inside(place.admin2),
        title: titles.length,
        radiusKm: Math.min(LARGEST_U16, areaKm(place.feature)),
        country: countries.indexOf(place.country ?? ""),
        feature: features.indexOf(place.feature),
      }),
    );
    titles.add(titleBytes(place.name));
    names.add(row, place.name, "name");
    const division = divisionNames.get(place.geonameId);
    if (division !== undefined) names.add(row, division, "name");
    for (const name of place.alternates) names.add(row, name, "alternate");
    for (const { name, former } of alternatesOf(place.geonameId)) names.add(row, name, former ? "former" : "alternate");
    if (++row % 50_000 === 0) show(row);
  }
  records.close();
  titles.close();
  return { countries: countries.codes, features: features.codes, nameRuns: names.flush(), nameRows: names.rows };
}
