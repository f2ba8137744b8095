import type { EventPlace, PlaceMentionRecord, Span } from "../record/index.ts";
import type { Place } from "./gazetteer.ts";
import type { Ranked } from "./rank-readings.ts";

/** One place name of the text with the reading that was settled on. */
export interface PlaceMention extends Span {
  /** literal: the place itself; associative: an adjective, or the state or people it stands for. */
  readonly use: "literal" | "associative";
  /** null: a place name that could not be settled. */
  readonly place: Place | null;
  /** 0..1: how often such a mention is right, as counted on development corpora. */
  readonly score: number;
  /** Strong: the words beside it speak of a place. */
  readonly evidence: "strong" | "weak";
  /** 0..1: part of the settled reading in the score of all readings. */
  readonly share: number;
  /** Name of the rule that settled it. */
  readonly rule: string;
  /** Other readings, best first. */
  readonly alternatives: readonly Place[];
  /** The readings as they were ranked, the settled one among them, best first; none for a street or a locality that the gazetteer lacks. */
  readonly readings: readonly Ranked[];
  /** What a street, a quarter or a village without a point of its own lies in, where the text names it; null for all else. */
  readonly within: Place | null;
  /** Words that loosen the place: "near", "south of", "25 km from"; then the precision is coarser than the place's own. */
  readonly relation: string | null;
}

export function toPlaceRecord(mention: PlaceMention): PlaceMentionRecord {
  const { start, end, text, place, within, score } = mention;
  if (place === null && within !== null) {
    const { lat, lon, country } = within;
    return {
      start,
      end,
      text,
      geonameId: null,
      lat,
      lon,
      country,
      score,
      name: `${text}, ${within.name}`,
      precision: "site",
    };
  }
  if (place === null) return { start, end, text, geonameId: null, lat: null, lon: null, country: null, score };
  const { geonameId, lat, lon, country, name, precision } = place;
  return { start, end, text, geonameId, lat, lon, country, score, name, precision };
}

/** Kilometres that a loosening word adds where it names no distance of its own. */
const LOOSE_KM = 25;

/** Doubt in km that "25 km from", "15 miles south of" or "near" adds to a place. */
function looseness(relation: string | null): number {
  if (relation === null) return 0;
  const distance = /([\d.,]+)[\s-](km|kilomet|mile|mi\b|m\b|met)/i.exec(relation);
  if (distance === null) return LOOSE_KM;
  const number = Number(distance[1]!.replaceAll(",", ""));
  const unit = distance[2]!.toLowerCase();
  const km = unit.startsWith("mi") ? number * 1.609 : unit === "m" || unit === "met" ? number / 1000 : number;
  return Number.isFinite(km) ? km : LOOSE_KM;
}

/** Radius of doubt in km: "northern Iraq" lies inside Iraq's own circle, "near Homs" reaches beyond the town. */
export const doubtKm = (place: Place, relation: string | null): number =>
  place.radiusKm + (place.radiusKm > 50 ? 0 : looseness(relation));

/**
 * The place of an event from the mention that names it; null for a name that was not settled.
 * @param others further mentions of the same place, kept as evidence
 * @param inferredBy name of the rule where the text does not itself tie event and place
 */
export function toEventPlace(
  mention: PlaceMention,
  others: readonly Span[] = [],
  inferredBy?: string,
): EventPlace | null {
  const { place, start, end, text, relation } = mention;
  if (place === null) return null;
  const spans = [{ start, end, text }, ...others.map((o) => ({ start: o.start, end: o.end, text: o.text }))];
  const radiusKm = doubtKm(place, relation);
  return {
    name: place.name,
    geonameId: place.geonameId,
    lat: place.lat,
    lon: place.lon,
    country: place.country,
    admin1: place.precision === "admin1" ? place.name : place.admin1,
    precision: place.precision,
    radiusKm,
    mentions: spans,
    ...(inferredBy === undefined ? {} : { inferredBy }),
  };
}
