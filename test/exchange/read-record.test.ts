import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, csvReader, parseCsv, readCard, readIndicators, readRecord } from "../../src/exchange/index.ts";
import { explain } from "../../src/record/index.ts";

const HEADER =
  "id,date_from,date_to,date_precision,place,admin1,country,lat,lon,precision,class,description,killed_min,killed_max,killed_attackers,injured_min,injured_max,actor,target,claimed_by,origins";
const ROW =
  'R1,2016-06-05,2016-06-05,day,Rivertown,North,XA,10.5,-20.25,city,bombing,"A bomb, in a ""bin""\nwent off.",2,3,,0,0,,police,,2';
const one = (row: string, header = HEADER) => readRecord(`${header}\n${row}\n`, "r.csv");

describe("a record", () => {
  test("is read cell by cell; an empty cell is not known, and zero is zero", () => {
    expect(one(ROW)).toEqual({
      problems: [],
      rows: [
        {
          id: "R1",
          from: "2016-06-05",
          to: "2016-06-05",
          datePrecision: "day",
          place: "Rivertown",
          admin1: "North",
          country: "XA",
          lat: 10.5,
          lon: -20.25,
          precision: "city",
          class: "bombing",
          description: 'A bomb, in a "bin"\nwent off.',
          killed: { min: 2, max: 3 },
          killedAttackers: null,
          injured: { min: 0, max: 0 },
          actor: null,
          target: "police",
          claimedBy: null,
          origins: 2,
          sources: null,
        },
      ],
    });
  });

  test.each([
    ["2016-06-05,", { from: "2016-06-05", to: "2016-06-05", datePrecision: "day" }],
    ["2016-06,", { from: "2016-06-01", to: "2016-06-30", datePrecision: "month" }],
    ["2016,", { from: "2016-01-01", to: "2016-12-31", datePrecision: "year" }],
    ["2016-06-05,2016-06-09", { from: "2016-06-05", to: "2016-06-09", datePrecision: "interval" }],
  ])("needs no more than id, first day and class: %s", (dates, expected) => {
    const { rows, problems } = one(`R1,${dates},riot`, "id,date_from,date_to,class");
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      ...expected,
      place: null,
      country: null,
      lat: null,
      precision: null,
      killed: null,
      origins: null,
    });
  });

  test("keeps an open range open", () => {
    expect(one("R1,2016-06-05,riot,3,", "id,date_from,class,killed_min,killed_max").rows[0]?.killed).toEqual({
      min: 3,
      max: null,
    });
  });

  test.each([
    ["2016-02-30", "date_from"],
    ["5 June 2016", "date_from"],
  ])("sets a row aside for the day %s", (day, column) => {
    expect(one(`R1,${day},riot`, "id,date_from,class").problems).toMatchObject([
      { code: "record-cell-bad", params: { file: "r.csv", line: 2, column, value: day } },
    ]);
  });

  test.each([
    ["lat,lon", "91,0", "lat"],
    ["lat,lon", "10,", "lon"],
    ["lat,lon", "10 N,20", "lat"],
    ["killed_min,killed_max", "3,2", "killed_max"],
    ["killed_min,killed_max", "-1,2", "killed_min"],
    ["killed_min,killed_max", "few,2", "killed_min"],
    ["killed_min,killed_max", "0x10,20", "killed_min"],
    ["precision,origins", "town,1", "precision"],
    ["date_to,origins", "2016-06-01,1", "date_to"],
    ["date_precision,origins", "hour,1", "date_precision"],
    ["precision,origins", "city,1.5", "origins"],
  ])("sets a row aside for %s = %s and names the column", (columns, values, column) => {
    const { rows, problems } = readRecord(
      `id,date_from,class,${columns}\nR1,2016-06-05,riot,${values}\nR2,2016-06-06,riot,,\n`,
      "r.csv",
    );
    expect(problems).toMatchObject([{ code: "record-cell-bad", severity: "warning", params: { line: 2, column } }]);
    expect(rows.map(({ id }) => id)).toEqual(["R2"]);
  });

  test.each([
    ["", "file-empty", null],
    ["id,class\nR1,riot\n", "record-column-missing", "date_from"],
    ["id,date_from,class\nR1,2016-06-05\n", "record-row-short", "line 2"],
    ["id,date_from,class\nR1,2016-06-05,riot,more\n", "record-row-short", "line 2"],
    ["id,date_from,class\nR1,2016-06-05,riot\nR1,2016-06-06,riot\n", "record-id-twice", "line 3"],
    ['id,date_from,class\nR1,2016-06-05,riot\nR2,2016-06-05,"riot\nR3,2016-06-05,riot\n', "csv-quote-open", "line 3"],
    ["id,date_from,class,kiled_min\nR1,2016-06-05,riot,2\n", "record-columns-unused", "kiled_min"],
  ])("tells what is wrong with its form: %j", (csv, code, said) => {
    const { problems } = readRecord(csv, "r.csv");
    expect(problems).toMatchObject([{ code }]);
    if (said !== null) expect(explain(problems[0]!)).toContain(said);
  });

  test.each([";", "\t"])("may be parted by %j, may begin with a mark, may end its lines as Windows does", (mark) => {
    const csv = `\ufeff${["id", "date_from", "class"].join(mark)}\r\n${["R1", "2016-06-05", "riot"].join(mark)}\r\n`;
    expect(readRecord(csv, "r.csv")).toMatchObject({ rows: [{ id: "R1" }], problems: [] });
  });
});

describe("CSV", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", " ", "=", "-", "é", "𐍈") });
  test("comes back as it went out, but for the apostrophe before a formula", () =>
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const { rows: back } = parseCsv(rows.map(csvLine).join(""));
        const guarded = rows.map((cells) => cells.map((c) => (/^[=+\-@\t\r]/.test(c) ? `'${c}` : c)));
        const kept = guarded.filter((cells) => cells.length > 1);
        expect(back.map(({ cells }) => cells)).toEqual(kept);
      }),
    ));

  test("is the same however it is cut", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r") }), fc.nat(20), (text, cut) => {
        const reader = csvReader();
        const rows = [...reader.push(text.slice(0, cut)), ...reader.push(text.slice(cut)), ...reader.end()];
        const whole = csvReader();
        expect(rows).toEqual([...whole.push(text), ...whole.end()]);
      }),
    ));

  test("knows the line on which each row begins", () => {
    expect(parseCsv('a,b\n"x\r\ny",1\n\nz,2').rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["@cmd", "'@cmd"],
    ["-3 men", "'-3 men"],
    ["two = one", "two = one"],
    [-3.5, "-3.5"],
    [null, ""],
  ])("cell %j is written %s", (value, written) => expect(csvLine([value])).toBe(`${written}\r\n`));
});

describe("a coverage card", () => {
  const CARD = {
    name: "N",
    area: "A",
    from: "2016-01-01",
    to: "2016-12-31",
    classes: ["riot"],
    inclusionRule: "all",
    kind: "census",
    licence: "CC0",
  };
  test("is read, further fields kept", () => {
    const card = { ...CARD, outlets: ["The Courier"], note: "x" };
    expect(readCard(`\ufeff${JSON.stringify(card)}`, "c.json")).toEqual({ card, problems: [] });
  });

  test.each([
    ["{", "not JSON"],
    [JSON.stringify({ ...CARD, kind: "full" }), "kind"],
    [JSON.stringify({ ...CARD, from: "2016" }), "2016"],
    [JSON.stringify({ ...CARD, to: "2015-01-01" }), "before it begins"],
  ])("that is none is told: %s", (json, said) => {
    const { card, problems } = readCard(json, "c.json");
    expect(card).toBeNull();
    expect(problems.map(explain)).toEqual([expect.stringContaining(said)]);
  });
});

describe("indicators", () => {
  test("are cited by their data line, bad lines counted", () => {
    const csv =
      "name,value,unit,place,from,to,source\nstrikes,12,strikes,North,2016,2016,Office\nstrikes,many,,,,,\nstrikes,,strikes,South,2016-01-01,2016-12-31,Office\n";
    const { indicators, problems } = readIndicators(csv, "i.csv");
    expect(indicators).toMatchObject([
      { id: "ind:1", value: 12, from: "2016-01-01", to: "2016-12-31" },
      { id: "ind:3", value: null, place: "South" },
    ]);
    expect(problems).toMatchObject([{ code: "record-cell-bad", params: { line: 3, column: "value" } }]);
  });
});
