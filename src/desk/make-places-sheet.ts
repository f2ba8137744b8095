import { doubtKm, type Place, type PlaceMention, type PlaceReader, type Ranked } from "../places/index.ts";
import type { InputDocument } from "../record/index.ts";
import type { TextReader } from "../text/index.ts";
import type { PlacesSheet, ShownMention, ShownPlace, ShownReading } from "./places-sheet.ts";

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
