import { hashFeature, hashWord } from "./feature-hash.ts";
import { codeOf, type Lexicon } from "./lexicon.ts";

/** What the tagger knows of a word, as numbers; worked out once a token. */
export interface WordView {
  readonly word: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix3: number;
  readonly shape: number;
  /** Parts of speech and classes of the word in the lexicon. */
  readonly code: number;
}

const HASH_OUTSIDE = hashWord("<outside>");
export const OUTSIDE: WordView = {
  word: HASH_OUTSIDE,
  suffix1: HASH_OUTSIDE,
  suffix2: HASH_OUTSIDE,
  suffix3: HASH_OUTSIDE,
  suffix4: HASH_OUTSIDE,
  prefix1: HASH_OUTSIDE,
  prefix3: HASH_OUTSIDE,
  shape: 0,
  code: HASH_OUTSIDE,
};

/** Digits become 0, so that numbers share what was learnt. */
export const tagNorm = (form: string): string => form.toLowerCase().replace(/\d/g, "0").replace(/[’`]/g, "'");

/** 1-9; in capitals (`capitals`) letter case says nothing, so all words of letters look the same. */
export function shapeOf(form: string, capitals: boolean): number {
  if (/\d/.test(form)) return /^[\d.,:/-]+$/.test(form) ? 1 : 2;
  if (!/\p{L}/u.test(form)) return 3;
  if (capitals) return 4;
  if (!/\p{Lu}/u.test(form)) return form.includes("-") ? 9 : 5;
  if (!/^\p{Lu}/u.test(form)) return 8;
  return form.length > 1 && !/\p{Ll}/u.test(form) ? 7 : 6;
}

export function viewWord(form: string, capitals: boolean, lexicon: Lexicon): WordView {
  const norm = tagNorm(form);
  return {
    word: hashWord(norm),
    suffix1: hashWord(norm.slice(-1)),
    suffix2: hashWord(norm.slice(-2)),
    suffix3: hashWord(norm.slice(-3)),
    suffix4: hashWord(norm.slice(-4)),
    prefix1: hashWord(norm.slice(0, 1)),
    prefix3: hashWord(norm.slice(0, 3)),
    shape: shapeOf(form, capitals),
    code: hashWord(codeOf(lexicon, norm)),
  };
}

export const TAG_FEATURES = 29;

/** Features of token `i`, written into `out`; `before` and `before2` are the tags given to the two tokens to its left. */
export function tagFeatures(
  words: readonly WordView[],
  i: number,
  before: number,
  before2: number,
  out: Uint32Array,
): void {
  const w = words[i]!;
  const p = words[i - 1] ?? OUTSIDE;
  const pp = words[i - 2] ?? OUTSIDE;
  const n = words[i + 1] ?? OUTSIDE;
  const nn = words[i + 2] ?? OUTSIDE;
  out[0] = hashFeature(0, w.word);
  out[1] = hashFeature(1, w.suffix3, w.shape);
  out[2] = hashFeature(2, w.suffix2, w.shape);
  out[3] = hashFeature(3, w.suffix4);
  out[4] = hashFeature(4, w.suffix1, w.shape);
  out[5] = hashFeature(5, w.prefix3);
  out[6] = hashFeature(6, w.prefix1, w.suffix1);
  out[7] = hashFeature(7, w.shape, i === 0 ? 1 : 0);
  out[8] = hashFeature(8, w.shape, p.shape, n.shape);
  out[9] = hashFeature(9, before);
  out[10] = hashFeature(10, before, before2);
  out[11] = hashFeature(11, before, w.word);
  out[12] = hashFeature(12, before, before2, w.word);
  out[13] = hashFeature(13, p.word);
  out[14] = hashFeature(14, pp.word);
  out[15] = hashFeature(15, n.word);
  out[16] = hashFeature(16, nn.word);
  out[17] = hashFeature(17, w.word, n.word);
  out[18] = hashFeature(18, p.word, w.word);
  out[19] = hashFeature(19, before, n.word);
  out[20] = hashFeature(20, n.suffix3);
  out[21] = hashFeature(21, p.suffix3, w.suffix3);
  out[22] = hashFeature(22, before, w.suffix2, n.suffix2);
  out[23] = hashFeature(23, n.word, nn.word);
  out[24] = hashFeature(24, w.code, w.shape);
  out[25] = hashFeature(25, before, w.code, n.code);
  out[26] = hashFeature(26, p.code, n.code);
  out[27] = hashFeature(27, n.code);
  out[28] = hashFeature(28, before, w.code);
}
