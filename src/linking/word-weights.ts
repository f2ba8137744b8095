/** How much a word tells one story from another, 0 to 1; a word that is not listed is rare and tells most. */
export interface WordWeights {
  weight(word: string): number;
}

/**
 * Reads `link-word-weights.txt`: a word and its weight in hundredths a line.
 * @throws Error on a line of another form: the file is our own, so that is a bug.
 */
export function parseWordWeights(text: string): WordWeights {
  const weights = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const at = line.lastIndexOf(" ");
    const weight = Number(line.slice(at + 1));
    if (at < 1 || Number.isNaN(weight)) throw new Error(`link-word-weights.txt: no word and weight in "${line}"`);
    weights.set(line.slice(0, at), weight / 100);
  }
  return { weight: (word) => weights.get(word) ?? 1 };
}

/** Words and numbers in lower case; "U.S.", "30-year-old" and "10.45" are one each. */
export const wordsOfStory = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’.-]*[\p{L}\p{N}])?/gu) ?? [];
