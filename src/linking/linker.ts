import type { CodedDocument, Incident, RecordRow, ResourceFiles } from "../record/index.ts";
import { compareClasses, parseClassFamilies } from "./class-families.ts";
import type { Comparison, ComparisonTables, Print } from "./compare.ts";
import { comparePrints, printOf } from "./compare.ts";
import type { PlaceLevel } from "./compare-places.ts";
import { comparePlaces } from "./compare-places.ts";
import type { Story } from "./compare-stories.ts";
import { parseCommonWords } from "./distinguishing-words.ts";
import type { EventLike, When } from "./event-like.ts";
import { fromRow } from "./event-like.ts";
import { linkEvents } from "./link-events.ts";
import type { RecordLink } from "./link-to-record.ts";
import { rankMatches } from "./link-to-record.ts";
import { parsePlaceWords, sameName } from "./place-names.ts";
import { parseWeights } from "./weights.ts";
import { parseWordWeights, type WordWeights } from "./word-weights.ts";

/** What linking may read beside the coded documents. */
export interface Beside {
  /** By document id. */
  readonly stories?: ReadonlyMap<string, Story>;
  readonly references?: readonly { readonly dataset: string; readonly rows: readonly RecordRow[] }[];
}

export interface Linker {
  compare(one: EventLike, other: EventLike): Comparison;
  compareWithRow(event: EventLike, row: RecordRow): Comparison;
  /**
   * For each event, in order, the rows that are it, and the rows of its family that share its day or its place.
   * Cost: events × rows, most pairs ended by a comparison of class and date.
   */
  linkToRecord(events: readonly EventLike[], rows: readonly RecordRow[]): readonly RecordLink[];
  /**
   * Incidents of many documents, by their events and, where the documents' texts are given (by document id), by how much
   * alike the stories are told. Word weights are frozen: an unrelated document more changes no link. Rows of reference
   * datasets are joined to the incidents or proposed.
   */
  linkEvents(documents: readonly CodedDocument[], beside?: Beside): readonly Incident[];
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

const PLACE_AGREES: ReadonlySet<PlaceLevel> = new Set([
  "within 5 km",
  "within 25 km",
  "the coarser holds the finer",
  "same name, which not said",
]);

/** Days written YYYY-MM-DD stand in the order of their letters; a night may reach into the next day. */
const mayShareDay = (a: When | null, b: When | null): boolean =>
  a !== null && b !== null && ((a.from <= b.to && b.from <= a.to) || a.night || b.night);

/** @throws Error where a table is damaged: tables are our own files. */
export function openLinker(files: ResourceFiles): Linker {
  const tables = openTables(files);
  // Only linking of documents needs them: checking an article against a record does not wait for them.
  let words: WordWeights | null = null;
  const wordWeights = (): WordWeights => {
    words ??= parseWordWeights(new TextDecoder().decode(files.model("link-word-weights.txt")));
    return words;
  };
  // A row does not change: it is worked out once for each row object, its words only when asked for, and forgotten with it.
  const likes = new WeakMap<RecordRow, EventLike>();
  const prints = new WeakMap<RecordRow, Print>();
  const likeRow = (row: RecordRow): EventLike => {
    const known = likes.get(row) ?? fromRow(row);
    likes.set(row, known);
    return known;
  };
  const ofRow = (row: RecordRow): Print => {
    const known = prints.get(row) ?? printOf(tables, likeRow(row));
    prints.set(row, known);
    return known;
  };
  // A row that agrees in neither date nor place, or is of another family, is never the event: most rows end here, cheaply.
  const mayBe = (event: EventLike, row: RecordRow): boolean => {
    const other = likeRow(row);
    return (
      compareClasses(tables.families, event.class, other.class) !== "another family" &&
      (mayShareDay(event.date, other.date) ||
        PLACE_AGREES.has(comparePlaces(event.place, other.place, tables.placeWords)))
    );
  };
  const compareWithRow = (event: Print, row: RecordRow): Comparison => comparePrints(tables, event, ofRow(row));
  const linkPrint = (print: Print, rows: readonly RecordRow[]): RecordLink => {
    const candidates = rows.filter((row) => mayBe(print.of, row));
    return rankMatches(candidates.map((row) => ({ row, comparison: compareWithRow(print, row) })));
  };
  return {
    compare: (one, other) => comparePrints(tables, printOf(tables, one), printOf(tables, other)),
    compareWithRow: (event, row) => compareWithRow(printOf(tables, event), row),
    linkToRecord: (events, rows) => events.map((event) => linkPrint(printOf(tables, event), rows)),
    linkEvents: (documents, { stories, references = [] } = {}) =>
      linkEvents(
        tables,
        documents,
        stories === undefined ? null : { of: stories, words: wordWeights() },
        references.map(({ dataset, rows }) => ({ dataset, rowsFor: (print) => linkPrint(print, rows).same })),
      ),
    samePlaceName: (a, b) => sameName(tables.placeWords, a, b),
    sameFamily: (a, b) => a === b || [...(tables.families.get(a) ?? [])].some((f) => tables.families.get(b)?.has(f)),
  };
}
