import type { CodedDocument, Event } from "../record/index.ts";

/** A place with a point. Its precision and radius of doubt travel with it: a country's centre is no place of an event. */
function featureOf(event: Event, document: CodedDocument): string | null {
  const { place, date, casualties } = event;
  if (place === null || place.lat === null || place.lon === null) return null;
  return JSON.stringify({
    type: "Feature",
    id: `${document.doc}#${event.id}`,
    geometry: { type: "Point", coordinates: [place.lon, place.lat] },
    properties: {
      document: document.doc,
      type: event.type,
      mode: event.mode,
      class: event.incident,
      stage: event.stage,
      factuality: event.factuality,
      place: place.name,
      precision: place.precision,
      radiusKm: place.radiusKm ?? null,
      date: date === null ? null : { from: date.from, to: date.to, precision: date.precision },
      killed: casualties.killed === null ? null : { min: casualties.killed.min, max: casualties.killed.max },
      injured: casualties.injured === null ? null : { min: casualties.injured.min, max: casualties.injured.max },
      words: event.evidence[0]?.text ?? null,
    },
  });
}

/**
 * The events of coded documents as GeoJSON (RFC 7946: longitude first, WGS84), one feature a line. Events without a point
 * have no feature; `unplaced` says how many, so that a map does not pass for the whole.
 */
export function* eventsGeoJson(documents: readonly CodedDocument[]): Generator<string> {
  let unplaced = 0;
  let separator = "";
  yield '{"type":"FeatureCollection","features":[';
  for (const document of documents) {
    for (const event of document.events) {
      const feature = featureOf(event, document);
      if (feature === null) unplaced++;
      else {
        yield `${separator}\n${feature}`;
        separator = ",";
      }
    }
  }
  yield `\n],"unplaced":${unplaced}}\n`;
}
