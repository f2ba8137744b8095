import { hashFeature, hashWord } from "./feature-hash.ts";
import { codeOf, type Lexicon } from "./lexicon.ts";
import { markKnownNames, type NameList } from "./name-list.ts";
import type { Tag } from "./tag.ts";
import type { ClassesOfWord, WordClasses } from "./word-classes.ts";
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
  readonly classes: ClassesOfWord;
  /** Tagged as a proper noun. */
  readonly proper: boolean;
}

/** Numbers no class has. */
const UNLISTED: ClassesOfWord = [2000, 2000, 2000, 2000];
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
  classes: UNLISTED,
  proper: false,
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
  readonly classes: WordClasses;
}

/** The words of one sentence as the name finder sees them. */
export function viewNameWords(
  forms: readonly string[],
  tags: readonly Tag[],
  capitals: boolean,
  { lexicon, list, classes }: NameSources,
): NameView[] {
  const norms = forms.map(tagNorm);
  const marks = markKnownNames(list, norms);
  return norms.map((norm, i) => {
    const word = hashWord(norm);
    return {
      word,
      suffix3: hashWord(norm.slice(-3)),
      prefix3: hashWord(norm.slice(0, 3)),
      suffix2: hashWord(norm.slice(-2)),
      shape: hashWord(patternOf(forms[i]!, capitals)),
      tag: hashWord(tags[i]!.xpos),
      code: hashWord(codeOf(lexicon, norm)),
      known: marks[i]!,
      classes: classes.classesOfHash(word) ?? UNLISTED,
      proper: tags[i]!.upos === "PROPN",
    };
  });
}

/** The run of proper nouns that word `i` stands in, or the word alone: token indexes, `last` inclusive. */
function runAround(words: readonly NameView[], i: number): { first: number; last: number } {
  let first = i;
  let last = i;
  if (words[i]!.proper) {
    while (first > 0 && i - first < 8 && words[first - 1]!.proper) first--;
    while (last < words.length - 1 && last - i < 8 && words[last + 1]!.proper) last++;
  }
  return { first, last };
}

export const NAME_FEATURES = 58;

/** Features of token `i`, written into `out`. */
export function nameFeatures(words: readonly NameView[], i: number, out: Uint32Array): void {
  const w = words[i]!;
  const p = words[i - 1] ?? OUTSIDE;
  const pp = words[i - 2] ?? OUTSIDE;
  const n = words[i + 1] ?? OUTSIDE;
  const nn = words[i + 2] ?? OUTSIDE;
  const run = runAround(words, i);
  const place = (i === run.first ? 1 : 2) + (i === run.last ? 2 : 4);
  const runEnd = words[run.last]!;
  const beforeRun = words[run.first - 1] ?? OUTSIDE;
  const afterRun = words[run.last + 1] ?? OUTSIDE;
  let k = 0;
  const f = (a: number, b = 0, c = 0): void => {
    out[k] = hashFeature(k, a, b, c);
    k++;
  };
  f(w.word);
  f(w.suffix3, w.shape);
  f(w.prefix3, w.shape);
  f(w.suffix2, w.shape);
  f(w.shape);
  f(w.tag);
  f(w.tag, w.shape, i === 0 ? 1 : 2);
  f(w.code, w.shape);
  f(w.classes[3], w.shape);
  f(w.classes[2], w.shape);
  f(w.classes[1], w.shape);
  f(w.classes[0], w.tag);
  f(p.word);
  f(p.word, w.shape);
  f(pp.word);
  f(pp.word, p.word);
  f(n.word);
  f(n.word, w.shape);
  f(nn.word);
  f(n.word, nn.word);
  f(p.word, w.word);
  f(w.word, n.word);
  f(p.tag, w.tag);
  f(w.tag, n.tag);
  f(p.tag, w.tag, n.tag);
  f(pp.tag, p.tag, w.tag);
  f(w.tag, n.tag, nn.tag);
  f(p.shape, w.shape);
  f(w.shape, n.shape);
  f(p.shape, w.shape, n.shape);
  f(p.code, w.shape);
  f(n.code, w.shape);
  f(p.code, w.code, w.shape);
  f(n.code, nn.code, w.shape);
  f(n.suffix3, w.shape);
  f(p.suffix3, w.shape);
  f(w.known, w.shape);
  f(w.known, w.tag);
  f(w.known, p.known, n.known);
  f(n.known, w.shape, w.tag);
  f(p.known, w.shape, w.tag);
  f(w.known, p.word);
  f(p.classes[2], w.shape);
  f(n.classes[2], w.shape);
  f(pp.classes[2], w.shape);
  f(nn.classes[2], w.shape);
  f(p.classes[1], w.classes[1], w.shape);
  f(w.classes[1], n.classes[1], w.shape);
  f(p.classes[1], w.shape, n.classes[1]);
  f(p.classes[2], w.classes[2]);
  f(w.classes[2], n.classes[2]);
  f(place, w.shape);
  f(place, runEnd.word);
  f(place, runEnd.classes[2]);
  f(place, beforeRun.word);
  f(place, afterRun.word);
  f(place, beforeRun.classes[2]);
  f(place, afterRun.classes[2]);
}
