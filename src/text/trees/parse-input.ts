import { hashWord } from "../feature-hash.ts";
import { codeOf, type Lexicon } from "../lexicon.ts";
import { tagNorm } from "../tag-features.ts";
import type { Tag } from "../tagger.ts";
import type { ParseInput } from "./parse-features.ts";

/** XPOS tags of UD English by number; an unknown one counts as 0, the root as 60, auxiliaries as 64 more (all under 128). */
const TAGS: readonly string[] =
  "X `` '' , -LRB- -RRB- . : $ ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX".split(
    " ",
  );
const TAG_NUMBER = new Map(TAGS.map((tag, i) => [tag, i]));
const ROOT_TAG = 60;

/** The universal part of speech parts verbs from auxiliaries and prepositions from conjunctions, which XPOS does not. */
function tagNumber({ upos, xpos }: Tag): number {
  const number = TAG_NUMBER.get(xpos) ?? 0;
  if (upos === "AUX") return number + 64;
  if (upos === "SCONJ") return 118;
  if (upos === "PRON" && (xpos === "DT" || xpos === "WDT")) return 119;
  return number;
}

export function parseInput(forms: readonly string[], tags: readonly Tag[], lexicon: Lexicon): ParseInput {
  const length = forms.length;
  const input: ParseInput = {
    length,
    word: new Int32Array(length + 1),
    tag: new Int32Array(length + 1),
    code: new Int32Array(length + 1),
    verbsBefore: new Int32Array(length + 2),
    marksBefore: new Int32Array(length + 2),
  };
  for (let i = 0; i < length; i++) {
    const norm = tagNorm(forms[i]!);
    const tag = tags[i]!;
    input.word[i] = hashWord(norm);
    input.tag[i] = tagNumber(tag);
    input.code[i] = hashWord(codeOf(lexicon, norm));
    input.verbsBefore[i + 1] = input.verbsBefore[i]! + (tag.upos === "VERB" ? 1 : 0);
    input.marksBefore[i + 1] = input.marksBefore[i]! + (tag.upos === "PUNCT" ? 1 : 0);
  }
  input.word[length] = hashWord("<root>");
  input.tag[length] = ROOT_TAG;
  input.verbsBefore[length + 1] = input.verbsBefore[length]!;
  input.marksBefore[length + 1] = input.marksBefore[length]!;
  return input;
}
