import type { Reading, Sentence, Token } from "../text/index.ts";

const SMALL_WORDS = new Set(
  (
    "of the and de del la las los el al di da do dos des du le les en on in upon sur under am an der und y e a as ad bin van by for with to at " +
    "au aux sous ez es ar ash az ed ul ibn em i ob"
  ).split(" "),
);

const INITIAL = /^(?:\p{Lu}|(?:al|el|as|ad|ar|an|at|ash|ez|es|d['’])[-'’]?\p{Lu})/u;

/** Whether a token is written as a name: with a capital, or in a text all in capitals tagged as one. */
export const isCapital = (reading: Reading, token: Token): boolean =>
  reading.capitals ? token.upos === "PROPN" || token.upos === "ADJ" : INITIAL.test(token.form);

export const isSmallWord = (token: Token): boolean => SMALL_WORDS.has(token.norm);

/** Headlines With Every Word In Capitals tell nothing by their capitals. */
export function isTitleCase(sentence: Sentence): boolean {
  const long = sentence.tokens.filter((token) => /^\p{L}{4,}$/u.test(token.form));
  return long.length >= 5 && long.filter((token) => /^\p{Lu}/u.test(token.form)).length > 0.7 * long.length;
}
