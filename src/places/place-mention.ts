import type { Span } from "../record/index.ts";
import type { Place } from "./gazetteer.ts";

/** One place name of the text with the reading that was settled on. */
export interface PlaceMention extends Span {
  /** literal: the place itself; associative: an adjective, or the state or people it stands for. */
  readonly use: "literal" | "associative";
  /** null: a place name that could not be settled. */
  readonly place: Place | null;
  /** 0..1: how sure the reading is. */
  readonly score: number;
  /** Name of the rule that settled it. */
  readonly rule: string;
  /** Other readings, best first. */
  readonly alternatives: readonly Place[];
  /** Words that loosen the place: "near", "south of", "25 km from"; then the precision is coarser than the place's own. */
  readonly relation: string | null;
}
