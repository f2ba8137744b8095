import type { PatternEvent } from "./pattern-result.ts";

/** The day that decides an event's stretch: the middle of its doubt, so that it stays the same in every imputation. */
const anchorOf = (event: PatternEvent): number =>
  event.doubt?.days === undefined ? event.t : (event.doubt.days[0] + event.doubt.days[1]) / 2;

/** Days of a stretch where the caller names none: two time thresholds, and no less than 60. */
export const usualStretch = (thresholdDays: number): number => Math.max(60, 2 * thresholdDays);

/**
 * Indexes of the events of each stretch of `days`, from the first event on. Times dealt out anew within stretches keep what
 * changes slowly (places that grow, a season that differs by place) out of the finding; what is slower than a stretch is not seen.
 */
export function stretchesOf(events: readonly PatternEvent[], days: number): readonly Int32Array[] {
  const anchors = events.map(anchorOf);
  const first = anchors.reduce((least, t) => Math.min(least, t), Number.POSITIVE_INFINITY);
  const groups = new Map<number, number[]>();
  anchors.forEach((t, i) => {
    const stretch = Math.floor((t - first) / days);
    const group = groups.get(stretch);
    if (group === undefined) groups.set(stretch, [i]);
    else group.push(i);
  });
  return [...groups.values()].map((group) => Int32Array.from(group));
}
