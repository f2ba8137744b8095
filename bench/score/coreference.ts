import type { Reading, TextReader } from "../../src/text/index.ts";
import type { GoldSentence } from "../../training/text/conllu.ts";
import { gumMentions } from "../../training/text/name-data.ts";
import { type Chains, conllF } from "./chain-metrics.ts";
import { goldDocuments } from "./gold-documents.ts";
import type { ScoreRow } from "./text.ts";

const TYPES = /^(?:person|organization|place|event)$/;
const FOUND_TYPES = /^(?:person|group-of-people|organization|place|facility|event)$/;

const chainsOf = (groups: Iterable<readonly string[]>): Chains =>
  [...groups].map((mentions) => new Set(mentions)).filter((chain) => chain.size > 1);

/** @param spans of the words of each sentence, in the document's text */
function goldChains(sentences: readonly GoldSentence[], spans: readonly { start: number; end: number }[]): Chains {
  const byEntity = new Map<string, string[]>();
  let offset = 0;
  for (const sentence of sentences) {
    for (const { first, last, type, entity } of gumMentions(sentence)) {
      if (!TYPES.test(type)) continue;
      const span = `${spans[offset + first]?.start}-${spans[offset + last]?.end}`;
      byEntity.set(entity, [...(byEntity.get(entity) ?? []), span]);
    }
    offset += sentence.tokens.length;
  }
  return chainsOf(byEntity.values());
}

const spanOf = (reading: Reading, sentence: number, mention: number): string => {
  const { tokens, mentions } = reading.sentences[sentence]!;
  return `${tokens[mentions[mention]!.first]!.start}-${tokens[mentions[mention]!.last]!.end}`;
};

const foundChains = (reading: Reading): Chains =>
  chainsOf(
    reading.chains
      .filter(([first]) => FOUND_TYPES.test(reading.sentences[first!.sentence]!.mentions[first!.mention]!.type))
      .map((chain) => chain.map(({ sentence, mention }) => spanOf(reading, sentence, mention))),
  );

/** What the figures stand beside: mentions with the same head word are one. */
function sameHead(reading: Reading): Chains {
  const byHead = new Map<string, string[]>();
  for (const { index, tokens, mentions } of reading.sentences) {
    mentions.forEach(({ head, type, form }, number) => {
      if (!FOUND_TYPES.test(type) || form === "pronoun") return;
      const { lemma } = tokens[head]!;
      byHead.set(lemma, [...(byHead.get(lemma) ?? []), spanOf(reading, index, number)]);
    });
  }
  return chainsOf(byHead.values());
}

/** From raw text: mentions and chains both predicted. */
export function scoreCoreference(corpus: string, sentences: readonly GoldSentence[], reader: TextReader): ScoreRow[] {
  const documents = goldDocuments(sentences);
  const groups: GoldSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.newDocument || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(sentence);
  }
  const read = documents.map(({ text, tokens }, i) => ({
    reading: reader.read(text),
    gold: goldChains(groups[i]!, tokens),
  }));
  return [
    {
      corpus,
      metric: "coreference CoNLL F",
      value: conllF(read.map(({ reading, gold }) => ({ gold, found: foundChains(reading) }))),
    },
    {
      corpus,
      metric: "the same, same head word",
      value: conllF(read.map(({ reading, gold }) => ({ gold, found: sameHead(reading) }))),
    },
  ];
}
