import { parseTable, type RecordRow, type ResourceFiles } from "../../record/index.ts";
import { csvLine } from "../csv.ts";
import type { Crosswalk } from "./crosswalk.ts";

/** What the layout could not hold: `rows` rows, in which column, and why. */
export interface Loss {
  readonly column: string;
  readonly why: string;
  readonly rows: number;
}

const COLUMNS =
  "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split(
    " ",
  );

interface AcledClass {
  readonly subEvent: string;
  readonly event: string;
  readonly disorder: string;
  readonly loss: string;
}

const classesOf = (files: ResourceFiles): ReadonlyMap<string, AcledClass> =>
  new Map(
    parseTable("acled-classes.tsv", files.table("acled-classes.tsv")).rows.map(({ cells }) => [
      cells.class ?? "",
      {
        subEvent: cells.sub_event_type ?? "",
        event: cells.event_type ?? "",
        disorder: cells.disorder_type ?? "",
        loss: cells.loss ?? "",
      },
    ]),
  );

/** Values that a row has and ACLED's layout has no cell for, or a narrower one. */
function lossesOf(row: RecordRow, as: AcledClass): readonly (readonly [string, string])[] {
  const { killed } = row;
  const range = killed !== null && killed.min !== killed.max && killed.min !== 0;
  return [
    as.loss === "" ? null : (["sub_event_type", `${row.class} as "${as.subEvent}" loses ${as.loss}`] as const),
    range ? (["fatalities", "a range: ACLED writes the lowest figure"] as const) : null,
    killed === null ? (["fatalities", "not known: ACLED writes 0, which it also writes for none"] as const) : null,
    row.injured === null ? null : (["injured", "ACLED has no such column"] as const),
    row.killedAttackers === null ? null : (["killed_attackers", "ACLED has no such column"] as const),
    row.claimedBy === null ? null : (["claimed_by", "ACLED has no such column"] as const),
    row.from === row.to ? null : (["event_date", "an interval: ACLED writes its first day"] as const),
  ].filter((loss) => loss !== null);
}

/** `null` where ACLED has no code so coarse, or no point to give: such a row has no place in it. */
function lineOf(row: RecordRow, as: AcledClass, crosswalk: Crosswalk): string | null {
  const geo = row.precision === null ? null : crosswalk.placeCode("acled", row.precision);
  const time = crosswalk.dateCode("acled", row.datePrecision);
  if (geo === null || time === null || row.lat === null || row.lon === null) return null;
  const country = row.country === null ? null : crosswalk.countryFacts(row.country);
  const cells: Readonly<Record<string, string | number | null>> = {
    event_id_cnty: row.id,
    event_date: row.from,
    year: row.from.slice(0, 4),
    time_precision: time,
    disorder_type: as.disorder,
    event_type: as.event,
    sub_event_type: as.subEvent,
    actor1: row.actor,
    actor2: row.target,
    iso: country === null ? null : Number(country.numeric),
    country: country?.name ?? row.country,
    admin1: row.admin1,
    location: row.place,
    latitude: row.lat,
    longitude: row.lon,
    geo_precision: geo,
    source: row.sources,
    notes: row.description,
    fatalities: row.killed?.min ?? row.killed?.max ?? 0,
  };
  return csvLine(COLUMNS.map((column) => cells[column] ?? null));
}

/** Rows in ACLED's 31 columns, and all that was lost on the way. */
export function acledCsv(
  rows: readonly RecordRow[],
  crosswalk: Crosswalk,
  files: ResourceFiles,
): { readonly lines: readonly string[]; readonly losses: readonly Loss[] } {
  const classes = classesOf(files);
  const lines = [csvLine(COLUMNS)];
  const lost = new Map<string, Loss>();
  const lose = (column: string, why: string): void => {
    const key = `${column}\t${why}`;
    lost.set(key, { column, why, rows: (lost.get(key)?.rows ?? 0) + 1 });
  };
  for (const row of rows) {
    const as = classes.get(row.class);
    const line = as === undefined ? null : lineOf(row, as, crosswalk);
    if (as === undefined) lose("(row)", `ACLED has no class for ${row.class}`);
    else if (line === null) lose("(row)", "no point, or a place or date too coarse for ACLED's codes");
    else {
      lines.push(line);
      for (const [column, why] of lossesOf(row, as)) lose(column, why);
    }
  }
  return { lines, losses: [...lost.values()] };
}
