import type { Chain, EntityMention, MentionRef, Quotation, Sentence, Token } from "./reading.ts";
import { isFirstPerson, quotationAt, sameSpeaker, speakerOf } from "./speakers.ts";

/** A mention with what decides what it can stand for. */
interface Candidate {
  readonly ref: MentionRef;
  readonly mention: EntityMention;
  readonly tokens: readonly Token[];
  readonly head: Token;
  /** Words of the name or phrase in lower case, articles and possessives left out. */
  readonly words: readonly string[];
  readonly plural: boolean;
  readonly subject: boolean;
  readonly paragraph: number;
  /** Number of the quotation it stands in; -1 outside of any. */
  readonly quotation: number;
  /** Alone between brackets. */
  readonly inBrackets: boolean;
  /** Index in the sentence of the mention's head. */
  readonly at: number;
  /** Index of the word the head stands beside ("Mora, the mayor", "Mora was the mayor"); -1 for none. */
  readonly beside: number;
}

/** How far back a pronoun and a description look, in sentences. */
const PRONOUN_REACH = 3;
const DESCRIPTION_REACH = 12;
/** Candidates looked at for one mention: a bound on time in documents of many names. */
const MOST_CANDIDATES = 300;

const MASCULINE = /^(?:he|him|his|himself)$/;
const FEMININE = /^(?:she|her|hers|herself)$/;
const PLURAL = /^(?:they|them|their|theirs|themselves)$/;
const FEMALE =
  /^(?:woman|girl|wife|mother|daughter|sister|mrs\.?|ms\.?|miss|widow|nun|queen|aunt|niece|actress|policewoman|spokeswoman)$/;
const MALE =
  /^(?:man|boy|husband|father|son|brother|mr\.?|king|uncle|nephew|policeman|spokesman|gunman|priest|bishop|businessman)$/;
const GENERIC = /^(?:group|organization|organisation|movement|party|company|force|government|agency|gang|team)$/;

/** The subject of a phrase that is the predicate of "to be", unless denied; -1 for none. */
function subjectOf({ tokens }: Sentence, head: number): number {
  const own = (deprel: string): number => tokens.findIndex((t) => t.head === head && t.deprel === deprel);
  const said = own("cop") >= 0 && !tokens.some((t) => t.head === head && /^(?:not|n't|never|no)$/.test(t.norm));
  return said ? own("nsubj") : -1;
}

function besideOf(sentence: Sentence, head: number): number {
  const token = sentence.tokens[head]!;
  return token.deprel === "appos" ? token.head : subjectOf(sentence, head);
}

function candidateOf(sentence: Sentence, number: number, quotations: readonly Quotation[]): Candidate {
  const mention = sentence.mentions[number]!;
  const tokens = sentence.tokens.slice(mention.first, mention.last + 1);
  const head = sentence.tokens[mention.head]!;
  const words = tokens
    .filter(
      ({ upos, xpos }) => upos !== "DET" && upos !== "PUNCT" && xpos !== "POS" && xpos !== "PRP$" && upos !== "ADP",
    )
    .map(({ norm, lemma, upos }) => (upos === "NOUN" ? lemma : norm));
  return {
    ref: { sentence: sentence.index, mention: number },
    mention,
    tokens,
    head,
    words,
    plural:
      mention.type === "group-of-people" ||
      /^NN?P?S$/.test(head.xpos) ||
      sentence.tokens.some((t) => t.head === mention.head && t.deprel === "conj"),
    subject: head.deprel.startsWith("nsubj"),
    paragraph: sentence.paragraph,
    quotation: quotationAt(quotations, head.start),
    inBrackets:
      sentence.tokens[mention.first - 1]?.form === "(" && /^[),]$/.test(sentence.tokens[mention.last + 1]?.form ?? ""),
    at: mention.head,
    beside: mention.form === "pronoun" ? -1 : besideOf(sentence, mention.head),
  };
}

const sameType = (a: Candidate, b: Candidate): boolean => a.mention.type === b.mention.type;
const isName = (c: Candidate): boolean => c.mention.form === "name";
const initialsOf = (words: readonly string[]): string => words.map((word) => word[0] ?? "").join("");

/** "Oqueli" for "Hector Oqueli Colindres", "the UN" for "UN", "FMLN" for "Farabundo Marti National Liberation Front". */
function namesTheSame(later: Candidate, earlier: Candidate): boolean {
  if (!isName(later) || !isName(earlier)) return false;
  const [a, b] = [later.words.join(" "), earlier.words.join(" ")];
  if (a === b) return a !== "";
  if (later.words.length === 1 && earlier.words.length > 2 && initialsOf(earlier.words) === later.head.norm)
    return true;
  if (later.mention.type !== "person" || !sameType(later, earlier)) return false;
  const [shorter, longer] = later.words.length < earlier.words.length ? [later, earlier] : [earlier, later];
  return (
    shorter.words.length > 0 &&
    shorter.words.every((word) => longer.words.includes(word)) &&
    /^\p{L}{3}/u.test(shorter.words.at(-1)!)
  );
}

const isDefinite = ({ tokens }: Candidate): boolean =>
  /^(?:the|this|that|these|those|both|said)$/.test(tokens[0]?.norm ?? "");

/** "the Farabundo Front (FF)": short for the name before it. */
function shortens(later: Candidate, earlier: Candidate): boolean {
  return (
    later.inBrackets &&
    isName(earlier) &&
    later.ref.sentence === earlier.ref.sentence &&
    earlier.mention.last === later.mention.first - 2 &&
    later.words.length === 1 &&
    initialsOf(earlier.words).includes(later.head.norm.replace(/\W/g, "").slice(0, 2))
  );
}

/** Types that have a who or which: a time or a sum beside another is another. */
const PEOPLE_OR_GROUPS = /^(?:person|organization|group-of-people|place|facility)$/;

/** "Luis Mora, the mayor": "Luis Mora is the mayor": both of one type, in one sentence. */
function standsBeside(later: Candidate, earlier: Candidate): boolean {
  if (later.ref.sentence !== earlier.ref.sentence || later.beside !== earlier.at) return false;
  return sameType(later, earlier) && PEOPLE_OR_GROUPS.test(later.mention.type) && later.plural === earlier.plural;
}

/** "the attackers" for "three attackers"; "the group" for an organisation named before. */
function describesTheSame(later: Candidate, earlier: Candidate): boolean {
  if (later.mention.form !== "description" || !isDefinite(later) || earlier.mention.form === "pronoun") return false;
  if (later.head.lemma === earlier.head.lemma && earlier.mention.form === "description") {
    return later.plural === earlier.plural && later.words.every((word) => earlier.words.includes(word));
  }
  // "the 34-year-old" for "a 34-year-old teacher".
  if (later.head.norm === "old") return later.words.every((word) => earlier.words.includes(word));
  return (
    later.words.length === 1 &&
    GENERIC.test(later.head.lemma) &&
    isName(earlier) &&
    earlier.mention.type === "organization"
  );
}

const genderOf = ({ tokens }: Candidate): "male" | "female" | null =>
  tokens.some(({ norm }) => FEMALE.test(norm)) ? "female" : tokens.some(({ norm }) => MALE.test(norm)) ? "male" : null;

function pronounFits(pronoun: Candidate, earlier: Candidate): boolean {
  const { norm } = pronoun.head;
  const { type } = earlier.mention;
  if (isFirstPerson(earlier.head.norm)) return false;
  if (MASCULINE.test(norm) || FEMININE.test(norm)) {
    const wrong = MASCULINE.test(norm) ? "female" : "male";
    return type === "person" && !earlier.plural && genderOf(earlier) !== wrong;
  }
  return PLURAL.test(norm) && (type === "group-of-people" || earlier.plural);
}

/** The nearest that fits, subjects of a sentence before its other mentions. */
function antecedentOfPronoun(pronoun: Candidate, before: readonly Candidate[]): Candidate | null {
  for (let back = 0; back <= PRONOUN_REACH; back++) {
    const own = before.filter(
      (c) =>
        c.ref.sentence === pronoun.ref.sentence - back &&
        pronounFits(pronoun, c) &&
        c.mention.last < pronoun.mention.first + (back === 0 ? 0 : 1e6),
    );
    const found =
      back === 0 ? (own.find(({ subject }) => subject) ?? own.at(-1)) : (own.find(({ subject }) => subject) ?? own[0]);
    if (found !== undefined) return found;
  }
  return null;
}

function antecedentOf(later: Candidate, before: readonly Candidate[]): Candidate | null {
  if (isFirstPerson(later.head.norm)) return before.findLast((earlier) => sameSpeaker(later, earlier)) ?? null;
  if (later.mention.form === "pronoun") return antecedentOfPronoun(later, before);
  const full = later.inBrackets ? before.findLast((earlier) => shortens(later, earlier)) : undefined;
  if (full !== undefined) return full;
  const beside = later.beside < 0 ? undefined : before.findLast((earlier) => standsBeside(later, earlier));
  if (beside !== undefined) return beside;
  for (let i = before.length - 1; i >= 0; i--) {
    const earlier = before[i]!;
    if (namesTheSame(later, earlier)) return earlier;
    const near = later.ref.sentence - earlier.ref.sentence <= DESCRIPTION_REACH;
    if (
      near &&
      describesTheSame(later, earlier) &&
      earlier.mention.last < later.mention.first + (later.ref.sentence > earlier.ref.sentence ? 1e6 : 0)
    )
      return earlier;
  }
  return null;
}

/** Types whose mentions are followed through a document. */
const FOLLOWED = /^(?:person|organization|group-of-people|place|facility|vehicle|weapon|event)$/;

const inOrder = (a: MentionRef, b: MentionRef): number => a.sentence - b.sentence || a.mention - b.mention;

/** Each mention's chain so far; mentions of one chain share the array. */
type ChainOf = Map<Candidate, Candidate[]>;

/** The shorter chain goes into the longer, so that many joins stay cheap. */
function joinChains(chainOf: ChainOf, a: Candidate, b: Candidate): void {
  const [one, other] = [chainOf.get(a)!, chainOf.get(b)!];
  if (one === other) return;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  for (const candidate of shorter) {
    longer.push(candidate);
    chainOf.set(candidate, longer);
  }
}

/** In "I am leaving", said Mora: the chain of "I" goes on with Mora's. */
function joinSpeakers(chainOf: ChainOf, quotations: readonly Quotation[]): void {
  const candidates = [...chainOf.keys()];
  for (const [i, first] of candidates.entries()) {
    if (first.quotation < 0 || !/^(?:i|me|my|myself)$/.test(first.head.norm)) continue;
    // Who says it stands a few mentions before the quotation or after it.
    const speaker = speakerOf(first, candidates.slice(Math.max(0, i - 40), i + 40), quotations);
    if (speaker !== undefined) joinChains(chainOf, first, speaker);
  }
}

/** Mentions that stand for the same one, by rules: names and their variants, what stands beside them, definite descriptions, pronouns. Chains of two or more. */
export function findChains(sentences: readonly Sentence[], quotations: readonly Quotation[]): Chain[] {
  const before: Candidate[] = [];
  const chainOf: ChainOf = new Map();
  for (const sentence of sentences) {
    sentence.mentions.forEach((mention, number) => {
      if (!FOLLOWED.test(mention.type)) return;
      const later = candidateOf(sentence, number, quotations);
      const earlier = antecedentOf(later, before);
      chainOf.set(later, [later]);
      if (earlier !== null) joinChains(chainOf, later, earlier);
      before.push(later);
      if (before.length > MOST_CANDIDATES) before.shift();
    });
  }
  joinSpeakers(chainOf, quotations);
  return [...new Set(chainOf.values())]
    .filter((chain) => chain.length > 1)
    .map((chain) => chain.map(({ ref }) => ref).sort(inOrder));
}
