import type { Reading, Sentence } from "../reading.ts";

const line = (cells: readonly (string | number)[]): string => `${cells.join("\t")}\n`;

function sentenceAsConllu(text: string, { tokens, start, end }: Sentence, number: number): string {
  const rows = tokens.map(({ form, lemma, upos, xpos, head, deprel, start: from, end: to }, i) => {
    const glued = tokens[i + 1]?.start === to ? "SpaceAfter=No|" : "";
    const misc = `${glued}Offset=${from}:${to}`;
    return line([i + 1, form, lemma, upos, xpos, "_", head + 1, deprel, "_", misc]);
  });
  const words = text.slice(start, end).replace(/\s+/g, " ").trim();
  return `# sent_id = ${number}\n# text = ${words}\n${rows.join("")}\n`;
}

/**
 * A reading in CoNLL-U (universaldependencies.org/format): one sentence a block; MISC carries `Offset=start:end`, UTF-16
 * units in the document, end exclusive.
 */
export function readingAsConllu({ text, sentences }: Reading): string {
  return sentences.map((sentence, i) => sentenceAsConllu(text, sentence, i + 1)).join("");
}
