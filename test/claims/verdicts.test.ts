import { expect, test } from "vitest";
import type { IndicatorRow } from "../../src/record/index.ts";
import type { Compared } from "./article.ts";
import { at, card, claim, compared, count, row, verdictOf } from "./article.ts";

// An invented town, an invented record. Each row of a table: what is said, what the record holds, what follows.

const SHOOTING = "On 3 May gunmen fired on the toll house in Lira, killing four clerks.";
const shooting = (x: Parameters<typeof row>[3] = {}) =>
  row("2020-05-03", "Lira", "armed-assault", {
    id: "shooting",
    description: "Gunmen fired on the toll house.",
    target: "toll house",
    ...x,
  });
const told = {
  class: "armed-assault",
  words: "fired on",
  date: "2020-05-03",
  place: "Lira",
  target: "the toll house",
} as const;
const main = claim(SHOOTING, "On 3 May gunmen fired on the toll house in Lira, killing four clerks", "incident-fact");
const article = { text: SHOOTING, events: [told] };
const base: Compared = { article, claims: [main], rows: [shooting({ killed: count(4) })], card: card("census") };

test.each<[string, Partial<Compared>, string]>([
  ["date, place and toll agree", {}, "supported, matched, shooting agrees"],
  [
    "the toll lies in the row's range",
    { rows: [shooting({ killed: count(2, 5) })] },
    "supported, matched, shooting agrees",
  ],
  ["the toll differs", { rows: [shooting({ killed: count(2) })] }, "partly, toll-differs, shooting disagrees"],
  ["the toll's cell is empty: the rest holds", { rows: [shooting()] }, "supported, matched, shooting agrees"],
  [
    "another date",
    { rows: [shooting({ from: "2020-05-09", to: "2020-05-09" })] },
    "contradicted, date-differs, shooting disagrees",
  ],
  [
    "another town",
    {
      rows: [
        {
          ...row("2020-05-03", "Jinja", "armed-assault", {
            id: "shooting",
            target: "toll house",
            description: "Gunmen fired on the toll house.",
          }),
        },
      ],
    },
    "contradicted, place-differs, shooting disagrees",
  ],
  ["no row, in a census", { rows: [row("2020-05-03", "Jinja", "strike")] }, "not-in-record, no-row-in-window"],
  ["no row, no card", { rows: [], card: null }, "not-in-record, no-row-in-window"],
  [
    "before the record begins",
    { rows: [], card: card("census", { from: "2020-06-01" }) },
    "untestable, outside-coverage",
  ],
  [
    "in a country the record leaves out",
    { rows: [], card: card("census", { area: "Kenya" }) },
    "untestable, outside-coverage",
  ],
  [
    "in a division the record leaves out",
    { rows: [], card: card("census", { area: "Uganda: Eastern, Central" }) },
    "untestable, outside-coverage",
  ],
  [
    "of a class the record leaves out",
    { rows: [], card: card("census", { classes: ["protest"] }) },
    "untestable, class-not-covered",
  ],
])("a shooting with four dead: %s", (_, other, answer) => expect(verdictOf({ ...base, ...other })).toBe(answer));

test("a row that is alike in class and town only is near, and no answer", () => {
  const line = compared({ ...base, rows: [row("2019-01-01", "Lira", "armed-assault", { id: "old" })] }).ledger[0]!;
  expect(line.so.rows).toEqual([{ id: "old", why: "near" }]);
});

const DENIAL = "No bomb went off in Gulu on 9 May.";
const denied = {
  article: {
    text: DENIAL,
    events: [{ class: "bombing", words: "No bomb went off", date: "2020-05-09", place: "Gulu", factuality: "denied" }],
  },
  claims: [claim(DENIAL, "No bomb went off in Gulu on 9 May", "incident-fact")],
  rows: [row("2020-05-09", "Jinja", "bombing")],
} as const;
const bomb = row("2020-05-09", "Gulu", "bombing", { id: "bomb" });
test.each<[string, Partial<Compared>, string]>([
  ["a census has no row", { card: card("census") }, "supported, absence-in-coverage"],
  ["a sample has no row", { card: card("sampled") }, "not-in-record, no-row-in-window"],
  ["no card", { card: null }, "not-in-record, no-row-in-window"],
  ["a census has the row", { card: card("census"), rows: [bomb] }, "contradicted, outcome-differs, bomb disagrees"],
])("a denied bombing: %s", (_, other, answer) => expect(verdictOf({ ...denied, ...other })).toBe(answer));

const TOLLS =
  "On 3 May gunmen fired on the toll house in Lira. The clinic counted nine dead. The mayor says six. Nobody was hurt.";
const tollsArticle = { text: TOLLS, events: [told] };
test.each<[string, string, Parameters<typeof row>[3], string]>([
  ["nine of nine", "The clinic counted nine dead", { killed: count(9) }, "supported, matched, shooting agrees"],
  [
    "nine of eight to eleven, two attackers",
    "The clinic counted nine dead",
    { killed: count(8, 11), killedAttackers: 2 },
    "supported, matched, shooting agrees",
  ],
  [
    "nine of three",
    "The clinic counted nine dead",
    { killed: count(3) },
    "contradicted, toll-differs, shooting disagrees",
  ],
  ["the cell is empty", "The clinic counted nine dead", {}, "not-in-record, toll-not-recorded"],
  [
    "nobody hurt, and the row says none",
    "Nobody was hurt",
    { injured: count(0) },
    "supported, matched, shooting agrees",
  ],
  [
    "nobody hurt, and the row says four",
    "Nobody was hurt",
    { injured: count(4) },
    "contradicted, toll-differs, shooting disagrees",
  ],
])("a figure: %s", (_, words, cells, answer) =>
  expect(verdictOf({ article: tollsArticle, claims: [claim(TOLLS, words, "quantity")], rows: [shooting(cells)] })).toBe(
    answer,
  ),
);

test("a bare figure takes its measure from the figure before it, and attackers in or out may change the answer", () => {
  const claims = [
    claim(TOLLS, "The clinic counted nine dead", "quantity"),
    claim(TOLLS, "The mayor says six", "quantity"),
  ];
  const rows = [shooting({ killed: count(8, 11), killedAttackers: 2 })];
  const line = compared({ article: tollsArticle, claims, rows }).ledger[1]!;
  expect([line.so.verdict, line.so.reason.code]).toEqual(["partly", "counting-rule-changes-answer"]);
  expect(line.so.alternatives.map(({ verdict }) => verdict)).toEqual(["contradicted", "supported"]);
});

const BLAME =
  "On 3 May gunmen fired on the toll house in Lira. The River Guard claimed responsibility for the attack. The Hill League denied any part in it.";
const blameArticle = { text: BLAME, events: [{ ...told, words: ["fired on", "the attack"] }] };
const claimed = claim(BLAME, "claimed responsibility for the attack", "incident-fact", {
  attributedTo: [at(BLAME, "The River Guard")],
});
const denies = claim(BLAME, "denied any part in it", "incident-fact", { attributedTo: [at(BLAME, "The Hill League")] });
test.each<[string, Compared["claims"][number], Parameters<typeof row>[3], string]>([
  ["claimed by the one who claimed", claimed, { claimedBy: "River Guard" }, "supported, matched, shooting agrees"],
  [
    "claimed by another",
    claimed,
    { claimedBy: "Order of the Lake" },
    "contradicted, actor-differs, shooting disagrees",
  ],
  [
    "claimed by X, done by another",
    claimed,
    { claimedBy: "River Guard", actor: "Order of the Lake" },
    "partly, actor-differs, shooting disagrees",
  ],
  ["nobody is known to have claimed it", claimed, {}, "not-in-record, actor-not-recorded"],
  ["denied by X, done by another", denies, { actor: "Order of the Lake" }, "supported, matched, shooting agrees"],
  ["denied by the one who did it", denies, { actor: "Hill League" }, "contradicted, actor-differs, shooting disagrees"],
  ["who did it is not known", denies, { actor: "unknown gunmen" }, "not-in-record, actor-not-recorded"],
])("responsibility: %s", (_, said, cells, answer) =>
  expect(verdictOf({ article: blameArticle, claims: [said], rows: [shooting(cells)] })).toBe(answer),
);

test.each([
  ["intent", "The gunmen wanted to keep voters at home", "untestable, intent-not-testable"],
  ["causal", "It happened because bread had run out", "untestable, causal-not-testable"],
  ["affiliation", "The gunmen are in the pay of a mine owner", "untestable, affiliation-not-in-records"],
  ["prescription", "The council should resign", "no-factual-claim, prescription"],
  ["prediction", "There will be more shots", "no-factual-claim, prediction"],
] as const)("%s is never judged, whatever the record holds", (kind, words, answer) => {
  const text = `${SHOOTING} ${words}.`;
  expect(verdictOf({ ...base, article: { text, events: [told] }, claims: [claim(text, words, kind)] })).toBe(answer);
});

const COUNT = "From 2012 to 2014 there were 5 strikes: three in Lira and two in Gulu.";
const strikes = (place: "Lira" | "Gulu", n: number) =>
  Array.from({ length: n }, (_, i) => row(`2012-0${i + 1}-10`, place, "strike"));
const counted: Compared = {
  article: { text: COUNT },
  claims: [claim(COUNT, "there were 5 strikes: three in Lira and two in Gulu", "quantity", { testable: "statistics" })],
  rows: [...strikes("Lira", 3), ...strikes("Gulu", 2)],
  card: card("census"),
};
test.each<[string, Partial<Compared>, string]>([
  ["all agree", {}, "supported, count-matched"],
  ["one part fails", { rows: [...strikes("Lira", 3), ...strikes("Gulu", 4)] }, "partly, count-differs"],
  ["nothing agrees", { rows: [] }, "contradicted, count-differs"],
  ["a sample cannot confirm a total", { card: card("sampled") }, "untestable, record-is-a-sample"],
  ["a sample can break it", { card: card("sampled"), rows: strikes("Lira", 9) }, "contradicted, count-differs"],
  ["without a card nothing is counted", { card: null }, "untestable, record-not-systematic"],
])("a count: %s", (_, other, answer) => expect(verdictOf({ ...counted, ...other })).toBe(answer));

test("parts that hold and a total that they do not make", () => {
  const text = "From 2012 to 2014 there were 6 strikes: three in Lira and two in Gulu.";
  const said = claim(text, "there were 6 strikes: three in Lira and two in Gulu", "quantity", {
    testable: "statistics",
  });
  expect(verdictOf({ ...counted, article: { text }, claims: [said] })).toBe("partly, parts-do-not-add-up");
});

test("on a convenience record the figures still stand in the answer, as description", () => {
  expect(compared({ ...counted, card: null }).ledger[0]!.so.answer).toMatchObject({ total: 5, Lira: 3, Gulu: 2 });
});

const RANK = `${SHOOTING} It was the deadliest attack in Uganda since 2015.`;
const ranked: Compared = {
  article: { text: RANK, events: [told] },
  claims: [claim(RANK, "It was the deadliest attack in Uganda since 2015", "comparison")],
  rows: [shooting({ killed: count(4) }), row("2016-01-01", "Gulu", "bombing", { id: "other", killed: count(3) })],
  card: card("census"),
};
const other = (killed: ReturnType<typeof count>, date = "2016-01-01") => [
  shooting({ killed: count(4, 6) }),
  row(date, "Gulu", "bombing", { id: "other", killed }),
];
test.each<[string, Partial<Compared>, string]>([
  ["no other comes near", {}, "supported, rank-holds, shooting agrees"],
  ["another has more dead", { rows: other(count(9)) }, "contradicted, rank-differs, other disagrees"],
  [
    "a deadlier one before the window does not count",
    { rows: other(count(9), "2014-01-01") },
    "supported, rank-holds, shooting agrees",
  ],
  ["the ranges overlap", { rows: other(count(5, 9)) }, "partly, ranges-overlap, other disagrees"],
  [
    "a sample can contradict a superlative",
    { rows: other(count(9)), card: card("sampled") },
    "contradicted, rank-differs, other disagrees",
  ],
  ["a sample cannot support one", { card: card("sampled") }, "untestable, record-is-a-sample"],
  ["a convenience record neither", { rows: other(count(9)), card: null }, "untestable, record-not-systematic"],
])("a superlative: %s", (_, given, answer) => expect(verdictOf({ ...ranked, ...given })).toBe(answer));

const PATTERN = "Strikes always end in bloodshed.";
const always: Compared = {
  article: { text: PATTERN },
  claims: [claim(PATTERN, "Strikes always end in bloodshed", "pattern")],
  rows: Array.from({ length: 6 }, (_, i) => row(`201${i}-03-01`, "Lira", "strike", { id: `s${i}`, killed: count(1) })),
  card: card("census"),
};
test.each<[string, Partial<Compared>, string]>([
  ["no exception", {}, "supported, coincidence-holds"],
  [
    "one strike without a death",
    { rows: [row("2011-01-01", "Lira", "strike", { id: "calm", killed: count(0) })] },
    "contradicted, counterexample-found, calm disagrees",
  ],
  [
    "a strike whose toll is not known is no exception",
    { rows: [row("2011-01-01", "Lira", "strike")] },
    "untestable, too-few-units",
  ],
  ["without a card", { card: null }, "untestable, record-not-systematic"],
])("always: %s", (_, given, answer) => expect(verdictOf({ ...always, ...given })).toBe(answer));

const TREND = "Strikes grew rarer after 2014.";
const yearly = (counts: Readonly<Record<number, number>>) =>
  Object.entries(counts).flatMap(([year, n]) =>
    Array.from({ length: n }, (_, i) => row(`${year}-0${i + 1}-05`, "Lira", "strike")),
  );
const trend: Compared = {
  article: { text: TREND },
  claims: [claim(TREND, "Strikes grew rarer after 2014", "trend")],
  rows: yearly({ 2010: 5, 2011: 4, 2012: 5, 2013: 6, 2014: 5, 2016: 1 }),
  card: card("census"),
};
test.each<[string, Partial<Compared>, string]>([
  ["many before, few after", {}, "supported, trend-holds"],
  ["as many after", { rows: yearly({ 2010: 2, 2012: 2, 2015: 2, 2017: 3 }) }, "contradicted, trend-differs"],
  ["too few to tell", { rows: yearly({ 2010: 2 }) }, "untestable, too-few-units"],
])("a trend: %s", (_, given, answer) => expect(verdictOf({ ...trend, ...given })).toBe(answer));

const LIST = "The yearbook gives 118 cattle raids in 2018, down from 147 in 2017.";
const yearbook = (year: number, value: number): IndicatorRow => ({
  id: `ind:${year - 2016}`,
  name: "cattle raids",
  value,
  unit: "raids",
  place: "Uganda",
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  source: "yearbook",
});
test.each<[string, readonly IndicatorRow[], string]>([
  [
    "both agree",
    [yearbook(2017, 147), yearbook(2018, 118)],
    "supported, indicator-matched, ind:2 agrees, ind:1 agrees",
  ],
  [
    "one differs",
    [yearbook(2017, 139), yearbook(2018, 118)],
    "partly, indicator-differs, ind:2 agrees, ind:1 disagrees",
  ],
  ["the list is not at hand", [], "untestable, indicator-not-in-record"],
])("a figure of somebody's list: %s, without a card", (_, indicators, answer) =>
  expect(
    verdictOf({
      article: { text: LIST },
      claims: [claim(LIST, "118 cattle raids in 2018, down from 147 in 2017", "trend")],
      rows: [],
      indicators,
    }),
  ).toBe(answer),
);

test("a claim without date and place cannot be tied to a row", () => {
  const text = "A judge was once kidnapped.";
  const events = [{ class: "kidnapping", words: "kidnapped", target: "A judge" }] as const;
  const claims = [claim(text, "A judge was once kidnapped", "incident-fact", { testable: "no" })];
  expect(verdictOf({ article: { text, events }, claims, rows: [row("2020-01-01", "Lira", "kidnapping")] })).toBe(
    "untestable, no-date-or-place",
  );
});
