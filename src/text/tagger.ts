import type { Lexicon } from "./lexicon.ts";
import { type LinearModel, scoreFeatures } from "./linear-model.ts";
import { TAG_FEATURES, tagFeatures, viewWord } from "./tag-features.ts";

export interface Tag {
  readonly upos: string;
  readonly xpos: string;
}

export interface Tagger {
  readonly lexicon: Lexicon;
  readonly model: LinearModel;
  readonly tags: readonly Tag[];
}

export const openTagger = (model: LinearModel, lexicon: Lexicon): Tagger => ({
  lexicon,
  model,
  tags: model.labels.map((label) => {
    const [upos = "X", xpos = "FW"] = label.split("/");
    return { upos, xpos };
  }),
});

/** Tags of the words of one sentence, greedily from the left. `capitals`: letter case says nothing here. */
export function tagWords(tagger: Tagger, forms: readonly string[], capitals: boolean): Tag[] {
  const words = forms.map((form) => viewWord(form, capitals, tagger.lexicon));
  const features = new Uint32Array(TAG_FEATURES);
  const scores = new Int32Array(tagger.tags.length);
  let before = 999;
  let before2 = 999;
  return words.map((_, i) => {
    tagFeatures(words, i, before, before2, features);
    scoreFeatures(tagger.model, features, scores);
    let best = 0;
    for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[best]!) best = label;
    before2 = before;
    before = best;
    return tagger.tags[best]!;
  });
}
