import type { PlacePrecision, Span } from "../record/index.ts";

export interface ShownPlace {
  readonly name: string;
  readonly geonameId: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly precision: PlacePrecision;
  readonly feature: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}

/** What a name can mean here, with its share of the score and what sets it apart from the reading it is held against. */
export interface ShownReading {
  readonly place: ShownPlace;
  readonly share: number;
  readonly reasons: readonly { readonly weight: string; readonly points: number; readonly words: string }[];
}

export interface ShownMention extends Span {
  readonly use: "literal" | "associative";
  readonly relation: string | null;
  /** null: a name that was not settled. */
  readonly place: ShownPlace | null;
  /** Town of a street. */
  readonly within: ShownPlace | null;
  readonly doubtKm: number | null;
  readonly score: number;
  readonly rule: string;
  readonly ruleInWords: string;
  /** Best first; the reasons of the first are against the second, those of the others against the first. */
  readonly readings: readonly ShownReading[];
}

/** What `plumbline places --json` prints for a document. */
export interface PlacesSheet {
  readonly format: "plumbline/places/1";
  readonly document: { readonly id: string; readonly title: string | null; readonly text: string };
  readonly places: readonly ShownMention[];
}
