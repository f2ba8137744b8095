import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NameKind, NameRow, PlaceRow } from "../../src/places/gazetteer.ts";
import { normalName } from "../../src/places/normal-name.ts";
import { parseTable, type TableRow } from "../../src/record/index.ts";

export const packageFile = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`node_modules/${path}`, import.meta.url)), "utf8");
export const packageJson = (path: string) => JSON.parse(packageFile(path));
export const tableRows = (name: string): readonly TableRow[] =>
  parseTable(name, readFileSync(fileURLToPath(new URL(`../../tables/${name}`, import.meta.url)), "utf8")).rows;

/** The index as it grows: places in order of their numbers, and their names. */
export class Rows {
  readonly places: PlaceRow[] = [];
  readonly names: NameRow[] = [];
  readonly countryAt = new Map<string, number>();
  /** "KZ.04" → row. */
  readonly divisionAt = new Map<string, number>();
  /** "US.KY.125" → row. */
  readonly subdivisionAt = new Map<string, number>();
  readonly byGeonameId = new Map<number, number>();

  add(place: PlaceRow): number {
    this.places.push(place);
    const at = this.places.length - 1;
    if (place.geonameId !== null && !this.byGeonameId.has(place.geonameId)) this.byGeonameId.set(place.geonameId, at);
    return at;
  }

  name(place: number, kind: NameKind, ...names: readonly string[]): void {
    for (const name of names) {
      const normal = normalName(name);
      if (normal.length > 1 || kind === "abbreviation") this.names.push({ name: normal, place, kind });
    }
  }
}

export const list = (cell: string | undefined): string[] =>
  (cell ?? "")
    .split(/[|,]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
