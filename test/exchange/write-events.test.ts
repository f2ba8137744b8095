import { describe, expect, test } from "vitest";
import {
  claimReviews,
  eventsCsv,
  eventsDataPackage,
  eventsGeoJson,
  ledgerJsonLines,
  parseCsv,
} from "../../src/exchange/index.ts";
import {
  codedDocumentSchema,
  type Event,
  eventSchema,
  type LedgerLine,
  ledgerLineSchema,
} from "../../src/record/index.ts";

const span = (text: string) => ({ start: 10, end: 10 + text.length, text });

const EVENT: Event = eventSchema.parse({
  id: "e1",
  type: "ASSAULT",
  mode: "explosives",
  incident: "bombing",
  stage: "completed",
  factuality: "asserted",
  attributedTo: [],
  partOf: null,
  summary: false,
  wave: null,
  responsibility: [{ actor: "@Riverfront", stance: "claimed", by: "actor", mentions: [] }],
  reports: [],
  date: { from: "2031-06-05", to: "2031-06-05", precision: "day", mentions: [], inferredBy: "nearest-to-publication" },
  place: {
    name: "Rivertown",
    geonameId: null,
    lat: -10.5,
    lon: 20.25,
    country: "XA",
    admin1: "North",
    precision: "city",
    mentions: [],
  },
  participants: [
    {
      role: "target",
      kind: "group",
      name: "=police, all",
      named: false,
      count: null,
      country: null,
      of: null,
      mentions: [],
    },
  ],
  weapons: [],
  casualties: {
    killed: { min: 0, max: null, mentions: [] },
    injured: null,
    abducted: null,
    detained: null,
    bySide: [],
  },
  evidence: [span("exploded")],
  confidence: 0.5,
});
const coded = (...events: readonly Event[]) =>
  codedDocumentSchema.parse({
    format: "plumbline/coded/1",
    doc: "d",
    lang: "en",
    textSha256: "",
    coder: { name: "", version: "", tables: "" },
    events,
    places: [],
    dates: [],
    relations: [],
    waves: [],
    indicators: [],
    claims: [],
    issues: [],
  });

const LINE: LedgerLine = ledgerLineSchema.parse({
  doc: "d",
  claim: { ...span("Eight people died."), kind: "quantity" },
  check: { type: "incident" },
  said: { by: [], independentOrigins: null },
  so: {
    verdict: "untestable",
    rows: [],
    answer: {},
    reason: { code: "no-date-or-place", params: {} },
    alternatives: [],
  },
});

describe("events as CSV", () => {
  const cellsOf = (event: Event): Readonly<Record<string, string>> => {
    const [header, row] = parseCsv([...eventsCsv([coded(event)])].join("")).rows.map(({ cells }) => cells);
    return Object.fromEntries((header ?? []).map((name, i) => [name, row?.[i] ?? ""]));
  };

  test("have one row each; an open figure and an unknown one are empty, zero is zero, numbers stay numbers", () => {
    expect(cellsOf(EVENT)).toMatchObject({
      document: "d",
      class: "bombing",
      killed_min: "0",
      killed_max: "",
      injured_min: "",
      lat: "-10.5",
      date_inferred_by: "nearest-to-publication",
      words: "exploded",
      start: "10",
    });
  });

  test("run no formula in a spreadsheet", () =>
    expect(cellsOf(EVENT)).toMatchObject({ target: "'=police, all", claimed_by: "'@Riverfront" }));

  test("have a dictionary with a line for every column", () => {
    const { resources, ledgerHead } = JSON.parse(eventsDataPackage({ name: "my-case", head: "abc" }));
    const header = parseCsv([...eventsCsv([])].join("")).rows[0]?.cells;
    expect(resources[0].schema.fields.map((field: { name: string }) => field.name)).toEqual(header);
    expect(resources[0].schema.fields).toContainEqual({
      name: "killed_max",
      type: "integer",
      description: expect.stringContaining("open"),
    });
    expect(ledgerHead).toBe("abc");
  });
});

describe("events as GeoJSON", () => {
  const collection = (...events: readonly Event[]) => JSON.parse([...eventsGeoJson([coded(...events)])].join(""));

  test("have their point, longitude first, with its precision", () => {
    expect(collection(EVENT).features).toMatchObject([
      {
        geometry: { type: "Point", coordinates: [20.25, -10.5] },
        properties: { precision: "city", killed: { min: 0, max: null }, injured: null },
      },
    ]);
  });

  test("without a point are no features, and counted", () =>
    expect(collection(EVENT, { ...EVENT, id: "e2", place: null }, EVENT)).toMatchObject({
      features: [{}, {}],
      unplaced: 1,
    }));

  test("that are none give an empty collection", () =>
    expect(collection()).toEqual({ type: "FeatureCollection", features: [], unplaced: 0 }));
});

describe("the ledger", () => {
  test("goes out one line a claim", () => {
    const omissions = { doc: "d", omissions: [] };
    expect([...ledgerJsonLines([LINE, omissions])].map((line) => JSON.parse(line))).toEqual([LINE, omissions]);
  });

  const review = (line: LedgerLine, about = {}) =>
    JSON.parse(
      claimReviews(
        [line],
        { id: "d", text: "", ...about },
        { name: "Desk", url: "https://desk.example/r", datePublished: "2031-07-01" },
      ),
    )["@graph"];

  test("goes out as ClaimReview: the verdict in words, no figure on a scale that does not exist", () => {
    const [one] = review(LINE, { url: "https://courier.example/a", published: "2031-06-06" });
    expect(one).toMatchObject({
      "@type": "ClaimReview",
      claimReviewed: "Eight people died.",
      url: "https://desk.example/r#claim-10-28",
      reviewRating: { alternateName: "Cannot be tested with these data" },
      itemReviewed: { appearance: { url: "https://courier.example/a", datePublished: "2031-06-06" } },
    });
    expect(one.reviewRating).not.toHaveProperty("ratingValue");
  });

  test("says nothing of a document that the document does not state", () =>
    expect(review(LINE)[0].itemReviewed.appearance).toEqual({ "@type": "CreativeWork" }));

  test("leaves out what asserts no fact", () =>
    expect(
      review({ ...LINE, so: { ...LINE.so, verdict: "no-factual-claim", reason: { code: "prediction", params: {} } } }),
    ).toEqual([]));
});
