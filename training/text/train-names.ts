import { join } from "node:path";
import { findNames, type Name, type NameFinder } from "../../src/text/find-names.ts";
import { openLinearModel, packLinearModel } from "../../src/text/linear-model.ts";
import { NAME_FEATURES, nameFeatures, viewNameWords } from "../../src/text/name-features.ts";
import { openNameList } from "../../src/text/name-list.ts";
import type { Tag } from "../../src/text/tag.ts";
import { openParser, parseWords } from "../../src/text/trees/parser.ts";
import { readConllu } from "./conllu.ts";
import { readLexicon, readModel, writeModel } from "./model-files.ts";
import { gumNames, type LabelledSentence, readIob } from "./name-data.ts";
import { Perceptron } from "./perceptron.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";

// npx tsx training/text/train-names.ts CORPORA MODELS [ROUNDS]
const [corpora = "", models = "models", rounds = "8"] = process.argv.slice(2);
const lexicon = readLexicon(models);
const list = openNameList(readModel(models, "text-name-list.txt"));
const parser = openParser(readModel(models, "text-grammar.bin"), lexicon);
const ner = (name: string): string => join(corpora, "ner", name);

interface Example extends LabelledSentence {
  readonly tags: readonly Tag[];
  readonly upper: readonly string[];
  readonly upperTags: readonly Tag[];
}

const train = [
  ...readConllu(join(corpora, "ud", "gum-train.conllu")).map(gumNames),
  ...readIob(ner("wikigold.conll"), 0, 1),
  ...readIob(ner("wnut17-train.conll"), 0, 1),
].map((sentence): Example => {
  const upper = sentence.forms.map((form) => form.toUpperCase());
  return {
    ...sentence,
    tags: parseWords(parser, sentence.forms, false).tags,
    upper,
    upperTags: parseWords(parser, upper, true).tags,
  };
});

const labels = ["O", ...["PER", "ORG", "LOC", "MISC"].flatMap((type) => [`B-${type}`, `I-${type}`])];
const random = seededRandom(99);

const perceptron = new Perceptron(labels.length);
const features = new Uint32Array(NAME_FEATURES);
const scores = new Float32Array(labels.length);

function learn(example: Example): void {
  const capitals = random() < 0.3;
  const forms = capitals ? example.upper : example.forms;
  const tags = capitals ? example.upperTags : example.tags;
  const words = viewNameWords(forms, tags, capitals, { lexicon, list });
  let before = 0;
  let before2 = 0;
  example.labels.forEach((label, i) => {
    const gold = labels.indexOf(label);
    nameFeatures(words, i, before, before2, features);
    perceptron.score(features, scores);
    let best = 0;
    for (let l = 0; l < labels.length; l++) {
      if (scores[l]! > scores[best]!) best = l;
    }
    perceptron.step();
    if (best !== gold) perceptron.update(features, gold, best);
    before2 = before;
    before = best;
  });
}

function namesOf(list: readonly string[]): string[] {
  const names: Name[] = [];
  list.forEach((label, i) => {
    const open = names.at(-1);
    if (label.startsWith("I-") && open !== undefined && open.last === i - 1)
      names[names.length - 1] = { ...open, last: i };
    else if (label !== "O") names.push({ first: i, last: i, type: typeOf(label) });
  });
  return names.filter(({ type }) => type !== "other").map(({ first, last, type }) => `${first}-${last}-${type}`);
}
const typeOf = (label: string): Name["type"] =>
  (({ PER: "person", ORG: "organization", LOC: "place" }) as const)[label.slice(2) as "PER" | "ORG" | "LOC"] ?? "other";

function report(finder: NameFinder, gold: readonly LabelledSentence[], capitals: boolean): string {
  let found = 0;
  let right = 0;
  let wanted = 0;
  for (const sentence of gold) {
    const forms = sentence.forms.map((form) => (capitals ? form.toUpperCase() : form));
    const names = findNames(finder, forms, parseWords(parser, forms, capitals).tags, capitals)
      .filter(({ type }) => type !== "other")
      .map(({ first, last, type }) => `${first}-${last}-${type}`);
    const known = new Set(namesOf(sentence.labels));
    found += names.length;
    wanted += known.size;
    right += names.filter((name) => known.has(name)).length;
  }
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
  return `P ${percent(right, found)} R ${percent(right, wanted)} F ${percent(2 * right, found + wanted)}`;
}

for (let round = 1; round <= Number(rounds); round++) for (const example of shuffled(train, random)) learn(example);
const bytes = packLinearModel(labels, perceptron.rows(6));
writeModel(models, "text-names.bin", bytes);
const finder: NameFinder = { model: openLinearModel(bytes), lexicon, list };
const uner = readIob(ner("uner-ewt-dev.iob2"), 1, 2);
console.log(`uner-ewt-dev: ${report(finder, uner, false)}`);
console.log(`uner-ewt-dev in capitals: ${report(finder, uner, true)}`);
console.log(`gum-dev names: ${report(finder, readConllu(join(corpora, "ud", "gum-dev.conllu")).map(gumNames), false)}`);
