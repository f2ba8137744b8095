import { type Reading, type Sentence, spanOfTokens } from "../text/index.ts";
import type { WeaponMention } from "./actor-mention.ts";
import type { ActorLexicon, WeaponWord } from "./lexicon.ts";
import { nounAt } from "./nouns.ts";

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
  const { upos, xpos } = sentence.tokens[i]!;
  return (
    NOMINAL.has(upos) && !/^VB[DNZP]$/.test(xpos) && !(upos === "VERB" && sentence.verbGroups.some((g) => g.head === i))
  );
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
      if (row.words.length === 1 && !isNoun(sentence, head)) continue;
      const phrase = sentence.nounPhrases.find((np) => np.first <= i && np.last >= head);
      // "bomb squad", "gun shop": the word tells which body or building; "bomb attack" is still done with a bomb.
      if (phrase !== undefined && phrase.head > head && nounAt(sentence.tokens, phrase.head, lexicon) !== null)
        continue;
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
