import type { LaneMark, Sheet } from "../../src/desk/sheet.ts";
import type { Event, LedgerLine, RecordRow, Span } from "../../src/record/index.ts";

/**
 * A sheet for the browser tests: an article of our own about places and people that do not exist, with every verdict,
 * imprecise dates and places, events without either, and omissions. Coordinates are arbitrary points in Paraguay.
 */
const TEXT = `The valley that forgot to count

Nobody in Port Ardel likes to talk about the spring of 2014. On 3 March 2014 gunmen opened fire on a bus station in Port Ardel, killing eight people and wounding several others, the mayor said. A week later a bomb went off outside the court in Velm; two guards died there. The Front for the Valley claimed the bombing in a letter that nobody has published.

Then came the rallies. On 21 April 2014 some 4,000 teachers marched through Santa Brisa to demand unpaid wages. In May 2014 rallies were held across the district of Upper Orla, and shopkeepers in Velm went on strike for three days. Such rallies in our valley always end in blood, as everybody knows.

They did that summer. Rioters burned a customs post in the north of the country, and one officer was hurt. It is understood that the post had been emptied of weapons days before. Police said they had arrested 14 people; a lawyer for the families put the figure at 31.

The year after was quieter. Sometime in 2015 a journalist was abducted and later freed. In Port Ardel a second bombing was foiled on 9 September 2015, when officers found explosives in a van. Attacks fell from eleven in 2014 to four in 2015.

The purpose of all this was to frighten the valley before the vote. The Front is in the pay of a mine owner, and it was the closing of the mines that brought the young men to it. The ministry should publish its list of the dead. If it does not, there will be more attacks before the next election. No church was attacked in Santa Brisa in those years, whatever visitors have been told. It was the bloodiest spring since the war.`;

function words(text: string, after = 0): Span {
  const start = TEXT.indexOf(text, after);
  if (start === -1) throw new Error(`the invented article does not say "${text}"`);
  return { start, end: start + text.length, text };
}

const NOBODY: Event["casualties"] = { killed: null, injured: null, abducted: null, detained: null, bySide: [] };

const event = (given: Partial<Event> & Pick<Event, "id" | "type" | "incident" | "evidence">): Event => ({
  mode: null,
  stage: "completed",
  factuality: "asserted",
  attributedTo: [],
  partOf: null,
  summary: false,
  wave: null,
  responsibility: [],
  reports: [],
  date: null,
  place: null,
  participants: [],
  weapons: [],
  casualties: NOBODY,
  confidence: 0.8,
  ...given,
});

type Place = NonNullable<Event["place"]>;
const place = (
  name: string,
  at: readonly [number, number] | null,
  precision: Place["precision"],
  mentions: readonly Span[],
  more: Partial<Place> = {},
): Place => ({
  name,
  geonameId: null,
  lat: at?.[0] ?? null,
  lon: at?.[1] ?? null,
  country: "PY",
  admin1: null,
  precision,
  mentions: [...mentions],
  ...more,
});

type Role = Event["participants"][number];
const who = (
  role: Role["role"],
  kind: Role["kind"],
  name: string,
  count: number | null,
  mentions: readonly Span[],
): Role => ({
  role,
  kind,
  name,
  named: false,
  count: count === null ? null : { min: count, max: count },
  country: null,
  of: null,
  mentions: [...mentions],
});

const PORT_ARDEL = [-25.34, -57.52] as const;
const VELM = [-24.1, -56.4] as const;
const SANTA_BRISA = [-26.87, -56.1] as const;

const day = (iso: string, mentions: readonly Span[], inferredBy?: string): NonNullable<Event["date"]> => ({
  from: iso,
  to: iso,
  precision: "day",
  mentions: [...mentions],
  ...(inferredBy === undefined ? {} : { inferredBy }),
});

const EVENTS: readonly Event[] = [
  event({
    id: "e1",
    type: "ASSAULT",
    mode: "firearms",
    incident: "armed-assault",
    factuality: "attributed",
    evidence: [words("opened fire")],
    attributedTo: [words("the mayor")],
    date: day("2014-03-03", [words("3 March 2014")]),
    place: place("Port Ardel", PORT_ARDEL, "site", [words("a bus station in Port Ardel")], { radiusKm: 0 }),
    participants: [
      who("perpetrator", "group", "gunmen", null, [words("gunmen")]),
      who("target", "facility", "a bus station", null, [words("a bus station")]),
    ],
    casualties: {
      ...NOBODY,
      killed: { min: 8, max: 8, mentions: [words("killing eight people")] },
      injured: { min: 2, max: null, mentions: [words("wounding several others")] },
    },
    confidence: 0.94,
  }),
  event({
    id: "e2",
    type: "ASSAULT",
    mode: "explosives",
    incident: "bombing",
    evidence: [words("a bomb went off"), words("the bombing")],
    date: day("2014-03-10", [words("A week later")], "counted-from-event-before"),
    place: place("Velm", VELM, "city", [words("Velm")]),
    participants: [who("victim", "individual", "two guards", 2, [words("two guards")])],
    weapons: [{ name: "a bomb", kind: "explosives", mentions: [words("a bomb")] }],
    responsibility: [
      {
        actor: "The Front for the Valley",
        stance: "claimed",
        by: "actor",
        mentions: [words("The Front for the Valley")],
      },
    ],
    casualties: {
      ...NOBODY,
      killed: { min: 2, max: 2, mentions: [words("two guards died")] },
      bySide: [{ side: "guards", killed: { min: 2, max: 2 }, mentions: [words("two guards died")] }],
    },
    confidence: 0.9,
  }),
  event({
    id: "e3",
    type: "PROTEST",
    mode: "demo",
    incident: "protest",
    evidence: [words("marched")],
    date: day("2014-04-21", [words("21 April 2014")]),
    place: place("Santa Brisa", SANTA_BRISA, "city", [words("Santa Brisa")]),
    participants: [who("organiser", "group", "teachers", 4000, [words("some 4,000 teachers")])],
    confidence: 0.96,
  }),
  event({
    id: "e4",
    type: "PROTEST",
    mode: "demo",
    incident: "protest",
    wave: "w1",
    evidence: [words("rallies were held")],
    date: { from: "2014-05-01", to: "2014-05-31", precision: "month", mentions: [words("May 2014")] },
    place: place("Upper Orla", [-23.2, -57.9], "admin2", [words("the district of Upper Orla")], { radiusKm: 70 }),
    confidence: 0.82,
  }),
  event({
    id: "e5",
    type: "PROTEST",
    mode: "strike",
    incident: "strike",
    evidence: [words("went on strike")],
    date: {
      from: "2014-05-01",
      to: "2014-05-31",
      precision: "month",
      mentions: [words("May 2014")],
      inferredBy: "same-sentence",
    },
    place: place("Velm", VELM, "city", [words("shopkeepers in Velm")]),
    participants: [who("organiser", "group", "shopkeepers", null, [words("shopkeepers")])],
    confidence: 0.77,
  }),
  event({
    id: "e6",
    type: "PROTEST",
    mode: "riot",
    incident: "riot",
    evidence: [words("Rioters burned")],
    date: {
      from: "2014-06-01",
      to: "2014-08-31",
      precision: "season",
      mentions: [words("that summer")],
      inferredBy: "nearest-year-before",
    },
    place: place("Paraguay", [-23.4, -58.4], "country", [words("the country")], { radiusKm: 480 }),
    participants: [who("target", "facility", "a customs post", null, [words("a customs post")])],
    casualties: {
      ...NOBODY,
      injured: { min: 1, max: 1, mentions: [words("one officer was hurt")] },
      detained: { min: 14, max: 31, mentions: [words("14 people"), words("31")] },
    },
    reports: [{ by: [words("Police")], killed: null, injured: null }],
    confidence: 0.71,
  }),
  event({
    id: "e7",
    type: "ASSAULT",
    mode: "abduct",
    incident: "kidnapping",
    evidence: [words("was abducted")],
    date: { from: "2015-01-01", to: "2015-12-31", precision: "year", mentions: [words("Sometime in 2015")] },
    participants: [who("victim", "individual", "a journalist", 1, [words("a journalist")])],
    casualties: { ...NOBODY, abducted: { min: 1, max: 1, mentions: [words("a journalist")] } },
    confidence: 0.66,
  }),
  event({
    id: "e8",
    type: "ASSAULT",
    mode: "explosives",
    incident: "bombing",
    stage: "foiled",
    evidence: [words("a second bombing was foiled")],
    date: day("2015-09-09", [words("9 September 2015")]),
    place: place("Port Ardel", PORT_ARDEL, "city", [words("Port Ardel", 900)]),
    weapons: [{ name: "explosives", kind: "explosives", mentions: [words("explosives in a van")] }],
    confidence: 0.88,
  }),
  event({
    id: "e9",
    type: "ASSAULT",
    incident: "assault",
    factuality: "hypothetical",
    summary: true,
    evidence: [words("there will be more attacks")],
    confidence: 0.4,
  }),
];

const row = (given: Partial<RecordRow> & Pick<RecordRow, "id" | "from" | "class" | "description">): RecordRow => ({
  to: given.from,
  datePrecision: "day",
  place: null,
  admin1: null,
  country: "PY",
  lat: null,
  lon: null,
  precision: "city",
  killed: null,
  killedAttackers: null,
  injured: null,
  actor: null,
  target: null,
  claimedBy: null,
  origins: null,
  sources: null,
  ...given,
});

const exactly = (n: number): { min: number; max: number } => ({ min: n, max: n });

const ROWS: readonly RecordRow[] = [
  row({
    id: "INV-2014-03-03-port-ardel",
    from: "2014-03-03",
    class: "armed-assault",
    place: "Port Ardel",
    lat: PORT_ARDEL[0],
    lon: PORT_ARDEL[1],
    description:
      "Two men shot at passengers waiting in the bus station; five of them died, and one attacker was shot by a guard.",
    killed: { min: 6, max: 7 },
    killedAttackers: 1,
    injured: { min: 9, max: 11 },
    actor: "two unnamed men",
    target: "passengers",
    origins: 3,
    sources:
      'Invented Herald; "Shots at the bus station"; 2014-03-04 | Invented Wire; "Six dead in Port Ardel"; 2014-03-04',
  }),
  row({
    id: "INV-2014-03-11-velm",
    from: "2014-03-11",
    class: "bombing",
    place: "Velm",
    lat: VELM[0],
    lon: VELM[1],
    description: "A device exploded at the gate of the court.",
    killed: exactly(2),
    actor: null,
    origins: 2,
  }),
  row({
    id: "INV-2014-04-21-santa-brisa",
    from: "2014-04-21",
    class: "protest",
    place: "Santa Brisa",
    lat: SANTA_BRISA[0],
    lon: SANTA_BRISA[1],
    description: "Teachers marched over wages not paid since January; the march ended without incident.",
    killed: exactly(0),
    origins: 4,
  }),
  row({
    id: "INV-2014-05-orla",
    from: "2014-05-01",
    to: "2014-05-31",
    datePrecision: "month",
    class: "protest",
    place: "Upper Orla",
    precision: "admin2",
    description: "Rallies in at least four towns of the district.",
  }),
  row({
    id: "INV-2014-07-customs",
    from: "2014-06-15",
    to: "2014-07-20",
    datePrecision: "interval",
    class: "riot",
    place: "Northern border",
    precision: "region",
    description: "A customs post was set alight during a riot; reports give no day.",
    injured: exactly(1),
  }),
];

const OMITTED: readonly RecordRow[] = Array.from({ length: 46 }, (_, i) => {
  const month = (i * i * 5 + i * 3) % 24;
  const iso = `${2014 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${String(((i * 11) % 27) + 1).padStart(2, "0")}`;
  const protest = i % 3 !== 0;
  const coarse = i % 9 === 4;
  const names = ["Velm", "Port Ardel", "Santa Brisa", "Lower Orla", "Quinta"] as const;
  const at = [VELM, PORT_ARDEL, SANTA_BRISA, [-25.9, -54.9], [-22.4, -60.2]] as const;
  const where = names[i % 5] ?? "Velm";
  const [lat, lon] = at[i % 5] ?? VELM;
  return row({
    id: `INV-${iso}-${where.toLowerCase().replace(" ", "-")}-${i}`,
    from: coarse ? `${iso.slice(0, 7)}-01` : iso,
    to: coarse ? `${iso.slice(0, 7)}-28` : iso,
    datePrecision: coarse ? "month" : "day",
    class: protest ? (i % 5 === 0 ? "strike" : "protest") : i % 2 === 0 ? "armed-assault" : "bombing",
    place: where,
    lat,
    lon,
    description: protest ? "Residents rallied over water prices." : "An attack on a police post was reported.",
    killed: protest ? null : exactly(i % 4),
    origins: (i % 3) + 1,
  });
});

type Verdict = LedgerLine["so"]["verdict"];
interface Judged {
  readonly claim: string;
  readonly kind: LedgerLine["claim"]["kind"];
  readonly check: LedgerLine["check"]["type"];
  readonly verdict: Verdict;
  readonly code: LedgerLine["so"]["reason"]["code"];
  readonly reason: string;
  readonly rows?: LedgerLine["so"]["rows"];
  readonly answer?: LedgerLine["so"]["answer"];
  readonly alternatives?: LedgerLine["so"]["alternatives"];
  readonly by?: readonly Span[];
  readonly origins?: number;
}

const JUDGED: readonly Judged[] = [
  {
    claim: "On 3 March 2014 gunmen opened fire on a bus station in Port Ardel",
    kind: "incident-fact",
    check: "incident",
    verdict: "supported",
    code: "matched",
    reason: "The record has this: INV-2014-03-03-port-ardel.",
    rows: [{ id: "INV-2014-03-03-port-ardel", why: "agrees" }],
    by: [words("the mayor")],
    origins: 3,
  },
  {
    claim: "killing eight people",
    kind: "quantity",
    check: "incident",
    verdict: "contradicted",
    code: "toll-differs",
    reason: "The record has it (INV-2014-03-03-port-ardel), but with 6 to 7 killed; the text says 8.",
    rows: [{ id: "INV-2014-03-03-port-ardel", why: "disagrees" }],
    answer: { claimed: 8, killed: { min: 6, max: 7 }, withoutAttackers: { min: 5, max: 6 } },
    alternatives: [{ assumption: "attackers are not counted", verdict: "contradicted" }],
    by: [words("the mayor")],
    origins: 1,
  },
  {
    claim: "A week later a bomb went off outside the court in Velm; two guards died there",
    kind: "incident-fact",
    check: "incident",
    verdict: "partly",
    code: "date-differs",
    reason: "The record has it (INV-2014-03-11-velm), but on 11 March 2014; the text says 10 March 2014.",
    rows: [
      { id: "INV-2014-03-11-velm", why: "agrees" },
      { id: "INV-2014-03-03-port-ardel", why: "near" },
    ],
  },
  {
    claim: "The Front for the Valley claimed the bombing in a letter",
    kind: "incident-fact",
    check: "incident",
    verdict: "not-in-record",
    code: "actor-not-recorded",
    reason: "The record has it (INV-2014-03-11-velm), but not who did it.",
    rows: [{ id: "INV-2014-03-11-velm", why: "near" }],
  },
  {
    claim: "On 21 April 2014 some 4,000 teachers marched through Santa Brisa to demand unpaid wages",
    kind: "incident-fact",
    check: "incident",
    verdict: "supported",
    code: "matched",
    reason: "The record has this: INV-2014-04-21-santa-brisa.",
    rows: [{ id: "INV-2014-04-21-santa-brisa", why: "agrees" }],
  },
  {
    claim: "Such rallies in our valley always end in blood",
    kind: "pattern",
    check: "coincidence",
    verdict: "contradicted",
    code: "counterexample-found",
    reason: "Not so without exception: INV-2014-04-21-santa-brisa.",
    rows: [{ id: "INV-2014-04-21-santa-brisa", why: "disagrees" }],
    answer: { rallies: 33, withDeaths: 0 },
  },
  {
    claim: "they had arrested 14 people",
    kind: "quantity",
    check: "count",
    verdict: "not-in-record",
    code: "toll-not-recorded",
    reason: "The record has it (INV-2014-07-customs), but no figure for this.",
    rows: [{ id: "INV-2014-07-customs", why: "near" }],
    by: [words("Police")],
  },
  {
    claim: "Attacks fell from eleven in 2014 to four in 2015",
    kind: "trend",
    check: "trend",
    verdict: "untestable",
    code: "record-not-systematic",
    reason: "The record was not collected so that it can be counted (convenience); its figures only describe it.",
    answer: { first: 9, last: 8, p: 0.8123 },
  },
  {
    claim: "The purpose of all this was to frighten the valley before the vote",
    kind: "intent",
    check: "none",
    verdict: "untestable",
    code: "intent-not-testable",
    reason: "What somebody wanted cannot be read from event records.",
  },
  {
    claim: "The Front is in the pay of a mine owner",
    kind: "affiliation",
    check: "none",
    verdict: "untestable",
    code: "affiliation-not-in-records",
    reason: "Who belongs to whom cannot be read from event records.",
  },
  {
    claim: "it was the closing of the mines that brought the young men to it",
    kind: "causal",
    check: "none",
    verdict: "untestable",
    code: "causal-not-testable",
    reason: "What brought it about cannot be read from event records.",
  },
  {
    claim: "The ministry should publish its list of the dead",
    kind: "prescription",
    check: "none",
    verdict: "no-factual-claim",
    code: "prescription",
    reason: "This says what ought to be, not what was.",
  },
  {
    claim: "there will be more attacks before the next election",
    kind: "prediction",
    check: "none",
    verdict: "no-factual-claim",
    code: "prediction",
    reason: "This says what may come, not what was.",
  },
];

const LEDGER: readonly LedgerLine[] = JUDGED.map((judged) => ({
  doc: "invented-valley",
  claim: { ...words(judged.claim), kind: judged.kind },
  check: { type: judged.check },
  said: { by: [...(judged.by ?? [])], independentOrigins: judged.origins ?? null },
  so: {
    verdict: judged.verdict,
    rows: [...(judged.rows ?? [])],
    answer: judged.answer ?? {},
    reason: { code: judged.code, params: {} },
    alternatives: [...(judged.alternatives ?? [])],
  },
}));

const PROTESTS = ["protest", "strike", "riot"];
const laneOfClass = (name: string): LaneMark["lane"] => (PROTESTS.includes(name) ? "protest" : "violence");

const CITED: Readonly<Record<string, string>> = {
  e1: "INV-2014-03-03-port-ardel",
  e2: "INV-2014-03-11-velm",
  e3: "INV-2014-04-21-santa-brisa",
  e4: "INV-2014-05-orla",
  e6: "INV-2014-07-customs",
};

const MARKS: readonly LaneMark[] = [
  ...EVENTS.flatMap((one): LaneMark[] =>
    one.date === null
      ? []
      : [
          {
            lane: laneOfClass(one.incident),
            from: one.date.from,
            to: one.date.to,
            precision: one.date.precision,
            label: `${one.incident}, ${one.place?.name ?? "place not given"}`,
            event: one.id,
            row: CITED[one.id] ?? null,
          },
        ],
  ),
  ...OMITTED.map(
    (one): LaneMark => ({
      lane: laneOfClass(one.class),
      from: one.from,
      to: one.to,
      precision: one.datePrecision,
      label: `${one.class}, ${one.place}`,
      event: null,
      row: one.id,
    }),
  ),
];

const MONTHS = Array.from({ length: 24 }, (_, i) => {
  const month = `${2014 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
  const inMonth = (lane: string): number =>
    [...ROWS, ...OMITTED].filter((one) => one.from.startsWith(month) && laneOfClass(one.class) === lane).length;
  return { month, violence: inMonth("violence"), protest: inMonth("protest") };
});

const monthsWith = (violence: boolean, protest: boolean): number =>
  MONTHS.filter((month) => month.violence > 0 === violence && month.protest > 0 === protest).length;
const BOTH = monthsWith(true, true);
const TOGETHER = {
  both: BOTH,
  violenceOnly: monthsWith(true, false),
  protestOnly: monthsWith(false, true),
  neither: monthsWith(false, false),
  expected: ((BOTH + monthsWith(true, false)) * (BOTH + monthsWith(false, true))) / MONTHS.length,
  p: 0.58,
};

export const INVENTED_SHEET: Sheet = {
  format: "plumbline/sheet/1",
  version: "0.0.0-test",
  notice: "Invented for testing: no such valley, people or events exist.",
  document: {
    id: "invented-valley",
    title: "The valley that forgot to count",
    text: TEXT,
    published: "2016-02-14",
    source: "The Invented Column",
  },
  coded: {
    format: "plumbline/coded/1",
    doc: "invented-valley",
    lang: "en",
    textSha256: "0".repeat(64),
    coder: { name: "builtin", version: "0.0.0-test", tables: "1".repeat(64) },
    events: [...EVENTS],
    places: [],
    dates: [],
    relations: [],
    waves: [{ id: "w1", label: "rallies of May 2014", events: ["e4"], mentions: [words("rallies")] }],
    indicators: [],
    claims: LEDGER.map((line) => ({
      ...line.claim,
      attributedTo: line.said.by,
      hedged: line.claim.text.startsWith("there will"),
      testable: "record" as const,
    })),
    issues: [
      { kind: "missing-source", spans: [words("It is understood")], note: "Nobody is named who understands it." },
      {
        kind: "unsupported-generalisation",
        spans: [words("always end in blood, as everybody knows")],
        note: "“Always” with no example.",
      },
      {
        kind: "conflicting-toll",
        spans: [words("14 people"), words("31")],
        note: "Police and a lawyer differ on the arrests.",
      },
    ],
  },
  ledger: LEDGER,
  reasons: JUDGED.map((judged) => judged.reason),
  omissions: OMITTED.filter((one) => laneOfClass(one.class) === "violence" || one.class === "strike").map((one) => ({
    row: one.id,
    why: "In the article's window and area, and of a kind that it reports.",
  })),
  record: {
    name: "Invented incidents of the valley",
    card: {
      name: "Invented incidents of the valley",
      area: "Paraguay",
      from: "2014-01-01",
      to: "2015-12-31",
      classes: ["armed-assault", "bombing", "protest", "strike", "riot"],
      inclusionRule: "Reported by at least one of two invented papers.",
      kind: "convenience",
      licence: "CC0-1.0",
    },
    rows: [...ROWS, ...OMITTED],
    total: ROWS.length + OMITTED.length,
  },
  timeline: {
    from: "2014-01-01",
    to: "2015-12-31",
    marks: MARKS,
    undated: ["e9"],
    months: MONTHS,
    together: TOGETHER,
  },
  notes: ["The record is a convenience collection: nothing was judged by counting."],
};
