import { existsSync, readFileSync } from "node:fs";
import { parseCsv } from "../exchange/index.ts";
import type { Doubt, PatternEvent, PatternTable, ZoneCounts } from "../patterns/index.ts";
import { dayFromNumber, dayNumber, isRealDay, partsOf } from "../record/index.ts";

/** A table as a test wants it, or what is wrong with the file. `metric` is what its columns call for. */
export type ReadTable =
  | { readonly ok: true; readonly table: PatternTable; readonly metric: "geodesic" | "euclidean" }
  | { readonly ok: false; readonly message: string };

/** Where a division lies and how far it reaches (km); null where it is not known. */
export type FindDivision = (name: string, country: string) => { lat: number; lon: number; radiusKm: number } | null;

export type Wanted = readonly (readonly [column: string, value: string])[];

type Row = Readonly<Record<string, string>>;

interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly cells: readonly (readonly string[])[];
}

function sheetOf(csv: string): Sheet {
  const [header, ...records] = parseCsv(csv).rows;
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const cells = records.map((record) => record.cells.map((cell) => cell.trim()));
  return {
    columns,
    cells,
    rows: cells.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ""]))),
  };
}

const number = (text: string | undefined): number => (text === undefined || text === "" ? Number.NaN : Number(text));

/** First of these columns that the row fills. */
const filled = (row: Row, names: readonly string[]): string | undefined =>
  names.map((name) => row[name]).find((value) => value !== undefined && value !== "");

/** Precisions of the place (PLOVER, UCDP and ACLED say it in words or numbers) whose point stands for an area. */
const AREAS: ReadonlySet<string> = new Set(["admin2", "admin1", "country", "region", "district", "province", "state"]);

/** Last day that a date of this precision may mean, from its first. */
function lastDay(first: number, precision: string): number {
  const [year, month] = dayFromNumber(first).split("-").map(Number) as [number, number];
  if (precision === "week") return first + 6;
  if (precision === "year") return dayNumber(`${String(year).padStart(4, "0")}-12-31`);
  if (precision !== "month") return first;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return dayNumber(next) - 1;
}

function realDay(text: string | undefined): number {
  if (text === undefined || text === "") return Number.NaN;
  const { year, month, day } = partsOf(text);
  return isRealDay(year, month, day) ? dayNumber(text) : Number.NaN;
}

/** The day, and the interval it may lie in where the row says that it is not known to the day. */
function timeOf(row: Row): { t: number; days?: readonly [number, number] } {
  const precision = row.date_precision || "day";
  if (row.t !== undefined) {
    const t = number(row.t);
    const open = { week: 6, month: 30, year: 365 }[precision];
    return Number.isFinite(t) && open !== undefined ? { t, days: [t, t + open] } : { t };
  }
  const from = realDay(filled(row, ["date_from", "date"]));
  const stated = realDay(row.date_to);
  if (!Number.isFinite(from)) return { t: Number.NaN };
  const to = Number.isFinite(stated) ? stated : lastDay(from, precision);
  return to > from ? { t: from, days: [from, to] } : { t: from };
}

/** How far the place may be off: stated, or the reach of its area, or (an area that is not found) unknown. */
function radiusOf(row: Row, area: ReturnType<FindDivision>): number | undefined {
  const stated = number(row.radius_km);
  if (Number.isFinite(stated)) return stated > 0 ? stated : undefined;
  if (area !== null) return area.radiusKm;
  return AREAS.has(row.precision ?? "") ? Number.POSITIVE_INFINITY : undefined;
}

/** The division that a row is known to, where the columns say which. */
function areaOf(row: Row, find: FindDivision | undefined): ReturnType<FindDivision> {
  const name = row.admin1 ?? "";
  if (find === undefined || row.precision !== "admin1" || name === "") return null;
  return find(name, row.country ?? "");
}

function eventOf(row: Row, geographic: boolean, find: FindDivision | undefined): PatternEvent {
  const { t, days } = timeOf(row);
  const area = geographic ? areaOf(row, find) : null;
  const radius = radiusOf(row, area);
  const doubt: Doubt = { ...(days === undefined ? {} : { days }), ...(radius === undefined ? {} : { radius }) };
  const weight = number(row.weight);
  return {
    x: area?.lon ?? number(geographic ? row.lon : row.x),
    y: area?.lat ?? number(geographic ? row.lat : row.y),
    t,
    type: row.type ?? row.class ?? "",
    ...(days === undefined && radius === undefined ? {} : { doubt }),
    ...(Number.isFinite(weight) ? { weight } : {}),
  };
}

const EVENT_TIMES = ["t", "date", "date_from"];

function eventsOf(file: string, sheet: Sheet, wanted: Wanted, find: FindDivision | undefined): ReadTable {
  const { columns } = sheet;
  const fault = (message: string): ReadTable => ({ ok: false, message: `${file}: ${message}` });
  const unknown = wanted.map(([column]) => column).find((column) => !columns.includes(column));
  if (unknown !== undefined) return fault(`there is no column "${unknown}". It has: ${columns.join(", ")}.`);
  if (!EVENT_TIMES.some((name) => columns.includes(name)))
    return fault(`a column t (days) or date is needed. It has: ${columns.join(", ")}.`);
  const geographic = columns.includes("lat") && columns.includes("lon");
  const rows = sheet.rows.filter((row) => wanted.every(([column, value]) => row[column] === value));
  if (rows.length === 0) {
    const [column, value] = wanted[0] ?? ["", ""];
    const known = [...new Set(sheet.rows.map((row) => row[column]))].slice(0, 12).join(", ");
    return fault(wanted.length === 0 ? "it has no rows." : `no row has ${column}=${value}. There are: ${known}.`);
  }
  const broken = rows.findIndex((row) =>
    ["x", "y", "lat", "lon", "t", "weight", "radius_km"].some(
      (name) => row[name] !== undefined && row[name] !== "" && !Number.isFinite(Number(row[name])),
    ),
  );
  if (broken >= 0) {
    const row = rows[broken]!;
    const name = ["x", "y", "lat", "lon", "t", "weight", "radius_km"].find(
      (n) => row[n] && !Number.isFinite(Number(row[n])),
    )!;
    return fault(
      `${name}=${row[name]} is no number (row ${broken + 1} of those taken). Leave the cell empty where it is not known.`,
    );
  }
  const events = rows.map((row) => eventOf(row, geographic, find));
  return { ok: true, table: { kind: "events", events }, metric: geographic ? "geodesic" : "euclidean" };
}

const zonesFile = (file: string): string => file.replace(/(\.counts)?\.csv$/i, ".zones.csv");

/** Counts by zone and period; the zones' places stand beside the file as NAME.zones.csv. */
function zoneCountsOf(file: string, sheet: Sheet): ReadTable {
  const places = zonesFile(file);
  if (!existsSync(places))
    return { ok: false, message: `${file}: counts by zone need the zones' places in ${places} (zone, x, y).` };
  const zones = sheetOf(readFileSync(places, "utf8")).rows.map((row) => ({
    id: row.zone ?? row.id ?? "",
    x: number(row.x ?? row.lon),
    y: number(row.y ?? row.lat),
  }));
  const periods = [...new Set(sheet.rows.map((row) => row.time ?? ""))].sort(inOrder);
  const cell = (row: Row): number =>
    zones.findIndex(({ id }) => id === row.zone) * periods.length + periods.indexOf(row.time ?? "");
  const lost = sheet.rows.find((row) => !zones.some(({ id }) => id === row.zone));
  if (lost !== undefined) return { ok: false, message: `${places}: there is no zone ${lost.zone}.` };
  const fill = (column: string): Float64Array => {
    const values = new Float64Array(zones.length * periods.length);
    for (const row of sheet.rows) values[cell(row)]! += number(row[column]) || 0;
    return values;
  };
  const denominator = ["expected", "population"].find((name) => sheet.columns.includes(name));
  const data: ZoneCounts = {
    zones,
    periods,
    counts: fill("count"),
    denominator: denominator === undefined ? null : fill(denominator),
  };
  return { ok: true, table: { kind: "zones", zones: data }, metric: "euclidean" };
}

const inOrder = (a: string, b: string): number =>
  Number.isFinite(Number(a)) && Number.isFinite(Number(b)) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;

/** One row a zone, without time: cases, and population or expected cases. */
function zonesOf(sheet: Sheet): ReadTable {
  const zones = sheet.rows.map((row, i) => ({ id: row.id ?? String(i + 1), x: number(row.x), y: number(row.y) }));
  const column = (name: string): Float64Array => Float64Array.from(sheet.rows, (row) => number(row[name]));
  const by = ["expected", "population"].find((name) => sheet.columns.includes(name));
  const data: ZoneCounts = {
    zones,
    periods: ["all"],
    counts: column("cases"),
    denominator: by === undefined ? null : column(by),
    ...(sheet.columns.includes("population") ? { population: column("population") } : {}),
  };
  return { ok: true, table: { kind: "zones", zones: data }, metric: "euclidean" };
}

function ratingsOf(sheet: Sheet): ReadTable {
  const values = new Map<string, number>();
  const numeric = sheet.cells.flat().every((cell) => cell === "" || Number.isFinite(Number(cell)));
  const code = (cell: string): number => {
    if (numeric) return Number(cell);
    if (!values.has(cell)) values.set(cell, values.size);
    return values.get(cell)!;
  };
  const ratings = sheet.cells.map((row) => row.map((cell) => (cell === "" ? null : code(cell))));
  return { ok: true, table: { kind: "ratings", ratings }, metric: "euclidean" };
}

/**
 * Reads a table for a method: the columns decide what it holds. `--where` takes rows of event tables.
 * @param file its name, for messages and for the zones' file beside it
 * @param find places that are known to a first-level division only: its middle and reach are their doubt
 */
export function readPatternTable(
  method: string,
  file: string,
  csv: string,
  wanted: Wanted,
  find?: FindDivision,
): ReadTable {
  const sheet = sheetOf(csv);
  const has = (...names: readonly string[]): boolean => names.every((name) => sheet.columns.includes(name));
  if (method === "krippendorff") return ratingsOf(sheet);
  if (method === "scan" && has("zone", "time", "count")) return zoneCountsOf(file, sheet);
  if (method === "scan" && has("cases", "x", "y")) return zonesOf(sheet);
  if (method === "series" && has("x", "y") && !EVENT_TIMES.some((name) => has(name))) {
    const column = (name: string): number[] => sheet.rows.map((row) => number(row[name]));
    return { ok: true, table: { kind: "series", x: column("x"), y: column("y") }, metric: "euclidean" };
  }
  return eventsOf(file, sheet, wanted, find);
}
