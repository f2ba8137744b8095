import { rangesMeet } from "../linking/index.ts";
import type { RecordRow } from "../record/index.ts";
import type { Check, CitedRow, CountPart, Finding } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { inWindow, rowIsIn } from "./document-scope.ts";
import { addCounts, countInWords } from "./figures.ts";
import { namesIndicator } from "./plan-count.ts";
import { plainReason, reason } from "./reason.ts";

type CountCheck = Extract<Check, { type: "count" }>;
type IndicatorCheck = Extract<Check, { type: "indicator" }>;

const bare = (verdict: Finding["verdict"], why: Finding["reason"], answer: Finding["answer"] = {}): Finding => ({
  verdict,
  rows: [],
  answer,
  reason: why,
  alternatives: [],
});

const rowsOf = (context: CheckContext, check: CountCheck, part: CountPart): readonly RecordRow[] =>
  context.record.rows.filter(
    (row) =>
      part.classes.includes(row.class) &&
      inWindow(row, check.scope.window) &&
      (part.place === null || rowIsIn(context, row, part.place)),
  );

interface Counted {
  readonly part: CountPart;
  readonly counted: number;
  readonly holds: boolean;
}

const countPart = (context: CheckContext, check: CountCheck, part: CountPart): Counted => {
  const counted = rowsOf(context, check, part).length;
  return { part, counted, holds: rangesMeet(part.claimed, { min: counted, max: counted }) };
};

const inWords = (all: readonly Counted[], say: (each: Counted) => string): string =>
  all.map((each) => `${say(each)} (${each.part.label})`).join(", ");

/** What the claim's own parts come to, where its total is another; null where it adds up or has no parts. */
function wrongSum(check: CountCheck): { sum: string; claimed: string } | null {
  if (check.total === null || check.parts.length < 2) return null;
  const sum = check.parts.slice(1).reduce((all, part) => addCounts(all, part.claimed), check.parts[0]!.claimed);
  if (rangesMeet(sum, check.total.claimed)) return null;
  return { sum: countInWords(sum), claimed: countInWords(check.total.claimed) };
}

/** Rules 2, 3 and 10. */
export function judgeCount(context: CheckContext, check: CountCheck): Finding {
  const all = [...(check.total === null ? [] : [check.total]), ...check.parts].map((part) =>
    countPart(context, check, part),
  );
  const answer = Object.fromEntries(
    all.map((each, i) => [i === 0 && check.total !== null ? "total" : each.part.label, each.counted]),
  );
  const says = {
    counted: inWords(all, (each) => String(each.counted)),
    claimed: inWords(all, (each) => countInWords(each.part.claimed)),
  };
  if (context.coverage.kind === "convenience") {
    return bare("untestable", reason("record-not-systematic", { kind: "convenience" }), answer);
  }
  const window = check.scope.window;
  const card = context.record.card;
  if (card !== null && window !== null && (window.from > card.to || window.to < card.from)) {
    return bare("untestable", reason("outside-coverage", { coverage: `${card.from} to ${card.to}` }), answer);
  }
  if (context.coverage.kind === "sampled") {
    const exceeded = all.some((each) => each.part.claimed.max !== null && each.counted > each.part.claimed.max);
    return exceeded
      ? bare("contradicted", reason("count-differs", says), answer)
      : bare("untestable", plainReason("record-is-a-sample"), answer);
  }
  const holding = all.filter((each) => each.holds).length;
  if (holding === all.length) return bare("supported", reason("count-matched", says), answer);
  const sum = wrongSum(check);
  const partsHold = check.total !== null && all.slice(1).every((each) => each.holds);
  if (sum !== null && partsHold) return bare("partly", reason("parts-do-not-add-up", sum), answer);
  return bare(holding > 0 ? "partly" : "contradicted", reason("count-differs", says), answer);
}

/** A share of people or things: a record of events has neither side of the fraction. */
export const judgeRate = (context: CheckContext): Finding =>
  context.coverage.kind === "convenience"
    ? bare("untestable", reason("record-not-systematic", { kind: "convenience" }))
    : bare("untestable", plainReason("indicator-not-in-record"));

/** An indicator look-up does not depend on the card. */
export function judgeIndicator(context: CheckContext, check: IndicatorCheck): Finding {
  const known = context.record.indicators.filter((row) => check.name !== "" && namesIndicator(check.name, row.name));
  const compared = check.figures.flatMap((figure) => {
    const row = known.find((each) => figure.year === null || Number(each.from.slice(0, 4)) === figure.year);
    return row?.value == null
      ? []
      : [{ figure, row, holds: rangesMeet(figure.value, { min: row.value, max: row.value }) }];
  });
  if (compared.length === 0) return bare("untestable", plainReason("indicator-not-in-record"));
  const rows: CitedRow[] = compared.map(({ row, holds }) => ({ id: row.id, why: holds ? "agrees" : "disagrees" }));
  const answer = Object.fromEntries(compared.map(({ row }) => [row.from.slice(0, 4), row.value]));
  const wrong = compared.filter(({ holds }) => !holds);
  const told = (wrong[0] ?? compared[0])!;
  const says = {
    source: told.row.source,
    value: String(told.row.value),
    claimed: countInWords(told.figure.value),
  };
  const verdict = wrong.length === 0 ? "supported" : wrong.length === compared.length ? "contradicted" : "partly";
  const why = wrong.length === 0 ? reason("indicator-matched", says) : reason("indicator-differs", says);
  return { verdict, rows, answer, reason: why, alternatives: [] };
}
