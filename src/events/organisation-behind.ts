import type { Reading } from "../text/index.ts";
import { type Nominal, type Passage, spanBetween } from "./passage.ts";

const MEMBERS: ReadonlySet<string> = new Set(
  "guerrilla rebel fighter militant member gunman commando unit column cell group militiaman insurgent terrorist combatant supporter follower activist guerrillas".split(
    " ",
  ),
);

const isName = (passage: Passage, at: number): boolean => {
  const token = passage.tokens[at];
  const placed =
    token !== undefined && passage.places.some((place) => place.start <= token.start && token.end <= place.end);
  if (token === undefined || placed) return false;
  return token.upos === "PROPN" || (token.upos === "NOUN" && /^\p{Lu}\p{Ll}/u.test(token.form));
};

/** "fighters of the Shining Path": the names after "of". */
function named(passage: Passage, nominal: Nominal): readonly [first: number, last: number] | null {
  const { tokens } = passage;
  let first = nominal.head + 1;
  if (tokens[first]?.norm !== "of") return null;
  first += 1;
  if (tokens[first]?.upos === "DET") first += 1;
  let last = first - 1;
  while (isName(passage, last + 1)) last += 1;
  return last >= first ? [first, last] : null;
}

/** "Shining Path guerrillas": the names before the noun. */
function prefixed(passage: Passage, nominal: Nominal): readonly [first: number, last: number] | null {
  let first = nominal.head;
  while (first > nominal.first && isName(passage, first - 1)) first -= 1;
  const length = nominal.head - first;
  const sure = length > 1 || (length === 1 && first > 0 && passage.tokens[first]?.upos === "PROPN");
  return sure ? [first, nominal.head - 1] : null; // a lone capital may only open the sentence
}

/** Name of the organisation that a phrase for its members gives, or null; nationalities and places are none. */
export function organisationBehind(reading: Reading, passage: Passage, nominal: Nominal): string | null {
  const head = passage.tokens[nominal.head];
  if (head === undefined || !(MEMBERS.has(head.lemma) || MEMBERS.has(head.norm))) return null;
  const range = named(passage, nominal) ?? prefixed(passage, nominal);
  return range === null ? null : spanBetween(reading, passage, range[0], range[1]).text;
}
