import type { Lexicon } from "../../src/text/lexicon.ts";
import type { Row } from "../../src/text/linear-model.ts";
import { TAG_FEATURES, tagFeatures, viewWord } from "../../src/text/tag-features.ts";
import type { GoldSentence, GoldToken } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";

/** Share of the sentences that are learnt from in capitals. */
const IN_CAPITALS = 0.3;

export const tagLabel = (token: GoldToken): string => `${token.upos}/${token.xpos}`;

/** Tags that occur at least five times, in a fixed order. */
function labelsOf(train: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const token of train.flatMap((sentence) => sentence.tokens)) {
    counts.set(tagLabel(token), (counts.get(tagLabel(token)) ?? 0) + 1);
  }
  return [...counts.entries()]
    .filter(([, count]) => count >= 5)
    .map(([label]) => label)
    .sort();
}

export function learnTagger(
  train: readonly GoldSentence[],
  lexicon: Lexicon,
  rounds: number,
  say: (line: string) => void,
): { labels: string[]; rows: Row[] } {
  const random = seededRandom(20170);
  const labels = labelsOf(train);
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const perceptron = new Perceptron(labels.length);
  const features = new Uint32Array(TAG_FEATURES);
  const scores = new Float32Array(labels.length);

  const learn = (sentence: GoldSentence): number => {
    const capitals = random() < IN_CAPITALS;
    const words = sentence.tokens.map((t) => viewWord(capitals ? t.form.toUpperCase() : t.form, capitals, lexicon));
    let right = 0;
    let before = 999;
    let before2 = 999;
    sentence.tokens.forEach((token, i) => {
      const gold = numbers.get(tagLabel(token));
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
  };

  const total = train.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  for (let round = 1; round <= rounds; round++) {
    const right = shuffled(train, random).reduce((sum, sentence) => sum + learn(sentence), 0);
    say(`round ${round}: ${((100 * right) / total).toFixed(2)} % right while learning`);
  }
  return { labels, rows: perceptron.rows(6) };
}
