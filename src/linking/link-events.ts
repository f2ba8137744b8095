import type { CodedDocument, Count, Event, Incident } from "../record/index.ts";
import { addDays, daysShared } from "../record/index.ts";
import type { Edge } from "./cluster.ts";
import { cluster } from "./cluster.ts";
import type { Comparison, ComparisonTables, Print } from "./compare.ts";
import { comparePrints, printOf } from "./compare.ts";
import {
  comparePublished,
  compareStories,
  type Story,
  type StoryPrint,
  storyPrint,
  tellingWords,
} from "./compare-stories.ts";
import { fromEvent } from "./event-like.ts";
import { hashMembers } from "./hash-members.ts";
import type { RowMatch } from "./link-to-record.ts";
import type { WordWeights } from "./word-weights.ts";

interface Told {
  readonly doc: string;
  readonly event: Event;
  readonly main: boolean;
  readonly print: Print;
  /** The document's words, for the event it is chiefly about: what else it tells of is told by the way. */
  readonly story: StoryPrint | null;
}

/** The documents' texts by document id, and the frozen weights of their words. */
export interface Stories {
  readonly of: ReadonlyMap<string, Story>;
  readonly words: WordWeights;
}

const NO_INCIDENT: ReadonlySet<string> = new Set(["statement", "other"]);

/** Events that are incidents of the world: no speech, no totals, nothing denied or only planned. */
const isIncident = (event: Event): boolean =>
  !event.summary &&
  !NO_INCIDENT.has(event.incident) &&
  event.factuality !== "denied" &&
  event.factuality !== "hypothetical";

/** A report says first what it is about. UTF-16 units. */
const LEAD = 700;

const weightOf = (event: Event): number =>
  event.evidence.length * 2 +
  (event.type === "ASSAULT" ? 3 : 0) +
  (event.casualties.killed === null ? 0 : 2) +
  (event.evidence[0]!.start < LEAD ? 2 : 0) +
  (event.date?.precision === "day" ? 1 : 0) +
  (event.place === null ? 0 : 1);

/** What a document is chiefly about: the incident it spends most words on; the first of equals. */
function mainOf(events: readonly Event[]): Event | undefined {
  return [...events].sort((a, b) => weightOf(b) - weightOf(a) || a.evidence[0]!.start - b.evidence[0]!.start)[0];
}

function toldIn(tables: ComparisonTables, document: CodedDocument, stories: Stories | null): readonly Told[] {
  const events = document.events.filter(isIncident);
  const main = mainOf(events);
  const story = stories?.of.get(document.doc);
  const print = stories && story ? storyPrint(stories.words, story) : null;
  return events.map((event) => {
    const words = [...event.evidence, ...event.weapons.flatMap((weapon) => weapon.mentions)].map((span) => span.text);
    return {
      doc: document.doc,
      event,
      main: event === main,
      print: printOf(tables, fromEvent(event, words.join(" "))),
      story: event === main ? print : null,
    };
  });
}

/** Blocks of words are kept only while they are small: a word of many events ("Front") tells none of them. */
const LARGEST_WORD_BLOCK = 200;
/** Words of a story that it is looked up by. */
const LOOKED_UP = 20;

/**
 * Blocks: country and month, with a day's grace at the ends of a month; the day itself, for an event whose country is not
 * told; each word of a party's name; and the words that tell most of its story.
 */
function blocksOf({ event, print, story }: Told): readonly string[] {
  const telling = story === null ? [] : tellingWords(story, LOOKED_UP);
  const names = [...[...print.names].map((word) => `word name ${word}`), ...telling.map((word) => `word ${word}`)];
  if (event.date === null) return names;
  const months = new Set(
    [event.date.from, event.date.to, addDays(event.date.from, -1), addDays(event.date.to, 1)].map((day) =>
      day.slice(0, 7),
    ),
  );
  const day = event.date.from === event.date.to ? [`day ${event.date.from}`] : [];
  return [...[...months].map((month) => `${event.place?.country ?? "?"} ${month}`), ...day, ...names];
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
}

/** The two events, and the two documents where both are chiefly about them. */
function compareTold(tables: ComparisonTables, one: Told, other: Told): Comparison {
  const events = comparePrints(tables, one.print, other.print);
  const levels = [
    ["story", compareStories(one.story, other.story)],
    ["published", comparePublished(one.story, other.story)],
  ] as const;
  const reasons = levels.map(([field, level]) => ({ level, weight: tables.weights.weight(field, level) }));
  return {
    ...events,
    score: events.score + reasons.reduce((sum, { weight }) => sum + weight, 0),
    reasons: [...events.reasons, ...reasons.filter(({ weight }) => weight !== 0)],
  };
}

/** Pairs that share a block and lie in two documents, each compared once. */
function comparePairs(tables: ComparisonTables, told: readonly Told[]): readonly Pair[] {
  const blocks = new Map<string, number[]>();
  told.forEach((each, i) => {
    for (const block of blocksOf(each)) blocks.set(block, [...(blocks.get(block) ?? []), i]);
  });
  const seen = new Set<string>();
  const pairs: Pair[] = [];
  for (const [block, items] of blocks) {
    if (block.startsWith("word ") && items.length > LARGEST_WORD_BLOCK) continue;
    items.forEach((a, i) => {
      for (const b of items.slice(i + 1)) {
        const key = `${a}-${b}`;
        if (seen.has(key) || told[a]!.doc === told[b]!.doc) continue;
        seen.add(key);
        const comparison = compareTold(tables, told[a]!, told[b]!);
        if (comparison.relation !== "apart" || comparison.score >= tables.weights.proposed)
          pairs.push({ a, b, comparison });
      }
    });
  }
  return pairs;
}

const member = ({ doc, event }: Told): { doc: string; event: string } => ({ doc, event: event.id });

function rangeOf(counts: readonly Count[]): Count | null {
  if (counts.length === 0) return null;
  const lows = counts.map(({ min, max }) => min ?? max ?? 0);
  const highs = counts.map(({ min, max }) => max ?? min ?? 0);
  return { min: Math.min(...lows), max: Math.max(...highs) };
}

/** Each differing figure with those who give it. */
function valuesOf(told: readonly Told[], measure: "killed" | "injured"): Incident["values"][string] {
  const byFigure = new Map<string, { count: Count; from: { doc: string; event: string }[] }>();
  for (const each of told) {
    const count = each.event.casualties[measure];
    if (count === null) continue;
    const key = `${count.min}-${count.max}`;
    const known = byFigure.get(key) ?? { count: { min: count.min, max: count.max }, from: [] };
    byFigure.set(key, { ...known, from: [...known.from, member(each)] });
  }
  return [...byFigure.values()].map(({ count, from }) => ({ ...count, from }));
}

/** The narrowest date that most of the others share a day with. */
function dateOf(told: readonly Told[]): Incident["date"] {
  const dates = told.flatMap(({ event }) => (event.date === null ? [] : [event.date]));
  const support = (date: (typeof dates)[number]): number => dates.filter((other) => daysShared(date, other) > 0).length;
  const width = (date: (typeof dates)[number]): number => daysShared(date, date);
  const [best] = [...dates].sort(
    (a, b) => support(b) - support(a) || width(a) - width(b) || (a.from < b.from ? -1 : 1),
  );
  if (best === undefined) return null;
  const { mentions: _, ...date } = best;
  return date;
}

const FINENESS = ["site", "city", "admin2", "admin1", "country", "region"];

/** The place most members name; of equals the finest. */
function placeOf(told: readonly Told[]): Incident["place"] {
  const places = told.flatMap(({ event }) => (event.place === null ? [] : [event.place]));
  const support = (name: string): number => places.filter((place) => place.name === name).length;
  const [best] = [...places].sort(
    (a, b) =>
      support(b.name) - support(a.name) ||
      FINENESS.indexOf(a.precision) - FINENESS.indexOf(b.precision) ||
      (a.name < b.name ? -1 : 1),
  );
  if (best === undefined) return null;
  const { mentions: _, ...place } = best;
  return place;
}

const mostFrequent = (words: readonly string[]): string =>
  [...words].sort(
    (a, b) => words.filter((w) => w === b).length - words.filter((w) => w === a).length || (a < b ? -1 : 1),
  )[0] ?? "";

/** A reference dataset: its name and version, and its rows compared with one event, best first. */
export interface Reference {
  readonly dataset: string;
  rowsFor(print: Print): readonly RowMatch[];
}

/**
 * The rows that are the incident by any of its members. At most one row of a dataset is joined, the best: its coders kept
 * the others apart, so a person must look at them.
 */
function referencesOf(
  { joined, proposed }: ComparisonTables["weights"],
  told: readonly Told[],
  references: readonly Reference[],
): Incident["references"] {
  return references.flatMap(({ dataset, rowsFor }) => {
    const best = new Map<string, number>();
    for (const { row, comparison } of told.flatMap(({ print }) => rowsFor(print))) {
      if (comparison.score >= proposed) best.set(row.id, Math.max(comparison.score, best.get(row.id) ?? proposed));
    }
    return [...best]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(
        ([id, score], i) => ({ dataset, id, score, band: i === 0 && score >= joined ? "joined" : "proposed" }) as const,
      );
  });
}

function incidentOf(told: readonly Told[], links: Incident["links"], references: Incident["references"]): Incident {
  const counts = (measure: "killed" | "injured"): Count | null =>
    rangeOf(told.flatMap(({ event }) => event.casualties[measure] ?? []));
  return {
    id: hashMembers(told.map(member)),
    members: told.map((each) => ({ ...member(each), main: each.main })),
    references,
    type: mostFrequent(told.map(({ event }) => event.type)),
    incident: mostFrequent(told.map(({ event }) => event.incident)),
    date: dateOf(told),
    place: placeOf(told),
    killed: counts("killed"),
    injured: counts("injured"),
    values: { killed: valuesOf(told, "killed"), injured: valuesOf(told, "injured") },
    links,
  };
}

/** How much more it says that another document tells of the incident too, in the points of `weightOf`. */
const TOLD_ELSEWHERE = 4;

/**
 * The event that each document is chiefly about, looked at again when all is linked: of an incident that a document tells
 * in two events, the one that the other documents tell is the one to count.
 */
function mainsAmong(told: readonly Told[], clusters: readonly (readonly number[])[]): ReadonlySet<number> {
  const others = new Map(clusters.flatMap((items) => items.map((item) => [item, items.length - 1] as const)));
  const points = (i: number): number => weightOf(told[i]!.event) + TOLD_ELSEWHERE * Math.min(1, others.get(i) ?? 0);
  const best = new Map<string, number>();
  told.forEach(({ doc, event }, i) => {
    const known = best.get(doc);
    const earlier = (j: number): boolean => event.evidence[0]!.start < told[j]!.event.evidence[0]!.start;
    if (known === undefined || points(i) > points(known) || (points(i) === points(known) && earlier(known)))
      best.set(doc, i);
  });
  return new Set(best.values());
}

const ofDay = (incident: Incident): string => incident.date?.from ?? "9999";

/** Events of many documents, joined where they are one incident; in order of date, then id. */
export function linkEvents(
  tables: ComparisonTables,
  documents: readonly CodedDocument[],
  stories: Stories | null,
  references: readonly Reference[],
): readonly Incident[] {
  const told = documents.flatMap((document) => toldIn(tables, document, stories));
  const pairs = comparePairs(tables, told);
  const edges: readonly Edge[] = pairs.map(({ a, b, comparison }) => ({ a, b, score: comparison.score }));
  const { joined, proposed } = tables.weights;
  const clusters = cluster(
    told.map(({ doc }) => doc),
    edges,
    joined,
  );
  const clusterOf = new Map(clusters.flatMap((items, k) => items.map((item) => [item, k] as const)));
  const linksOf = (k: number): Incident["links"] =>
    pairs
      .filter(({ a, comparison }) => clusterOf.get(a) === k && comparison.score >= proposed)
      .map(({ a, b, comparison }) => ({
        a: member(told[a]!),
        b: member(told[b]!),
        score: comparison.score,
        band: clusterOf.get(b) === k ? "joined" : "proposed",
        reasons: [...comparison.reasons],
      }));
  const mains = mainsAmong(told, clusters);
  return clusters
    .map((items, k) => {
      const members = items.map((item) => ({ ...told[item]!, main: mains.has(item) }));
      return incidentOf(members, linksOf(k), referencesOf(tables.weights, members, references));
    })
    .sort((a, b) => (ofDay(a) < ofDay(b) ? -1 : ofDay(a) > ofDay(b) ? 1 : a.id < b.id ? -1 : 1));
}
