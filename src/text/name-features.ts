import { hashFeature, hashWord } from "./feature-hash.ts";
import { codeOf, type Lexicon } from "./lexicon.ts";
import { markKnownNames, type NameList } from "./name-list.ts";
import type { Tag } from "./tag.ts";
import { tagNorm } from "./word-shape.ts";

/** What the name finder knows of a word, as numbers. */
export interface NameView {
  readonly word: number;
  readonly suffix3: number;
  readonly prefix3: number;
  readonly suffix2: number;
  readonly shape: number;
  readonly tag: number;
  readonly code: number;
  /** What the word is in the list of known names. */
  readonly known: number;
}

const OUTSIDE_HASH = hashWord("<outside>");
const OUTSIDE: NameView = {
  word: OUTSIDE_HASH,
  suffix3: OUTSIDE_HASH,
  prefix3: OUTSIDE_HASH,
  suffix2: OUTSIDE_HASH,
  shape: OUTSIDE_HASH,
  tag: OUTSIDE_HASH,
  code: OUTSIDE_HASH,
  known: 9,
};

/** "Xx", "XX", "X.", "0", …: runs of a class of letters drawn together; in capitals all letters are alike. */
function patternOf(form: string, capitals: boolean): string {
  const pattern = form
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? "XX" : "X"))
    .replace(/\p{Ll}+/gu, "x")
    .replace(/\d+/g, "0");
  return capitals ? pattern.replace(/[Xx]+/g, "#").slice(0, 6) : pattern.slice(0, 6);
}

/** What the name finder asks besides the words. */
export interface NameSources {
  readonly lexicon: Lexicon;
  readonly list: NameList;
}

/** The words of one sentence as the name finder sees them. */
export function viewNameWords(
  forms: readonly string[],
  tags: readonly Tag[],
  capitals: boolean,
  { lexicon, list }: NameSources,
): NameView[] {
  const norms = forms.map(tagNorm);
  const marks = markKnownNames(list, norms);
  return norms.map((norm, i) => ({
    word: hashWord(norm),
    suffix3: hashWord(norm.slice(-3)),
    prefix3: hashWord(norm.slice(0, 3)),
    suffix2: hashWord(norm.slice(-2)),
    shape: hashWord(patternOf(forms[i]!, capitals)),
    tag: hashWord(tags[i]!.xpos),
    code: hashWord(codeOf(lexicon, norm)),
    known: marks[i]!,
  }));
}

export const NAME_FEATURES = 39;

/** Features of token `i`, written into `out`; `before` and `before2` are the labels given to the two tokens to its left. */
export function nameFeatures(
  words: readonly NameView[],
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
  let k = 0;
  const f = (a: number, b = 0, c = 0): void => {
    out[k] = hashFeature(k, a, b, c);
    k++;
  };
  f(w.word);
  f(w.word, before);
  f(w.suffix3, w.shape);
  f(w.prefix3, w.shape);
  f(w.suffix2, w.shape);
  f(w.shape, before);
  f(w.tag, before);
  f(w.code, w.shape);
  f(w.code, before);
  f(before, before2);
  f(before, before2, w.tag);
  f(p.word);
  f(p.word, w.shape);
  f(pp.word, p.word);
  f(n.word);
  f(n.word, w.shape);
  f(n.word, nn.word);
  f(p.word, w.word);
  f(w.word, n.word);
  f(p.tag, w.tag, n.tag);
  f(p.shape, w.shape, n.shape);
  f(n.code, w.shape);
  f(p.code, w.shape);
  f(n.tag, nn.tag);
  f(pp.tag, p.tag, w.tag);
  f(n.suffix3, w.shape);
  f(nn.word);
  f(pp.word);
  f(w.shape, w.tag, i === 0 ? 1 : 2);
  f(before, p.word, w.shape);
  f(before, n.word, w.shape);
  f(before, w.suffix3);
  f(n.code, nn.code, w.shape);
  f(p.code, w.code, w.shape);
  f(w.known, w.shape);
  f(w.known, before, w.tag);
  f(w.known, p.known, n.known);
  f(n.known, w.shape, w.tag);
  f(w.known, p.word);
}
