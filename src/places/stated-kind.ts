import type { PlacePrecision } from "../record/index.ts";
import type { Reading, Token } from "../text/index.ts";
import type { Candidate } from "./candidate.ts";
import { isCapital } from "./capitals.ts";
import { DIVISION_WORDS } from "./division-words.ts";

/** Kind of place that the words beside a name state, and the word that does. */
export interface StatedKind {
  readonly kind: PlacePrecision;
  readonly word: string;
}

const KIND_BEFORE: ReadonlyMap<string, PlacePrecision> = new Map([
  ["city", "city"],
  ["town", "city"],
  ["village", "city"],
  ["port", "city"],
  ["municipality", "admin2"],
  ["suburb", "city"],
  ["capital", "city"],
]);

const statedBy = (word: string, kinds: ReadonlyMap<string, PlacePrecision>): StatedKind | null => {
  const kind = kinds.get(word);
  return kind === undefined ? null : { kind, word };
};

/** "Osh and Jalal-Abad regions": the kind that stands behind a list of names. */
function kindBehindList(reading: Reading, tokens: readonly Token[], last: number): StatedKind | null {
  for (let i = last + 1, joined = false; i < tokens.length && i < last + 14; i++) {
    const token = tokens[i]!;
    const singular = token.norm.replace(/ies$/, "y").replace(/s$/, "");
    const stated = token.norm.endsWith("s") ? statedBy(singular, DIVISION_WORDS) : null;
    if (stated !== null) return joined || i === last + 1 ? stated : null;
    if (token.norm === "and" || token.form === ",") joined = true;
    else if (!(isCapital(reading, token) && token.upos === "PROPN") && token.form !== "-") return null;
  }
  return null;
}

/** "the Karrada district of Baghdad", "a district of Baghdad", "Nariño department of Colombia": the word is another name's. */
function wordIsAnothers(reading: Reading, tokens: readonly Token[], word: number): boolean {
  const before = tokens[word - 1];
  if (before === undefined) return false;
  return /^(?:a|an|another|every|each)$/.test(before.norm) || (isCapital(reading, before) && before.upos === "PROPN");
}

export function statedKind(reading: Reading, { sentence, first, last }: Candidate): StatedKind | null {
  const { tokens } = sentence;
  const after = tokens[last + 1]?.norm ?? "";
  const holder = tokens[last + 2];
  const stated = statedBy(after, DIVISION_WORDS);
  if (stated !== null && !(after === "state" && holder !== undefined && /^\p{Lu}/u.test(holder.form))) return stated;
  if (after === "city" && !/^\p{Lu}/u.test(tokens[last + 1]!.form)) return { kind: "city", word: after };
  const listed = kindBehindList(reading, tokens, last);
  if (listed !== null) return listed;
  if (tokens[first - 1]?.norm !== "of" || wordIsAnothers(reading, tokens, first - 2)) return null;
  const before = tokens[first - 2]?.norm ?? "";
  return statedBy(before, DIVISION_WORDS) ?? statedBy(before, KIND_BEFORE);
}
