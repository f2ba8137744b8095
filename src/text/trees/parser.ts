import type { Lexicon } from "../lexicon.ts";
import { analyseSentence, tagSentence } from "../network/analyse-sentence.ts";
import { openNetwork, type SentenceNetwork } from "../network/network-file.ts";
import { entriesRoom, openWordEntries, type WordEntries } from "../network/word-entries.ts";
import { LONGEST_SENTENCE } from "../split-sentences.ts";
import type { Tag } from "../tag.ts";
import { agree } from "./agree.ts";
import type { Arc } from "./arc.ts";

/** Tags the words of one sentence and hangs them into a tree. */
export interface Parser {
  readonly network: SentenceNetwork;
  readonly entries: WordEntries;
  readonly tags: readonly Tag[];
  readonly lexicon: Lexicon;
}

export function openParser(bytes: Uint8Array, lexicon: Lexicon): Parser {
  const network = openNetwork(bytes, entriesRoom, LONGEST_SENTENCE);
  const { sizes, free } = network.network;
  const tags = network.tags.map((label): Tag => {
    const [upos = "X", xpos = "FW"] = label.split("/");
    return { upos, xpos };
  });
  return { network, entries: openWordEntries(network, lexicon, free - entriesRoom(sizes)), tags, lexicon };
}

export interface Parse {
  readonly tags: readonly Tag[];
  readonly arcs: readonly Arc[];
}

function parseStretch(parser: Parser, forms: readonly string[], capitals: boolean): Parse {
  const { network, entries } = parser;
  const { tags, heads, relations } = analyseSentence(network, entries, forms, capitals);
  const arc = (head: number, i: number): Arc =>
    head === forms.length ? { head: -1, deprel: "root" } : { head, deprel: network.relations[relations[i]!]! };
  return { tags: Array.from(tags, (tag) => parser.tags[tag]!), arcs: Array.from(heads, arc) };
}

/** Words in stretches that have room: a sentence is one, more words than it can have are several. */
function* stretchesOf(forms: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < forms.length; from += LONGEST_SENTENCE) yield forms.slice(from, from + LONGEST_SENTENCE);
}

/** Tags of the words of one sentence, as they are before the tree has its say, at half the cost of `parseWords`. */
export const tagWords = (parser: Parser, forms: readonly string[], capitals: boolean): Tag[] =>
  [...stretchesOf(forms)].flatMap((stretch) =>
    Array.from(tagSentence(parser.network, parser.entries, stretch, capitals), (tag) => parser.tags[tag]!),
  );

/**
 * Tags and one tree with one root and no crossing arcs for the words of one sentence. More words than a sentence can
 * have are read in stretches; the roots of later ones hang on the first (`parataxis`).
 * @param capitals letter case says nothing here
 */
export function parseWords(parser: Parser, forms: readonly string[], capitals: boolean): Parse {
  const tags: Tag[] = [];
  const arcs: Arc[] = [];
  for (const stretch of stretchesOf(forms)) {
    const part = parseStretch(parser, stretch, capitals);
    const from = arcs.length;
    const root = arcs.findIndex(({ head }) => head === -1);
    tags.push(...part.tags);
    for (const arc of part.arcs) {
      if (arc.head >= 0) arcs.push({ head: arc.head + from, deprel: arc.deprel });
      else arcs.push(from === 0 ? arc : { head: root, deprel: "parataxis" });
    }
  }
  return { tags: agree(forms, tags, arcs, parser.lexicon), arcs };
}
