import type { GoldSentence } from "../../training/text/conllu.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A treebank's document put together again as running text, with the spans of its words and sentences. */
export interface GoldDocument {
  readonly text: string;
  readonly tokens: readonly Stretch[];
  readonly sentences: readonly Stretch[];
}

/** Words of a sentence in its text, found one after the other; a word that is not written so is left out. */
function wordsIn(sentence: GoldSentence, offset: number): Stretch[] {
  let at = 0;
  return sentence.tokens.flatMap(({ form }) => {
    const found = sentence.text.indexOf(form, at);
    if (found < 0 || sentence.text.slice(at, found).trim() !== "") return [];
    at = found + form.length;
    return [{ start: offset + found, end: offset + at }];
  });
}

/** Sentences are joined by a blank, paragraphs by a blank line. */
export function goldDocuments(sentences: readonly GoldSentence[]): GoldDocument[] {
  const documents: { text: string; tokens: Stretch[]; sentences: Stretch[] }[] = [];
  for (const sentence of sentences) {
    if (sentence.newDocument || documents.length === 0) documents.push({ text: "", tokens: [], sentences: [] });
    const document = documents.at(-1)!;
    if (document.text !== "") document.text += sentence.newParagraph ? "\n\n" : " ";
    const start = document.text.length;
    document.text += sentence.text;
    document.tokens.push(...wordsIn(sentence, start));
    document.sentences.push({ start, end: document.text.length });
  }
  return documents;
}
