import { type Span, spanOf } from "../record/index.ts";
import type { Quotation, Sentence, VerbGroup } from "./reading.ts";

/** Verbs that report words. */
const SAYING = new Set(
  "say tell state add note announce report claim declare explain insist argue warn admit deny write ask reply respond comment recall remark stress confirm acknowledge allege assert affirm maintain describe call quote observe emphasize conclude continue indicate point reveal shout cry yell whisper".split(
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
function speakerIn(text: string, sentence: Sentence, quoted: Quoted): Span | null {
  const outside = (i: number): boolean =>
    sentence.tokens[i]!.end <= quoted.start || sentence.tokens[i]!.start >= quoted.end;
  const away = (g: VerbGroup): number =>
    Math.max(quoted.start - sentence.tokens[g.last]!.end, sentence.tokens[g.first]!.start - quoted.end);
  const group = sentence.verbGroups
    .filter((g) => outside(g.head) && isSaying(sentence, g.head) && g.voice === "active")
    .reduce<VerbGroup | undefined>((near, g) => (near === undefined || away(g) < away(near) ? g : near), undefined);
  if (group === undefined) return null;
  const phrases = sentence.nounPhrases.filter(
    (p) => outside(p.first) && !/^(?:which|that|what)$/.test(sentence.tokens[p.head]!.norm),
  );
  const previous = phrases.filter((p) => p.last < group.first).at(-1);
  const inverted = phrases.find((p) => p.first === group.last + 1);
  const near = previous !== undefined && group.first - previous.last <= 2 ? previous : undefined;
  const speaker = near ?? inverted ?? previous;
  if (speaker === undefined) return null;
  return spanOf(text, sentence.tokens[speaker.first]!.start, sentence.tokens[speaker.last]!.end);
}

/** Quoted words and who says them: looked for in the sentences the quotation touches, then in the one after. */
export function findQuotations(text: string, sentences: readonly Sentence[]): Quotation[] {
  if (!OPEN.test(text)) return [];
  let first = 0;
  return quotedStretches(text).map((quoted) => {
    while (first < sentences.length && sentences[first]!.end < quoted.start) first++;
    let speaker: Span | null = null;
    for (let i = first; i < sentences.length && speaker === null; i++) {
      const sentence = sentences[i]!;
      if (sentence.start > quoted.end + 2) break;
      speaker = speakerIn(text, sentence, quoted);
    }
    return { span: spanOf(text, quoted.start, quoted.end), speaker };
  });
}
