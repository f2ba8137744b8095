import type { ResourceFiles } from "../record/index.ts";
import { findChains } from "./coreference.ts";
import { datelineLength } from "./dateline.ts";
import { type Grammar, openGrammar } from "./grammar.ts";
import { languageOf } from "./language.ts";
import { type Lemmatizer, openLemmatizer } from "./lemmatize.ts";
import { type EntityWords, findMentions, openEntityWords } from "./mentions.ts";
import { baseNounPhrases } from "./noun-phrases.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { findQuotations } from "./quotations.ts";
import type { Reading, Sentence, Token } from "./reading.ts";
import { sentenceEnds } from "./split-sentences.ts";
import { type RawToken, tokenize } from "./tokenize.ts";
import { verbGroups } from "./verb-groups.ts";
import { type VisibleText, visibleText } from "./visible-text.ts";

export interface TextReader {
  /** Reads any string, English or not, in time linear in its length; nothing is kept from one document to the next. */
  read(text: string): Reading;
}

interface Instruments {
  readonly grammar: Grammar;
  readonly lemmatize: Lemmatizer;
  readonly entityWords: EntityWords;
}

/** A stretch of tokens that is one sentence. */
interface Stretch {
  readonly tokens: readonly RawToken[];
  readonly paragraph: number;
  readonly kind: Sentence["kind"];
}

/** Mostly capitals: four letters in five of those that have case. */
export function inCapitals(text: string): boolean {
  const sample = text.slice(0, 50_000);
  const upper = (sample.match(/\p{Lu}/gu) ?? []).length;
  const lower = (sample.match(/\p{Ll}/gu) ?? []).length;
  return upper >= 10 && upper >= 4 * lower;
}

/** A line of its own without a final stop, not too long, is a heading. */
function kindOf(paragraph: Paragraph, text: string, tokens: readonly RawToken[], only: boolean): Sentence["kind"] {
  if (paragraph.item) return "item";
  const last = tokens.at(-1)!;
  const closed = /[.!?;:,…"”’)\]-]$/.test(text.slice(last.start, last.end));
  return only && !closed && tokens.length <= 20 ? "heading" : "prose";
}

function stretchesOf(text: string, paragraph: Paragraph, number: number, capitals: boolean): Stretch[] {
  const dateline = datelineLength(
    text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 300)),
    number < 3,
  );
  const body = paragraph.start + dateline;
  const stretches: Stretch[] = [];
  if (dateline > 0)
    stretches.push({ tokens: tokenize(text, paragraph.start, body), paragraph: number, kind: "dateline" });
  const tokens = tokenize(text, body, paragraph.end);
  const ends = sentenceEnds(text, tokens, capitals);
  ends.forEach((end, i) => {
    const own = tokens.slice(ends[i - 1] ?? 0, end);
    stretches.push({
      tokens: own,
      paragraph: number,
      kind: dateline > 0 ? "prose" : kindOf(paragraph, text, own, ends.length === 1),
    });
  });
  return stretches;
}

function readStretch(
  with_: Instruments,
  visible: VisibleText,
  stretch: Stretch,
  index: number,
  capitals: boolean,
): Sentence {
  const forms = stretch.tokens.map((token) => visible.text.slice(token.start, token.end));
  const { tags, arcs, names } = with_.grammar.analyse(forms, capitals || inCapitals(forms.join(" ")));
  const tokens = stretch.tokens.map((raw, i): Token => {
    const form = forms[i]!;
    const norm = form.toLowerCase();
    const { upos, xpos } = tags[i]!;
    const lemma = with_.lemmatize(norm, upos, xpos);
    const { head, deprel } = arcs[i]!;
    return {
      start: visible.startOf(raw.start),
      end: visible.endOf(raw.end),
      form,
      norm,
      lemma,
      upos,
      xpos,
      head,
      deprel,
    };
  });
  return {
    index,
    start: tokens[0]!.start,
    end: tokens.at(-1)!.end,
    paragraph: stretch.paragraph,
    kind: stretch.kind,
    tokens,
    nounPhrases: baseNounPhrases(tokens),
    verbGroups: verbGroups(tokens),
    mentions: findMentions(tokens, names, with_.entityWords, with_.grammar.lexicon),
    names,
  };
}

function read(with_: Instruments, text: string): Reading {
  const visible = visibleText(text);
  const capitals = inCapitals(visible.text);
  const sentences = paragraphsOf(visible.text)
    .flatMap((paragraph, number) => stretchesOf(visible.text, paragraph, number, capitals))
    .filter((stretch) => stretch.tokens.length > 0)
    .map((stretch, index) => readStretch(with_, visible, stretch, index, capitals));
  const reading = {
    text,
    language: languageOf(visible.text),
    capitals,
    sentences,
    quotations: [],
    chains: findChains(sentences),
  };
  return { ...reading, quotations: findQuotations(reading) };
}

/** Opens the reader with its tables and weights (`text-*.tsv`, `text-*.bin`). */
export function openText(files: ResourceFiles): TextReader {
  const instruments: Instruments = {
    grammar: openGrammar(files),
    lemmatize: openLemmatizer(files.table("text-lemmas.tsv")),
    entityWords: openEntityWords(files.table("text-entity-words.tsv")),
  };
  return { read: (text) => read(instruments, text) };
}
