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

/** A noun for people, a body or a building; "explosion" and "attack" are none. */
function isBody(sentence: Sentence, i: number, lexicon: ActorLexicon): boolean {
  const kind = nounAt(sentence.tokens, i, lexicon)?.kind;
  return kind !== undefined && kind !== "none" && kind !== "other";
}

const COUNTING = /^(?:several|many|various|some|other|more|further|few)$/;

/** Articles and figures before a weapon are left out, what describes it stays: "powerful bombs" of "two powerful bombs". */
function afterCounting({ tokens }: Sentence, first: number, weapon: number): number {
  let start = first;
  while (
    start < weapon &&
    (/^(?:DET|NUM)$/.test(tokens[start]!.upos) || tokens[start]!.xpos === "PRP$" || COUNTING.test(tokens[start]!.norm))
  )
    start++;
  return /^VB/.test(tokens[start]!.xpos) && start < weapon ? weapon : start;
}

/** Every word of `tables/weapons.tsv` used as a noun, with what describes it: "powerful car bombs", "device". */
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
      if (phrase !== undefined && phrase.head > head && isBody(sentence, phrase.head, lexicon)) continue;
      const first = phrase === undefined ? i : afterCounting(sentence, phrase.first, i);
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
