import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bitsFor, bucketOf, KIND_SHIFT, WORD_SLOTS, wordSlot } from "../../places/index.ts";
import { SectionFile } from "./section-file.ts";
import { mergedRuns } from "./sorted-runs.ts";

const MOST_POSTINGS = 65_535;

function entryBytes(name: string, postings: readonly number[]): Uint8Array {
  const text = Buffer.from(name);
  const bytes = Buffer.alloc(1 + text.length + 2 + 4 * postings.length);
  bytes.writeUInt8(text.length, 0);
  text.copy(bytes, 1);
  bytes.writeUInt16LE(postings.length, 1 + text.length);
  postings.forEach((posting, i) => {
    bytes.writeUInt32LE(posting, 3 + text.length + 4 * i);
  });
  return bytes;
}

interface Entry {
  readonly hash: number;
  readonly name: string;
  readonly postings: readonly number[];
}

/** Names with all their places; a place that a name fits twice keeps the stronger kind, which stands first. */
function* entriesOf(runs: readonly string[]): Generator<Entry> {
  let key = "";
  let postings: number[] = [];
  let before = "";
  const entry = (): Entry => {
    const [hash = "0", name = ""] = key.split("\t");
    return { hash: Number.parseInt(hash, 16), name, postings };
  };
  for (const line of mergedRuns(runs)) {
    const [hash = "", name = "", place = "", kind = ""] = line.split("\t");
    if (`${hash}\t${name}` !== key) {
      if (postings.length > 0) yield entry();
      [key, postings, before] = [`${hash}\t${name}`, [], ""];
    }
    if (place !== before && postings.length < MOST_POSTINGS)
      postings.push(Number(place) + Number(kind) * 2 ** KIND_SHIFT);
    before = place;
  }
  if (postings.length > 0) yield entry();
}

/** Writes the sections of names, their directory and their first words; how many names there are, and the directory's bits. */
export function writeNames(
  folder: string,
  runs: readonly string[],
  rows: number,
  show: (names: number) => void,
): { names: number; bits: number } {
  const bits = bitsFor(rows);
  const directory = new Uint32Array(2 ** bits + 1);
  const words = new Uint8Array(WORD_SLOTS);
  const section = new SectionFile(join(folder, "names"));
  let names = 0;
  let bucket = -1;
  for (const { hash, name, postings } of entriesOf(runs)) {
    for (const own = bucketOf(hash, bits); bucket < own; ) directory[++bucket] = section.length;
    section.add(entryBytes(name, postings));
    const slot = wordSlot(name);
    words[slot] = Math.max(words[slot]!, Math.min(255, name.split(" ").length));
    if (++names % 50_000 === 0) show(names);
  }
  while (bucket < 2 ** bits) directory[++bucket] = section.length;
  section.close();
  writeFileSync(join(folder, "directory"), new Uint8Array(directory.buffer));
  writeFileSync(join(folder, "words"), words);
  return { names, bits };
}
