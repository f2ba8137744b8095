import { z } from "zod";
import { countSchema, DATE_PRECISIONS, PLACE_PRECISIONS } from "./event.ts";

/** One row of a record (contract `verdict.md`, RECORD.csv). Empty cells are `null`: not known, never zero. */
export const recordRowSchema = z.object({
  id: z.string().min(1),
  from: z.string(),
  to: z.string(),
  datePrecision: z.enum(DATE_PRECISIONS),
  place: z.string().nullable(),
  admin1: z.string().nullable(),
  country: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  precision: z.enum(PLACE_PRECISIONS).nullable(),
  class: z.string(),
  description: z.string(),
  /** Everybody, attackers included. */
  killed: countSchema.nullable(),
  killedAttackers: z.number().nullable(),
  injured: countSchema.nullable(),
  actor: z.string().nullable(),
  target: z.string().nullable(),
  claimedBy: z.string().nullable(),
  /** Number of independent origins; null = not known. */
  origins: z.number().nullable(),
  sources: z.string().nullable(),
});
export type RecordRow = Readonly<z.infer<typeof recordRowSchema>>;

/** What a record covers, so that its silence can be read. No card = convenience. */
export const coverageCardSchema = z.looseObject({
  name: z.string(),
  area: z.string(),
  from: z.string(),
  to: z.string(),
  classes: z.array(z.string()),
  inclusionRule: z.string(),
  kind: z.enum(["census", "sampled", "convenience"]),
  outlets: z.array(z.string()).optional(),
  licence: z.string(),
});
export type CoverageCard = Readonly<z.infer<typeof coverageCardSchema>>;

/** One line of IND.csv; `id` is `ind:n` for the n-th data line. */
export const indicatorRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  place: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
});
export type IndicatorRow = Readonly<z.infer<typeof indicatorRowSchema>>;

/** A reference dataset as the thinking rooms take it. */
export interface ReferenceRecord {
  readonly rows: readonly RecordRow[];
  readonly card: CoverageCard | null;
  readonly indicators: readonly IndicatorRow[];
}
