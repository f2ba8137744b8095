import type { Count, Span } from "../record/index.ts";

export type CasualtyKind = "killed" | "injured" | "abducted" | "detained";

/** One statement of how many were killed, hurt, taken or held. `{min: 0, max: 0}` only where words say so ("no one was hurt"). */
export interface CasualtyReport {
  readonly kind: CasualtyKind;
  readonly count: Count;
  /** The words that count, with what they count where it stands beside them: "at least five people", "seven bodies". */
  readonly span: Span;
  readonly sentence: number;
  /** Token index of the verb or noun that makes it a statement of casualties ("killed", "dead", "toll"). */
  readonly governor: number;
  /** Token index of the head of the counted phrase. */
  readonly head: number;
  /** Who they were, where the phrase says so: "police", "attackers", "civilians"; null for "people", "men". */
  readonly side: string | null;
  /** Who gives the figure, nearest first ("police said", "according to the hospital"), or empty. */
  readonly sources: readonly Span[];
  /** A part of another figure of its sentence ("five people, including two children"): never added to it. */
  readonly partOfTotal: boolean;
  /** "The death toll rose to 14": replaces, does not add. */
  readonly total: boolean;
  /** The figure stands under a denial ("denied that anyone had been killed") or a negation of the whole. */
  readonly denied: boolean;
  /** Name of the construction that found it. */
  readonly rule: string;
}
