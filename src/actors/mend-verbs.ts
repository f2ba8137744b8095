import type { NounPhrase, Sentence, Token, VerbGroup } from "../text/index.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { isPlural, isTimeWord } from "./mend-phrases.ts";

const MODAL = /^(?:can|could|may|might|must|should|would|will|shall|ought|ca|wo|sha)$/;
const BE = /^(?:be|get)$/;

/** What may stand right behind an active verb: an object, "that", "to". */
function takesObject(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined || isTimeWord(next) || next.norm === "by") return false;
  return (
    /^(?:DET|NUM|PROPN|PRON)$/.test(next.upos) ||
    next.xpos === "PRP$" ||
    /^(?:that|to|between|at|up|more|several|dozens|having)$/.test(next.norm) ||
    next.upos === "NOUN"
  );
}

/** Whether the phrase opens its clause: nothing, a comma, "and" or "that" before it. */
const opensClause = (tokens: readonly Token[], np: NounPhrase): boolean =>
  np.first === 0 || /^(?:PUNCT|CCONJ|SCONJ)$/.test(tokens[np.first - 1]!.upos) || tokens[np.first - 1]!.norm === "that";

const ACTIVE = { voice: "active", form: "finite", tense: "past", modal: null, negated: false } as const;

const asVerb = (token: Token, lemma: string, xpos: "VBD" | "VBN"): Token => ({ ...token, upos: "VERB", xpos, lemma });

/** "The blast wounded two men" read as one phrase: cut at the verb. */
function cutAt(sentence: Sentence, i: number, lemma: string): Sentence {
  const { tokens } = sentence;
  const nounPhrases = sentence.nounPhrases.flatMap((np): NounPhrase[] => {
    if (np.first > i || np.last < i) return [np];
    const front: NounPhrase = { first: np.first, last: i - 1, head: headIn(tokens, np.first, i - 1) };
    return np.last > i ? [front, { first: i + 1, last: np.last, head: np.head > i ? np.head : np.last }] : [front];
  });
  const group: VerbGroup = { first: i, last: i, head: i, ...ACTIVE };
  const verbGroups = [...sentence.verbGroups.filter((g) => g.head !== i), group].sort((a, b) => a.first - b.first);
  return { ...sentence, tokens: tokens.with(i, asVerb(tokens[i]!, lemma, "VBD")), nounPhrases, verbGroups };
}
function headIn(tokens: readonly Token[], first: number, last: number): number {
  for (let i = last; i >= first; i--) if (/^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos)) return i;
  return last;
}

/** "It is understood", "two men were slain": a participle tagged as an adjective joins its auxiliary. */
function joinAuxiliary(sentence: Sentence, i: number, lemma: string): Sentence | null {
  const { tokens } = sentence;
  const auxiliary = sentence.verbGroups.find((g) => g.last === i - 1 && BE.test(tokens[g.head]!.lemma));
  if (auxiliary === undefined) return null;
  const joined: VerbGroup = { ...auxiliary, last: i, head: i, voice: "passive" };
  const verbGroups = sentence.verbGroups.filter((g) => g.head !== i).map((g) => (g === auxiliary ? joined : g));
  const nounPhrases = sentence.nounPhrases.filter((np) => np.first !== i || np.last !== i);
  return { ...sentence, tokens: tokens.with(i, asVerb(tokens[i]!, lemma, "VBN")), verbGroups, nounPhrases };
}

/** "was found shot to death": a participle behind "found", read as a noun. */
function asParticiple(sentence: Sentence, i: number, lemma: string): Sentence {
  const group: VerbGroup = {
    first: i,
    last: i,
    head: i,
    voice: "passive",
    form: "participle",
    tense: null,
    modal: null,
    negated: false,
  };
  return {
    ...sentence,
    tokens: sentence.tokens.with(i, asVerb(sentence.tokens[i]!, lemma, "VBN")),
    nounPhrases: sentence.nounPhrases.filter((np) => np.first !== i || np.last !== i),
    verbGroups: [...sentence.verbGroups, group].sort((a, b) => a.first - b.first),
  };
}

function mendAt(sentence: Sentence, i: number, lemma: string): Sentence {
  const { tokens } = sentence;
  const group = sentence.verbGroups.find((g) => g.head === i);
  if (group === undefined) {
    const auxiliary = joinAuxiliary(sentence, i, lemma);
    if (auxiliary !== null) return auxiliary;
    if (sentence.verbGroups.some((g) => g.last === i - 1 && tokens[g.head]!.lemma === "find"))
      return asParticiple(sentence, i, lemma);
  }
  const whole = sentence.nounPhrases.find((np) => np.first < i && i <= np.last);
  const before = sentence.nounPhrases.find((np) => np.last === i - 1);
  const subject = whole ?? before;
  const alone = group === undefined || (group.first === group.last && group.form === "participle");
  if (!alone || subject === undefined || !takesObject(tokens, i) || !opensClause(tokens, subject)) return sentence;
  // "the wounded two", "armed men killed in the raid who …": only a clause without a verb of its own lacks one.
  const following = sentence.verbGroups.find((g) => g.first > i);
  const rival =
    following !== undefined &&
    following.form === "finite" &&
    !tokens
      .slice(i + 1, following.first)
      .some((t) => t.upos === "PUNCT" || t.upos === "CCONJ" || t.upos === "SCONJ" || t.norm === "that");
  return rival ? sentence : cutAt(sentence, i, lemma);
}

/** A modal is one of a dozen words; the tagger may take an unknown verb for one. */
const withoutFalseModals = (sentence: Sentence): Sentence => ({
  ...sentence,
  verbGroups: sentence.verbGroups.map((g) =>
    g.modal === null || MODAL.test(g.modal) ? g : { ...g, modal: null, tense: "past" as const },
  ),
});

const withLemma = (sentence: Sentence, i: number, lemma: string): Sentence => {
  const token = sentence.tokens[i]!;
  return token.upos === "VERB" && token.lemma !== lemma
    ? { ...sentence, tokens: sentence.tokens.with(i, { ...token, lemma }) }
    : sentence;
};

/** "police opened fire", "rebels burned houses": a past form inside a phrase, right behind a plural, is the verb of its clause. */
const isVerbAfterPlural = ({ tokens, nounPhrases }: Sentence, i: number): boolean =>
  /^VB[DN]$/.test(tokens[i]!.xpos) && isPlural(tokens[i - 1]!) && nounPhrases.some((np) => np.first < i && i < np.last);

const CLAUSE_OPENER = /^(?:PUNCT|CCONJ|SCONJ|ADP|DET|ADJ)$/;

/** ", police said": a word that the room's own list knows as people, taken for a verb before the verb it is the subject of. */
function nounAtVerb(sentence: Sentence, i: number, lexicon: ActorLexicon): Sentence {
  const { tokens } = sentence;
  const [token, next, before] = [tokens[i]!, tokens[i + 1], tokens[i - 1]];
  if (!/^(?:VERB|AUX|ADV|X|INTJ)$/.test(token.upos) || !isPlural(token) || !lexicon.people.has(token.norm))
    return sentence;
  if (
    next === undefined ||
    !/^(?:VERB|AUX)$/.test(next.upos) ||
    (before !== undefined && !CLAUSE_OPENER.test(before.upos))
  )
    return sentence;
  const verbGroups = sentence.verbGroups.flatMap((g): VerbGroup[] => {
    if (g.first > i || g.last < i) return [g];
    if (g.last === i) return [];
    const finite = /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i + 1]!.xpos);
    return [{ ...g, first: i + 1, form: finite ? "finite" : g.form }];
  });
  const phrase: NounPhrase = { first: i, last: i, head: i };
  const nounPhrases = [...sentence.nounPhrases.filter((np) => np.last < i || np.first > i), phrase].sort(
    (a, b) => a.first - b.first,
  );
  return { ...sentence, tokens: tokens.with(i, { ...token, upos: "NOUN", xpos: "NNS" }), nounPhrases, verbGroups };
}

/**
 * Verbs of the room's tables that the tagger took for adjectives, nouns or participles: "The blast wounded two men",
 * "Two men were slain", "Police dismissed messages that …". Only forms of table verbs are touched (and past
 * forms inside a phrase, behind a plural), and only where a clause would else have no verb.
 */
export function withVerbsMended(sentence: Sentence, lexicon: ActorLexicon): Sentence {
  let mended = withoutFalseModals(sentence);
  for (let i = 0; i < sentence.tokens.length; i++) mended = nounAtVerb(mended, i, lexicon);
  for (let i = 1; i < sentence.tokens.length; i++) {
    const lemma = lexicon.pastForms.get(sentence.tokens[i]!.norm) ?? null;
    if (lemma !== null) mended = mendAt(withLemma(mended, i, lemma), i, lemma);
    else if (isVerbAfterPlural(mended, i)) mended = mendAt(mended, i, mended.tokens[i]!.lemma);
  }
  return mended;
}
