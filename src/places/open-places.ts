import { overlaps, type ResourceFiles } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import { findToponyms } from "./find-toponyms.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { joinGazetteers } from "./join-gazetteers.ts";
import { openGazetteer } from "./open-gazetteer.ts";
import type { PlaceMention } from "./place-mention.ts";
import { type PlaceTables, readPlaceTables } from "./place-tables.ts";
import { type Settled, settle } from "./settle.ts";
import { statedContainers } from "./stated-container.ts";
import { findStreets } from "./streets.ts";
import type { Toponym } from "./toponym.ts";

export interface PlaceContext {
  /** Day the document appeared; not used yet for names that changed. */
  readonly published?: string | null;
  /** ISO 3166-1 code of the country the document comes from, where it is known. */
  readonly homeCountry?: string | null;
}

export interface PlaceReader {
  /** Place mentions in text order, settled for the document as a whole. */
  read(reading: Reading, context?: PlaceContext): readonly PlaceMention[];
}

/** How often a settled name with strong or weak evidence is right, on development corpora: LGL and TR-News together. */
const STRONG = 0.9;
const WEAK = 0.82;

const mentionOf = (toponym: Toponym, settled: Settled): PlaceMention => ({
  start: toponym.start,
  end: toponym.end,
  text: toponym.text,
  use: toponym.use,
  place: settled.place,
  score: Math.round(settled.share * (toponym.evidence === "strong" ? STRONG : WEAK) * 100) / 100,
  rule: settled.rule,
  alternatives: settled.alternatives,
  relation: toponym.relation,
});

/** Reads places with an opened gazetteer: the builtin one, or a user's own. */
export function placeReader(gazetteer: Gazetteer, tables: PlaceTables): PlaceReader {
  return {
    read: (reading, context = {}) => {
      const streets = findStreets(reading, tables);
      const found = findToponyms(reading, gazetteer, tables).filter(
        (t) => !streets.some((street) => overlaps(street, t)),
      );
      const containers = statedContainers(reading.text, found);
      const settled = settle(found, containers, gazetteer, tables.weights, { country: context.homeCountry ?? null });
      const mentions = found.map((toponym) => mentionOf(toponym, settled.get(toponym)!));
      const sites = streets.map(
        ({ start, end, text }): PlaceMention => ({
          start,
          end,
          text,
          use: "literal",
          place: null,
          score: 0.5,
          rule: "street",
          alternatives: [],
          relation: null,
        }),
      );
      return [...mentions, ...sites].sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

/**
 * Opens the room: the gazetteer (about 0.2 s besides unpacking) and its word lists.
 * @param added bytes of a user's own gazetteer (`plumbline gazetteer add`), beside the shipped one
 */
export function openPlaces(files: ResourceFiles, added: Uint8Array | null = null): PlaceReader {
  const shipped = openGazetteer(files.model("gazetteer.bin"));
  const gazetteer = added === null ? shipped : joinGazetteers(shipped, openGazetteer(added, shipped.size.places));
  return placeReader(gazetteer, readPlaceTables(files));
}
