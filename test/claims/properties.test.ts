import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim, ClaimKind, CoverageCard, LedgerLine, RecordRow } from "../../src/record/index.ts";
import { CLAIM_KINDS, explainReason, ledgerLineSchema } from "../../src/record/index.ts";
import type { Told } from "./article.ts";
import { card, claim, coded, compared, count, found, reader, row } from "./article.ts";

const TEXT = [
  "On 3 May gunmen fired on the toll house in Lira, killing four clerks.",
  "The clinic counted nine dead.",
  "On 9 May strikers stormed the mill in Gulu.",
  "No bomb went off in Jinja on 12 May.",
  "The River Guard claimed responsibility for the attack.",
  "Strikes always end in bloodshed.",
  "There were 14 strikes in Lira in 2019.",
  "It was the deadliest attack in Uganda since 2015.",
  "Strikes grew rarer after 2014.",
  "The gunmen wanted to keep voters at home.",
].join(" ");

const EVENTS: readonly Told[] = [
  {
    class: "armed-assault",
    words: ["fired on", "the attack"],
    date: "2020-05-03",
    place: "Lira",
    target: "the toll house",
  },
  { class: "riot", words: "stormed", date: "2020-05-09", place: "Gulu", actor: "strikers", target: "the mill" },
  { class: "bombing", words: "No bomb went off", date: "2020-05-12", place: "Jinja", factuality: "denied" },
];
const article = { text: TEXT, events: EVENTS };
const sentences = TEXT.match(/[^.]+(?=\.)/g)!.map((words) => words.trim());

const kinds = fc.constantFrom<ClaimKind>(...CLAIM_KINDS);
const testables = fc.constantFrom<Claim["testable"]>("record", "statistics", "outside", "no");
const claims = fc
  .array(fc.tuple(fc.constantFrom(...sentences), kinds, testables), { minLength: 1, maxLength: 10 })
  .map((list) => list.map(([words, kind, testable]) => claim(TEXT, words, kind, { testable })));

const counts = fc.option(
  fc.tuple(fc.nat(12), fc.nat(5)).map(([min, more]) => count(min, min + more)),
  { nil: null },
);
const rows = fc.array(
  fc
    .record({
      date: fc.integer({ min: 1, max: 28 }).map((d) => `2020-05-${String(d).padStart(2, "0")}`),
      place: fc.constantFrom("Lira", "Gulu", "Jinja", "Nairobi"),
      class: fc.constantFrom("armed-assault", "bombing", "riot", "strike", "protest"),
      killed: counts,
      killedAttackers: fc.option(fc.nat(3), { nil: null }),
      actor: fc.constantFrom(null, "River Guard", "strikers", "unknown gunmen"),
      claimedBy: fc.constantFrom(null, "River Guard", "Order of the Lake"),
      target: fc.constantFrom(null, "toll house", "mill"),
    })
    .map(({ date, place, class: incident, ...cells }): RecordRow => row(date, place as "Lira", incident, cells)),
  { maxLength: 12 },
);
const cards = fc.constantFrom<CoverageCard | null>(card("census"), card("sampled"), card("convenience"), null);

const MUTE: ReadonlySet<string> = new Set(["intent", "causal", "affiliation", "prescription", "prediction"]);
const STRONG: ReadonlySet<string> = new Set(["supported", "contradicted", "partly"]);
const COUNTING: ReadonlySet<string> = new Set(["count", "rank", "rate", "coincidence", "trend", "network"]);

function numbersIn(value: unknown): number[] {
  if (typeof value === "number" && Number.isFinite(value)) return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

function broken(line: LedgerLine, of: CoverageCard | null, ids: ReadonlySet<string>): string[] {
  const { verdict, rows: cited, reason, answer } = line.so;
  const kind = of?.kind ?? "convenience";
  const firm = cited.filter(({ why }) => why !== "near");
  const strong = STRONG.has(verdict);
  const absence = reason.code === "absence-in-coverage";
  return [
    ...(strong && MUTE.has(line.claim.kind) ? ["forbidden by kind"] : []),
    ...(strong && !absence && firm.length === 0 && numbersIn(answer).length === 0 ? ["no evidence"] : []),
    ...(strong && kind === "convenience" && COUNTING.has(line.check.type) ? ["counted on a convenience record"] : []),
    ...(absence && kind !== "census" ? ["absence outside a census"] : []),
    ...(verdict === "supported" && kind === "sampled" && ["count", "rank"].includes(line.check.type)
      ? ["total on a sample"]
      : []),
    ...(cited.some(({ id }) => !ids.has(id)) ? ["unknown row"] : []),
    ...(explainReason(reason).includes("{") ? ["unfilled reason"] : []),
  ];
}

test("whatever the claims and the record: every line has the contract's form, a reason in words, and breaks no rule", () => {
  fc.assert(
    fc.property(claims, rows, cards, (list, record, of) => {
      const { ledger } = compared({ article, claims: list, rows: record, card: of });
      expect(ledger).toHaveLength(list.length);
      const ids = new Set(record.map(({ id }) => id));
      for (const line of ledger) {
        ledgerLineSchema.parse(line);
        expect(broken(line, of, ids)).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test("the same again gives the same bytes, and the order of the record's rows does not matter", () => {
  fc.assert(
    fc.property(claims, rows, cards, (list, record, of) => {
      const bytes = (given: readonly RecordRow[]): string =>
        JSON.stringify(compared({ article, claims: list, rows: given, card: of }).ledger.map(({ so }) => so.verdict));
      expect(JSON.stringify(compared({ article, claims: list, rows: record, card: of }))).toBe(
        JSON.stringify(compared({ article, claims: list, rows: record, card: of })),
      );
      expect(bytes([...record].reverse())).toBe(bytes(record));
    }),
    { numRuns: 50 },
  );
});

const sameSo = (a: LedgerLine, b: LedgerLine): boolean => JSON.stringify(a.so) === JSON.stringify(b.so);

test("a row of another country, year and class changes nothing", () => {
  const unrelated = row("2011-02-02", "Nairobi", "arrest", { id: "unrelated" });
  fc.assert(
    fc.property(claims, rows, cards, (list, record, of) => {
      const before = compared({ article, claims: list, rows: record, card: of });
      const after = compared({ article, claims: list, rows: [...record, unrelated], card: of });
      expect(after).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test("a row that contradicts one claim changes the lines that rest on it and no other", () => {
  const list = [
    claim(TEXT, sentences[0]!, "incident-fact"),
    claim(TEXT, sentences[2]!, "incident-fact"),
    claim(TEXT, sentences[9]!, "intent"),
  ];
  const riot = row("2020-05-09", "Gulu", "riot", { id: "riot", target: "mill" });
  const shooting = row("2020-05-05", "Lira", "armed-assault", {
    id: "shooting",
    target: "toll house",
    description: "Gunmen fired on the toll house.",
  });
  const before = compared({ article, claims: list, rows: [riot], card: card("census") }).ledger;
  const after = compared({ article, claims: list, rows: [riot, shooting], card: card("census") }).ledger;
  expect(after.map((line, i) => sameSo(line, before[i]!))).toEqual([false, true, true]);
  expect(after[0]!.so.verdict).toBe("contradicted");
});

test("what the finder makes of a text is read twice alike, lies in the text, and is checked without a throw", () => {
  const words = fc.constantFrom(
    ...TEXT.split(" "),
    "\u{1F4FB}",
    "“",
    "”",
    ";",
    ":",
    "31",
    "of",
    "and",
    "(",
    "İskele",
    "\n\n",
    "%",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (list) => {
      const text = list.join(" ");
      const once = found({ text });
      expect(found({ text })).toEqual(once);
      for (const span of [...once.claims, ...once.issues.flatMap(({ spans }) => spans)]) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(span.text).not.toBe("");
      }
      const input = coded({ text });
      reader.check(
        { ...input, coded: { ...input.coded, claims: once.claims } },
        { rows: [], card: null, indicators: [] },
      );
    }),
    { numRuns: 150 },
  );
});
