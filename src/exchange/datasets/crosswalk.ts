import { type DatePrecision, type PlacePrecision, parseTable, type ResourceFiles } from "../../record/index.ts";

const CODERS = ["acled", "ucdp-ged", "gtd", "gdelt", "cameo", "polecat"] as const;
type Coder = (typeof CODERS)[number];
type LadderField = "place" | "date";

/** What turns a dataset's codes into our words, and back. `null`: the table has no such code. */
export interface Crosswalk {
  classOf(coder: Coder, code: string): string | null;
  placePrecision(coder: Coder, code: string): PlacePrecision | null;
  datePrecision(coder: Coder, code: string): DatePrecision | null;
  /** The code to write for our precision; their finest where ours is finer, `null` where they have none so coarse. */
  placeCode(coder: Coder, precision: PlacePrecision): string | null;
  dateCode(coder: Coder, precision: DatePrecision): string | null;
  /** ISO 3166 alpha-2 of a name as datasets write it; "Myanmar (Burma)" is looked up by either part. */
  countryByName(name: string): string | null;
  countryByNumber(numeric: string): string | null;
  /** FIPS 10-4, which GDELT writes: TX is Turkmenistan there. */
  countryByFips(fips: string): string | null;
  countryFacts(iso: string): { readonly name: string; readonly numeric: string } | null;
}

/** Finest first; a season, quarter or interval is looked up as such and else as what holds it. */
const PLACE_ORDER: readonly PlacePrecision[] = ["site", "city", "admin2", "admin1", "country", "region"];
const DATE_ORDER: readonly DatePrecision[] = [
  "day",
  "interval",
  "month",
  "season",
  "quarter",
  "year",
  "decade",
  "century",
];

const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

type Codes = ReadonlyMap<string, string>;

/** Their code for our word: the word itself, else the next finer one that they have a code for, else their finest. */
function codeFor<Word extends string>(
  ladder: readonly (readonly [string, Word])[],
  order: readonly Word[],
  word: Word,
) {
  const rank = (w: Word): number => order.indexOf(w);
  const same = ladder.find(([, theirs]) => theirs === word);
  if (same !== undefined) return same[0];
  const coarser = ladder.filter(([, theirs]) => rank(theirs) > rank(word)).sort((a, b) => rank(a[1]) - rank(b[1]))[0];
  return coarser?.[0] ?? null;
}

function countries(files: ResourceFiles) {
  const rows = parseTable("countries.tsv", files.table("countries.tsv")).rows.map(({ cells }) => cells);
  const by = (cell: string, form = (s: string) => s): Codes =>
    new Map(rows.flatMap((c) => (c[cell] ?? "").split("|").map((key) => [form(key), c.iso ?? ""] as const)));
  const facts = new Map(
    rows.map((c) => [c.iso ?? "", { name: (c.names ?? "").split("|")[0] ?? "", numeric: c.numeric ?? "" }]),
  );
  return { names: by("names", plainName), numbers: by("numeric"), fips: by("fips"), facts };
}

/** Opens `countries.tsv`, `dataset-classes.tsv` and `dataset-precision.tsv`. */
export function openCrosswalk(files: ResourceFiles): Crosswalk {
  const classes: Codes = new Map(
    parseTable("dataset-classes.tsv", files.table("dataset-classes.tsv")).rows.map(({ cells }) => [
      `${cells.dataset} ${cells.code?.toLowerCase()}`,
      cells.class ?? "",
    ]),
  );
  const ladder = parseTable("dataset-precision.tsv", files.table("dataset-precision.tsv")).rows.map(
    ({ cells }) => cells,
  );
  const rungs = <Word extends string>(coder: Coder, field: LadderField, words: readonly Word[]) =>
    ladder.flatMap((cells) => {
      const word = words.find((w) => w === cells.precision);
      return cells.dataset === coder && cells.field === field && word !== undefined
        ? [[cells.code ?? "", word] as const]
        : [];
    });
  const laddersOf = <Word extends string>(field: LadderField, words: readonly Word[]) => {
    const ladders = new Map(CODERS.map((coder) => [coder, rungs(coder, field, words)]));
    return (coder: Coder): readonly (readonly [string, Word])[] => ladders.get(coder) ?? [];
  };
  const places = laddersOf("place", PLACE_ORDER);
  const dates = laddersOf("date", DATE_ORDER);
  const country = countries(files);
  const named = (name: string): string | null => country.names.get(plainName(name)) ?? null;

  return {
    classOf(coder, code) {
      if (coder !== "cameo") return classes.get(`${coder} ${code.toLowerCase()}`) ?? null;
      for (let length = code.length; length >= 2; length--) {
        const found = classes.get(`cameo ${code.slice(0, length)}`);
        if (found !== undefined) return found;
      }
      return null;
    },
    placePrecision: (coder, code) => places(coder).find(([theirs]) => theirs === code)?.[1] ?? null,
    datePrecision: (coder, code) => dates(coder).find(([theirs]) => theirs === code)?.[1] ?? null,
    placeCode: (coder, precision) => codeFor(places(coder), PLACE_ORDER, precision),
    dateCode: (coder, precision) => codeFor(dates(coder), DATE_ORDER, precision),
    countryByName: (name) =>
      named(name) ?? named(name.replace(/\s*\([^)]*\)/g, "")) ?? named(/\(([^)]*)\)/.exec(name)?.[1] ?? ""),
    countryByNumber: (numeric) => country.numbers.get(numeric.replace(/^0+/, "")) ?? null,
    countryByFips: (fips) => country.fips.get(fips) ?? null,
    countryFacts: (iso) => country.facts.get(iso) ?? null,
  };
}
