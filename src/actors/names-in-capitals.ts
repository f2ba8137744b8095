import type { Reading, Sentence, Token } from "../text/index.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { isTimeWord } from "./mend-phrases.ts";

/** A noun that no table knows: in capitals, where every word looks like a name, it may be one. */
const isUnknown = (token: Token, lexicon: ActorLexicon): boolean =>
  token.upos === "NOUN" &&
  !isTimeWord(token) &&
  !lexicon.nouns.has(token.norm) &&
  !lexicon.nouns.has(token.lemma.toLowerCase());

const isPersonNoun = (token: Token | undefined, lexicon: ActorLexicon): boolean =>
  token !== undefined && token.upos === "NOUN" && lexicon.nouns.get(token.norm)?.kind === "person";

function retagged(sentence: Sentence, names: ReadonlySet<string>, lexicon: ActorLexicon): Sentence {
  const tokens: Token[] = [];
  let inName = false;
  const found = new Set<Token>();
  for (const { first, last, type } of sentence.names)
    if (type === "person" || type === "organization")
      for (const t of sentence.tokens.slice(first, last + 1)) found.add(t);
  for (const token of sentence.tokens) {
    const before = tokens.at(-1);
    // After a name or a title ("LEADER HECTOR …") an unknown noun goes on with the name.
    const follows: boolean =
      before !== undefined &&
      (inName || before.upos === "PROPN" || isPersonNoun(before, lexicon)) &&
      !lexicon.nationalities.has(before.norm);
    const isName: boolean = isUnknown(token, lexicon) && (names.has(token.norm) || found.has(token) || follows);
    inName = isName || token.upos === "PROPN";
    tokens.push(isName ? { ...token, upos: "PROPN", xpos: "NNP" } : token);
  }
  return { ...sentence, tokens };
}

/**
 * In a text of capitals a tagger misses names. A noun unknown to the tables counts as one where the name finder or the tags
 * elsewhere in the document say so, or where it follows a name or a title. Offsets and phrases stay as they are.
 */
export function withNamesInCapitals(reading: Reading, lexicon: ActorLexicon): Reading {
  if (!reading.capitals) return reading;
  const names = new Set<string>();
  for (const sentence of reading.sentences)
    for (const t of sentence.tokens) if (t.upos === "PROPN" && t.norm.length > 2) names.add(t.norm);
  return { ...reading, sentences: reading.sentences.map((sentence) => retagged(sentence, names, lexicon)) };
}
