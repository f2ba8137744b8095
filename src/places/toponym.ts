import type { PlacePrecision, Span } from "../record/index.ts";
import type { Sentence } from "../text/index.ts";
import type { PlaceReading } from "./gazetteer.ts";

/** A place name as found, before it is settled which place it names. */
export interface Toponym extends Span {
  readonly sentence: Sentence;
  /** Token indexes in the sentence, `last` inclusive. */
  readonly first: number;
  readonly last: number;
  /** The name in the gazetteer's form; equal names mean one place unless the text says otherwise. */
  readonly normal: string;
  readonly readings: readonly PlaceReading[];
  readonly use: "literal" | "associative";
  /** Kind of place that the words beside the name state ("Aktobe region": admin1), or null. */
  readonly kind: PlacePrecision | null;
  /** The word that states it: "region". */
  readonly kindWord: string | null;
  readonly relation: string | null;
  /** Strong: the words beside it speak of a place. Weak: nothing speaks against it. */
  readonly evidence: "strong" | "weak";
}
