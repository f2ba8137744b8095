import { join } from "node:path";
import { openLinearModel, packLinearModel } from "../../src/text/linear-model.ts";
import { openTagger, type Tagger, tagWords } from "../../src/text/tagger.ts";
import { readConllu } from "./conllu.ts";
import { learnTagger } from "./learn-tagger.ts";
import { readLexicon, writeModel } from "./model-files.ts";

// npx tsx training/text/train-tagger.ts CORPORA MODELS [ROUNDS]
const [corpora = "", models = "models", rounds = "8"] = process.argv.slice(2);
const file = (name: string): string => join(corpora, "ud", `${name}.conllu`);
const lexicon = readLexicon(models);
const train = [...readConllu(file("gum-train")), ...readConllu(file("ewt-train"))];

function report(tagger: Tagger, name: string, capitals: boolean): string {
  let n = 0;
  let upos = 0;
  let xpos = 0;
  for (const { tokens } of readConllu(file(name))) {
    const tags = tagWords(
      tagger,
      tokens.map((t) => (capitals ? t.form.toUpperCase() : t.form)),
      capitals,
    );
    tokens.forEach((token, i) => {
      n++;
      if (tags[i]!.upos === token.upos) upos++;
      if (tags[i]!.xpos === token.xpos) xpos++;
    });
  }
  return `${name}${capitals ? " in capitals" : ""}: UPOS ${((100 * upos) / n).toFixed(2)}, XPOS ${((100 * xpos) / n).toFixed(2)}`;
}

const { labels, rows } = learnTagger(train, lexicon, Number(rounds), console.log);
const bytes = packLinearModel(labels, rows);
writeModel(models, "text-tagger.bin", bytes);
const tagger = openTagger(openLinearModel(bytes), lexicon);
for (const name of ["ewt-dev", "gum-dev"]) {
  for (const capitals of [false, true]) console.log(report(tagger, name, capitals));
}
