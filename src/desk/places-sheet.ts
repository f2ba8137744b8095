import { doubtKm, type Place, type PlaceMention, type PlaceReader, type Ranked } from "../places/index.ts";
import type { InputDocument, PlacePrecision, Span } from "../record/index.ts";
import type { TextReader } from "../text/index.ts";

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

const shown = (place: Place): ShownPlace => ({
  name: place.name,
  geonameId: place.geonameId,
  country: place.country,
  admin1: place.admin1,
  precision: place.precision,
  feature: place.feature,
  population: place.population,
  lat: place.lat,
  lon: place.lon,
});

const round = (share: number): number => Math.round(share * 1000) / 1000;

function readingsOf(readings: readonly Ranked[], reader: PlaceReader): readonly ShownReading[] {
  const [first, second] = readings;
  return readings.map((one, i) => {
    const other = i === 0 ? second : first;
    return {
      place: shown(one.place),
      share: round(one.share),
      reasons: other === undefined ? [] : reader.reasons(one, other),
    };
  });
}

const mentionOf = (mention: PlaceMention, reader: PlaceReader): ShownMention => ({
  start: mention.start,
  end: mention.end,
  text: mention.text,
  use: mention.use,
  relation: mention.relation,
  place: mention.place && shown(mention.place),
  within: mention.within && shown(mention.within),
  doubtKm: mention.place && Math.round(doubtKm(mention.place, mention.relation)),
  score: mention.score,
  rule: mention.rule,
  ruleInWords: reader.ruleInWords(mention),
  readings: readingsOf(mention.readings, reader),
});

/** The places of one document with their readings and reasons. */
export function placesSheet(document: InputDocument, text: TextReader, reader: PlaceReader): PlacesSheet {
  return {
    format: "plumbline/places/1",
    document: { id: document.id, title: document.title ?? null, text: document.text },
    places: reader.read(text.read(document.text)).map((mention) => mentionOf(mention, reader)),
  };
}
