import { renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type DumpFilter, STORED_MAGIC, STORED_SECTIONS, type StoredHead } from "../../places/index.ts";
import type { Problem } from "../../record/index.ts";
import { openState } from "./import-state.ts";
import { numberPlaces, writeMissingDivisions } from "./number-places.ts";
import { type DumpFile, readDivisions, readIntoRuns, runFile } from "./read-dump.ts";
import { append, digestOf, SectionFile } from "./section-file.ts";
import { writeNames } from "./write-names.ts";
import { writePlaces } from "./write-places.ts";

export interface ImportWish {
  readonly files: readonly DumpFile[];
  readonly filter: DumpFilter;
  /** The gazetteer's file. */
  readonly target: string;
  /** Where runs and the state lie until the import is done. */
  readonly folder: string;
  readonly rowsInMemory: number;
  readonly tell: (problem: Problem) => void;
  /** `done` of `total` of a stage. */
  readonly show: (stage: string, done: number, total: number) => void;
}

export interface Imported {
  readonly places: number;
  readonly names: number;
  /** Whether an import that had been broken off was gone on with. */
  readonly goesOn: boolean;
}

/** Files are known by path, size and day of change: one that was changed makes another import. */
const fingerprintOf = ({ files, filter, rowsInMemory }: ImportWish): string =>
  JSON.stringify([
    files.map(({ file }) => [file, statSync(file).size, statSync(file).mtimeMs]),
    filter.countries && [...filter.countries].sort(),
    [...filter.classes].sort(),
    rowsInMemory,
  ]);

const runs = (folder: string, kind: "places" | "alternates", count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => runFile(folder, kind, n));

/** Puts the head before the sections. */
function joinSections(folder: string, target: string, head: Omit<StoredHead, "version" | "sections">): void {
  const parts = STORED_SECTIONS.map((name) => join(folder, name));
  let offset = 0;
  const sections = Object.fromEntries(
    STORED_SECTIONS.map((name) => {
      const length = statSync(join(folder, name)).size;
      const place = { offset, length };
      offset += length;
      return [name, place];
    }),
  );
  const whole = { version: `own-${head.places}-${digestOf(parts)}`, ...head, sections };
  const text = Buffer.from(JSON.stringify(whole));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const half = `${target}.half`;
  const file = new SectionFile(half);
  for (const bytes of [Buffer.from(STORED_MAGIC), length, text]) file.add(bytes);
  for (const part of parts) append(file, part);
  file.close();
  renameSync(half, target);
}

/**
 * Makes a stored gazetteer from files of a GeoNames dump, by sorting on the disk: memory is that of `rowsInMemory` rows and
 * of the divisions. Broken off while reading, it goes on from the last run; broken off later, from the end of reading.
 * The same files and options give the same bytes, however often it was broken off.
 */
export function importGazetteer(wish: ImportWish): Imported {
  const { files, folder, rowsInMemory, tell, show } = wish;
  const { state: start, goesOn } = openState(folder, fingerprintOf(wish));
  const total = (file: string): number => statSync(file).size;
  const state = readIntoRuns(files, start, {
    folder,
    filter: wish.filter,
    rowsInMemory,
    tell,
    show: (file, bytes) => show(`reading ${file}`, bytes, total(file)),
  });
  const divisions = readDivisions(files, tell);
  const kept = runs(folder, "places", state.placeRuns);
  const missing = join(folder, "missing-divisions.run");
  writeMissingDivisions(kept, divisions, missing);
  const placeRuns = [...kept, missing];
  const numbering = numberPlaces(placeRuns, divisions);
  const written = writePlaces({
    folder,
    placeRuns,
    alternateRuns: runs(folder, "alternates", state.alternateRuns),
    numbering,
    divisions,
    rowsInMemory,
    show: (rows) => show("writing places", rows, numbering.places),
  });
  const { names, bits } = writeNames(folder, written.nameRuns, written.nameRows, (n) =>
    show("writing names", n, written.nameRows),
  );
  joinSections(folder, wish.target, {
    places: numbering.places,
    names,
    bits,
    countries: written.countries,
    features: written.features,
    countryPlaces: numbering.countries,
  });
  rmSync(folder, { recursive: true, force: true });
  return { places: numbering.places, names, goesOn };
}
