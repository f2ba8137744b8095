import type { PlacesSheet, ShownMention } from "../places-sheet.ts";
import { areaShape, isExact, type LonLat, type MapContent } from "./map-layout.ts";

/** Mentions of one name with one reading: one card, one mark on the map. */
export interface PlaceGroup {
  readonly key: string;
  readonly mentions: readonly ShownMention[];
}

const keyOf = ({ text, place, within, relation }: ShownMention): string => {
  const at = place ?? within;
  return [text, at?.geonameId ?? at?.name ?? "", at?.precision ?? "", relation ?? ""].join("|");
};

export function groupsOf({ places }: PlacesSheet): readonly PlaceGroup[] {
  const groups = new Map<string, ShownMention[]>();
  for (const mention of places) groups.set(keyOf(mention), [...(groups.get(keyOf(mention)) ?? []), mention]);
  return [...groups].map(([key, mentions]) => ({ key, mentions }));
}

/** Only a town or better, not loosened, is a dot; all else is drawn by its area or its ring of doubt. */
export function drawn(groups: readonly PlaceGroup[]): MapContent & { readonly keys: ReadonlyMap<string, string> } {
  const keys = new Map<string, string>();
  const content = { dots: [] as MapContent["dots"][number][], areas: [] as MapContent["areas"][number][] };
  for (const { key, mentions } of groups) {
    const [mention] = mentions;
    if (mention?.place == null) continue;
    const { place, doubtKm } = mention;
    const at: LonLat = [place.lon, place.lat];
    const exact = isExact(place.precision) && (doubtKm ?? 0) < LEAST_RING_KM;
    const mark = `${exact ? "dot" : `area ${place.precision} ${doubtKm}`} ${at.join()}`;
    if (keys.has(mark)) continue;
    keys.set(mark, key);
    const common = { at, name: place.name, lane: "protest", events: [] } as const;
    if (exact) content.dots.push(common);
    else content.areas.push({ ...common, ...areaShape({ precision: place.precision, radiusKm: doubtKm ?? 0 }, at) });
  }
  return { ...content, unlocated: [], keys };
}

/** A smaller ring than this could not be told from a dot. */
const LEAST_RING_KM = 5;
