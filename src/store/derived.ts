import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CodedDocument, LedgerLine, RecordRow } from "../record/index.ts";

/** Everything computed of a case, as plain rows. */
export interface DerivedRows {
  /** The record that was compared with, where there was one. */
  readonly rows?: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly events: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly verdicts: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** One row an event: what a query asks for; the coded document keeps the rest. */
export const eventRows = (coded: CodedDocument): DerivedRows["events"] =>
  coded.events.map((event) => ({
    doc: coded.doc,
    id: event.id,
    type: event.type,
    mode: event.mode,
    incident: event.incident,
    stage: event.stage,
    factuality: event.factuality,
    summary: event.summary,
    date_from: event.date?.from ?? null,
    date_to: event.date?.to ?? null,
    date_precision: event.date?.precision ?? null,
    place: event.place?.name ?? null,
    geoname_id: event.place?.geonameId ?? null,
    country: event.place?.country ?? null,
    admin1: event.place?.admin1 ?? null,
    lat: event.place?.lat ?? null,
    lon: event.place?.lon ?? null,
    place_precision: event.place?.precision ?? null,
    killed_min: event.casualties.killed?.min ?? null,
    killed_max: event.casualties.killed?.max ?? null,
    injured_min: event.casualties.injured?.min ?? null,
    injured_max: event.casualties.injured?.max ?? null,
    confidence: event.confidence,
  }));

export const verdictRows = (ledger: readonly LedgerLine[]): DerivedRows["verdicts"] =>
  ledger.map((line) => ({
    doc: line.doc,
    start: line.claim.start,
    end: line.claim.end,
    claim: line.claim.text,
    kind: line.claim.kind,
    verdict: line.so.verdict,
    reason: line.so.reason.code,
  }));

export const recordRows = (record: readonly RecordRow[]): NonNullable<DerivedRows["rows"]> =>
  record.map((row) => ({
    id: row.id,
    date_from: row.from,
    date_to: row.to,
    date_precision: row.datePrecision,
    place: row.place,
    admin1: row.admin1,
    country: row.country,
    lat: row.lat,
    lon: row.lon,
    place_precision: row.precision,
    class: row.class,
    description: row.description,
    killed_min: row.killed?.min ?? null,
    killed_max: row.killed?.max ?? null,
    injured_min: row.injured?.min ?? null,
    injured_max: row.injured?.max ?? null,
    actor: row.actor,
    target: row.target,
    claimed_by: row.claimedBy,
    origins: row.origins,
  }));

const COLUMNS: Readonly<Record<keyof DerivedRows, Readonly<Record<string, string>>>> = {
  events: {
    doc: "VARCHAR",
    id: "VARCHAR",
    type: "VARCHAR",
    mode: "VARCHAR",
    incident: "VARCHAR",
    stage: "VARCHAR",
    factuality: "VARCHAR",
    summary: "BOOLEAN",
    date_from: "DATE",
    date_to: "DATE",
    date_precision: "VARCHAR",
    place: "VARCHAR",
    geoname_id: "BIGINT",
    country: "VARCHAR",
    admin1: "VARCHAR",
    lat: "DOUBLE",
    lon: "DOUBLE",
    place_precision: "VARCHAR",
    killed_min: "DOUBLE",
    killed_max: "DOUBLE",
    injured_min: "DOUBLE",
    injured_max: "DOUBLE",
    confidence: "DOUBLE",
  },
  rows: {
    id: "VARCHAR",
    date_from: "DATE",
    date_to: "DATE",
    date_precision: "VARCHAR",
    place: "VARCHAR",
    admin1: "VARCHAR",
    country: "VARCHAR",
    lat: "DOUBLE",
    lon: "DOUBLE",
    place_precision: "VARCHAR",
    class: "VARCHAR",
    description: "VARCHAR",
    killed_min: "DOUBLE",
    killed_max: "DOUBLE",
    injured_min: "DOUBLE",
    injured_max: "DOUBLE",
    actor: "VARCHAR",
    target: "VARCHAR",
    claimed_by: "VARCHAR",
    origins: "BIGINT",
  },
  verdicts: {
    doc: "VARCHAR",
    start: "BIGINT",
    end: "BIGINT",
    claim: "VARCHAR",
    kind: "VARCHAR",
    verdict: "VARCHAR",
    reason: "VARCHAR",
  },
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function loadStatement(table: keyof DerivedRows, file: string): string {
  const columns = Object.entries(COLUMNS[table]);
  const types = columns.map(([name, type]) => `${quoted(name)}: ${quoted(type)}`).join(", ");
  const names = columns.map(([name]) => `"${name}"`).join(", ");
  return `CREATE TABLE ${table} AS SELECT ${names} FROM read_json(${quoted(file)}, format = 'newline_delimited', columns = {${types}})`;
}

/**
 * Makes `derived.duckdb` again from its rows: written beside and renamed, so that a crash leaves the old one.
 * DuckDB is loaded here alone, and only when asked: coding and checking do without. It may fetch no extension.
 */
export async function rebuildDerived(folder: string, rows: DerivedRows): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const target = join(folder, "derived.duckdb");
  const part = join(folder, `derived.${process.pid}.part`);
  const work = mkdtempSync(join(tmpdir(), "plumbline-derived-"));
  try {
    rmSync(part, { force: true });
    const instance = await DuckDBInstance.create(part, {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      threads: "1",
    });
    const connection = await instance.connect();
    for (const table of ["events", "rows", "verdicts"] as const) {
      const file = join(work, `${table}.jsonl`);
      writeFileSync(file, (rows[table] ?? []).map((row) => `${JSON.stringify(row)}\n`).join(""));
      await connection.run(loadStatement(table, file));
    }
    connection.closeSync();
    instance.closeSync();
    renameSync(part, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
    if (existsSync(part)) rmSync(part);
  }
}
