import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openLinearModel, packLinearModel } from "../../src/text/linear-model.ts";
import { openTagger, type Tag, tagWords } from "../../src/text/tagger.ts";
import { openParser, type Parser, parseWords } from "../../src/text/trees/parser.ts";
import { readConllu } from "./conllu.ts";
import { learnParser, type TreeExample } from "./learn-parser.ts";
import { readLexicon, readModel, writeModel } from "./model-files.ts";

// npx tsx training/text/train-parser.ts CORPORA MODELS TAGS.json [ROUNDS] [SEED]
// TAGS.json comes from jackknife-tags.ts.
const [corpora = "", models = "models", tagFile = "tags.json", rounds = "6", seed = "11"] = process.argv.slice(2);
const file = (name: string): string => join(corpora, "ud", `${name}.conllu`);
const lexicon = readLexicon(models);
const tagger = openTagger(openLinearModel(readModel(models, "text-tagger.bin")), lexicon);

const jackknifed: Record<string, [string[], string[]]> = JSON.parse(readFileSync(tagFile, "utf8"));
const toTag = (label: string): Tag => {
  const [upos = "X", xpos = "FW"] = label.split("/");
  return { upos, xpos };
};
const examples = ["gum-train", "ewt-train"].flatMap((name) =>
  readConllu(file(name)).map((sentence): TreeExample => {
    const [tags, capitalTags] = jackknifed[sentence.id]!;
    return { sentence, tags: tags.map(toTag), capitalTags: capitalTags.map(toTag) };
  }),
);

function report(parser: Parser, name: string, capitals: boolean): string {
  let n = 0;
  let uas = 0;
  let las = 0;
  for (const { tokens } of readConllu(file(name))) {
    const forms = tokens.map((t) => (capitals ? t.form.toUpperCase() : t.form));
    const arcs = parseWords(parser, forms, tagWords(tagger, forms, capitals));
    tokens.forEach((token, i) => {
      n++;
      if (arcs[i]!.head !== token.head) return;
      uas++;
      if (arcs[i]!.deprel === token.deprel) las++;
    });
  }
  return `${name}${capitals ? " in capitals" : ""}: UAS ${((100 * uas) / n).toFixed(2)}, LAS ${((100 * las) / n).toFixed(2)}`;
}

const schedule = { rounds: Number(rounds), seed: Number(seed), inCapitals: 0.2, explore: 0.9 };
const save = ({ labels, rows }: { labels: string[]; rows: Parameters<typeof packLinearModel>[1] }): void => {
  const bytes = packLinearModel(labels, rows);
  writeModel(models, "text-parser.bin", bytes);
  const parser = openParser(openLinearModel(bytes), lexicon);
  for (const [name, capitals] of [
    ["ewt-dev", false],
    ["gum-dev", false],
    ["gum-dev", true],
  ] as const) {
    console.log(report(parser, name, capitals));
  }
};
learnParser(examples, lexicon, schedule, (line, model) => {
  console.log(line);
  save(model());
});
