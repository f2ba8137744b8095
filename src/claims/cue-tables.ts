import type { ClaimKind } from "../record/index.ts";
import { CLAIM_KINDS, parseTable } from "../record/index.ts";

export interface KindCue {
  readonly kind: ClaimKind;
  readonly pattern: RegExp;
  readonly example: string;
}
export interface LoadedWord {
  readonly pattern: RegExp;
  readonly neutral: string;
}

/** Case does not matter, but where "may" is looked for: with a capital it is the month. */
const flagsOf = (pattern: string): string => (/\(\?:may\|/.test(pattern) ? "u" : "iu");

const compile = (table: string, line: number, source: string, flags: string): RegExp => {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new Error(`${table}:${line}: ${error instanceof Error ? error.message : "no regular expression"}`);
  }
};

const isKind = (word: string): word is ClaimKind => (CLAIM_KINDS as readonly string[]).includes(word);

/**
 * Reads `tables/claim-cues.tsv`. `may`, `might`, `will` are matched in lower case, so that May is no modal.
 * @throws Error naming the line of an unknown kind or a pattern that does not compile
 */
export function parseKindCues(tsv: string): readonly KindCue[] {
  return parseTable("claim-cues.tsv", tsv).rows.map(({ cells, line }) => {
    const { kind = "", pattern = "", example = "" } = cells;
    if (!isKind(kind)) throw new Error(`claim-cues.tsv:${line}: there is no claim kind "${kind}"`);
    return { kind, pattern: compile("claim-cues.tsv", line, pattern, flagsOf(pattern)), example };
  });
}

/** Wording that withholds the day or the place. */
export interface NotTold {
  readonly what: "day" | "place" | "both";
  readonly pattern: RegExp;
}

/** Reads `tables/claim-not-told.tsv`. */
export const parseNotTold = (tsv: string): readonly NotTold[] =>
  parseTable("claim-not-told.tsv", tsv).rows.map(({ cells, line }) => {
    const { what = "", pattern = "" } = cells;
    if (what !== "day" && what !== "place" && what !== "both") {
      throw new Error(`claim-not-told.tsv:${line}: "${what}" is none of day, place, both`);
    }
    return { what, pattern: compile("claim-not-told.tsv", line, pattern, "iu") };
  });

/** Reads a table with a `pattern` column. */
export const parsePatterns = (table: string, tsv: string): readonly RegExp[] =>
  parseTable(table, tsv).rows.map(({ cells, line }) =>
    compile(table, line, cells.pattern ?? "", flagsOf(cells.pattern ?? "")),
  );

/** Reads `tables/claim-loaded-words.tsv`; patterns match whole words. */
export const parseLoadedWords = (tsv: string): readonly LoadedWord[] =>
  parseTable("claim-loaded-words.tsv", tsv).rows.map(({ cells, line }) => ({
    pattern: compile("claim-loaded-words.tsv", line, `(?<![\\p{L}-])(?:${cells.pattern})(?![\\p{L}])`, "giu"),
    neutral: cells.neutral ?? "",
  }));
