import type { Reading, Sentence, Token } from "../text/index.ts";
import { isCapital } from "./capitals.ts";
import type { PlaceTables } from "./place-tables.ts";

const bare = (token: Token | undefined): string => (token?.norm ?? "").replaceAll(".", "");

export const isGivenName = (tables: PlaceTables, token: Token | undefined): boolean =>
  token !== undefined && tables.given.has(token.norm);
export const isTitle = (tables: PlaceTables, token: Token | undefined): boolean =>
  tables.context.person.has(bare(token));

/** "A." or "J.R." between a given name and a surname. */
export const isInitial = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:\p{Lu}\.)+$/u.test(token.form);

/** End of the run of capital words and initials that begins at `first`. */
function endOfRun(reading: Reading, { tokens }: Sentence, first: number, tables: PlaceTables): number {
  let last = first;
  while (last + 1 < tokens.length && last < first + 4) {
    const next = tokens[last + 1]!;
    if (!(isCapital(reading, next) && next.upos === "PROPN") && !isInitial(next)) break;
    if (tables.context.holder.has(next.norm)) break;
    last++;
  }
  return last;
}

/** "Vera Holm, 38," and "Vera Holm said": ages and speech follow persons. */
function personFollows({ tokens }: Sentence, last: number, tables: PlaceTables): boolean {
  const [next, afterThat] = [tokens[last + 1], tokens[last + 2]];
  if (next === undefined) return false;
  return tables.context.speech.has(next.norm) || (next.form === "," && /^\d{1,2}$/.test(afterThat?.form ?? ""));
}

function surnamesOf(reading: Reading, sentence: Sentence, tables: PlaceTables): string[] {
  const { tokens } = sentence;
  const surnames: string[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (!isCapital(reading, tokens[i]!) || tokens[i]!.upos !== "PROPN") continue;
    const last = endOfRun(reading, sentence, i, tables);
    const opens = isGivenName(tables, tokens[i]) || isTitle(tables, tokens[i]) || personFollows(sentence, last, tables);
    if (opens && last > i) surnames.push(tokens[last]!.norm);
    if (opens) i = last;
  }
  return surnames;
}

/** Surnames of the document: the last word of each run that begins with a given name or a title, or that speaks or has an age. */
export const surnamesIn = (reading: Reading, tables: PlaceTables): ReadonlySet<string> =>
  new Set(reading.sentences.flatMap((sentence) => surnamesOf(reading, sentence, tables)));
