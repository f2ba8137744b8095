import type { Token } from "../../text/index.ts";
import type { Candidate } from "./candidate.ts";
import type { RoleLabel } from "./role-label.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Words before a phrase that count, point, doubt or say when, and tell nothing of what it is. */
const OPENING = words(
  "other another same first second third fourth last next several many various numerous some certain few alleged suspected presumed supposed self-styled so-called least most about approximately around nearly over this that these those his her its their our my where when which",
);

const opens = (token: Token, dated: boolean, things: boolean): boolean =>
  dated ||
  OPENING.has(token.norm) ||
  token.upos === "DET" ||
  token.upos === "PUNCT" ||
  token.xpos === "PRP$" ||
  (things && (token.upos === "NUM" || token.norm === "kg"));

/** "FMLN" of "FMLN guerrillas" is a participant of its own; the phrase is named after what follows. */
function afterBody({ passage: { tokens }, head, mention }: Candidate, first: number): number {
  const body = mention?.of?.split(/\s+/).at(-1);
  if (body === undefined) return first;
  const at = tokens.findIndex((token, i) => i >= first && i < head && token.form === body);
  if (at < 0) return first;
  return /^['’]s?$/.test(tokens[at + 1]?.norm ?? "") ? at + 2 : at + 1;
}

const STOPS = words("in at on near from with for by to who which that where when while and or as");

/** "offices of the telephone company": the "of" phrase says what it is; fighters of a body are only the fighters. */
function withTail({ passage: { tokens }, last, end, mention }: Candidate, label: RoleLabel): number {
  if (tokens[last + 1]?.norm !== "of" || (label === "perpetrator" && mention?.of != null)) return last;
  let to = last + 1;
  while (to < end && !STOPS.has(tokens[to + 1]!.norm) && tokens[to + 1]!.upos !== "PUNCT") to += 1;
  return to > last + 1 ? to : last;
}

/** Token indexes of the words that say what a phrase stands for, without what only counts, points or places it. */
export function plainName(candidate: Candidate, label: RoleLabel): readonly [first: number, last: number] {
  const { passage, head } = candidate;
  const things = label === "target" || label === "weapon";
  let first = candidate.first;
  while (first < head && opens(passage.tokens[first]!, passage.dated.has(first), things)) first += 1;
  return [label === "perpetrator" ? afterBody(candidate, first) : first, withTail(candidate, label)];
}
