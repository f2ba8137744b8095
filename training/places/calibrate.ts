/**
 * Fits tables/place-calibration.tsv: how often a settled name is right, by its evidence and by the share of its best reading.
 *   npx tsx training/places/calibrate.ts FOLDER     (FOLDER holds lgl.jsonl and tr-news.jsonl; only counts leave it)
 * Also prints the reliability of the table fitted on one half of the documents and measured on the other.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageResources } from "../../src/desk/resources.ts";
import { kilometresBetween, openPlaces, type PlaceMention } from "../../src/places/index.ts";
import { openText } from "../../src/text/index.ts";

interface Gold {
  readonly text: string;
  readonly toponyms: readonly {
    readonly start: number;
    readonly end: number;
    readonly lat: number | null;
    readonly lon: number | null;
  }[];
}
interface Case {
  readonly evidence: string;
  readonly share: number;
  readonly right: number;
}

const RIGHT_KM = 161;
const EDGES = [0, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97, 0.995];
/** Cases added to each bin at the rate of all: a bin of a few says little. */
const PRIOR = 10;

function caseOf(mention: PlaceMention, { toponyms }: Gold): readonly Case[] {
  const { place, evidence, share } = mention;
  if (place === null) return [];
  const touched = toponyms.filter((t) => t.start < mention.end && mention.start < t.end);
  if (touched.length > 0 && touched.every(({ lat }) => lat === null)) return [];
  const near = touched.some(
    ({ lat, lon }) => lat !== null && lon !== null && kilometresBetween(place, { lat, lon }) <= RIGHT_KM,
  );
  return [{ evidence, share, right: near ? 1 : 0 }];
}

interface Bin {
  readonly evidence: string;
  readonly from: number;
  readonly cases: number;
  readonly right: number;
}

/** Rates that never fall as the share rises: neighbours that do are pooled. */
function rising(bins: readonly Bin[]): readonly Bin[] {
  const pools: Bin[][] = [];
  const rate = (pool: readonly Bin[]): number =>
    pool.reduce((sum, b) => sum + b.right * b.cases, 0) / pool.reduce((sum, b) => sum + b.cases, 0);
  for (const bin of bins) {
    pools.push([bin]);
    while (pools.length > 1 && rate(pools.at(-2)!) > rate(pools.at(-1)!)) pools.push([...pools.splice(-2)].flat());
  }
  return pools.flatMap((pool) => pool.map((bin) => ({ ...bin, right: rate(pool) })));
}

function binsOf(cases: readonly Case[]): readonly Bin[] {
  const overall = cases.reduce((sum, c) => sum + c.right, 0) / cases.length;
  return ["strong", "weak"].flatMap((evidence) =>
    rising(
      EDGES.map((from, i) => {
        const own = cases.filter((c) => c.evidence === evidence && c.share >= from && c.share < (EDGES[i + 1] ?? 2));
        const right = own.reduce((sum, c) => sum + c.right, 0);
        return { evidence, from, cases: own.length + PRIOR, right: (right + PRIOR * overall) / (own.length + PRIOR) };
      }),
    ),
  );
}

const scoreBy = (bins: readonly Bin[], { evidence, share }: Case): number =>
  bins.findLast((bin) => bin.evidence === evidence && bin.from <= share)!.right;

function printReliability(bins: readonly Bin[], cases: readonly Case[]): void {
  for (const from of [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]) {
    const to = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 2].find((edge) => edge > from)!;
    const own = cases.filter((c) => scoreBy(bins, c) >= from && scoreBy(bins, c) < to);
    if (own.length === 0) continue;
    const mean = (of: (c: Case) => number): string =>
      ((100 * own.reduce((s, c) => s + of(c), 0)) / own.length).toFixed(1);
    console.log(
      `${from.toFixed(2)}  said ${mean((c) => scoreBy(bins, c))}  right ${mean((c) => c.right)}  of ${own.length}`,
    );
  }
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("Give the folder of lgl.jsonl and tr-news.jsonl.");
const [text, places] = [openText(packageResources), openPlaces(packageResources)];
const perDocument = ["lgl", "tr-news"].flatMap((name) =>
  readFileSync(join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const gold: Gold = JSON.parse(line);
      return places.read(text.read(gold.text)).flatMap((mention) => caseOf(mention, gold));
    }),
);
const half = (rest: number): readonly Case[] => perDocument.filter((_, i) => i % 2 === rest).flat();
console.log("fitted on the even documents, measured on the odd ones");
printReliability(binsOf(half(0)), half(1));
const bins = binsOf(perDocument.flat());
const rows = bins.map(
  ({ evidence, from, cases, right }) => `${evidence}\t${from}\t${right.toFixed(3)}\t${cases - PRIOR}`,
);
writeFileSync(
  fileURLToPath(new URL("../../tables/place-calibration.tsv", import.meta.url)),
  [
    "# How often a settled name is right (a place is meant, and it lies within 161 km), by the words beside it and by the share of its",
    "# best reading from `from` on. Source: counted by training/places/calibrate.ts on LGL and TR-News; only counts are kept. Licence: CC0.",
    "# Example: nothing beside the name speaks of a place (weak) and its best reading has 0.7 of the score.",
    "evidence\tfrom\tright\tcases",
    ...rows,
    "",
  ].join("\n"),
);
