import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { openLinearModel, packLinearModel } from "../../src/text/linear-model.ts";
import { TAG_FEATURES, tagFeatures, viewWord } from "../../src/text/tag-features.ts";
import { openTagger, tagWords } from "../../src/text/tagger.ts";
import { type GoldSentence, readConllu } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";

// npx tsx training/text/train-tagger.ts CORPORA MODELS [ROUNDS]
const [corpora = "", models = "models", roundsText = "6"] = process.argv.slice(2);
const rounds = Number(roundsText);
const file = (name: string): string => join(corpora, "ud", `${name}.conllu`);
const train = [...readConllu(file("gum-train")), ...readConllu(file("ewt-train"))];

const labelOf = (token: GoldSentence["tokens"][number]): string => `${token.upos}/${token.xpos}`;
const counts = new Map<string, number>();
for (const sentence of train)
  for (const t of sentence.tokens) counts.set(labelOf(t), (counts.get(labelOf(t)) ?? 0) + 1);
const labels = [...counts]
  .filter(([, n]) => n >= 5)
  .map(([label]) => label)
  .sort()
  .slice(0, 250);
const labelIds = new Map(labels.map((label, i) => [label, i]));

let seed = 20170;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
function shuffled(sentences: readonly GoldSentence[]): GoldSentence[] {
  const order = [...sentences];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

const perceptron = new Perceptron(labels.length);
const features = new Uint32Array(TAG_FEATURES);
const scores = new Float32Array(labels.length);

function learn(sentence: GoldSentence): number {
  const capitals = random() < 0.3;
  const words = sentence.tokens.map((t) => viewWord(capitals ? t.form.toUpperCase() : t.form, capitals));
  let right = 0;
  let before = 999;
  let before2 = 999;
  sentence.tokens.forEach((token, i) => {
    const gold = labelIds.get(labelOf(token));
    tagFeatures(words, i, before, before2, features);
    perceptron.score(features, scores);
    let best = 0;
    for (let l = 1; l < scores.length; l++) if (scores[l]! > scores[best]!) best = l;
    perceptron.step();
    if (gold !== undefined && best !== gold) perceptron.update(features, gold, best);
    else right++;
    before2 = before;
    before = best;
  });
  return right;
}

for (let round = 1; round <= rounds; round++) {
  const total = train.reduce((sum, s) => sum + s.tokens.length, 0);
  const right = shuffled(train).reduce((sum, s) => sum + learn(s), 0);
  console.log(`round ${round}: ${((100 * right) / total).toFixed(2)} % right while learning`);
}

const bytes = packLinearModel(
  labels,
  perceptron.rows(6, () => true),
);
writeFileSync(
  join(models, "text-tagger.bin.br"),
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } }),
);
const tagger = openTagger(openLinearModel(bytes));
for (const name of ["ewt-dev", "gum-dev"]) {
  for (const capitals of [false, true]) {
    let n = 0;
    let upos = 0;
    let xpos = 0;
    for (const s of readConllu(file(name))) {
      const tags = tagWords(
        tagger,
        s.tokens.map((t) => (capitals ? t.form.toUpperCase() : t.form)),
        capitals,
      );
      s.tokens.forEach((t, i) => {
        n++;
        if (tags[i]!.upos === t.upos) upos++;
        if (tags[i]!.xpos === t.xpos) xpos++;
      });
    }
    console.log(
      `${name}${capitals ? " in capitals" : ""}: UPOS ${((100 * upos) / n).toFixed(2)}, XPOS ${((100 * xpos) / n).toFixed(2)}`,
    );
  }
}
