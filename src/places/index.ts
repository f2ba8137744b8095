export type { ByteSource } from "./byte-source.ts";
export { sourceOf } from "./byte-source.ts";
export type { DumpFilter } from "./dump-filter.ts";
export { areaKm, keeps, USUAL_CLASSES } from "./dump-filter.ts";
export type { Gazetteer, NameKind, NameRow, Place, PlaceReading, PlaceRow } from "./gazetteer.ts";
export { KIND_SHIFT, KINDS } from "./gazetteer-layout.ts";
export type { DumpKind, GeonamesAlternate, GeonamesDivision, GeonamesPlace } from "./geonames-dump.ts";
export { dumpKindOf, readAlternateLine, readDivisionLine, readPlaceLine } from "./geonames-dump.ts";
export { joinGazetteers } from "./join-gazetteers.ts";
export type { Point } from "./kilometres-between.ts";
export { kilometresBetween } from "./kilometres-between.ts";
export { normalName } from "./normal-name.ts";
export { openGazetteer } from "./open-gazetteer.ts";
export type { PlaceContext, PlaceReader } from "./open-places.ts";
export { openPlaces, placeReader } from "./open-places.ts";
export { openStored } from "./open-stored.ts";
export type { PlaceMention } from "./place-mention.ts";
export { doubtKm, toEventPlace, toPlaceRecord } from "./place-mention.ts";
export { readPlaceTables } from "./place-tables.ts";
export type { Ranked } from "./rank-readings.ts";
export type { Reason } from "./reasons.ts";
export type { StoredHead } from "./stored-layout.ts";
export {
  bitsFor,
  bucketOf,
  hashName,
  STORED_MAGIC,
  STORED_SECTIONS,
  WORD_SLOTS,
  wordSlot,
  writeRecord,
} from "./stored-layout.ts";
export type { Weight } from "./weights.ts";
export { writeGazetteer } from "./write-gazetteer.ts";
