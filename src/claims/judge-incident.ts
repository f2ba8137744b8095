import type { EventLike } from "../linking/index.ts";
import { compareToll, rangesMeet } from "../linking/index.ts";
import type { Count, RecordRow, VerdictWord } from "../record/index.ts";
import { dayNumber } from "../record/index.ts";
import type { CitedRow, Finding, HappeningCheck } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { countInWords, findFigures } from "./figures.ts";
import type { Matched } from "./match-row.ts";
import { linkOf, matchIn, nearIds } from "./match-row.ts";
import { outcomeOf } from "./outcome.ts";
import type { Reason } from "./reason.ts";
import { plainReason, reason } from "./reason.ts";

const finding = (
  verdict: VerdictWord,
  why: Reason,
  rows: readonly CitedRow[] = [],
  answer: Finding["answer"] = {},
): Finding => ({ verdict, rows, answer, reason: why, alternatives: [] });

const cite = (id: string, why: CitedRow["why"]): CitedRow => ({ id, why });
const nearRows = (ids: readonly string[]): CitedRow[] => ids.map((id) => cite(id, "near"));

const whenOf = (row: RecordRow): string => (row.from === row.to ? row.from : `${row.from} to ${row.to}`);
const whereOf = (row: RecordRow): string => [row.place, row.admin1].filter((part) => part !== null).join(", ");

/** The event without what its passage does not say: a day or a place taken over cannot lie outside a record. */
const saidOnly = (event: EventLike): EventLike => ({
  ...event,
  date: event.date?.carried ? null : event.date,
  place: event.place?.ground === "carried" ? null : event.place,
});

/** Nothing found: is the record silent, or could it not have told? */
export function judgeSilence(context: CheckContext, event: EventLike, near: readonly string[]): Finding {
  const said = saidOnly(event);
  if (said.date === null && said.place === null) {
    return finding("untestable", plainReason("no-date-or-place"), nearRows(near));
  }
  const kept = context.coverage.keepsOut(said);
  if (kept !== null) return finding("untestable", kept, nearRows(near));
  if (said.date === null || said.place === null)
    return finding("untestable", plainReason("no-date-or-place"), nearRows(near));
  return finding("not-in-record", plainReason("no-row-in-window"), nearRows(near));
}

/** Rule 4: absence is evidence only in a census that would hold the event. */
function judgeDenial(context: CheckContext, event: EventLike): Finding {
  const link = linkOf(context, event);
  const found = matchIn(link, context.told);
  if (found !== null && found.differs === null) {
    const rows = [cite(found.row.id, "disagrees"), ...nearRows(found.near)];
    return finding("contradicted", reason("outcome-differs", { rows: found.row.id }), rows);
  }
  const silence = judgeSilence(context, event, nearIds(link));
  if (silence.verdict !== "not-in-record" || context.coverage.kind !== "census") return silence;
  return finding("supported", plainReason("absence-in-coverage"), silence.rows);
}

type TollAnswer =
  | { readonly is: "agrees" | "not-recorded" | "not-claimed" }
  | { readonly is: "differs" | "depends"; readonly finding: Finding };

function figuresOf(recorded: Count, without?: Count): Finding["answer"] {
  return without === undefined
    ? { recordedMin: recorded.min, recordedMax: recorded.max }
    : {
        withAttackersMin: recorded.min,
        withAttackersMax: recorded.max,
        withoutAttackersMin: without.min,
        withoutAttackersMax: without.max,
      };
}

/** Rule 7, for one measure. */
function tollAnswer(row: RecordRow, measure: "killed" | "injured", claimed: Count | null): TollAnswer {
  if (claimed === null) return { is: "not-claimed" };
  const toll = compareToll(claimed, row, measure);
  if (toll.is === "not-recorded") return { is: "not-recorded" };
  if (toll.is === "agrees") return { is: "agrees" };
  const answer = { claimed: claimed.min ?? claimed.max ?? 0, measure };
  const rows = [cite(row.id, "disagrees")];
  if (toll.is === "differs") {
    const why = reason("toll-differs", {
      rows: row.id,
      recorded: `${countInWords(toll.recorded)} ${measure}`,
      claimed: countInWords(claimed),
    });
    return { is: "differs", finding: finding("contradicted", why, rows, { ...answer, ...figuresOf(toll.recorded) }) };
  }
  const why = reason("counting-rule-changes-answer", {
    recorded: countInWords(toll.recorded),
    without: countInWords(toll.without),
    claimed: countInWords(claimed),
  });
  const withAll: VerdictWord = rangesMeet(claimed, toll.recorded) ? "supported" : "contradicted";
  const alternatives = [
    { assumption: "attackers counted", verdict: withAll },
    { assumption: "attackers not counted", verdict: withAll === "supported" ? "contradicted" : "supported" },
  ] as const;
  return {
    is: "depends",
    finding: {
      ...finding("partly", why, rows, { ...answer, ...figuresOf(toll.recorded, toll.without) }),
      alternatives,
    },
  };
}

function judgeToll(check: HappeningCheck, matched: Matched): Finding {
  const { row } = matched;
  const answers = (["killed", "injured"] as const).map((measure) => tollAnswer(row, measure, check.toll[measure]));
  const bad = answers.find((answer) => answer.is === "differs" || answer.is === "depends");
  if (bad !== undefined && "finding" in bad) return bad.finding;
  if (answers.some((answer) => answer.is === "agrees")) {
    const answer = { killed: row.killed, injured: row.injured };
    return finding("supported", reason("matched", { rows: row.id }), [cite(row.id, "agrees")], answer);
  }
  return finding("not-in-record", reason("toll-not-recorded", { rows: row.id }), nearRows([row.id]));
}

/** "one of them", "one bomb" among several things: too weak a number to speak against another. */
const tells = (figure: { count: Count }): boolean => (figure.count.min ?? 0) > 1;

const roughly = (count: Count, rough: boolean): Count =>
  !rough || count.min === null || count.max === null ? count : { min: count.min * 0.85, max: count.max * 1.15 };

const stem = (noun: string): string => noun.toLowerCase().replace(/(?:es|s)$/, "");

/** A number beside the same noun in the row's words ("About 600 dockers") that the claim's number does not meet. */
function otherNumber(check: HappeningCheck, row: RecordRow): { recorded: string; claimed: string } | null {
  const told = [row.description, row.actor, row.target]
    .filter((cell) => cell !== null)
    .flatMap((cell) => findFigures(cell));
  for (const { noun, count, rough } of check.counted) {
    const same = told.filter((figure) => figure.noun !== null && tells(figure) && stem(figure.noun) === stem(noun));
    if (
      same.length > 0 &&
      !same.some((figure) => rangesMeet(roughly(count, rough), roughly(figure.count, figure.rough)))
    ) {
      return { recorded: `${countInWords(same[0]!.count)} ${noun}`, claimed: countInWords(count) };
    }
  }
  return null;
}

/** Rule 6, rank words: an earlier (or later) row of the claim's kind means that "first" ("last") fails. */
function overtakenBy(context: CheckContext, check: HappeningCheck, row: RecordRow): RecordRow | null {
  const { order } = check;
  if (order === null) return null;
  const deaths = order.of === "deaths";
  const rivals = context.record.rows.filter((other) =>
    deaths ? (other.killed?.min ?? 0) > 0 : other.class === row.class,
  );
  const overtaking = rivals.filter((other) =>
    order.rank === "first" ? dayNumber(other.to) < dayNumber(row.from) : dayNumber(other.from) > dayNumber(row.to),
  );
  return (
    [...overtaking].sort((a, b) => dayNumber(a.from) - dayNumber(b.from)).at(order.rank === "first" ? 0 : -1) ?? null
  );
}

function sinceDiffers(check: HappeningCheck, row: RecordRow): boolean {
  return check.sinceDay !== null && row.from !== row.to && dayNumber(check.sinceDay) !== dayNumber(row.from);
}

function judgeMatched(context: CheckContext, check: HappeningCheck, event: EventLike, matched: Matched): Finding {
  const { row } = matched;
  const rows = [cite(row.id, "disagrees"), ...nearRows(matched.near)];
  if (check.point === "toll") return judgeToll(check, matched);
  const told =
    event.date === null
      ? ""
      : event.date.from === event.date.to
        ? event.date.from
        : `${event.date.from} to ${event.date.to}`;
  if (matched.differs === "date" || sinceDiffers(check, row)) {
    return finding(
      "contradicted",
      reason("date-differs", { rows: row.id, recorded: whenOf(row), claimed: check.sinceDay ?? told }),
      rows,
    );
  }
  if (matched.differs === "place") {
    const claimed = event.place?.name ?? "";
    return finding("contradicted", reason("place-differs", { rows: row.id, recorded: whereOf(row), claimed }), rows);
  }
  if (outcomeOf(event.words) === "took-place" && outcomeOf(row.description) === "came-to-nothing") {
    return finding("contradicted", reason("outcome-differs", { rows: row.id }), rows);
  }
  const toll = judgeToll(check, matched);
  if (toll.verdict === "contradicted" || toll.verdict === "partly") return { ...toll, verdict: "partly", rows };
  const number = otherNumber(check, row);
  if (number !== null) return finding("partly", reason("toll-differs", { rows: row.id, ...number }), rows);
  const rival = overtakenBy(context, check, row);
  if (rival !== null) {
    const why = reason("rank-differs", { metric: "date", rows: rival.id, window: "the record" });
    return finding("partly", why, [cite(row.id, "agrees"), cite(rival.id, "disagrees"), ...nearRows(matched.near)]);
  }
  return finding("supported", reason("matched", { rows: row.id }), [cite(row.id, "agrees"), ...nearRows(matched.near)]);
}

/** Several events in one claim ("rallies in four cities"): it holds where all hold, partly where some do. */
function combine(findings: readonly Finding[]): Finding {
  const [first] = findings;
  if (first === undefined) return finding("untestable", plainReason("no-date-or-place"));
  if (findings.every((each) => each.verdict === first.verdict)) {
    return { ...first, rows: uniqueRows(findings.flatMap((each) => each.rows)) };
  }
  const worst =
    findings.find((each) => each.verdict === "contradicted") ?? findings.find((each) => each.verdict === "partly");
  const held = findings.some((each) => each.verdict === "supported" || each.verdict === "partly");
  const rows = uniqueRows(findings.flatMap((each) => each.rows));
  if (worst === undefined) return { ...(findings.find((each) => each.verdict === "supported") ?? first), rows };
  return { ...worst, verdict: held ? "partly" : worst.verdict, rows };
}

/** A row cited twice keeps the stronger word: disagrees, agrees, near. */
function uniqueRows(rows: readonly CitedRow[]): CitedRow[] {
  const strength = ["disagrees", "agrees", "near"] as const;
  return strength.flatMap((why, rank) =>
    rows.filter(
      (row, i) =>
        row.why === why &&
        rows.findIndex((other) => other.id === row.id && other.why === why) === i &&
        !rows.some((other) => other.id === row.id && strength.indexOf(other.why) < rank),
    ),
  );
}

export function judgeHappening(context: CheckContext, check: HappeningCheck): Finding {
  if (check.events.length === 0) return finding("untestable", plainReason("no-date-or-place"));
  if (check.point === "called-off") {
    const rule = context.record.card?.inclusionRule ?? "it holds what took place";
    return finding("untestable", reason("below-inclusion-rule", { rule }));
  }
  return combine(
    check.events.map((event) => {
      if (check.point === "did-not-happen") return judgeDenial(context, event);
      const link = linkOf(context, event);
      const matched = matchIn(link);
      return matched === null
        ? judgeSilence(context, event, nearIds(link))
        : judgeMatched(context, check, event, matched);
    }),
  );
}
