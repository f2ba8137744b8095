import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bestLabels, mayFollow } from "../../src/text/best-labels.ts";
import { findNames, type Name, type NameFinder, openNameFinder, transitionFeature } from "../../src/text/find-names.ts";
import { openLinearModel, packLinearModel, scoreFeatures } from "../../src/text/linear-model.ts";
import { NAME_FEATURES, type NameSources, nameFeatures, viewNameWords } from "../../src/text/name-features.ts";
import { openNameList } from "../../src/text/name-list.ts";
import type { Tag } from "../../src/text/tag.ts";
import { openParser, parseWords } from "../../src/text/trees/parser.ts";
import { openWordClasses } from "../../src/text/word-classes.ts";
import { type ChainExample, ChainField } from "./chain-field.ts";
import { readConllu } from "./conllu.ts";
import { FeatureNumbers } from "./feature-numbers.ts";
import { readLexicon, readModel, writeModel } from "./model-files.ts";
import { gumNames, type LabelledSentence, readIob } from "./name-data.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";

// npx tsx training/text/train-names.ts CORPORA MODELS STATE [ROUNDS]
// STATE: folder for the state after each round; a broken run goes on from there.
const [corpora = "", models = "models", state = "", rounds = "5"] = process.argv.slice(2);
mkdirSync(state, { recursive: true });
const lexicon = readLexicon(models);
const sources: NameSources = {
  lexicon,
  list: openNameList(readModel(models, "text-name-list.txt")),
  classes: openWordClasses(readModel(models, "text-word-classes.bin")),
};
const parser = openParser(readModel(models, "text-grammar.bin"), lexicon);
const ner = (name: string): string => join(corpora, "ner", name);
const ud = (name: string) => readConllu(join(corpora, "ud", `${name}.conllu`));
const LABELS = ["O", ...["PER", "ORG", "LOC", "MISC"].flatMap((type) => [`B-${type}`, `I-${type}`])];

interface Example extends LabelledSentence {
  readonly tags: readonly Tag[];
  readonly capitals: boolean;
}

/** A sentence as it stands (`plain`), in capitals or in small letters. */
function inCase(sentence: LabelledSentence, way: "plain" | "upper" | "lower"): Example {
  const forms = sentence.forms.map((form) =>
    way === "upper" ? form.toUpperCase() : way === "lower" ? form.toLowerCase() : form,
  );
  const capitals = way === "upper";
  const tags = parseWords(parser, forms, capitals).tags;
  return { forms, labels: sentence.labels, tags, capitals };
}

const labelled: LabelledSentence[] = [
  ...ud("gum-train").map(gumNames),
  ...readIob(ner("wikigold.conll"), 0, 1),
  ...readIob(ner("wnut17-train.conll"), 0, 1),
];

/** Every sentence, each third one in capitals too, and each eighth in small letters. */
const copies = (list: readonly LabelledSentence[]): Example[] =>
  list.flatMap((s, i) => [
    inCase(s, "plain"),
    ...(i % 3 === 0 ? [inCase(s, "upper")] : []),
    ...(i % 8 === 1 ? [inCase(s, "lower")] : []),
  ]);

function hashesOf({ forms, tags, capitals }: Example): Uint32Array {
  const words = viewNameWords(forms, tags, capitals, sources);
  const hashes = new Uint32Array(words.length * NAME_FEATURES);
  words.forEach((_, i) => {
    nameFeatures(words, i, hashes.subarray(i * NAME_FEATURES, (i + 1) * NAME_FEATURES));
  });
  return hashes;
}

/** Round and state of a run that was broken off, where there is one. */
function resume(file: string, field: ChainField): number {
  if (!existsSync(file)) return 0;
  const bytes = readFileSync(file);
  field.restore(bytes.subarray(1));
  console.log(`${file}: goes on after round ${bytes[0]}`);
  return bytes[0]!;
}

function learnNames(examples: readonly Example[], rounds: number, phase: string): Uint8Array {
  const numbers = new FeatureNumbers(3);
  const hashes = examples.map(hashesOf);
  for (const list of hashes) numbers.count(list);
  const { keys, counts } = numbers.settle();
  const chains = examples.map(
    ({ labels }, i): ChainExample => ({
      features: numbers.numbersOf(hashes[i]!),
      labels: Uint8Array.from(labels, (label) => LABELS.indexOf(label)),
    }),
  );
  const field = new ChainField(counts, {
    labels: LABELS.length,
    width: NAME_FEATURES,
    mayFollow: (before, label) => mayFollow(LABELS[before], LABELS[label]!),
    rate: 0.1,
    squared: 0.5,
    absolute: 0.1,
  });
  const stateFile = join(state, `names-${phase}.state`);
  for (let round = resume(stateFile, field) + 1; round <= rounds; round++) {
    let likelihood = 0;
    for (const chain of shuffled(chains, seededRandom(99 + round))) likelihood += field.learn(chain);
    writeFileSync(stateFile, Buffer.concat([Uint8Array.of(round), field.state()]));
    console.log(`${phase}, round ${round}: log likelihood ${likelihood.toFixed(0)}, ${keys.length} features`);
  }
  return packLinearModel(LABELS, field.rows(keys, transitionFeature, 24, 3));
}

const finderOf = (bytes: Uint8Array): NameFinder => openNameFinder(openLinearModel(bytes), sources);

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

function reportAll(finder: NameFinder): void {
  const uner = readIob(ner("uner-ewt-dev.iob2"), 1, 2);
  console.log(`uner-ewt-dev: ${report(finder, uner, false)}`);
  console.log(`uner-ewt-dev in capitals: ${report(finder, uner, true)}`);
  console.log(`gum-dev names: ${report(finder, ud("gum-dev").map(gumNames), false)}`);
}

/** How much, in the model's units (24 to a factor of e), speaks against a proper noun in no name. */
const PUSH = 60;
/** Months and days are proper nouns, but no names here. */
const NO_NAME =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:\.|\w*(?:day|ary|ber|ust|il|ch|ne|ly))?$/i;

/**
 * EWT-train tells which words are proper nouns, but not of what: the first model says of what, held to the treebank's
 * bounds. What is no proper noun begins no name, and goes on with one only between two.
 */
function labelProperNouns(finder: NameFinder): LabelledSentence[] {
  const labels = LABELS.length;
  return ud("ewt-train").map(({ tokens }) => {
    const forms = tokens.map(({ form }) => form);
    const tags = parseWords(parser, forms, false).tags;
    const words = viewNameWords(forms, tags, false, sources);
    const scores = new Int32Array(words.length * labels);
    const features = new Uint32Array(NAME_FEATURES);
    const proper = (i: number): boolean => tokens[i]?.upos === "PROPN" && !NO_NAME.test(tokens[i]!.form);
    words.forEach((_, i) => {
      const row = scores.subarray(i * labels, (i + 1) * labels);
      nameFeatures(words, i, features);
      scoreFeatures(finder.model, features, row);
      if (proper(i)) row[0]! -= PUSH;
      else {
        const joins = proper(i - 1) || proper(i + 1);
        for (let l = 1; l < labels; l++) if (!joins || LABELS[l]!.startsWith("B-")) row[l]! -= 100_000;
      }
    });
    return { forms, labels: Array.from(bestLabels(scores, finder.transitions), (l) => LABELS[l]!) };
  });
}

const first = finderOf(learnNames(copies(labelled), Number(rounds), "labelled"));
reportAll(first);
const bytes = learnNames(copies([...labelled, ...labelProperNouns(first)]), Number(rounds), "with-ewt");
reportAll(finderOf(bytes));
writeModel(models, "text-names.bin", bytes);
