import type { CodedDocument, Incident, RecordRow, ResourceFiles } from "../record/index.ts";
import { parseClassFamilies } from "./class-families.ts";
import type { Comparison, ComparisonTables, Print } from "./compare.ts";
import { comparePrints, printOf } from "./compare.ts";
import { parseCommonWords } from "./distinguishing-words.ts";
import type { EventLike } from "./event-like.ts";
import { fromRow } from "./event-like.ts";
import { linkEvents } from "./link-events.ts";
import type { RecordLink } from "./link-to-record.ts";
import { rankMatches } from "./link-to-record.ts";
import { parsePlaceWords, sameName } from "./place-names.ts";
import { parseWeights } from "./weights.ts";

export interface Linker {
  compare(one: EventLike, other: EventLike): Comparison;
  compareWithRow(event: EventLike, row: RecordRow): Comparison;
  /** For each event, in order, the rows that are it and the rows that are near it. Cost: events × rows comparisons. */
  linkToRecord(events: readonly EventLike[], rows: readonly RecordRow[]): readonly RecordLink[];
  /** Incidents of many documents, by their events. */
  linkEvents(documents: readonly CodedDocument[]): readonly Incident[];
  /** Do two names mean one place, words for the kind of unit aside? */
  samePlaceName(a: string, b: string): boolean;
  /** Can the two classes name one event? */
  sameFamily(a: string, b: string): boolean;
}

const openTables = (files: ResourceFiles): ComparisonTables => ({
  families: parseClassFamilies(files.table("class-families.tsv")),
  placeWords: parsePlaceWords(files.table("link-place-words.tsv")),
  commonWords: parseCommonWords(files.table("link-common-words.tsv")),
  weights: parseWeights(files.table("link-weights.tsv")),
});

/** @throws Error where a table is damaged: tables are our own files. */
export function openLinker(files: ResourceFiles): Linker {
  const tables = openTables(files);
  // A row's words do not change: worked out once for each row object, forgotten with it.
  const prints = new WeakMap<RecordRow, Print>();
  const ofRow = (row: RecordRow): Print => {
    const known = prints.get(row) ?? printOf(tables, fromRow(row));
    prints.set(row, known);
    return known;
  };
  const compareWithRow = (event: Print, row: RecordRow): Comparison => comparePrints(tables, event, ofRow(row));
  const linkOne = (event: EventLike, rows: readonly RecordRow[]): RecordLink => {
    const print = printOf(tables, event);
    return rankMatches(rows.map((row) => ({ row, comparison: compareWithRow(print, row) })));
  };
  return {
    compare: (one, other) => comparePrints(tables, printOf(tables, one), printOf(tables, other)),
    compareWithRow: (event, row) => compareWithRow(printOf(tables, event), row),
    linkToRecord: (events, rows) => events.map((event) => linkOne(event, rows)),
    linkEvents: (documents) => linkEvents(tables, documents),
    samePlaceName: (a, b) => sameName(tables.placeWords, a, b),
    sameFamily: (a, b) => a === b || [...(tables.families.get(a) ?? [])].some((f) => tables.families.get(b)?.has(f)),
  };
}
