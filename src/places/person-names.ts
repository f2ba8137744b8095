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

function surnamesOf(reading: Reading, sentence: Sentence, tables: PlaceTables): string[] {
  const { tokens } = sentence;
  const surnames: string[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const opens = isGivenName(tables, tokens[i]) || (isTitle(tables, tokens[i]) && isCapital(reading, tokens[i]!));
    if (!opens || !isCapital(reading, tokens[i]!)) continue;
    let last = i;
    while (last + 1 < tokens.length && last < i + 4) {
      const next = tokens[last + 1]!;
      const joins = (isCapital(reading, next) && next.upos === "PROPN") || isInitial(next);
      if (!joins || tables.context.holder.has(next.norm)) break;
      last++;
    }
    if (last > i) surnames.push(tokens[last]!.norm);
  }
  return surnames;
}

/** Surnames of the document: the last word of each run that begins with a given name or a title. */
export const surnamesIn = (reading: Reading, tables: PlaceTables): ReadonlySet<string> =>
  new Set(reading.sentences.flatMap((sentence) => surnamesOf(reading, sentence, tables)));
