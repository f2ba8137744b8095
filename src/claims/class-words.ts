import { INCIDENT_CLASSES, parseTable } from "../record/index.ts";

export interface ClassWord {
  readonly stem: string;
  readonly classes: ReadonlySet<string>;
  readonly kind: "violence" | "protest" | "policing" | "any";
}
export interface ClassWords {
  /** The class word that a word of a claim is a form of ("strikes", "rallies"), or null. */
  of(word: string): ClassWord | null;
  /** Class words of a stretch of text, in order, with where they start. */
  in(text: string): readonly { readonly at: number; readonly end: number; readonly word: ClassWord }[];
}

const KINDS: ReadonlySet<string> = new Set(["violence", "protest", "policing", "any"]);

const stems = (word: string): string[] => {
  const lower = word.toLowerCase();
  return [lower, lower.replace(/s$/, ""), lower.replace(/es$/, ""), lower.replace(/ies$/, "y")];
};

/**
 * Reads `tables/claim-class-words.tsv`.
 * @throws Error naming the line where a kind is unknown or no class is given: the table is our own, so that is a bug.
 */
export function parseClassWords(tsv: string): ClassWords {
  const words = new Map<string, ClassWord>();
  for (const { cells, line } of parseTable("claim-class-words.tsv", tsv).rows) {
    const { stem = "", classes = "", kind = "" } = cells;
    if (!KINDS.has(kind) || classes === "") throw new Error(`claim-class-words.tsv:${line}: bad row`);
    const listed = classes === "*" ? [...INCIDENT_CLASSES] : classes.split(",");
    words.set(stem, { stem, classes: new Set(listed), kind: kind as ClassWord["kind"] });
  }
  const of = (word: string): ClassWord | null => {
    const stem = stems(word).find((form) => words.has(form));
    return stem === undefined ? null : words.get(stem)!;
  };
  return {
    of,
    in: (text) =>
      [...text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)].flatMap((match) => {
        const word = of(match[0]);
        return word === null ? [] : [{ at: match.index, end: match.index + match[0].length, word }];
      }),
  };
}
