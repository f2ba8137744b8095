import type { PatternEvent } from "./pattern-result.ts";

/** Events as typed arrays: what the loops over pairs read. */
export const columnsOf = (events: readonly PatternEvent[]): { x: Float64Array; y: Float64Array; t: Float64Array } => ({
  x: Float64Array.from(events, (e) => e.x),
  y: Float64Array.from(events, (e) => e.y),
  t: Float64Array.from(events, (e) => e.t),
});
