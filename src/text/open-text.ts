import type { ResourceFiles } from "../record/index.ts";
import { findChains } from "./coreference.ts";
import { type Grammar, openGrammar } from "./grammar.ts";
import { languageOf } from "./language.ts";
import { type Lemmatizer, openLemmatizer } from "./lemmatize.ts";
import { type EntityWords, findMentions, openEntityWords } from "./mentions.ts";
import { baseNounPhrases } from "./noun-phrases.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { findQuotations } from "./quotations.ts";
import type { Reading, Sentence, Token } from "./reading.ts";
import { inCapitals, type Stretch, stretchesOf } from "./stretches.ts";
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
  const quotations = findQuotations(text, sentences);
  return {
    text,
    language: languageOf(visible.text),
    capitals,
    sentences,
    quotations,
    chains: findChains(sentences, quotations),
  };
}

/** Opens the reader with its tables and weights (`text-*.tsv`, `text-*.bin`). */
export function openText(files: ResourceFiles): TextReader {
  const grammar = openGrammar(files);
  const instruments: Instruments = {
    grammar,
    lemmatize: openLemmatizer(files.table("text-lemmas.tsv"), grammar.lexicon),
    entityWords: openEntityWords(files.table("text-entity-words.tsv")),
  };
  return { read: (text) => read(instruments, text) };
}
