import type { Token } from "../text/index.ts";
import type { ActorLexicon, ActorNoun } from "./lexicon.ts";

const singular = (norm: string): string[] => [
  norm,
  norm.replace(/s$/, ""),
  norm.replace(/ies$/, "y"),
  norm.replace(/men$/, "man"),
];

const A_PERSON: ActorNoun = { kind: "person", official: false, side: null };

/** "a 15-year-old": somebody of that age. */
const isYearOld = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.norm.includes("year-") || tokens.slice(Math.max(0, i - 3), i).some((t) => /year/.test(t.norm));

/** The row of the noun `i`: two words first ("prayer house"), then its lemma, its form, its singular. */
export function nounAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): ActorNoun | null {
  const token = tokens[i]!;
  if (/^(?:\S+-year-)?olds?$/.test(token.norm) && isYearOld(tokens, i)) return A_PERSON;
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
