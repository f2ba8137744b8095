import type { MeasurementLevel } from "./krippendorff.ts";
import type { PatternEvent } from "./pattern-result.ts";
import type { ZoneCounts } from "./zone-scan.ts";

/** What a test is run on: events, counts by zone and period, two series as they are, or codings (a row a coder, a column a unit). */
export type PatternTable =
  | { readonly kind: "events"; readonly events: readonly PatternEvent[] }
  | { readonly kind: "zones"; readonly zones: ZoneCounts }
  | { readonly kind: "series"; readonly x: readonly number[]; readonly y: readonly number[] }
  | { readonly kind: "ratings"; readonly ratings: readonly (readonly (number | null)[])[] };

export const LEVELS: readonly MeasurementLevel[] = ["nominal", "ordinal", "interval", "ratio"];

const NAMES: Readonly<Record<PatternTable["kind"], string>> = {
  events: "events",
  zones: "counts by zone",
  series: "two series of counts",
  ratings: "codings, a row a coder and a column a unit",
};

export const tableName = (kind: PatternTable["kind"]): string => NAMES[kind];
