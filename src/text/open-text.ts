import type { ResourceFiles } from "../record/index.ts";
import { datelineLength } from "./dateline.ts";
import { guessLanguage } from "./language.ts";
import { type Lemmatizer, openLemmatizer } from "./lemmatize.ts";
import { openLinearModel } from "./linear-model.ts";
import { baseNounPhrases } from "./noun-phrases.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { findQuotations } from "./quotations.ts";
import type { Reading, Sentence, Token } from "./reading.ts";
import { sentenceEnds } from "./split-sentences.ts";
import { openTagger, tagWords, type Tagger } from "./tagger.ts";
import { type RawToken, tokenize } from "./tokenize.ts";
import { verbGroups } from "./verb-groups.ts";
import { type VisibleText, visibleText } from "./visible-text.ts";

/** Reads English text: sentences, tokens, tags, phrases. Nothing is remembered between texts. */
export interface TextReader {
  read(text: string): Reading;
}

interface Models {
  readonly tagger: Tagger;
  readonly lemmatize: Lemmatizer;
}

/** Mostly capitals among its letters, as wire archives are. */
function isCapitals(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const upper = (sample.match(/\p{Lu}/gu) ?? []).length;
  const lower = (sample.match(/\p{Ll}/gu) ?? []).length;
  return upper + lower >= 20 && upper > 0.7 * (upper + lower);
}

function tokensOf(models: Models, visible: VisibleText, raw: readonly RawToken[], capitals: boolean): Token[] {
  const forms = raw.map(({ start, end }) => visible.text.slice(start, end));
  const tags = tagWords(models.tagger, forms, capitals);
  return raw.map(({ start, end }, i) => {
    const form = forms[i]!;
    const norm = form.toLowerCase();
    const { upos, xpos } = tags[i]!;
    const lemma = models.lemmatize(norm, upos, xpos);
    return { start: visible.startOf(start), end: visible.endOf(end), form, norm, lemma, upos, xpos };
  });
}

const STOPPED = /[.!?…]["'”’)\]]*\s*$/;

function kindOf(text: string, sentence: { start: number; end: number }, paragraph: Paragraph, alone: boolean): Sentence["kind"] {
  if (paragraph.item) return "item";
  return alone && !STOPPED.test(text.slice(sentence.start, sentence.end)) ? "heading" : "prose";
}

interface Cut {
  readonly raw: readonly RawToken[];
  readonly kind: Sentence["kind"];
}

function cutParagraph(text: string, paragraph: Paragraph, capitals: boolean): Cut[] {
  const length = datelineLength(text.slice(paragraph.start, paragraph.end));
  const dateline = length === 0 ? [] : tokenize(text, paragraph.start, paragraph.start + length);
  const raw = tokenize(text, paragraph.start + length, paragraph.end);
  const cuts: Cut[] = dateline.length === 0 ? [] : [{ raw: dateline, kind: "dateline" }];
  let begun = 0;
  const ends = sentenceEnds(text, raw, capitals);
  for (const end of ends) {
    const part = raw.slice(begun, end);
    begun = end;
    const first = part[0];
    const last = part.at(-1);
    if (first === undefined || last === undefined) continue;
    const alone = ends.length === 1 && dateline.length === 0;
    cuts.push({ raw: part, kind: kindOf(text, { start: first.start, end: last.end }, paragraph, alone) });
  }
  return cuts;
}

function readSentences(models: Models, text: string, capitals: boolean): Sentence[] {
  const visible = visibleText(text);
  const sentences: Sentence[] = [];
  paragraphsOf(visible.text).forEach((paragraph, number) => {
    for (const { raw, kind } of cutParagraph(visible.text, paragraph, capitals)) {
      const tokens = tokensOf(models, visible, raw, capitals);
      sentences.push({
        index: sentences.length,
        start: tokens[0]!.start,
        end: tokens.at(-1)!.end,
        paragraph: number,
        kind,
        tokens,
        nounPhrases: baseNounPhrases(tokens),
        verbGroups: verbGroups(tokens),
      });
    }
  });
  return sentences;
}

/** @throws RangeError or Error where a model or a table is damaged: they are our own files. */
export function openText(files: ResourceFiles): TextReader {
  const models: Models = {
    tagger: openTagger(openLinearModel(files.model("text-tagger.bin"))),
    lemmatize: openLemmatizer(files.table("text-lemmas.tsv")),
  };
  return {
    read: (text) => {
      const capitals = isCapitals(text);
      const reading: Reading = {
        text,
        language: guessLanguage(text),
        capitals,
        sentences: readSentences(models, text, capitals),
        quotations: [],
      };
      return { ...reading, quotations: findQuotations(reading) };
    },
  };
}
