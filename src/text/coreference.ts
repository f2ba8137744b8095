import type { Chain, EntityMention, MentionRef, Sentence, Token } from "./reading.ts";

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

function candidateOf(sentence: Sentence, number: number): Candidate {
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

/** "the attackers" for "three attackers"; "the group" for an organisation named before. */
function describesTheSame(later: Candidate, earlier: Candidate): boolean {
  if (later.mention.form !== "description" || !isDefinite(later) || earlier.mention.form === "pronoun") return false;
  if (later.head.lemma === earlier.head.lemma && earlier.mention.form === "description") {
    return later.plural === earlier.plural && later.words.every((word) => earlier.words.includes(word));
  }
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
  if (later.mention.form === "pronoun") return antecedentOfPronoun(later, before);
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

/** Mentions that stand for the same one, by rules: names and their variants, definite descriptions, pronouns. Chains of two or more. */
export function findChains(sentences: readonly Sentence[]): Chain[] {
  const before: Candidate[] = [];
  const chainOf = new Map<Candidate, MentionRef[]>();
  const followed = (mention: EntityMention): boolean => FOLLOWED.test(mention.type);
  for (const sentence of sentences) {
    sentence.mentions.forEach((mention, number) => {
      if (!followed(mention)) return;
      const later = candidateOf(sentence, number);
      const earlier = antecedentOf(later, before);
      const chain = earlier === null ? [] : chainOf.get(earlier)!;
      chain.push(later.ref);
      chainOf.set(later, chain);
      before.push(later);
      if (before.length > MOST_CANDIDATES) before.shift();
    });
  }
  return [...new Set(chainOf.values())].filter((chain) => chain.length > 1);
}
