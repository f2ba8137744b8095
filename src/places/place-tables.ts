import { parseTable, type ResourceFiles } from "../record/index.ts";
import type { CalibrationBin } from "./calibrated.ts";
import { WEIGHTS, type Weight, type Weights } from "./weights.ts";

export type ContextWord =
  | "person"
  | "part"
  | "locative"
  | "holder"
  | "street"
  | "road"
  | "speech"
  | "landform"
  | "landformOf"
  | "landformEnd"
  | "settlement"
  | "quarter";

/** The room's word lists. Words are in lower case, without full stops. */
export interface PlaceTables {
  readonly common: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Names, in the gazetteer's form, that are never a place by themselves. */
  readonly never: ReadonlySet<string>;
  /** Abbreviations as they are written ("Ky.", "KY", "U.S.") and the GeoNames ids that each may stand for. */
  readonly abbreviations: ReadonlyMap<string, ReadonlySet<number>>;
  readonly context: Readonly<Record<ContextWord, ReadonlySet<string>>>;
  /** Level of the divisions that a word means in a country, where it is not the word's usual one; else null. */
  readonly divisionLevel: (word: string, country: string) => 1 | 2 | null;
  readonly weights: Weights;
  /** What a weight says where one reading has more of it than another, and less. */
  readonly weightWords: Readonly<Record<Weight, { readonly for: string; readonly against: string }>>;
  readonly calibration: readonly CalibrationBin[];
  /** Rules that settle a name, in words. */
  readonly ruleWords: ReadonlyMap<string, string>;
}

const wordsOf = (cell: string | undefined): string[] => (cell ?? "").split(" ").filter((word) => word !== "");

const allWords = (files: ResourceFiles, table: string): ReadonlySet<string> =>
  new Set(
    parseTable(table, files.table(table)).rows.flatMap(({ cells }) =>
      wordsOf(cells["words"] ?? cells["names"]).map((word) => word.toLowerCase()),
    ),
  );

const ABBREVIATED = ["place-countries.tsv", "place-divisions.tsv", "place-other-names.tsv"] as const;

function readAbbreviations(files: ResourceFiles): ReadonlyMap<string, ReadonlySet<number>> {
  const ids = new Map<string, Set<number>>();
  for (const table of ABBREVIATED) {
    for (const { cells } of parseTable(table, files.table(table)).rows) {
      for (const form of (cells["abbreviations"] ?? "").split("|").filter((part) => part !== "")) {
        const written = form.replaceAll(" ", "");
        ids.set(written, (ids.get(written) ?? new Set()).add(Number(cells["geonameId"])));
      }
    }
  }
  return ids;
}

function readDivisionLevels(files: ResourceFiles): PlaceTables["divisionLevel"] {
  const levels = new Map<string, 1 | 2>();
  for (const { cells } of parseTable("place-division-levels.tsv", files.table("place-division-levels.tsv")).rows) {
    for (const country of wordsOf(cells["countries"])) {
      levels.set(`${cells["word"]} ${country}`, cells["level"] === "1" ? 1 : 2);
    }
  }
  return (word, country) => levels.get(`${word} ${country}`) ?? null;
}

function readWeights(files: ResourceFiles): Pick<PlaceTables, "weights" | "weightWords"> {
  const rows = parseTable("place-weights.tsv", files.table("place-weights.tsv")).rows;
  const ofEach = <T>(read: (cells: Readonly<Record<string, string>>) => T): Readonly<Record<Weight, T>> => {
    const entries = WEIGHTS.map((name) => {
      const row = rows.find(({ cells }) => cells["name"] === name);
      if (row === undefined) throw new Error(`place-weights.tsv: no weight ${name}`);
      return [name, read(row.cells)] as const;
    });
    // Every weight has its entry, which Object.fromEntries cannot tell the compiler.
    return Object.fromEntries(entries) as Record<Weight, T>;
  };
  return {
    weights: ofEach((cells) => Number(cells["value"])),
    weightWords: ofEach((cells) => ({ for: cells["for"] ?? "", against: cells["against"] ?? "" })),
  };
}

export function readPlaceTables(files: ResourceFiles): PlaceTables {
  const context = parseTable("place-context.tsv", files.table("place-context.tsv")).rows;
  const saying = (says: ContextWord): ReadonlySet<string> =>
    new Set(context.filter(({ cells }) => cells["says"] === says).flatMap(({ cells }) => wordsOf(cells["words"])));
  return {
    common: allWords(files, "place-common-words.tsv"),
    given: allWords(files, "place-given-names.tsv"),
    never: new Set([...allWords(files, "place-never.tsv")].map((word) => word.replaceAll("_", " "))),
    abbreviations: readAbbreviations(files),
    context: {
      person: saying("person"),
      part: saying("part"),
      locative: saying("locative"),
      holder: saying("holder"),
      street: saying("street"),
      road: saying("road"),
      speech: saying("speech"),
      landform: saying("landform"),
      landformOf: saying("landformOf"),
      landformEnd: saying("landformEnd"),
      settlement: saying("settlement"),
      quarter: saying("quarter"),
    },
    divisionLevel: readDivisionLevels(files),
    ...readWeights(files),
    calibration: parseTable("place-calibration.tsv", files.table("place-calibration.tsv")).rows.map(({ cells }) => ({
      evidence: cells["evidence"] === "strong" ? "strong" : "weak",
      from: Number(cells["from"]),
      right: Number(cells["right"]),
    })),
    ruleWords: new Map(
      parseTable("place-rules.tsv", files.table("place-rules.tsv")).rows.map(({ cells }) => [
        cells["rule"] ?? "",
        cells["words"] ?? "",
      ]),
    ),
  };
}
