import type { NounPhrase, Sentence, Token } from "../text/index.ts";

/** Words of time, by lemma or form. */
const TIME_WORD =
  /^(?:day|night|morning|evening|afternoon|week|weekend|month|year|yesterday|today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.?)$/;
const CLOSING_TIME = /^(?:today|yesterday|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const APOSTROPHE = /^(?:['’]|['’]s)$/;
const NOMINAL = /^(?:NOUN|PROPN|PRON)$/;

export const isTimeWord = (token: Token): boolean =>
  TIME_WORD.test(token.lemma.toLowerCase()) || TIME_WORD.test(token.norm);

const PLURAL_TAG = /^(?:NNS|NNPS)$/;

export const isPlural = (token: Token): boolean =>
  PLURAL_TAG.test(token.xpos) || /(?:people|police|men|women|children|troops)$|^(?:they|we|them|us)$/.test(token.norm);

type Mend = (tokens: readonly Token[], phrases: readonly NounPhrase[]) => readonly NounPhrase[];
const each =
  (mend: (tokens: readonly Token[], np: NounPhrase) => readonly NounPhrase[]): Mend =>
  (tokens, phrases) =>
    phrases.flatMap((np) => mend(tokens, np));

function lastNominal(tokens: readonly Token[], first: number, last: number): number {
  for (let i = last; i >= first; i--) if (NOMINAL.test(tokens[i]!.upos)) return i;
  return last;
}
const upTo = (tokens: readonly Token[], np: NounPhrase, last: number): NounPhrase => ({
  first: np.first,
  last,
  head: lastNominal(tokens, np.first, last),
});

/** "The Southern Growers" + "'" + "Federation": a plural possessive read as a closing quotation mark cuts a phrase in two. */
const joinPossessives: Mend = (tokens, phrases) => {
  const joined: NounPhrase[] = [];
  for (const np of phrases) {
    const before = joined.at(-1);
    const cut = before !== undefined && np.first === before.last + 2 && /^['’]$/.test(tokens[np.first - 1]!.norm);
    const glued =
      cut && tokens[before.last]!.end === tokens[np.first - 1]!.start && /s$/i.test(tokens[before.last]!.form);
    if (glued && tokens[np.first]!.upos !== "DET")
      joined[joined.length - 1] = { first: before.first, last: np.last, head: np.head };
    else joined.push(np);
  }
  return joined;
};

/** "The following day soldiers", "9 November gunmen": a time that opens a sentence runs into its subject. */
const cutOpeningTime = each((tokens, np) => {
  for (let i = np.head - 1; i >= np.first; i--) {
    const next = tokens[i + 1]!;
    if (!isTimeWord(tokens[i]!) || APOSTROPHE.test(next.norm) || /^(?:-|–)$/.test(next.norm)) continue;
    const opens = np.first === 0 || /^(?:ADP|PUNCT)$/.test(tokens[np.first - 1]!.upos);
    return [opens && isPlural(tokens[np.head]!) ? { ...np, first: i + 1 } : np];
  }
  return [np];
});

/** "President Bernardo Haddad today": a time that ends a phrase is no part of it. */
const cutClosingTime = each((tokens, np) =>
  np.last > np.first && CLOSING_TIME.test(tokens[np.last]!.norm) && NOMINAL.test(tokens[np.last - 1]!.upos)
    ? [upTo(tokens, np, np.last - 1)]
    : [np],
);

/** "killed Hector Paz", "destroyed several houses", "including Major Paz": a verb taken into the phrase behind it. */
const cutOpeningVerb = each((tokens, np) => {
  const [verb, next] = [tokens[np.first]!, tokens[np.first + 1]];
  if (np.last === np.first || next === undefined || np.head === np.first) return [np];
  const takes =
    /^(?:DET|PROPN|NUM)$/.test(next.upos) || next.xpos === "PRP$" || /^(?:several|many|few)$/.test(next.norm);
  return verb.norm === "including" || (/^VB/.test(verb.xpos) && takes) ? [{ ...np, first: np.first + 1 }] : [np];
});

/** "armed men wearing civilian clothes", "a channel called Sons of the Valley": the noun, and what its participle takes. */
const splitAtParticiple = each((tokens, np) => {
  for (let i = np.first + 1; i < np.head; i++) {
    const naming = /^(?:called|named|nicknamed|dubbed)$/.test(tokens[i]!.norm);
    const doing = tokens[i]!.xpos === "VBG" && isPlural(tokens[i - 1]!) && NOMINAL.test(tokens[i - 1]!.upos);
    if (naming || doing) return [upTo(tokens, np, i - 1), { ...np, first: i + 1 }];
  }
  return [np];
});

/** "the army responsible", "the soldiers involved": an adjective behind its noun is no part of what a reader quotes. */
const cutClosingAdjective = each((tokens, np) =>
  np.last > np.head &&
  NOMINAL.test(tokens[np.head]!.upos) &&
  tokens.slice(np.head + 1, np.last + 1).every((t) => t.upos === "ADJ")
    ? [{ ...np, last: np.head }]
    : [np],
);

/** "a 15-year-old": the head is who is that old, not the year. */
const headByAge = each((tokens, np) =>
  /^olds?$/.test(tokens[np.last]!.norm) && np.last - np.first >= 2 && /^[-–]$/.test(tokens[np.last - 1]!.norm)
    ? [{ ...np, head: np.last }]
    : [np],
);

/** Possessives first: the others look at where a phrase begins and ends. */
const MENDS: readonly Mend[] = [
  joinPossessives,
  cutOpeningVerb,
  cutOpeningTime,
  cutClosingTime,
  splitAtParticiple,
  cutClosingAdjective,
  headByAge,
];

/** The base phrases of the text room, mended where a tag led it astray. */
export const mended = (sentence: Sentence): Sentence => ({
  ...sentence,
  nounPhrases: MENDS.reduce<readonly NounPhrase[]>(
    (phrases, mend) => mend(sentence.tokens, phrases),
    sentence.nounPhrases,
  ),
});
