import type { Token } from "../text/index.ts";
import type { ActorLexicon, ActorNoun } from "./lexicon.ts";

const singular = (norm: string): string[] => [
  norm,
  norm.replace(/s$/, ""),
  norm.replace(/ies$/, "y"),
  norm.replace(/men$/, "man"),
];

/** The row of the noun `i`: two words first ("prayer house"), then its lemma, its form, its singular. */
export function nounAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): ActorNoun | null {
  const token = tokens[i]!;
  const pair = i > 0 ? lexicon.nouns.get(`${tokens[i - 1]!.norm} ${token.lemma.toLowerCase()}`) : undefined;
  if (pair !== undefined) return pair;
  for (const form of [token.lemma.toLowerCase(), ...singular(token.norm)]) {
    const noun = lexicon.nouns.get(form);
    if (noun !== undefined) return noun;
  }
  return null;
}

/** ISO code and kind of the nationality or country named at token `i`; a small "us" is no country. */
export function nationalityAt(
  tokens: readonly Token[],
  i: number,
  lexicon: ActorLexicon,
): { readonly country: string; readonly kind: string } | null {
  const token = tokens[i]!;
  if (token.upos === "PRON" || !/^\p{Lu}/u.test(token.form)) return null;
  return (
    lexicon.nationalities.get(`${token.norm} ${tokens[i + 1]?.norm ?? ""}`) ??
    lexicon.nationalities.get(token.norm) ??
    null
  );
}
