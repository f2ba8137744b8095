import type { Count, RecordRow } from "../record/index.ts";
import type { Check, Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { inWindow, rowIsIn } from "./document-scope.ts";
import { countInWords } from "./figures.ts";
import { linkOf, matchIn } from "./match-row.ts";
import { plainReason, reason } from "./reason.ts";

type RankCheck = Extract<Check, { type: "rank" }>;

const bare = (verdict: Finding["verdict"], why: Finding["reason"], answer: Finding["answer"] = {}): Finding => ({
  verdict,
  rows: [],
  answer,
  reason: why,
  alternatives: [],
});

const windowInWords = (check: RankCheck): string =>
  check.scope.window === null ? "the whole record" : `${check.scope.window.from} to ${check.scope.window.to}`;

const inScope = (context: CheckContext, check: RankCheck): readonly RecordRow[] =>
  context.record.rows.filter(
    (row) =>
      check.classes.includes(row.class) &&
      inWindow(row, check.scope.window) &&
      (check.scope.places.length === 0 || check.scope.places.some((place) => rowIsIn(context, row, place))),
  );

const killedOf = (row: RecordRow): Count => row.killed ?? { min: null, max: null };
const high = (count: Count): number => count.max ?? count.min ?? 0;
const low = (count: Count): number => count.min ?? 0;

/** Does the claim's window reach beyond the card? Then a first place inside the record proves nothing. */
function reachesBeyond(context: CheckContext, check: RankCheck): boolean {
  const { card } = context.record;
  if (card === null || check.scope.window === null) return check.scope.window === null;
  return check.scope.window.from < card.from;
}

/** Rule 9: by killed; the other rows' ranges must lie clear of the claimed one's. */
function judgeByKilled(context: CheckContext, check: RankCheck): Finding {
  const event = check.events[0];
  if (event === undefined) return bare("untestable", plainReason("no-date-or-place"));
  const row = matchIn(linkOf(context, event))?.row;
  const own = row?.killed ?? event.killed;
  const rivals = inScope(context, check).filter((other) => other.id !== row?.id);
  const top = [...rivals].sort((a, b) => high(killedOf(b)) - high(killedOf(a)) || (a.id < b.id ? -1 : 1))[0];
  const answer = { claimed: own === null ? null : high(own), top: top === undefined ? 0 : high(killedOf(top)) };
  if (context.coverage.kind === "convenience") {
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), answer);
  }
  if (own === null) {
    return row === undefined
      ? bare("untestable", plainReason("no-date-or-place"), answer)
      : bare("not-in-record", reason("toll-not-recorded", { rows: row.id }), answer);
  }
  const metric = "number killed";
  const near = row === undefined ? [] : [{ id: row.id, why: "near" as const }];
  if (top !== undefined && low(killedOf(top)) > high(own)) {
    const why = reason("rank-differs", { metric, rows: top.id, window: windowInWords(check) });
    return {
      verdict: "contradicted",
      rows: [{ id: top.id, why: "disagrees" }, ...near],
      answer,
      reason: why,
      alternatives: [],
    };
  }
  if (context.coverage.kind === "sampled") return bare("untestable", plainReason("record-is-a-sample"), answer);
  if (top !== undefined && high(killedOf(top)) >= low(own)) {
    const recorded = `${countInWords(own)} and ${countInWords(killedOf(top))}`;
    const rows = [{ id: top.id, why: "disagrees" as const }, ...near];
    return { verdict: "partly", rows, answer, reason: reason("ranges-overlap", { recorded }), alternatives: [] };
  }
  if (row === undefined || reachesBeyond(context, check)) {
    const card = context.record.card;
    return bare(
      "untestable",
      reason("outside-coverage", { coverage: card === null ? "" : `${card.from} to ${card.to}` }),
      answer,
    );
  }
  const rows = [{ id: row.id, why: "agrees" as const }];
  const why = reason("rank-holds", { metric, window: windowInWords(check) });
  return { verdict: "supported", rows, answer, reason: why, alternatives: [] };
}

/** How many rows each place has; for a rival that is named, that rival alone. */
function tallies(context: CheckContext, check: RankCheck): { leader: number; runnerUp: number; name: string } {
  const rows = inScope(context, check);
  const leader = check.leader ?? "";
  const mine = rows.filter((row) => rowIsIn(context, row, leader));
  const others = rows.filter((row) => !mine.includes(row));
  if (check.rivals !== null) {
    const named = check.rivals;
    return { leader: mine.length, runnerUp: others.filter((row) => rowIsIn(context, row, named)).length, name: named };
  }
  const byPlace = new Map<string, number>();
  for (const row of others) byPlace.set(row.place ?? "", (byPlace.get(row.place ?? "") ?? 0) + 1);
  const [name = "", runnerUp = 0] = [...byPlace].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return { leader: mine.length, runnerUp, name };
}

function judgeByNumber(context: CheckContext, check: RankCheck): Finding {
  if (check.leader === null) return bare("untestable", plainReason("no-date-or-place"));
  const { leader, runnerUp, name } = tallies(context, check);
  const answer = { [check.leader]: leader, runnerUp, runnerUpName: name };
  if (context.coverage.kind === "convenience") {
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), answer);
  }
  if (leader + runnerUp === 0) return bare("untestable", reason("too-few-units", { units: "no rows" }), answer);
  const says = { metric: "number of events", window: windowInWords(check) };
  if (leader <= runnerUp) return bare("contradicted", reason("rank-differs", { ...says, rows: name }), answer);
  return context.coverage.kind === "sampled"
    ? bare("untestable", plainReason("record-is-a-sample"), answer)
    : bare("supported", reason("rank-holds", says), answer);
}

export const judgeRank = (context: CheckContext, check: RankCheck): Finding =>
  check.metric === "killed" ? judgeByKilled(context, check) : judgeByNumber(context, check);
