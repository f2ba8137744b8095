import type { Gazetteer, Place, PlaceReading } from "./gazetteer.ts";

/**
 * The shipped gazetteer with a user's own beside it: readings of both, and where both have a place (by GeoNames id) the
 * shipped one stands, for it knows areas. `added` must be opened with `base.size.places` as its first number.
 */
export function joinGazetteers(base: Gazetteer, added: Gazetteer): Gazetteer {
  const shipped = (place: Place): Place => (place.geonameId === null ? place : (base.place(place.geonameId) ?? place));
  const readings = (name: string): readonly PlaceReading[] => {
    const [own, more] = [base.readings(name), added.readings(name)];
    if (more.length === 0) return own;
    const known = new Set(own.map((reading) => reading.place));
    const fresh = more
      .map(({ place, kind }) => ({ place: shipped(place), kind }))
      .filter(({ place }) => !known.has(place));
    return [...own, ...fresh];
  };
  const isAdded = (place: Place): boolean => place.index >= base.size.places;
  return {
    readings,
    longestName: (norms, at) => Math.max(base.longestName(norms, at), added.longestName(norms, at)),
    country: (code) => base.country(code) ?? added.country(code),
    place: (geonameId) => base.place(geonameId) ?? added.place(geonameId),
    division: (place, level) => {
      if (!isAdded(place)) return base.division(place, level);
      const division = added.division(place, level);
      return division === null ? null : shipped(division);
    },
    version: `${base.version}+${added.version}`,
    size: { places: base.size.places + added.size.places, names: base.size.names + added.size.names },
  };
}
