import { type Span, spanOf } from "../record/index.ts";
import { type Quotation, type Reading, type Sentence, spanOfTokens } from "./reading.ts";

/** Verbs that report words. */
const SAYING = new Set(
  "say tell state add note announce report claim declare explain insist argue warn admit deny write ask reply respond comment recall remark stress confirm acknowledge allege assert affirm maintain describe call quote observe emphasize conclude continue indicate point reveal".split(
    " ",
  ),
);
const OPEN = /["“«]|``/;
/** A quotation longer than this has lost its closing mark. */
const LONGEST = 3000;

interface Quoted {
  readonly start: number;
  readonly end: number;
}

/** Stretches between double quotation marks; a paragraph that opens a quotation and never closes it ends it (running quotation). */
function quotedStretches(text: string): Quoted[] {
  const found: Quoted[] = [];
  const pattern = /["“«]([^"“”«»]{2,3000}?)(["”»]|(?=\n\s*\n)|$)/g;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + 1;
    found.push({ start, end: Math.min(start + match[1]!.length, start + LONGEST) });
  }
  return found;
}

const isSaying = (sentence: Sentence, head: number): boolean => SAYING.has(sentence.tokens[head]!.lemma);

/** The noun phrase beside a verb of saying that stands outside the quoted words: subject before it, or after it when inverted. */
function speakerIn(reading: Reading, sentence: Sentence, quoted: Quoted): Span | null {
  const outside = (i: number): boolean =>
    sentence.tokens[i]!.end <= quoted.start || sentence.tokens[i]!.start >= quoted.end;
  const group = sentence.verbGroups.find((g) => outside(g.head) && isSaying(sentence, g.head) && g.voice === "active");
  if (group === undefined) return null;
  const phrases = sentence.nounPhrases.filter(
    (p) => outside(p.first) && !/^(?:which|that|what)$/.test(sentence.tokens[p.head]!.norm),
  );
  const previous = phrases.filter((p) => p.last < group.first).at(-1);
  const inverted = phrases.find((p) => p.first === group.last + 1);
  const near = previous !== undefined && group.first - previous.last <= 2 ? previous : undefined;
  const speaker = near ?? inverted ?? previous;
  return speaker === undefined ? null : spanOfTokens(reading, sentence, speaker.first, speaker.last);
}

/** Quoted words and who says them: looked for in the sentences the quotation touches, then in the one after. */
export function findQuotations(reading: Reading): Quotation[] {
  if (!OPEN.test(reading.text)) return [];
  let first = 0;
  return quotedStretches(reading.text).map((quoted) => {
    while (first < reading.sentences.length && reading.sentences[first]!.end < quoted.start) first++;
    let speaker: Span | null = null;
    for (let i = first; i < reading.sentences.length && speaker === null; i++) {
      const sentence = reading.sentences[i]!;
      if (sentence.start > quoted.end + 2) break;
      speaker = speakerIn(reading, sentence, quoted);
    }
    return { span: spanOf(reading.text, quoted.start, quoted.end), speaker };
  });
}
