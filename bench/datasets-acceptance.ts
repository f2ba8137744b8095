/**
 * Reads the real dataset samples of a development folder and compares what comes out with what was counted by hand
 * (contract `dataset-schemas.md`, section 10). Run: npx tsx bench/datasets-acceptance.ts FOLDER
 * Exit 1 where a count differs. A sample that is not there is said and passed over.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageResources } from "../src/desk/resources.ts";
import { decodeText, type ImportedDataset, importDataset, openCrosswalk, writeDataset } from "../src/exchange/index.ts";

const crosswalk = openCrosswalk(packageResources);

/** How often each key occurs. */
function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const tally = (dataset: ImportedDataset, column: string): string =>
  [...counted(dataset.rows.map(({ raw }) => raw[column] ?? ""))]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, count]) => `${code}=${count}`)
    .join(" ");

const flagged = (dataset: ImportedDataset, flag: string): number =>
  dataset.rows.filter(({ flags }) => flags.includes(flag)).length;

/** Rows that share day, place and dyad with another row. */
function sharedKeys(dataset: ImportedDataset): number {
  const keys = dataset.rows.map(({ raw }) => `${raw.date_start} ${raw.latitude} ${raw.longitude} ${raw.dyad_name}`);
  return [...counted(keys).values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

function comesBack(dataset: ImportedDataset): boolean {
  const again = importDataset([...writeDataset(dataset)].join(""), "again", crosswalk).dataset;
  const plain = (d: ImportedDataset | null) => JSON.stringify(d?.rows.map(({ row, raw }) => ({ row, raw })));
  return plain(again) === plain(dataset);
}

type Check = readonly [string, (dataset: ImportedDataset) => unknown, unknown];

const everywhere: readonly Check[] = [["comes back as it was", comesBack, true]];

const gdelt = (rows: number, articles: number, year: number, week: number, month: number): readonly Check[] => [
  ["rows", (d) => d.reports?.rows, rows],
  ["articles", (d) => d.reports?.articles, articles],
  ["dated one year back", (d) => flagged(d, "dated-one-year-back"), year],
  ["dated one week back", (d) => flagged(d, "dated-one-week-back"), week],
  ["dated one month back", (d) => flagged(d, "dated-one-month-back"), month],
];

const SAMPLES: readonly (readonly [string, readonly Check[]])[] = [
  [
    "ucdp-ged-syria-2017-03-to-05.csv",
    [
      ["rows", (d) => d.rows.length, 1540],
      ["columns", (d) => d.columns.length, 41],
      ["where_prec", (d) => tally(d, "where_prec"), "1=848 2=525 3=37 4=46 5=57 6=27"],
      ["date_prec", (d) => tally(d, "date_prec"), "1=1433 2=88 3=1 4=17 5=1"],
      ["low, best, high out of order", (d) => flagged(d, "range-disordered"), 3],
      ["rows with a look-alike, all kept", sharedKeys, 289],
    ],
  ],
  ["gdelt2-export-20151027220000.tsv", gdelt(2116, 569, 41, 39, 15)],
  [
    "gdelt2-export-20191024143000.tsv",
    [
      ["rows", (d) => d.rows.length, 2111],
      ["articles", (d) => d.reports?.articles, 425],
    ],
  ],
  [
    "gdelt1-events-mixed-57-and-58-columns.tsv",
    [
      ["rows of 58 columns", (d) => d.rows.filter(({ raw }) => "SOURCEURL" in raw).length, 509],
      ["rows of 57 columns", (d) => d.rows.filter(({ raw }) => !("SOURCEURL" in raw)).length, 201],
    ],
  ],
  [
    "gpl/acled-acledR-dummy-argentina-2022-06.csv",
    [
      ["event types", (d) => tally(d, "event_type"), "Protests=282 Riots=42 Strategic developments=2"],
      ["geo_precision", (d) => tally(d, "geo_precision"), "1=249 2=30 3=47"],
      ["time_precision", (d) => tally(d, "time_precision"), "1=312 2=14"],
      ["zeros taken for known", (d) => d.rows.filter(({ row }) => row.killed?.max === 0).length, 0],
    ],
  ],
];

const folder = process.argv[2] ?? "";
let differ = 0;
for (const [name, checks] of SAMPLES) {
  const file = join(folder, name);
  if (!existsSync(file)) {
    console.log(`${name}: not there, passed over`);
    continue;
  }
  const { dataset, problems } = importDataset(decodeText(readFileSync(file), name).text, name, crosswalk);
  if (dataset === null || problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems.slice(0, 3))}`);
  for (const [what, measure, expected] of [...checks, ...everywhere]) {
    const found = measure(dataset);
    if (found !== expected) differ++;
    console.log(
      `${found === expected ? "same  " : "DIFFER"} ${name}: ${what}: ${found}${found === expected ? "" : ` (counted: ${expected})`}`,
    );
  }
}
process.exitCode = differ === 0 ? 0 : 1;
