import { hashFeature, hashWord } from "../feature-hash.ts";
import { codeOf, type Lexicon } from "../lexicon.ts";
import { shapeOf, tagNorm } from "../word-shape.ts";

/** Key of a word's vector: lower case, digits as 0, one kind of quotation mark. */
export const wordKey = (form: string): number => hashWord(tagNorm(form).replace(/[“”]/g, '"'));

/** Keys of what a word's letters, case and place tell: endings, beginnings, shape, classes of the lexicon. */
export function letterKeys(form: string, first: boolean, capitals: boolean, lexicon: Lexicon): number[] {
  const norm = tagNorm(form);
  const shape = shapeOf(form, capitals);
  const code = hashWord(codeOf(lexicon, norm));
  return [
    hashFeature(1, hashWord(norm.slice(-3))),
    hashFeature(2, hashWord(norm.slice(-2)), shape),
    hashFeature(3, hashWord(norm.slice(-4))),
    hashFeature(4, hashWord(norm.slice(0, 3))),
    hashFeature(5, hashWord(norm.slice(0, 1)), shape),
    hashFeature(6, shape, first ? 1 : 0),
    hashFeature(7, code),
    hashFeature(8, code, shape),
  ];
}
