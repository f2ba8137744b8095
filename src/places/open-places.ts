import { overlaps, type ResourceFiles } from "../record/index.ts";
import type { Reading } from "../text/index.ts";
import type { ByteSource } from "./byte-source.ts";
import { calibrated } from "./calibrated.ts";
import { findLocalities } from "./find-localities.ts";
import { findToponyms } from "./find-toponyms.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { joinGazetteers } from "./join-gazetteers.ts";
import { openGazetteer } from "./open-gazetteer.ts";
import { openStored } from "./open-stored.ts";
import type { PlaceMention } from "./place-mention.ts";
import { type PlaceTables, readPlaceTables } from "./place-tables.ts";
import type { Ranked } from "./rank-readings.ts";
import { type Reason, reasonsBetween } from "./reasons.ts";
import { type Settled, settle } from "./settle.ts";
import { withLocalities } from "./settle-localities.ts";
import { statedContainers } from "./stated-container.ts";
import { findStreets, type Street, townOf } from "./streets.ts";
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
  /** Why one ranked reading stands before another. */
  reasons(one: Ranked, other: Ranked): readonly Reason[];
  /** The rule that settled a mention, in words. */
  ruleInWords(mention: PlaceMention): string;
}

const mentionOf = (toponym: Toponym, settled: Settled, tables: PlaceTables): PlaceMention => ({
  start: toponym.start,
  end: toponym.end,
  text: toponym.text,
  use: toponym.use,
  place: settled.place,
  score: calibrated(tables.calibration, toponym.evidence, settled.share),
  evidence: toponym.evidence,
  share: settled.share,
  rule: settled.rule,
  alternatives: settled.alternatives,
  readings: settled.ranked,
  within: null,
  relation: toponym.relation,
});

/** How sure a street is a street: its words say so, but no gazetteer of ours knows it. */
const STREET = 0.5;

const streetMention = ({ start, end, text, sentence }: Street, mentions: readonly PlaceMention[]): PlaceMention => ({
  start,
  end,
  text,
  use: "literal",
  place: null,
  score: STREET,
  evidence: "strong",
  share: 1,
  rule: "street",
  alternatives: [],
  readings: [],
  within: townOf({ start, end, sentence }, mentions),
  relation: null,
});

/** Reads places with an opened gazetteer: the builtin one, or a user's own. */
export function placeReader(gazetteer: Gazetteer, tables: PlaceTables): PlaceReader {
  return {
    reasons: (one, other) => reasonsBetween(tables, one, other),
    ruleInWords: ({ rule }) => tables.ruleWords.get(rule) ?? rule,
    read: (reading, context = {}) => {
      const streets = findStreets(reading, tables);
      const found = findToponyms(reading, gazetteer, tables).filter(
        (t) => !streets.some((street) => overlaps(street, t)),
      );
      const containers = statedContainers(reading.text, found);
      const settled = settle(found, containers, gazetteer, tables, { country: context.homeCountry ?? null });
      const mentions = found.map((toponym) => mentionOf(toponym, settled.get(toponym)!, tables));
      const placed = withLocalities(reading.text, findLocalities(reading, tables), mentions);
      const sites = streets.map((street) => streetMention(street, placed));
      return [...placed, ...sites].sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

/**
 * Opens the room: the gazetteer (about 0.2 s besides unpacking) and its word lists.
 * @param added a user's own gazetteer (`plumbline gazetteer add`), beside the shipped one
 */
export function openPlaces(files: ResourceFiles, added: ByteSource | null = null): PlaceReader {
  const shipped = openGazetteer(files.model("gazetteer.bin"));
  const gazetteer = added === null ? shipped : joinGazetteers(shipped, openStored(added, shipped.size.places));
  return placeReader(gazetteer, readPlaceTables(files));
}
