import type { Lexicon } from "../../../src/text/lexicon.ts";
import { type KeyIndex, openKeyIndex } from "../../../src/text/network/vector-table.ts";
import { letterKeys, wordKey } from "../../../src/text/network/word-keys.ts";
import type { GoldSentence, GoldToken } from "../conllu.ts";
import type { WordVectors } from "../word-vectors.ts";

/** Labels and keys that a network is made for. */
export interface Vocabulary {
  /** "UPOS/XPOS". */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly tagNumber: ReadonlyMap<string, number>;
  readonly relationNumber: ReadonlyMap<string, number>;
  readonly wordKeys: Uint32Array;
  readonly words: KeyIndex;
  /** Vectors as they were given; all 0 for words that only the training text has. */
  readonly given: Float32Array;
  /** 1 for words common enough to learn something of their own, which is added to the given vector. */
  readonly learns: Uint8Array;
  readonly letterKeys: Uint32Array;
  readonly letters: KeyIndex;
}

/** Labels, words and letter keys that occur less often teach nothing that holds elsewhere. */
const LEAST = { tag: 5, relation: 3, word: 3, letters: 7 };

export const tagOf = ({ upos, xpos }: GoldToken): string => `${upos}/${xpos}`;

function frequent<T>(values: Iterable<T>, least: number): T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= least).map(([value]) => value);
}

const numbered = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, i]));

function* letterKeysOf(train: readonly GoldSentence[], lexicon: Lexicon): Generator<number> {
  for (const { tokens } of train) {
    for (const [i, { form }] of tokens.entries()) {
      yield* letterKeys(form, i === 0, false, lexicon);
      yield* letterKeys(form.toUpperCase(), false, true, lexicon);
      yield* letterKeys(form.toLowerCase(), i === 0, false, lexicon);
    }
  }
}

/** @param repeated a sentence that stands there more than once, to weigh more, counts once here */
export function vocabularyOf(repeated: readonly GoldSentence[], vectors: WordVectors, lexicon: Lexicon): Vocabulary {
  const train = [...new Set(repeated)];
  const tokens = train.flatMap((sentence) => sentence.tokens);
  const tags = frequent(tokens.map(tagOf), LEAST.tag).sort();
  const relations = frequent(
    tokens.map(({ deprel }) => deprel),
    LEAST.relation,
  )
    .filter((relation) => relation !== "root")
    .sort();
  const common = frequent(
    tokens.map(({ form }) => wordKey(form)),
    LEAST.word,
  );
  const known = openKeyIndex(vectors.keys);
  const wordKeys = Uint32Array.from([...vectors.keys, ...common.filter((key) => known.row(key) < 0)]);
  const words = openKeyIndex(wordKeys);
  const given = new Float32Array(wordKeys.length * vectors.width);
  given.set(vectors.values);
  const learns = new Uint8Array(wordKeys.length);
  for (const key of common) learns[words.row(key)] = 1;
  const keys = Uint32Array.from(frequent(letterKeysOf(train, lexicon), LEAST.letters));
  const labels = { tags, relations, tagNumber: numbered(tags), relationNumber: numbered(relations) };
  return { ...labels, wordKeys, words, given, learns, letterKeys: keys, letters: openKeyIndex(keys) };
}
