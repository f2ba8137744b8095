import { codeOf, type Lexicon } from "../lexicon.ts";
import type { Tag } from "../tag.ts";
import { tagNorm } from "../word-shape.ts";
import type { Arc } from "./arc.ts";

const VERB_SIGNS = new Set(["nsubj", "nsubj:pass", "aux", "aux:pass", "obj", "iobj"]);
const [NOUN_BIT, VERB_BIT] = [1, 2];

/** Parts of speech that the lexicon knows of a word, as bits. */
const partsOf = (lexicon: Lexicon, form: string): number =>
  Number.parseInt(codeOf(lexicon, tagNorm(form))[0]!, 16) || 0;

/** Penn tag of a verb by its ending and by what hangs on it. */
function verbTag(form: string, own: ReadonlySet<string>): string {
  const norm = form.toLowerCase();
  const helped = own.has("aux") || own.has("aux:pass");
  if (norm.endsWith("ing")) return "VBG";
  if (norm.endsWith("ed")) return helped ? "VBN" : "VBD";
  if (helped || !own.has("nsubj")) return "VB";
  return norm.endsWith("s") ? "VBZ" : "VBP";
}

/**
 * Tags that the tree contradicts, mended by it, as it has seen more of the sentence: what has a subject, an auxiliary or an
 * object and no copula is a verb if it can be one ("dockers will march"); what has an article and no capital is a noun ("the march").
 */
export function agree(forms: readonly string[], tags: readonly Tag[], arcs: readonly Arc[], lexicon: Lexicon): Tag[] {
  const relations = forms.map((): Set<string> => new Set());
  const hasArticle = new Uint8Array(forms.length);
  arcs.forEach(({ head, deprel }, i) => {
    if (head < 0) return;
    relations[head]!.add(deprel);
    if (deprel === "det" && i < head && /^(?:the|an?)$/i.test(forms[i]!)) hasArticle[head] = 1;
  });
  return tags.map((tag, i) => {
    const own = relations[i]!;
    const noName = tag.upos === "PRON" || (tag.upos === "PROPN" && /^\p{Ll}+$/u.test(forms[i]!));
    if (noName && hasArticle[i] === 1 && (partsOf(lexicon, forms[i]!) & NOUN_BIT) !== 0)
      return { upos: "NOUN", xpos: tag.xpos === "NNPS" ? "NNS" : "NN" };
    if (tag.upos !== "NOUN" && tag.upos !== "PROPN") return tag;
    const verbal = !own.has("cop") && !own.has("det") && [...own].some((relation) => VERB_SIGNS.has(relation));
    if (!verbal || (partsOf(lexicon, forms[i]!) & VERB_BIT) === 0) return tag;
    return { upos: "VERB", xpos: verbTag(forms[i]!, own) };
  });
}
