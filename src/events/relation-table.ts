import { type CodedDocument, parseTable } from "../record/index.ts";

export type RelationKind = CodedDocument["relations"][number]["kind"];

/** One row of `tables/relation-frames.tsv`. */
export interface RelationFrame {
  readonly line: number;
  readonly words: ReadonlySet<string>;
  readonly pos: "verb" | "noun";
  readonly kind: RelationKind;
  /** Slots to try in turn. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Lemmas one of which the object must hold; empty: no condition. */
  readonly needs: ReadonlySet<string>;
  readonly toPlace: boolean;
  readonly example: string;
  readonly expected: string;
}

const KINDS: readonly RelationKind[] = [
  "ties",
  "member-of",
  "funded-by",
  "moves-through",
  "based-in",
  "cooperates-with",
];

const list = (cell: string | undefined): readonly string[] =>
  cell === undefined || cell === "-" ? [] : cell.split("/");

/** @throws Error naming the line of a kind or part of speech that does not exist: the table is our own file */
export const parseRelationFrames = (tsv: string): readonly RelationFrame[] =>
  parseTable("relation-frames.tsv", tsv).rows.map(({ cells, line }) => {
    const kind = KINDS.find((known) => known === cells.kind);
    const { pos } = cells;
    if (kind === undefined || (pos !== "verb" && pos !== "noun")) {
      throw new Error(`relation-frames.tsv:${line}: no kind "${cells.kind}" or part of speech "${pos}"`);
    }
    return {
      line,
      words: new Set(list(cells.words)),
      pos,
      kind,
      from: list(cells.from),
      to: list(cells.to),
      needs: new Set(list(cells.needs)),
      toPlace: cells.to_kind === "place",
      example: cells.example ?? "",
      expected: cells.expected ?? "",
    };
  });
