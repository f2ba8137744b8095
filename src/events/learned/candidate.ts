import type { WeaponMention } from "../../actors/index.ts";
import type { Found, Nominal, Passage } from "../passage.ts";

/** A phrase that may be somebody or something in an event, wherever it stands. */
export interface Candidate extends Nominal {
  readonly passage: Passage;
  readonly weapon: WeaponMention | null;
}

const nested = (candidates: readonly Candidate[], head: number): boolean => candidates.some((one) => one.head === head);

/** "a bank injured two passers-by": no phrase, but a clause that was taken for one. */
const swallowsVerb = ({ passage, first, last }: Candidate): boolean =>
  passage.verbs.some((verb) => verb.form === "finite" && first <= verb.first && verb.last < last);

/** Phrases of one sentence: actors, weapons, names and plain noun phrases, one a head. Pronouns tell too little. */
function candidatesIn(passage: Passage, found: Found): readonly Candidate[] {
  const { sentence } = passage;
  const all: Candidate[] = [];
  for (const mention of found.actors) {
    if (mention.sentence !== sentence.index || mention.pronoun || nested(all, mention.head)) continue;
    const last = Math.max(mention.baseLast, mention.head);
    const end = Math.max(mention.last, last);
    all.push({ passage, first: mention.first, last, end, head: mention.head, mention, weapon: null });
  }
  for (const weapon of passage.weapons) {
    const at = all.findIndex((one) => one.head === weapon.head);
    if (at >= 0) all[at] = { ...all[at]!, weapon };
    else {
      const { first, last, head } = weapon;
      all.push({ passage, first, last, end: last, head, mention: null, weapon });
    }
  }
  for (const { first, last, head } of [
    ...sentence.nounPhrases,
    ...sentence.names.map((name) => ({ first: name.first, last: name.last, head: name.last })),
  ]) {
    if (nested(all, head) || passage.dated.has(head) || passage.tokens[head]?.upos === "PRON") continue;
    all.push({ passage, first, last, end: last, head, mention: null, weapon: null });
  }
  return all.filter((one) => !swallowsVerb(one)).sort((a, b) => a.head - b.head);
}

/** Candidates of every sentence but datelines, in the order of the text. */
export function candidatesOf(found: Found, passages: readonly Passage[]): readonly Candidate[] {
  const bySentence = new Map<number, Found["actors"][number][]>();
  for (const mention of found.actors) {
    const group = bySentence.get(mention.sentence);
    if (group === undefined) bySentence.set(mention.sentence, [mention]);
    else group.push(mention);
  }
  return passages
    .filter(({ sentence }) => sentence.kind !== "dateline")
    .flatMap((passage) => candidatesIn(passage, { ...found, actors: bySentence.get(passage.sentence.index) ?? [] }));
}
