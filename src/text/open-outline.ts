import type { ResourceFiles } from "../record/index.ts";
import { openLemmatizer } from "./lemmatize.ts";
import { openLexicon } from "./lexicon.ts";
import { lastStartingBy, type Outline, type OutlineSentence, type TaggedToken } from "./outline.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { canBeHeading, datelineIn, inCapitals, piecesOf, type Stretch, stretchesIn } from "./stretches.ts";
import { openParser, tagWords } from "./trees/parser.ts";
import { verbGroups } from "./verb-groups.ts";
import { type VisibleText, visibleText } from "./visible-text.ts";

export interface OutlineReader {
  /** Cost: paragraphs only; sentences and tags are made where `sentenceAt` asks for them. */
  outline(text: string): Outline;
}

type TagSentence = (forms: readonly string[], capitals: boolean) => (i: number) => Omit<TaggedToken, "start" | "end">;

function openTagging(files: ResourceFiles): TagSentence {
  const lexicon = openLexicon(files.model("text-lexicon.tsv"));
  const parser = openParser(files.model("text-grammar.bin"), lexicon);
  const lemmatize = openLemmatizer(files.table("text-lemmas.tsv"), lexicon);
  return (forms, capitals) => {
    const tags = tagWords(parser, forms, capitals);
    return (i) => {
      const form = forms[i]!;
      const norm = form.toLowerCase();
      const { upos, xpos } = tags[i]!;
      return { form, norm, lemma: lemmatize(norm, upos, xpos), upos, xpos };
    };
  };
}

/** Made on first use, once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function sentenceOf(
  stretch: Stretch,
  visible: VisibleText,
  capitals: boolean,
  tag: () => TagSentence,
): OutlineSentence {
  const raw = stretch.tokens;
  const tokens = once((): readonly TaggedToken[] => {
    const forms = raw.map((token) => visible.text.slice(token.start, token.end));
    const tagged = tag()(forms, capitals || inCapitals(forms.join(" ")));
    return raw.map(({ start, end }, i) => ({ start: visible.startOf(start), end: visible.endOf(end), ...tagged(i) }));
  });
  const groups = once(() => verbGroups(tokens()));
  return {
    start: visible.startOf(raw[0]!.start),
    end: visible.endOf(raw.at(-1)!.end),
    kind: stretch.kind,
    get tokens() {
      return tokens();
    },
    get verbGroups() {
      return groups();
    },
  };
}

interface OutlinePiece {
  readonly start: number;
  readonly sentences: () => readonly OutlineSentence[];
}

interface OutlineParagraph {
  readonly start: number;
  /** End of its dateline, or its start. */
  readonly body: () => number;
  readonly canBeHeading: boolean;
  readonly pieces: () => readonly OutlinePiece[];
}

function paragraphsIn(visible: VisibleText, capitals: boolean, tag: () => TagSentence): readonly OutlineParagraph[] {
  const { text } = visible;
  return paragraphsOf(text).map((paragraph, number) => ({
    start: visible.startOf(paragraph.start),
    body: once(() => {
      const dateline = text.slice(paragraph.start, paragraph.start + datelineIn(text, paragraph, number)).trimEnd();
      return dateline === "" ? visible.startOf(paragraph.start) : visible.endOf(paragraph.start + dateline.length);
    }),
    canBeHeading: canBeHeading(paragraph, text),
    pieces: once(() =>
      piecesOf(text, paragraph, number).map((piece) => ({
        start: visible.startOf(piece.start),
        sentences: once(() =>
          stretchesIn(text, piece, number, capitals)
            .filter((stretch) => stretch.tokens.length > 0)
            .map((stretch) => sentenceOf(stretch, visible, capitals, tag)),
        ),
      })),
    ),
  }));
}

function outline(text: string, tag: () => TagSentence): Outline {
  const visible = visibleText(text);
  const capitals = inCapitals(visible.text);
  const paragraphs = once(() => paragraphsIn(visible, capitals, tag));
  const paragraphAt = (at: number): OutlineParagraph | undefined => paragraphs()[lastStartingBy(paragraphs(), at)];
  const sentenceAt = (at: number): OutlineSentence | null => {
    const pieces = paragraphAt(at)?.pieces() ?? [];
    const sentences = pieces[lastStartingBy(pieces, at)]?.sentences() ?? [];
    const sentence = sentences[lastStartingBy(sentences, at)];
    return sentence !== undefined && at < sentence.end ? sentence : null;
  };
  return {
    text,
    capitals,
    sentenceAt,
    isDateline: (at) => {
      const paragraph = paragraphAt(at);
      return paragraph !== undefined && at < paragraph.body();
    },
    isHeading: (at) => paragraphAt(at)?.canBeHeading === true && sentenceAt(at)?.kind === "heading",
  };
}

/** Opens the part of the reader that finds sentences and tags words; its weights are fetched when first needed. */
export function openOutline(files: ResourceFiles): OutlineReader {
  const tag = once(() => openTagging(files));
  return { outline: (text) => outline(text, tag) };
}
