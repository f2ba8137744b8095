import { readFileSync } from "node:fs";

export interface GoldToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** 0-based index in the sentence, -1 for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  readonly spaceAfter: boolean;
}

export interface GoldSentence {
  readonly id: string;
  readonly doc: string;
  readonly text: string;
  readonly newDocument: boolean;
  readonly newParagraph: boolean;
  readonly tokens: readonly GoldToken[];
}

function readBlock(block: string, doc: string): GoldSentence | null {
  const tokens: GoldToken[] = [];
  const comments = new Map<string, string>();
  let rangeEnd = 0;
  let rangeSpace = true;
  let written = "";
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("#")) {
      const [key = "", ...value] = line.slice(1).split("=");
      comments.set(key.trim(), value.join("=").trim());
      continue;
    }
    const cells = line.split("\t");
    if (cells.length < 10) continue;
    const noSpace = cells[9]!.includes("SpaceAfter=No");
    if (cells[0]!.includes(".")) continue;
    if (cells[0]!.includes("-")) {
      rangeEnd = Number(cells[0]!.split("-")[1]);
      rangeSpace = !noSpace;
      written += cells[1]! + (noSpace ? "" : " ");
      continue;
    }
    const id = Number(cells[0]);
    if (id > rangeEnd) written += cells[1]! + (noSpace ? "" : " ");
    const spaceAfter = id < rangeEnd ? false : id === rangeEnd ? rangeSpace : !noSpace;
    const [, form = "", lemma = "", upos = "", xpos = "", , head = "0", deprel = "", , misc = ""] = cells;
    tokens.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel, misc, spaceAfter });
  }
  if (tokens.length === 0) return null;
  const newdoc = [...comments.keys()].find((key) => key.startsWith("newdoc"));
  return {
    id: comments.get("sent_id") ?? "",
    doc: newdoc === undefined ? doc : (comments.get(newdoc) ?? doc),
    text: comments.get("text") ?? written.trimEnd(),
    newDocument: newdoc !== undefined,
    newParagraph: [...comments.keys()].some((key) => key.startsWith("newpar")),
    tokens,
  };
}

/**
 * Sentences of a CoNLL-U file; empty nodes are left out, multiword tokens are given by their parts. Without a comment
 * "text" the text is put together from what is written.
 */
export function readConllu(file: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  for (const block of readFileSync(file, "utf8").split(/\n\s*\n/)) {
    const sentence = readBlock(block, sentences.at(-1)?.doc ?? "");
    if (sentence !== null) sentences.push(sentence);
  }
  return sentences;
}
