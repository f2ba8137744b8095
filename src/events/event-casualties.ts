import type { CasualtyKind, CasualtyReport } from "../actors/index.ts";
import { type Casualties, type Count, daysShared, type Event, type Span } from "../record/index.ts";
import type { ToldEvent } from "./merge-tellings.ts";
import type { Passage } from "./passage.ts";
import type { Telling } from "./telling.ts";

const NONE: Casualties = { killed: null, injured: null, abducted: null, detained: null, bySide: [] };

const takes = (telling: Telling, kind: CasualtyKind): boolean => {
  if (kind === "detained") return telling.incident === "arrest";
  if (kind === "abducted") return telling.mode === "abduct";
  return telling.type === "ASSAULT" || telling.type === "PROTEST";
};

/** Each report goes to the nearest telling of its sentence that can take it, else to the last such event before it. */
export function assignCasualties(
  events: readonly ToldEvent[],
  passages: readonly Passage[],
): ReadonlyMap<ToldEvent, readonly CasualtyReport[]> {
  const assigned = new Map<ToldEvent, CasualtyReport[]>();
  const owner = new Map<Telling, ToldEvent>(
    events.flatMap((event) => event.tellings.map((telling) => [telling, event])),
  );
  const bySentence = new Map<number, Telling[]>();
  for (const telling of owner.keys()) {
    const at = telling.match.passage.sentence.index;
    bySentence.set(at, [...(bySentence.get(at) ?? []), telling]);
  }
  const latest = new Map<CasualtyKind, ToldEvent>();
  for (const passage of passages) {
    const here = bySentence.get(passage.sentence.index) ?? [];
    for (const report of passage.casualties) {
      const event =
        nearest(report, here, owner) ??
        (here.some((one) => one.type === "ASSAULT") ? null : goesOn(passage, latest.get(report.kind))) ??
        null;
      if (event !== null) assigned.set(event, [...(assigned.get(event) ?? []), report]);
    }
    for (const kind of ["killed", "injured", "abducted", "detained"] as const) {
      const telling = here.findLast(
        (one) =>
          takes(one, kind) &&
          one.factuality !== "denied" &&
          one.factuality !== "hypothetical" &&
          (one.type === "ASSAULT" || kind === "detained"),
      );
      const event = telling === undefined ? undefined : owner.get(telling);
      if (event !== undefined) latest.set(kind, event);
    }
  }
  return assigned;
}

const FINE: ReadonlySet<string> = new Set(["day", "interval"]);

/** A sentence with a time or place of its own that is not the event's tells of something else. */
function goesOn(passage: Passage, event: ToldEvent | undefined): ToldEvent | null {
  if (event === undefined) return null;
  const dates = event.tellings.flatMap((one) => one.date ?? []);
  const places = event.tellings.flatMap((one) => one.place ?? []);
  const own = passage.dates.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  const elsewhen =
    own.length > 0 && dates.length > 0 && !own.some((date) => dates.some((other) => daysShared(date, other) > 0));
  const elsewhere = passage.places.some(
    ({ use, place }) =>
      use === "literal" &&
      place !== null &&
      places.length > 0 &&
      !places.some((other) => other.name === place.name || other.admin1 === place.name),
  );
  const overall = passage.dates.some(({ from, precision }) => from !== null && !FINE.has(precision));
  return elsewhen && (elsewhere || overall || passage.attributions.length === 0) ? null : event;
}

function nearest(
  report: CasualtyReport,
  here: readonly Telling[],
  owner: ReadonlyMap<Telling, ToldEvent>,
): ToldEvent | null {
  const able = here.filter((telling) => takes(telling, report.kind) && telling.factuality !== "hypothetical");
  const violent = able.filter((telling) => telling.type === "ASSAULT");
  const ranked = (violent.length > 0 ? violent : able).toSorted(
    (a, b) => Math.abs(a.match.head - report.governor) - Math.abs(b.match.head - report.governor),
  );
  return ranked[0] === undefined ? null : (owner.get(ranked[0]) ?? null);
}

const sum = (counts: readonly Count[]): Count => ({
  min: counts.reduce<number | null>((total, { min }) => (total === null || min === null ? null : total + min), 0),
  max: counts.reduce<number | null>((total, { max }) => (total === null || max === null ? null : total + max), 0),
});

/** "The last death came when he was shot dead": one victim, told by two words. */
const oncePerPhrase = (reports: readonly CasualtyReport[]): readonly CasualtyReport[] =>
  reports.filter(
    (report, i) => !reports.slice(0, i).some((other) => other.head === report.head || sameCount(other, report)),
  );

const sameCount = (a: CasualtyReport, b: CasualtyReport): boolean =>
  a.count.min === 1 && a.count.max === 1 && b.count.min === 1 && b.count.max === 1 && a.span.text === b.span.text;

/** "The clinic counted 13 injured, the hospital 21": a figure that stands alone rivals the one before it. */
const isRival = (report: CasualtyReport): boolean => /^[\d,.]+$|^[a-z]+(?:-[a-z]+)?$/i.test(report.span.text);

/** What one sentence says in all: its total, or its parts together. */
function ofSentence(reports: readonly CasualtyReport[]): { count: Count; spans: Span[]; sources: readonly Span[] } {
  const whole = oncePerPhrase(reports.filter((report) => !report.partOfTotal));
  const total = whole.find((report) => report.total);
  const used = total === undefined ? (whole.length > 0 ? whole : reports) : [total];
  return {
    count: sum(used.map((report) => report.count)),
    spans: used.map((report) => report.span),
    sources: used.flatMap((report) => report.sources),
  };
}

/** Figures that stand side by side: the least of the lowest, the greatest of the highest that is closed. */
function range(counts: readonly Count[]): Count {
  const mins = counts.flatMap(({ min }) => min ?? []);
  const maxs = counts.flatMap(({ max }) => max ?? []);
  const open = counts.some(({ max }) => max === null) && counts.length === 1;
  const highest = maxs.length === 0 ? null : Math.max(...maxs, ...mins);
  return { min: mins.length === 0 ? null : Math.min(...mins), max: open ? null : highest };
}

/** "soldiers were killed": more than one, and no more said. A figure for the same event says it better. */
const isVague = ({ count, span }: CasualtyReport): boolean =>
  count.min === 2 && count.max === null && !/\b(?:2|two|several|some|few)\b/i.test(span.text);

function figure(reports: readonly CasualtyReport[], kind: CasualtyKind): Casualties["killed"] {
  const told = reports.filter((report) => report.kind === kind && (!report.denied || report.count.max === 0));
  if (told.length === 0) return null;
  const figures = told.filter((report) => !isVague(report));
  const own = figures.length > 0 ? figures : told;
  const sentences = new Map<string, CasualtyReport[]>();
  for (const report of own) {
    const rival =
      isRival(report) &&
      own.some((other) => other.sentence === report.sentence && other.span.start < report.span.start);
    const key = `${report.sentence} ${rival ? report.span.start : report.sources.map((source) => source.start).join()}`;
    sentences.set(key, [...(sentences.get(key) ?? []), report]);
  }
  const said = [...sentences.values()].map(ofSentence);
  return { ...range(said.map(({ count }) => count)), mentions: said.flatMap(({ spans }) => spans) };
}

const bySide = (reports: readonly CasualtyReport[]): Casualties["bySide"] =>
  reports.flatMap(({ side, kind, count, span, denied }) => {
    if (side === null || denied || (kind !== "killed" && kind !== "injured")) return [];
    return [{ side, [kind]: count, mentions: [span] }];
  });

export const casualtiesOf = (reports: readonly CasualtyReport[]): Casualties =>
  reports.length === 0
    ? NONE
    : {
        killed: figure(reports, "killed"),
        injured: figure(reports, "injured"),
        abducted: figure(reports, "abducted"),
        detained: figure(reports, "detained"),
        bySide: bySide(reports),
      };

/** Rival figures with those who give them; empty where no two sources differ. */
export function rivalReports(reports: readonly CasualtyReport[]): Event["reports"] {
  const sourced = reports.filter(
    (report) =>
      report.sources.length > 0 && !report.partOfTotal && (report.kind === "killed" || report.kind === "injured"),
  );
  const bySource = new Map<number, CasualtyReport[]>();
  for (const report of sourced) {
    const key = report.sources[0]!.start;
    bySource.set(key, [...(bySource.get(key) ?? []), report]);
  }
  const rows = [...bySource.values()].map((group) => ({
    by: [...group[0]!.sources],
    killed: group.find((report) => report.kind === "killed")?.count ?? null,
    injured: group.find((report) => report.kind === "injured")?.count ?? null,
  }));
  return rows.length > 1 ? rows : [];
}
