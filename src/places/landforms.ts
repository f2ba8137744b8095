import type { Candidate, Scene } from "./candidate.ts";
import { isCapital } from "./capitals.ts";

/**
 * "Mount Kenya", "Lake Victoria", "the Strait of Malacca", "the Jordan Valley": a landform that the gazetteer lacks is not
 * the country or town it shares its name with. Those that the gazetteer has are longer names and found before.
 */
export function isPartOfLandform({ reading, tables }: Scene, { sentence, first, last }: Candidate): boolean {
  const { tokens } = sentence;
  const { landform, landformOf, landformEnd } = tables.context;
  const named = (at: number, words: ReadonlySet<string>): boolean => {
    const token = tokens[at];
    return token !== undefined && words.has(token.norm.replaceAll(".", "")) && isCapital(reading, token);
  };
  return (
    named(first - 1, landform) ||
    (tokens[first - 1]?.norm === "of" && named(first - 2, landformOf)) ||
    named(last + 1, landformEnd)
  );
}
