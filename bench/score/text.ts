import { join } from "node:path";
import { packageResources } from "../../src/desk/resources.ts";
import { openGrammar, openText } from "../../src/text/index.ts";
import { type GoldSentence, readConllu } from "../../training/text/conllu.ts";
import { rate } from "../speed/rate.ts";
import { scoreCoreference } from "./coreference.ts";
import { scoreMentions, scoreNames } from "./entities.ts";
import { type GoldDocument, goldDocuments } from "./gold-documents.ts";

export interface ScoreRow {
  readonly corpus: string;
  readonly metric: string;
  /** Percent, or the unit that the metric names. */
  readonly value: number;
}

interface Counts {
  found: number;
  gold: number;
  both: number;
}

const f1 = ({ found, gold, both }: Counts): number => (found + gold === 0 ? 0 : (200 * both) / (found + gold));

function compare(counts: Counts, found: readonly string[], gold: readonly string[]): void {
  const known = new Set(gold);
  counts.found += found.length;
  counts.gold += gold.length;
  counts.both += found.filter((span) => known.has(span)).length;
}

const spans = (list: readonly { start: number; end: number }[]): string[] => list.map((s) => `${s.start}-${s.end}`);

/** Raw text to tokens and sentences, against the spans of the gold ones. */
function scoreSegmentation(corpus: string, documents: readonly GoldDocument[]): ScoreRow[] {
  const reader = openText(packageResources);
  const tokens: Counts = { found: 0, gold: 0, both: 0 };
  const sentences: Counts = { found: 0, gold: 0, both: 0 };
  for (const document of documents) {
    const reading = reader.read(document.text);
    compare(tokens, spans(reading.sentences.flatMap((sentence) => sentence.tokens)), spans(document.tokens));
    compare(sentences, spans(reading.sentences), spans(document.sentences));
  }
  return [
    { corpus, metric: "tokens", value: f1(tokens) },
    { corpus, metric: "sentences", value: f1(sentences) },
  ];
}

/** Tags and trees on gold tokens, tags predicted. */
function scoreTrees(corpus: string, gold: readonly GoldSentence[], capitals: boolean): ScoreRow[] {
  const grammar = openGrammar(packageResources);
  const right = { upos: 0, xpos: 0, uas: 0, las: 0 };
  let n = 0;
  for (const { tokens } of gold) {
    const forms = tokens.map(({ form }) => (capitals ? form.toUpperCase() : form));
    const { tags, arcs } = grammar.analyse(forms, capitals);
    tokens.forEach((token, i) => {
      n++;
      if (tags[i]!.upos === token.upos) right.upos++;
      if (tags[i]!.xpos === token.xpos) right.xpos++;
      if (arcs[i]!.head !== token.head) return;
      right.uas++;
      if (arcs[i]!.deprel === token.deprel) right.las++;
    });
  }
  return Object.entries(right).map(([metric, count]) => ({ corpus, metric, value: (100 * count) / Math.max(1, n) }));
}

function scoreConllu(corpus: string, file: string): ScoreRow[] {
  const gold = readConllu(file);
  return [...scoreSegmentation(corpus, goldDocuments(gold)), ...scoreTrees(corpus, gold, false)];
}

/** Tokens of the whole reading a second of CPU time. */
function scoreSpeed(gold: readonly GoldSentence[]): ScoreRow[] {
  const reader = openText(packageResources);
  const documents = goldDocuments(gold);
  const pass = (): number => documents.reduce((sum, { text }) => sum + count(reader.read(text).sentences), 0);
  const count = (sentences: readonly { tokens: readonly unknown[] }[]): number =>
    sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return [{ corpus: "gum-dev", metric: "tokens/s", value: rate(pass) }];
}

/** Figures of the text room over the development corpora, or over one CoNLL-U file. */
export async function scoreText(args: { corpora: string; conllu?: string }): Promise<ScoreRow[]> {
  if (args.conllu !== undefined) return scoreConllu(args.conllu, args.conllu);
  const ud = (name: string): string => join(args.corpora, "ud", `${name}.conllu`);
  return [
    ...scoreConllu("ewt-dev", ud("ewt-dev")),
    ...scoreConllu("gum-dev", ud("gum-dev")),
    ...scoreTrees("gum-dev in capitals", readConllu(ud("gum-dev")), true),
    ...scoreCoreference("gum-dev", readConllu(ud("gum-dev")), openText(packageResources)),
    scoreNames("uner-ewt-dev", join(args.corpora, "ner", "uner-ewt-dev.iob2")),
    scoreMentions("re3d-train", join(args.corpora, "ner", "re3d-train.conll"), openText(packageResources)),
    ...scoreSpeed(readConllu(ud("gum-dev"))),
  ];
}

/** One JSON object, percent; for one file {tokens, sentences, upos, xpos, uas, las}. */
export function textJson(rows: readonly ScoreRow[], oneFile: boolean): string {
  const figures = rows.map(({ corpus, metric, value }) => [oneFile ? metric : `${corpus} ${metric}`, value]);
  return `${JSON.stringify(Object.fromEntries(figures))}\n`;
}
