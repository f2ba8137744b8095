import { type Reading, type Sentence, spanOfTokens } from "../text/index.ts";
import type { WeaponMention } from "./actor-mention.ts";
import type { ActorLexicon, WeaponWord } from "./lexicon.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "ADJ", "X", "SYM", "VERB"]);

function matches(sentence: Sentence, i: number, row: WeaponWord): boolean {
  const lastAt = row.words.length - 1;
  return row.words.every((word, k) => {
    const token = sentence.tokens[i + k];
    return (
      token !== undefined &&
      (token.norm === word || (k === lastAt && token.lemma.toLowerCase() === word) || token.norm === `${word}s`)
    );
  });
}

/** "to fire on", "mine was": a verb or pronoun of the same form is no weapon. */
const isNoun = (sentence: Sentence, i: number): boolean => {
  const { upos } = sentence.tokens[i]!;
  return NOMINAL.has(upos) && !(upos === "VERB" && sentence.verbGroups.some((g) => g.head === i));
};

/** Every word of `tables/weapons.tsv` used as a noun, with its article and modifiers: "a car bomb", "the device". */
export function findWeapons(reading: Reading, lexicon: ActorLexicon): readonly WeaponMention[] {
  return reading.sentences.flatMap((sentence) => {
    const found: WeaponMention[] = [];
    for (let i = 0; i < sentence.tokens.length; i++) {
      const token = sentence.tokens[i]!;
      const rows = lexicon.weapons.get(token.norm) ?? lexicon.weapons.get(token.lemma.toLowerCase()) ?? [];
      const row = rows.find((candidate) => matches(sentence, i, candidate));
      if (row === undefined) continue;
      const head = i + row.words.length - 1;
      if (!isNoun(sentence, head)) continue;
      const phrase = sentence.nounPhrases.find((np) => np.first <= i && np.last >= head);
      // "bomb squad", "gun shop": the word only modifies another noun.
      if (phrase !== undefined && phrase.head > head) continue;
      const first = phrase === undefined ? i : phrase.first;
      found.push({
        ...spanOfTokens(reading, sentence, first, head),
        sentence: sentence.index,
        first,
        last: head,
        head,
        kind: row.kind,
        certain: row.certain,
      });
      i = head;
    }
    return found;
  });
}
