import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import {
  acledCsv,
  importDataset,
  importMapped,
  layoutOf,
  openCrosswalk,
  parseCsv,
  readMapping,
  readRecord,
  recordCsv,
  writeDataset,
} from "../../src/exchange/index.ts";
import {
  DATE_PRECISIONS,
  explain,
  INCIDENT_CLASSES,
  PLACE_PRECISIONS,
  parseTable,
  type RecordRow,
} from "../../src/record/index.ts";

const crosswalk = openCrosswalk(packageResources);
const imported = (text: string) => importDataset(text, "data", crosswalk);
const rowsOf = (text: string) => imported(text).dataset?.rows ?? [];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A CSV of these columns with one line per override of the base row. */
function csv(
  base: Readonly<Record<string, string>>,
  ...overrides: readonly Readonly<Record<string, string>>[]
): string {
  const columns = Object.keys({ ...base, ...overrides[0] });
  const lines = (overrides.length === 0 ? [{}] : overrides).map((o) =>
    columns.map((c) => ({ ...base, ...o })[c] ?? ""),
  );
  return [columns, ...lines].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

const UCDP = {
  id: "7001",
  year: "2031",
  type_of_violence: "1",
  dyad_name: "Government of X - Riverfront",
  side_a: "Government of X",
  side_b: "Riverfront",
  source_article: '"Desk,2031-03-02,Two died"',
  source_headline: "Two died",
  where_prec: "1",
  where_coordinates: "Rivertown",
  adm_1: "North",
  latitude: "32.5",
  longitude: "36.25",
  geom_wkt: "POINT (36.25 32.5)",
  country: "Myanmar (Burma)",
  event_clarity: "1",
  date_prec: "1",
  date_start: "2031-03-02 00:00:00.000",
  date_end: "2031-03-02",
  deaths_a: "1",
  best: "2",
  high: "3",
  low: "1",
  gwnoa: "775",
};
const ACLED = {
  event_id_cnty: "XAN12",
  event_date: "2031-06-30",
  year: "2031",
  time_precision: "1",
  disorder_type: "Demostrations",
  event_type: "Protests",
  sub_event_type: "Peaceful protest",
  actor1: "Protesters (X)",
  inter1: "6",
  actor2: "",
  inter2: "0",
  interaction: "60",
  iso: "32",
  country: "Argentina",
  admin1: "North",
  location: "Rivertown",
  latitude: "-45.8644",
  longitude: "-67.4997",
  geo_precision: "1",
  source: "Courier; Herald",
  notes: "Nurses rallied. [size=no report]",
  fatalities: "0",
  timestamp: "100",
};
const GTD = {
  eventid: "203106050001",
  iyear: "2031",
  imonth: "6",
  iday: "5",
  extended: "0",
  resolution: "",
  country_txt: "Kazakhstan",
  provstate: "North",
  city: "Rivertown",
  latitude: "50.1",
  longitude: "57.2",
  specificity: "1",
  vicinity: "0",
  summary: "A bomb went off.",
  doubtterr: "0",
  success: "1",
  suicide: "0",
  attacktype1: "3",
  target1: "Police post",
  gname: "Unknown",
  guncertain1: "0",
  claimed: "-9",
  nkill: "5",
  nkillter: "2",
  nwound: "",
  scite1: "Desk",
};
const gdeltLine = (
  width: number,
  o: { code?: string; added?: string; fips?: string; type?: string; url?: string; id?: string } = {},
): string => {
  const cells = Array.from({ length: width }, () => "");
  const geo = { 61: 51, 58: 49, 57: 49 }[width] ?? 51;
  Object.assign(cells, { 0: o.id ?? "901", 1: "20310630", 6: "POLICE", 16: "RIOTERS", 9: "kaz", 26: o.code ?? "043" });
  cells[geo] = o.type ?? "4";
  cells[geo + 1] = "Rivertown, X";
  cells[geo + 2] = o.fips ?? "TX";
  const lat = geo + (width === 61 ? 5 : 4);
  cells[lat] = "37.9";
  cells[lat + 1] = "58.3";
  cells[width === 57 ? 56 : width - 2] = o.added ?? "20310630120000";
  if (width !== 57) cells[width - 1] = o.url ?? "http://www.courier.example/a";
  return cells.join("\t");
};

describe("a layout is told", () => {
  test.each([
    [csv(UCDP), "ucdp-ged"],
    [csv(ACLED), "acled"],
    [csv(GTD), "gtd"],
    [gdeltLine(61), "gdelt"],
    [gdeltLine(58), "gdelt"],
    [gdeltLine(57), "gdelt"],
    ["a,b,c\n1,2,3\n", null],
  ])("from its header or its width (%#)", (text, layout) => expect(layoutOf(text)).toBe(layout));

  test.each([
    ["a,b\n1,2\n", "dataset-layout-unknown"],
    [" \n", "file-empty"],
  ])("or it is said that none is: %j", (text, code) =>
    expect(imported(text)).toMatchObject({ dataset: null, problems: [{ code }] }),
  );
});

describe("UCDP GED", () => {
  test("is read with its ranges and codes; times of day fall off; unknown columns are kept", () => {
    const [row] = rowsOf(csv(UCDP, { newcolumn: "kept" }));
    expect(row).toMatchObject({
      flags: [],
      raw: { geom_wkt: "POINT (36.25 32.5)", date_start: "2031-03-02 00:00:00.000", newcolumn: "kept" },
      row: {
        id: "7001",
        from: "2031-03-02",
        to: "2031-03-02",
        datePrecision: "day",
        place: "Rivertown",
        country: "MM",
        lat: 32.5,
        lon: 36.25,
        precision: "city",
        class: "clash",
        killed: { min: 1, max: 3 },
        injured: null,
        actor: "Government of X; Riverfront",
        target: null,
        origins: null,
      },
    });
  });

  test.each([
    [{ where_prec: "2" }, { precision: "city" }],
    [{ where_prec: "3" }, { precision: "admin2" }],
    [{ where_prec: "5" }, { precision: "admin1" }],
    [{ where_prec: "6" }, { precision: "country" }],
    [{ where_prec: "7" }, { precision: "region" }],
    [
      { date_prec: "3", date_end: "2031-03-08" },
      { datePrecision: "interval", to: "2031-03-08" },
    ],
    [{ date_prec: "5", date_end: "2031-12-31" }, { datePrecision: "year" }],
    [
      { type_of_violence: "3", side_b: "Civilians" },
      { class: "armed-assault", actor: "Government of X", target: "Civilians" },
    ],
    [{ best: "0", low: "0", high: "1" }, { killed: { min: 0, max: 1 } }],
    [{ best: "", low: "", high: "" }, { killed: null }],
  ])("%j reads as %j", (cells, row) => expect(rowsOf(csv(UCDP, cells))[0]?.row).toMatchObject(row));

  test("with low above best is kept with the widest range, and flagged", () => {
    expect(rowsOf(csv(UCDP, { low: "9", best: "2", high: "3", event_clarity: "2" }))[0]).toMatchObject({
      row: { killed: { min: 2, max: 9 } },
      flags: ["range-disordered", "summary"],
    });
  });

  test("keeps rows apart that share day, place and dyad", () => {
    expect(rowsOf(csv(UCDP, { id: "1" }, { id: "2" }, { id: "3" })).map(({ row }) => row.id)).toEqual(["1", "2", "3"]);
  });

  test.each([
    [{ where_prec: "9" }, "where_prec"],
    [{ date_start: "2031-02-30" }, "date_start"],
    [{ latitude: "132" }, "latitude"],
    [{ best: "some" }, "best"],
    [{ id: "" }, "id"],
  ])("sets a row aside for %j, with line and column", (cells, column) => {
    const { dataset, problems } = imported(csv(UCDP, cells, { id: "2" }));
    expect(problems).toMatchObject([{ code: "record-cell-bad", severity: "warning", params: { line: 2, column } }]);
    expect(dataset?.rows.map(({ row }) => row.id)).toEqual(["2"]);
  });
});

describe("ACLED", () => {
  test("is read; its zero is a floor and not a known zero; its spelling is kept as it is", () => {
    expect(rowsOf(csv(ACLED))[0]).toMatchObject({
      flags: ["zero-not-known"],
      raw: { disorder_type: "Demostrations", inter1: "6" },
      row: {
        country: "AR",
        class: "protest",
        killed: { min: 0, max: null },
        actor: "Protesters (X)",
        target: null,
        sources: "Courier; Herald",
      },
    });
  });

  test.each([
    [{ fatalities: "3" }, { killed: { min: 3, max: 3 } }],
    [{ fatalities: "" }, { killed: null }],
    [{ geo_precision: "3" }, { precision: "admin1" }],
    [{ event_date: "16 May 2031" }, { from: "2031-05-16" }],
    [{ event_date: "16-05-2031" }, { from: "2031-05-16" }],
    [{ time_precision: "2" }, { from: "2031-06-27", to: "2031-07-03", datePrecision: "interval" }],
    [{ time_precision: "3" }, { from: "2031-06-01", to: "2031-06-30", datePrecision: "month" }],
    [
      { event_type: "Battles", sub_event_type: "Armed clash", actor2: "Rioters (X)", inter1: "Rebel group" },
      { class: "clash", actor: "Protesters (X); Rioters (X)" },
    ],
    [{ iso: "", country: "Democratic Republic of Congo" }, { country: "CD" }],
    [{ iso: "004" }, { country: "AF" }],
  ])("%j reads as %j", (cells, row) => expect(rowsOf(csv(ACLED, cells))[0]?.row).toMatchObject(row));

  test("with a row for each actor, or an older upload, gives each event once, the newest, and says so", () => {
    const { dataset, problems } = imported(
      csv(ACLED, {}, { timestamp: "200", fatalities: "1" }, { event_id_cnty: "XAN13" }),
    );
    expect(dataset?.rows.map(({ row }) => [row.id, row.killed?.min])).toEqual([
      ["XAN12", 1],
      ["XAN13", 0],
    ]);
    expect(problems).toMatchObject([{ code: "dataset-rows-repeated", params: { count: 1 } }]);
  });
});

describe("GTD", () => {
  test("is read; long ids stay whole; dead attackers are among the killed; blank is not known", () => {
    expect(rowsOf(csv(GTD))[0]?.row).toMatchObject({
      id: "203106050001",
      class: "bombing",
      killed: { min: 5, max: 5 },
      killedAttackers: 2,
      injured: null,
      actor: null,
      claimedBy: null,
      country: "KZ",
    });
  });

  test.each([
    [{ iday: "0" }, { from: "2031-06-01", to: "2031-06-30", datePrecision: "month" }],
    [
      { imonth: "0", iday: "0" },
      { from: "2031-01-01", to: "2031-12-31", datePrecision: "year" },
    ],
    [
      { extended: "1", resolution: "6/9/2031" },
      { to: "2031-06-09", datePrecision: "interval" },
    ],
    [
      { nkill: "-99", nkillter: "-9" },
      { killed: null, killedAttackers: null },
    ],
    [{ nkill: "2.5" }, { killed: { min: 2, max: 3 } }],
    [{ suicide: "1" }, { class: "suicide-bombing" }],
    [{ suicide: "1", attacktype1: "2" }, { class: "armed-assault" }],
    [
      { claimed: "1", gname: "Riverfront" },
      { actor: "Riverfront", claimedBy: "Riverfront" },
    ],
    [
      { claimed: "0", gname: "Riverfront" },
      { actor: "Riverfront", claimedBy: null },
    ],
    [{ specificity: "5" }, { lat: null, lon: null, precision: "country" }],
    [{ specificity: "4" }, { precision: "admin1", lat: 50.1 }],
    [{ city: "Unknown" }, { place: null }],
  ])("%j reads as %j", (cells, row) => expect(rowsOf(csv(GTD, cells))[0]?.row).toMatchObject(row));

  test("carries the doubts of its coders", () => {
    expect(rowsOf(csv(GTD, { doubtterr: "1", success: "0", guncertain1: "1", vicinity: "1" }))[0]?.flags).toEqual([
      "doubtful",
      "attempted",
      "actor-suspected",
      "near-place",
    ]);
    expect(rowsOf(csv(GTD, { doubtterr: "-9" }))[0]).toMatchObject({ flags: [], raw: { doubtterr: "-9" } });
  });
});

describe("GDELT", () => {
  test.each([61, 58, 57])("of %i columns is read: codes keep their zero, TX is Turkmenistan", (width) => {
    expect(rowsOf(gdeltLine(width))[0]).toMatchObject({
      raw: { EventCode: "043", Actor1EthnicCode: "kaz" },
      row: {
        from: "2031-06-30",
        country: "TM",
        precision: "city",
        lat: 37.9,
        lon: 58.3,
        class: "other",
        actor: "POLICE",
        target: "RIOTERS",
        killed: null,
      },
    });
  });

  test("of two widths in one file is read whole; another width is set aside", () => {
    const { dataset, problems } = imported(
      [gdeltLine(58, { id: "1" }), gdeltLine(57, { id: "2" }), "3\t20310630"].join("\n"),
    );
    expect(dataset?.rows.map(({ row }) => row.id)).toEqual(["1", "2"]);
    expect(problems).toMatchObject([{ code: "record-row-short", params: { line: 3 } }]);
  });

  test.each([
    ["1831", "suicide-bombing"],
    ["183", "bombing"],
    ["190", "clash"],
    ["145", "riot"],
    ["173", "arrest"],
  ])("code %s is of class %s", (code, incident) =>
    expect(rowsOf(gdeltLine(61, { code }))[0]?.row.class).toBe(incident),
  );

  test.each([
    ["20320630000000", ["dated-one-year-back"]],
    ["20310730000000", ["dated-one-month-back"]],
    ["20310707000000", ["dated-one-week-back"]],
    ["20310701000000", []],
  ])("added on %s is flagged %j", (added, flags) => expect(rowsOf(gdeltLine(61, { added }))[0]?.flags).toEqual(flags));

  test("is counted as reports: rows, articles, outlets", () => {
    const lines = [
      "http://www.courier.example/a",
      "http://courier.example/b",
      "http://courier.example/b",
      "https://herald.example/c",
    ];
    expect(imported(lines.map((url, i) => gdeltLine(61, { url, id: String(i) })).join("\n")).dataset?.reports).toEqual({
      rows: 4,
      articles: 3,
      outlets: 2,
    });
  });

  test("with no place has none", () =>
    expect(rowsOf(gdeltLine(61, { type: "0" }))[0]?.row).toMatchObject({
      place: null,
      lat: null,
      precision: null,
      country: null,
    }));

  test("keeps codes of ethnicity and religion in the source columns only", () => {
    const [row] = rowsOf(gdeltLine(61));
    expect(JSON.stringify(row?.row)).not.toContain("kaz");
  });
});

const tabbed = (columns: readonly string[], ...lines: readonly (readonly string[])[]): string =>
  [columns, ...lines].map((cells) => `${cells.join("\t")}\n`).join("");

describe("ICEWS", () => {
  const COLUMNS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Event Text",
    "CAMEO Code",
    "Target Name",
    "Target Sectors",
    "Story ID",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
  ];
  const line = (id: string, day: string, city: string, province: string, code = "190") => [
    id,
    day,
    "Police",
    "Police,Government",
    "Fight",
    code,
    "Rioters",
    "",
    "5",
    "Courier",
    city,
    "NA",
    province,
    "Kazakhstan",
    "50.1",
    "57.2",
  ];

  test("has one id on two days: two rows", () => {
    expect(
      rowsOf(
        tabbed(COLUMNS, line("1", "2031-06-05", "Rivertown", "North"), line("1", "2031-06-06", "Rivertown", "North")),
      ).map(({ row }) => row.id),
    ).toEqual(["1@2031-06-05", "1@2031-06-06"]);
  });

  test.each([
    ["Rivertown", "North", { precision: "city", place: "Rivertown" }],
    ["NA", "North", { precision: "admin1", place: "North" }],
    ["NULL", "NULL", { precision: "country", place: "Kazakhstan", country: "KZ" }],
  ])("is as exact as its finest filled column: %s, %s", (city, province, row) =>
    expect(rowsOf(tabbed(COLUMNS, line("1", "2031-06-05", city, province)))[0]?.row).toMatchObject(row),
  );

  test("without a code is of no class of its own", () =>
    expect(rowsOf(tabbed(COLUMNS, line("1", "2031-06-05", "R", "N", "NULL")))[0]?.row.class).toBe("other"));
});

describe("POLECAT", () => {
  const COLUMNS = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Actor Name",
    "Recipient Name",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "Source",
    "Publication Date",
  ];
  const line = (id: string, mode: string, published: string) => [
    id,
    "2031-06-05",
    "ASSAULT",
    mode,
    "Gunmen",
    "None",
    "Rivertown",
    "None",
    "North",
    "Kazakhstan",
    "50.1",
    "57.2",
    "Courier",
    published,
  ];

  test.each([
    ["firearms", "armed-assault"],
    ["suicide-attack", "suicide-bombing"],
    ["aerial", "armed-assault"],
    ["None", "armed-assault"],
  ])("mode %s is of class %s", (mode, incident) =>
    expect(rowsOf(tabbed(COLUMNS, line("a", mode, "2031-06-07")))[0]).toMatchObject({
      flags: [],
      row: { class: incident, target: null, country: "KZ" },
    }),
  );

  test("dated on the day of publication is flagged", () =>
    expect(rowsOf(tabbed(COLUMNS, line("a", "beat", "2031-06-05")))[0]?.flags).toEqual(["dated-as-published"]));

  test("with extra tabs at the end of its lines is read", () => {
    const { dataset, problems } = imported(
      tabbed([...COLUMNS, "Headline"], [...line("a", "beat", "2031-06-07"), "h", "", ""]),
    );
    expect(problems).toEqual([]);
    expect(dataset?.rows[0]?.raw).toMatchObject({ Headline: "h", "Event Type": "ASSAULT" });
  });
});

describe("round trips", () => {
  test.each([
    ["UCDP", csv(UCDP, { source_headline: '=He said "no",\nthen left' }, { id: "2", best: "" })],
    ["ACLED", csv(ACLED, {}, { event_id_cnty: "XAN14", notes: " spaced " })],
    ["GTD", csv(GTD)],
    ["GDELT", `${gdeltLine(58)}\n${gdeltLine(57, { id: "2" })}\n`],
  ])("%s: read, written and read again, rows and source columns are the same", (_, text) => {
    const first = imported(text).dataset!;
    const second = imported([...writeDataset(first)].join("")).dataset!;
    expect(first.rows.length).toBeGreaterThan(0);
    expect(second.rows.map(({ row, raw, flags }) => ({ row, raw, flags }))).toEqual(
      first.rows.map(({ row, raw, flags }) => ({ row, raw, flags })),
    );
  });

  const word = fc
    .string({ unit: fc.constantFrom("a", "é", '"', ",", "=", "\n", "𐍈"), maxLength: 8 })
    .map((s) => s.trim() || null);
  const count = fc.option(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  );
  const record: fc.Arbitrary<RecordRow> = fc.record({
    id: fc.uuid(),
    from: fc.constantFrom("2031-01-01", "2031-02-28"),
    to: fc.constantFrom("2031-02-28", "2031-12-31"),
    datePrecision: fc.constantFrom(...DATE_PRECISIONS),
    place: word,
    admin1: word,
    country: word,
    actor: word,
    target: word,
    claimedBy: word,
    sources: word,
    lat: fc.constant(-10.5),
    lon: fc.constant(0),
    precision: fc.option(fc.constantFrom(...PLACE_PRECISIONS)),
    class: fc.constantFrom(...INCIDENT_CLASSES),
    description: word.map((s) => s ?? ""),
    killed: count,
    injured: count,
    killedAttackers: fc.option(fc.nat(9)),
    origins: fc.option(fc.nat(9)),
  });
  test("RECORD.csv: nulls, zeros, ranges and formulas survive", () =>
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: (row) => row.id }), (rows) => {
        expect(readRecord([...recordCsv(rows)].join(""), "r.csv")).toEqual({ rows, problems: [] });
      }),
    ));
});

describe("ACLED's layout", () => {
  const ROW: RecordRow = {
    id: "R1",
    from: "2031-06-05",
    to: "2031-06-05",
    datePrecision: "day",
    place: "Rivertown",
    admin1: "North",
    country: "KZ",
    lat: 50.25,
    lon: 57.5,
    precision: "site",
    class: "bombing",
    description: "A bomb went off.",
    killed: { min: 2, max: 2 },
    killedAttackers: null,
    injured: null,
    actor: "Riverfront",
    target: "police",
    claimedBy: null,
    origins: null,
    sources: "Courier",
  };
  const written = (row: Partial<RecordRow>) => acledCsv([{ ...ROW, ...row }], crosswalk, packageResources);

  test("holds a row that comes back as it was, but for what is finer than its codes", () => {
    const { lines, losses } = written({});
    expect(parseCsv(lines[0]!).rows[0]?.cells).toHaveLength(31);
    expect(losses).toEqual([]);
    expect(rowsOf(lines.join(""))[0]?.row).toEqual({ ...ROW, precision: "city" });
  });

  test.each([
    [{ killed: { min: 2, max: 5 } }, "fatalities", "a range"],
    [{ killed: null }, "fatalities", "not known"],
    [{ injured: { min: 1, max: 1 } }, "injured", "no such column"],
    [{ to: "2031-06-09", datePrecision: "interval" }, "event_date", "an interval"],
    [{ class: "massacre" }, "sub_event_type", "loses"],
    [{ class: "trial" }, "(row)", "no class"],
    [{ precision: "country" }, "(row)", "too coarse"],
    [{ lat: null, lon: null }, "(row)", "no point"],
  ] as const)("loses %j, and says so", (row, column, why) => {
    expect(written(row as Partial<RecordRow>).losses).toEqual([{ column, rows: 1, why: expect.stringContaining(why) }]);
  });
});

describe("a mapping file", () => {
  const MAPPING = {
    name: "Our list",
    dates: "day-first",
    blanks: ["n/a"],
    columns: {
      id: "Ref",
      date_from: "Day",
      class: { column: "Kind", values: { Bomb: "bombing" } },
      place: "Town",
      country: { value: "KZ" },
      killed_min: "Dead",
      killed_max: "Dead",
    },
  };
  const mapping = readMapping(JSON.stringify(MAPPING), "m.json").mapping!;
  const TABLE =
    "Ref,Day,Kind,Town,Dead,More\n1,05/06/2031,Bomb,Rivertown,2,x\n2,31/06/2031,Bomb,n/a,n/a,y\n3,2031-06-07,riot,n/a,n/a,z\n";

  test("says which column is which; bad rows are told under the file's own names; nothing is dropped", () => {
    const { rows, problems } = importMapped(TABLE, "t.csv", mapping);
    expect(rows.map(({ row }) => row)).toMatchObject([
      { id: "1", from: "2031-06-05", class: "bombing", country: "KZ", place: "Rivertown", killed: { min: 2, max: 2 } },
      { id: "3", from: "2031-06-07", class: "riot", place: null, killed: null },
    ]);
    expect(rows[0]?.raw).toEqual({
      Ref: "1",
      Day: "05/06/2031",
      Kind: "Bomb",
      Town: "Rivertown",
      Dead: "2",
      More: "x",
    });
    expect(problems).toMatchObject([
      { code: "record-cell-bad", params: { line: 3, column: "Day", value: "31/06/2031" } },
    ]);
  });

  test("shows a preview of a few rows", () => expect(importMapped(TABLE, "t.csv", mapping, 1).rows).toHaveLength(1));

  test("that names a column which is not there is told", () => {
    expect(importMapped("Ref,Day\n1,2\n", "t.csv", mapping).problems.map(explain)).toContainEqual(
      expect.stringContaining('"Kind"'),
    );
  });

  test.each([
    "{",
    "{}",
    JSON.stringify({ ...MAPPING, columns: { when: "Day" } }),
    JSON.stringify({ ...MAPPING, dates: "any" }),
  ])("that is none is told: %s", (json) =>
    expect(readMapping(json, "m.json")).toMatchObject({ mapping: null, problems: [{ code: "mapping-bad" }] }),
  );
});

describe("the tables", () => {
  const table = (name: string) => parseTable(name, packageResources.table(name)).rows;
  test.each(table("dataset-classes.tsv").map(({ cells }) => [cells.dataset, cells.code, cells.class]))(
    "%s %s names a class that exists: %s",
    (_, __, name) => expect(INCIDENT_CLASSES).toContain(name),
  );
  test.each(table("acled-classes.tsv").map(({ cells }) => [cells.class, cells.sub_event_type]))(
    "%s is written as a sub-event that is read: %s",
    (name, subEvent) => {
      expect(INCIDENT_CLASSES).toContain(name);
      expect(crosswalk.classOf("acled", subEvent!)).not.toBeNull();
    },
  );
  test("have each country's codes once", () => {
    for (const column of ["iso", "iso3", "numeric", "fips"]) {
      const codes = table("countries.tsv").flatMap(({ cells }) => cells[column]!.split("|"));
      expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    }
  });
  test.each(table("dataset-precision.tsv").map(({ cells }) => cells))(
    "$dataset $field $code is a word of ours",
    ({ field, precision }) => expect(field === "date" ? DATE_PRECISIONS : PLACE_PRECISIONS).toContain(precision),
  );

  test.each([
    ["acled", "site", "1"],
    ["acled", "country", null],
    ["ucdp-ged", "site", "1"],
    ["ucdp-ged", "region", "7"],
    ["gtd", "country", "5"],
  ] as const)("the ladder goes down too: %s writes %s as %s", (coder, precision, code) =>
    expect(crosswalk.placeCode(coder, precision)).toBe(code),
  );
  test.each([
    ["acled", "day", "1"],
    ["acled", "season", null],
    ["ucdp-ged", "season", "5"],
    ["ucdp-ged", "interval", "2"],
  ] as const)("and for dates: %s writes %s as %s", (coder, precision, code) =>
    expect(crosswalk.dateCode(coder, precision)).toBe(code),
  );
});
