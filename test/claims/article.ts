import { openClaims } from "../../src/claims/index.ts";
import { packageResources } from "../../src/desk/resources.ts";
import type {
  Claim,
  ClaimKind,
  CodedDocument,
  CoverageCard,
  Event,
  IndicatorRow,
  LedgerLine,
  RecordRow,
  Span,
} from "../../src/record/index.ts";
import type { Reading } from "../../src/text/index.ts";
import { openText } from "../../src/text/index.ts";

export const reader = openClaims(packageResources);
const text = openText(packageResources);

/** The n-th place where `words` stand in `text`. */
export function at(whole: string, words: string, n = 0): Span {
  let start = -1;
  for (let i = 0; i <= n; i++) start = whole.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" does not stand in the text`);
  return { start, end: start + words.length, text: words };
}

export const PLACES = {
  Lira: { name: "Lira", lat: 2.235, lon: 32.909, country: "UG", admin1: "Northern Region", precision: "city" },
  Gulu: { name: "Gulu", lat: 2.7746, lon: 32.299, country: "UG", admin1: "Northern Region", precision: "city" },
  Jinja: { name: "Jinja", lat: 0.4244, lon: 33.2041, country: "UG", admin1: "Eastern Region", precision: "city" },
  Nairobi: { name: "Nairobi", lat: -1.286, lon: 36.817, country: "KE", admin1: "Nairobi County", precision: "city" },
} as const;
export type PlaceName = keyof typeof PLACES;

export interface Told {
  readonly id?: string;
  readonly class: string;
  readonly words: string | readonly string[];
  readonly date?: string | null;
  readonly to?: string;
  readonly place?: PlaceName | null;
  readonly actor?: string;
  readonly target?: string;
  readonly factuality?: Event["factuality"];
  readonly stage?: Event["stage"];
}

const ASSAULTS = new Set(["protest", "strike", "riot"]);

export function eventOf(whole: string, told: Told, index: number): Event {
  const place = told.place == null ? null : PLACES[told.place];
  const date = told.date ?? null;
  const participant = (role: "perpetrator" | "target", name: string | undefined): Event["participants"] =>
    name === undefined
      ? []
      : [{ role, kind: "group", name, named: false, count: null, country: null, of: null, mentions: [] }];
  return {
    id: told.id ?? `e${index + 1}`,
    type: ASSAULTS.has(told.class) ? "PROTEST" : "ASSAULT",
    mode: null,
    incident: told.class,
    stage: told.stage ?? "completed",
    factuality: told.factuality ?? "asserted",
    attributedTo: [],
    partOf: null,
    summary: false,
    wave: null,
    responsibility: [],
    reports: [],
    date:
      date === null
        ? null
        : { from: date, to: told.to ?? date, precision: told.to === undefined ? "day" : "interval", mentions: [] },
    place: place === null ? null : { ...place, geonameId: null, mentions: [] },
    participants: [...participant("perpetrator", told.actor), ...participant("target", told.target)],
    weapons: [],
    casualties: { killed: null, injured: null, abducted: null, detained: null, bySide: [] },
    evidence: [told.words].flat().map((words) => at(whole, words)),
    confidence: 1,
  };
}

export interface Article {
  readonly text: string;
  readonly events?: readonly Told[];
  readonly published?: string;
}

const readings = new Map<string, Reading>();
/** Reading is pure, so that a text need be read once only. */
function readOnce(words: string): Reading {
  const known = readings.get(words) ?? text.read(words);
  readings.set(words, known);
  return known;
}

const NOTHING = { places: [], dates: [], relations: [], waves: [], indicators: [], claims: [], issues: [] };

/** Reads an article whose events are given, so that what is tested is this room and no other. */
export function coded(article: Article) {
  const document = { id: "a", text: article.text, published: article.published ?? "2020-06-30" };
  const bare: CodedDocument = {
    format: "plumbline/coded/1",
    doc: "a",
    lang: "en",
    textSha256: "",
    coder: { name: "test", version: "0", tables: "" },
    ...NOTHING,
    events: (article.events ?? []).map((told, i) => eventOf(article.text, told, i)),
  };
  return { document, reading: readOnce(article.text), coded: bare };
}

export function found(article: Article) {
  const input = coded(article);
  return reader.find(input.document, input.reading, input.coded);
}

export const claim = (whole: string, words: string, kind: ClaimKind, x: Partial<Claim> = {}): Claim => ({
  ...at(whole, words),
  kind,
  attributedTo: [],
  hedged: false,
  testable: kind === "incident-fact" || kind === "quantity" ? "record" : "statistics",
  ...x,
});

let rows = 0;
export const row = (date: string, place: PlaceName, incident: string, x: Partial<RecordRow> = {}): RecordRow => {
  const where = PLACES[place];
  rows += 1;
  return {
    id: `r${rows}`,
    from: date,
    to: date,
    datePrecision: "day",
    place: where.name,
    admin1: where.admin1,
    country: where.country,
    lat: where.lat,
    lon: where.lon,
    precision: "city",
    class: incident,
    description: "",
    killed: null,
    killedAttackers: null,
    injured: null,
    actor: null,
    target: null,
    claimedBy: null,
    origins: 2,
    sources: null,
    ...x,
  };
};

export const count = (min: number, max: number = min) => ({ min, max });

export const card = (kind: CoverageCard["kind"], x: Partial<CoverageCard> = {}): CoverageCard => ({
  name: "Invented register",
  area: "Uganda",
  from: "2010-01-01",
  to: "2020-12-31",
  classes: ["armed-assault", "bombing", "arson", "kidnapping", "protest", "strike", "riot", "arrest"],
  inclusionRule: "Every incident in at least one source, of any size.",
  kind,
  licence: "invented",
  ...x,
});

export interface Compared {
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly rows: readonly RecordRow[];
  readonly card?: CoverageCard | null;
  readonly indicators?: readonly IndicatorRow[];
}

export function compared({ article, claims, rows: record, card: of = null, indicators = [] }: Compared) {
  const input = coded(article);
  return reader.check(
    { ...input, coded: { ...input.coded, claims: [...claims] } },
    { rows: record, card: of, indicators },
  );
}

/** Verdict, deciding code and firm rows of the only claim. */
export function verdictOf(given: Compared): string {
  const line: LedgerLine | undefined = compared(given).ledger[0];
  if (line === undefined) return "no line";
  const firm = line.so.rows.filter(({ why }) => why !== "near").map(({ id, why }) => `${id} ${why}`);
  return [line.so.verdict, line.so.reason.code, ...firm].join(", ");
}
