import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLinearModel, packLinearModel } from "../../src/text/linear-model.ts";
import { openTagger, tagWords } from "../../src/text/tagger.ts";
import { readConllu } from "./conllu.ts";
import { learnTagger } from "./learn-tagger.ts";
import { readLexicon } from "./model-files.ts";

// npx tsx training/text/jackknife-tags.ts CORPORA MODELS OUT.json [FOLDS] [ROUNDS]
// Tags of the training sentences, each fold tagged by a tagger that learnt from the others, so that the parser learns
// from tags as wrong as those it will meet: sentence id → [tags, tags of the sentence in capitals], "UPOS/XPOS" each.
const [corpora = "", models = "models", out = "tags.json", foldsText = "3", rounds = "5"] = process.argv.slice(2);
const folds = Number(foldsText);
const lexicon = readLexicon(models);
const train = ["gum-train", "ewt-train"].flatMap((name) => readConllu(join(corpora, "ud", `${name}.conllu`)));
const tags: Record<string, [string[], string[]]> = {};
let right = 0;
let total = 0;
for (let fold = 0; fold < folds; fold++) {
  const others = train.filter((_, i) => i % folds !== fold);
  const { labels, rows } = learnTagger(others, lexicon, Number(rounds), () => {});
  const tagger = openTagger(openLinearModel(packLinearModel(labels, rows)), lexicon);
  for (const { id, tokens } of train.filter((_, i) => i % folds === fold)) {
    const forms = tokens.map((token) => token.form);
    const upper = forms.map((form) => form.toUpperCase());
    const found = [tagWords(tagger, forms, false), tagWords(tagger, upper, true)].map((list) =>
      list.map(({ upos, xpos }) => `${upos}/${xpos}`),
    );
    tags[id] = [found[0]!, found[1]!];
    total += tokens.length;
    tokens.forEach((token, i) => {
      if (found[0]![i]!.startsWith(`${token.upos}/`)) right++;
    });
  }
  console.log(`fold ${fold + 1} of ${folds}: UPOS so far ${((100 * right) / total).toFixed(2)}`);
}
writeFileSync(out, JSON.stringify(tags));
