import type { PlacePrecision } from "../record/index.ts";
import type { Reading, Token } from "../text/index.ts";
import type { Candidate } from "./candidate.ts";
import { isCapital } from "./capitals.ts";
import { DIVISION_WORDS } from "./division-words.ts";

const KIND_BEFORE: Readonly<Record<string, PlacePrecision>> = {
  city: "city",
  town: "city",
  village: "city",
  port: "city",
  municipality: "admin2",
  suburb: "city",
  capital: "city",
};

/** "Osh and Jalal-Abad regions": the kind that stands behind a list of names. */
function kindBehindList(reading: Reading, tokens: readonly Token[], last: number): PlacePrecision | null {
  for (let i = last + 1, joined = false; i < tokens.length && i < last + 14; i++) {
    const token = tokens[i]!;
    const singular = token.norm.replace(/ies$/, "y").replace(/s$/, "");
    const kind = token.norm.endsWith("s") ? DIVISION_WORDS.get(singular) : undefined;
    if (kind !== undefined) return joined || i === last + 1 ? kind : null;
    if (token.norm === "and" || token.form === ",") joined = true;
    else if (!(isCapital(reading, token) && token.upos === "PROPN") && token.form !== "-") return null;
  }
  return null;
}

/** Kind of place that the words beside the name state. */
export function statedKind(reading: Reading, { sentence, first, last }: Candidate): PlacePrecision | null {
  const { tokens } = sentence;
  const after = tokens[last + 1]?.norm ?? "";
  const holder = tokens[last + 2];
  const word = DIVISION_WORDS.get(after);
  if (word !== undefined && !(after === "state" && holder !== undefined && /^\p{Lu}/u.test(holder.form))) return word;
  if (after === "city" && !/^\p{Lu}/u.test(tokens[last + 1]!.form)) return "city";
  const listed = kindBehindList(reading, tokens, last);
  if (listed !== null) return listed;
  if (tokens[first - 1]?.norm !== "of") return null;
  const before = tokens[first - 2]?.norm ?? "";
  return DIVISION_WORDS.get(before) ?? KIND_BEFORE[before] ?? null;
}
