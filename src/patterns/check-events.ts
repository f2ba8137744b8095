import { type Fineness, type Usable, usableEvents } from "./doubt.ts";
import { BadCall } from "./pattern-problem.ts";
import type { Metric, PatternEvent } from "./pattern-result.ts";

/** What a method asks of its events. */
export interface Needs {
  readonly place: boolean;
  readonly least: number;
  readonly fine: Fineness;
}

const sizeOf = (value: number): number => Math.abs(value);

/** Most values of one size and some more than a thousand times as large: degrees beside metres, days beside seconds. */
function twoUnits(values: readonly number[]): readonly number[] | null {
  const sorted = values.filter((v) => Number.isFinite(v) && v !== 0).sort((a, b) => sizeOf(a) - sizeOf(b));
  if (sorted.length < 4) return null;
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  const [least, most] = [sorted[Math.floor(sorted.length / 20)]!, sorted.at(-1)!];
  if (sizeOf(most) > 1e4 && sizeOf(most) > 1000 * sizeOf(middle)) return [middle, most];
  return sizeOf(middle) > 1e4 && sizeOf(middle) > 10_000 * sizeOf(least) && sizeOf(least) > 1e-9
    ? [least, middle]
    : null;
}

function checkUnits(method: string, events: readonly PatternEvent[], needs: Needs, metric: Metric): void {
  const times = twoUnits(events.map((e) => e.t));
  if (times !== null) throw new BadCall({ code: "mixed-units", method, what: "t", examples: times });
  if (!needs.place) return;
  if (metric !== "geodesic") {
    const both = twoUnits(events.flatMap((e) => [e.x, e.y]));
    // One axis may run to 6,000,000 while the other stays near 0; two sizes on each axis are two units.
    const eachAxis = [twoUnits(events.map((e) => e.x)), twoUnits(events.map((e) => e.y))];
    if (both !== null && eachAxis.every((found) => found !== null))
      throw new BadCall({ code: "mixed-units", method, what: "x and y", examples: eachAxis[0]! });
    return;
  }
  const beyond = events.find((e) => Math.abs(e.x) > 360 || Math.abs(e.y) > 360);
  if (beyond !== undefined)
    throw new BadCall({ code: "not-degrees", method, value: Math.abs(beyond.x) > 360 ? beyond.x : beyond.y });
  if (events.some((e) => Math.abs(e.y) > 90)) throw new BadCall({ code: "coordinates-swapped", method });
}

/** Events that a method can use, or why it cannot run on them. */
export function checkEvents(
  method: string,
  all: readonly PatternEvent[],
  needs: Needs,
  metric: Metric,
  coarseIn: boolean,
): Usable {
  checkUnits(method, all, needs, metric);
  const usable = usableEvents(all, needs.place, needs.fine, coarseIn);
  const { events, excluded } = usable;
  const n = events.length;
  if (n < needs.least)
    throw new BadCall({ code: "too-few-events", method, n, given: all.length, least: needs.least, excluded });
  const one = (value: (e: PatternEvent) => string): boolean => new Set(events.map(value)).size === 1;
  const drawn = events.some((e) => e.doubt !== undefined);
  if (needs.place && !drawn && one((e) => `${e.x} ${e.y}`)) throw new BadCall({ code: "one-point", method, n });
  if (needs.place && !drawn && one((e) => String(e.t))) throw new BadCall({ code: "one-day", method, n });
  return usable;
}
