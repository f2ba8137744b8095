import type { Reading, Sentence, Token } from "../text/index.ts";
import { isCapital, isSmallWord } from "./capitals.ts";
import type { Gazetteer, PlaceReading } from "./gazetteer.ts";
import { normalName } from "./normal-name.ts";
import type { PlaceTables } from "./place-tables.ts";

/** What the stages of recognition look at. */
export interface Scene {
  readonly reading: Reading;
  readonly gazetteer: Gazetteer;
  readonly tables: PlaceTables;
  readonly surnames: ReadonlySet<string>;
}

export interface Candidate {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly normal: string;
  readonly readings: readonly PlaceReading[];
}

const nameOf = (tokens: readonly Token[], first: number, last: number): string =>
  normalName(
    tokens
      .slice(first, last + 1)
      .map((token) => token.form)
      .join(" "),
  );

/** Last words of a region's name that are often written small: "Gulf states", "Fergana valley". */
const REGION_TAILS = new Set([
  "countries",
  "states",
  "monarchies",
  "republics",
  "region",
  "valley",
  "peninsula",
  "basin",
  "mountains",
  "desert",
]);

const ARTICLES = new Set(["el", "la", "las", "los", "the", "al", "le", "les", "san"]);

/** In capitals nothing tells "IN LIMA" from "EL SALVADOR" but the small word itself. */
const mayOpen = (words: readonly Token[]): boolean =>
  !isSmallWord(words[0]!) || (words.length > 1 && ARTICLES.has(words[0]!.norm));

/** Every word of the name that is no small word must be written as a name; where all is in capitals, one word tagged as one is enough. */
function writtenAsName({ reading }: Scene, tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1);
  if (last > first && isSmallWord(words.at(-1)!) && !isCapital(reading, words.at(-1)!)) return false;
  if (reading.capitals) return words.some((token) => token.upos === "PROPN") && mayOpen(words);
  const asName = (token: Token): boolean =>
    isCapital(reading, token) || isSmallWord(token) || !/\p{L}/u.test(token.form);
  const bare = last > first && REGION_TAILS.has(words.at(-1)!.norm) ? words.slice(0, -1) : words;
  return isCapital(reading, words[0]!) && bare.every(asName);
}

const PUNCTUATED = /^[-–'’.]+$/;

/** The longest name written as one at `first`; a hyphen inside joins, other punctuation does not. */
export function candidateAt(scene: Scene, sentence: Sentence, first: number): Candidate | null {
  const { tokens } = sentence;
  if (!scene.reading.capitals && !isCapital(scene.reading, tokens[first]!)) return null;
  const norms = tokens.slice(first, first + 9).map((token) => (/^[,;:()"“”/—]/.test(token.form) ? "," : token.form));
  const cut = norms.indexOf(",");
  const run = cut < 0 ? norms : norms.slice(0, cut);
  for (let count = scene.gazetteer.longestName(run, 0); count > 0; count--) {
    const last = first + count - 1;
    if (
      PUNCTUATED.test(tokens[last]!.form) ||
      tokens[last]!.norm === "'s" ||
      !writtenAsName(scene, tokens, first, last)
    )
      continue;
    const normal = nameOf(tokens, first, last);
    const readings = scene.gazetteer.readings(normal);
    const tail =
      last > first &&
      !scene.reading.capitals &&
      !isCapital(scene.reading, tokens[last]!) &&
      !isSmallWord(tokens[last]!);
    const fits = tail ? readings.filter(({ place }) => place.precision === "region") : readings;
    if (fits.length > 0) return { sentence, first, last, normal, readings: fits };
  }
  return null;
}

const formOf = ({ sentence, first, last }: Candidate): string =>
  sentence.tokens
    .slice(first, last + 1)
    .map((token) => token.form)
    .join("");

/** "US" is the country and "us" a pronoun; "IN" is Indiana only behind a town: "Gary, IN". */
function abbreviationHolds(scene: Scene, candidate: Candidate, form: string): boolean {
  const { sentence, first } = candidate;
  const country = candidate.readings.some((r) => r.kind === "abbreviation" && r.place.precision === "country");
  if (form.includes(".") || country) return sentence.tokens[first]!.upos !== "PRON";
  return sentence.tokens[first - 1]?.form === "," && first > 1 && isCapital(scene.reading, sentence.tokens[first - 2]!);
}

/** Readings that the way the name is written allows: an abbreviation stands in its own letters and stops. */
export function readingsAsWritten(scene: Scene, candidate: Candidate): readonly PlaceReading[] {
  const { readings, sentence, last } = candidate;
  if (!readings.some((r) => r.kind === "abbreviation")) return readings;
  const form = formOf(candidate);
  const closing = sentence.tokens[last + 1]?.form === "." ? `${form}.` : form;
  const ids = scene.tables.abbreviations.get(form) ?? scene.tables.abbreviations.get(closing) ?? upperForm(scene, form);
  if (ids !== undefined && abbreviationHolds(scene, candidate, form)) {
    return readings.filter(
      (r) => r.kind === "abbreviation" && r.place.geonameId !== null && ids.has(r.place.geonameId),
    );
  }
  return candidate.normal.length <= 3 ? [] : readings.filter((r) => r.kind !== "abbreviation");
}

/** In a text all in capitals "KY." is "Ky." */
function upperForm({ reading, tables }: Scene, form: string): ReadonlySet<number> | undefined {
  if (!reading.capitals || !form.includes(".")) return undefined;
  for (const [written, ids] of tables.abbreviations) if (written.toUpperCase() === form) return ids;
  return undefined;
}
