import type { Count } from "../record/index.ts";
import type { NounPhrase, Sentence, Token } from "../text/index.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { isPlural, mended } from "./mend-phrases.ts";
import { groupOfAt, type Quantity, quantitiesOf } from "./quantity.ts";

/** A noun phrase with its quantity read: token indexes of its sentence, ends inclusive. */
export interface Phrase {
  /** With "at least", "between". */
  readonly first: number;
  /** Without them: where a reader would start to quote a participant. */
  readonly start: number;
  readonly last: number;
  readonly head: number;
  readonly quantity: Quantity | null;
  /** "four of the organisers", "a group of armed men": counted apart from, or as a part of, what `head` names. */
  readonly partitive: boolean;
  /** Only a quantity: "two and wounding several", "12 dead". */
  readonly bare: boolean;
}

const MEASURES = new Set(
  "percent per year month week day hour minute second o'clock am pm kilometre kilometer km metre meter mile kilogram kilo kg ton tonne foot inch dollar euro peso pound cent degree time january february march april may june july august september october november december".split(
    " ",
  ),
);

/** "12-year-old", "$15", "40 %", "aged 12", "No 5": figures that count nobody. */
function countsNobody(tokens: readonly Token[], quantity: Quantity): boolean {
  const next = tokens[quantity.last + 1]?.norm ?? "";
  const before = tokens[quantity.first - 1]?.norm ?? "";
  if (isAge(tokens, quantity) || isYear(tokens, quantity)) return true;
  if (/^[%°]$/.test(next) || (next === "-" && MEASURES.has(tokens[quantity.last + 2]?.lemma ?? ""))) return true;
  if (tokens[quantity.last + 1] !== undefined && isMonth(tokens[quantity.last + 1]!) && quantity.count.max !== null)
    return true;
  return /^(?:[$€£#%]|aged?|no|no\.|article|page|chapter|route)$/.test(before) && quantity.count.min !== 0;
}

/** "17 year old", "a two-year-old boy". */
const isAge = (tokens: readonly Token[], { last }: Quantity): boolean =>
  /^(?:-|–)?years?$/.test(tokens[last + 1]?.norm ?? "") &&
  tokens.slice(last + 2, last + 4).some((t) => t.norm === "old");

/** "August 27, 2015", "in 2015", "Sept. 3": figures of a date. */
function isYear(tokens: readonly Token[], { first, last, count }: Quantity): boolean {
  const before = tokens[first - 1];
  if (before !== undefined && isMonth(before)) return true;
  const isFourDigits = first === last && /^(?:1[5-9]|20)\d\d$/.test(tokens[last]!.norm) && count.max !== null;
  if (!isFourDigits || before === undefined) return false;
  return (
    /^(?:in|of|since|until|by|during|from|year)$/.test(before.norm) ||
    (before.norm === "," && /^(?:NUM|PROPN)$/.test(tokens[first - 2]?.upos ?? ""))
  );
}

const isMonth = (token: Token): boolean =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)$/.test(
    token.norm,
  );

const isOf = (tokens: readonly Token[], i: number): boolean => tokens[i]?.norm === "of";

const startingAt = (phrases: readonly NounPhrase[], i: number): NounPhrase | undefined =>
  phrases.find((np) => np.first === i);

function counted(sentence: Sentence, quantity: Quantity): Phrase {
  const { tokens, nounPhrases } = sentence;
  const next = quantity.last + 1;
  const around = nounPhrases.find((np) => np.first <= quantity.last && np.last >= next);
  const following = startingAt(nounPhrases, next);
  const whole =
    around ??
    (following !== undefined && tokens[next]!.upos !== "PRON" && tokens[next]!.upos !== "DET" ? following : undefined);
  // "dozens of strikers", "a group of 20": the quantity's own "of" is inside it; "four of the organisers": it comes after.
  const ownOf = isOf(tokens, quantity.last) && following !== undefined ? following : undefined;
  const partOf = isOf(tokens, next) ? startingAt(nounPhrases, next + 1) : undefined;
  const base = { quantity, first: quantity.first, start: quantity.figure };
  const np = whole ?? ownOf;
  if (np !== undefined) {
    const first = Math.min(base.first, np.first);
    // "between 10 and 14 drivers": a reader quotes "drivers"; "five drivers" keeps its number.
    const opensRange = /^(?:between|from)$/.test(tokens[quantity.figure]!.norm);
    const start = np.first < quantity.first ? np.first : opensRange ? next : base.start;
    return { ...base, first, start, last: np.last, head: np.head, partitive: false, bare: false };
  }
  if (partOf !== undefined) return { ...base, last: partOf.last, head: partOf.head, partitive: true, bare: false };
  return { ...base, last: quantity.last, head: quantity.last, partitive: false, bare: true };
}

/** "a group of armed men", "members of the League": what the inner phrase names, with the outer words kept. */
function grouped(sentence: Sentence, np: NounPhrase, inner: readonly Phrase[], lexicon: ActorLexicon): Phrase | null {
  const { tokens, nounPhrases } = sentence;
  const outer =
    groupOfAt(tokens, np.first, lexicon) ||
    (tokens[np.first + 1] === undefined ? 0 : skipAdjective(sentence, np, lexicon));
  if (outer === 0) return null;
  const at = np.first + outer;
  const counted = inner.find((phrase) => phrase.first === at || phrase.start === at);
  if (counted !== undefined) return { ...counted, first: np.first, start: np.first };
  const named = startingAt(nounPhrases, at);
  if (named === undefined) return null;
  return {
    first: np.first,
    start: np.first,
    last: named.last,
    head: named.head,
    quantity: null,
    partitive: false,
    bare: false,
  };
}

/** "a small group of": an adjective between the article and the noun. */
function skipAdjective(sentence: Sentence, np: NounPhrase, lexicon: ActorLexicon): number {
  const { tokens } = sentence;
  if (tokens[np.first]!.upos !== "DET" || tokens[np.first + 1]!.upos !== "ADJ") return 0;
  const rest: Token[] = [{ ...tokens[np.first]!, norm: "a" }, ...tokens.slice(np.first + 2, np.first + 5)];
  const length = groupOfAt(rest, 0, lexicon);
  return length === 0 ? 0 : length + 1;
}

/** All noun phrases of a sentence in order of the text, quantities joined to what they count. */
export function phrasesOf(original: Sentence, lexicon: ActorLexicon): readonly Phrase[] {
  const sentence = mended(original);
  const quantities = quantitiesOf(sentence.tokens, lexicon).filter((q) => !countsNobody(sentence.tokens, q));
  const withQuantity = quantities.map((quantity) => counted(sentence, quantity));
  const plain: Phrase[] = [];
  const swallowed: Phrase[] = [];
  for (const np of sentence.nounPhrases) {
    const group = grouped(sentence, np, withQuantity, lexicon);
    if (group !== null) {
      swallowed.push(group);
      plain.push(group);
    } else if (!withQuantity.some((phrase) => phrase.first <= np.last && np.first <= phrase.last)) {
      plain.push({
        first: np.first,
        start: np.first,
        last: np.last,
        head: np.head,
        quantity: null,
        partitive: false,
        bare: false,
      });
    }
  }
  const isInside = (phrase: Phrase): boolean =>
    swallowed.some((outer) => outer !== phrase && outer.first <= phrase.first && phrase.last <= outer.last);
  const all = [...withQuantity, ...plain].filter((phrase) => !isInside(phrase));
  return all
    .sort((a, b) => a.first - b.first || b.last - a.last)
    .filter((phrase, i) => i === 0 || phrase.first > all[i - 1]!.last);
}

/** How many a phrase speaks of: its quantity, else one for "a man", else null ("soldiers", "the man" say no number: "the man" is one). */
export function countOf(sentence: Sentence, phrase: Phrase): Count | null {
  if (phrase.quantity !== null) return phrase.quantity.count;
  const head = sentence.tokens[phrase.head]!;
  const first = sentence.tokens[phrase.first]!;
  if (/^(?:a|an|another)$/.test(first.norm) && !isPlural(head)) return { min: 1, max: 1 };
  return null;
}
