import { chiSquareUpper } from "./distributions.ts";
import type { PatternEvent, PatternWarning } from "./pattern-result.ts";

const warn = (code: PatternWarning["code"], message: string): PatternWarning => ({ code, message });

/** Events that share a value with another. */
const repeated = (keys: readonly (string | number)[]): number => keys.length - new Set(keys).size;

/** Most events on one key. */
function fullest(keys: readonly string[]): { key: string; count: number } {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best = { key: "", count: 0 };
  for (const [key, count] of counts) if (count > best.count) best = { key, count };
  return best;
}

const SOME = 0.1;

/** Shared days, shared places, and points that hold so many events that they look like the centre of an area. */
export function tieWarnings(events: readonly PatternEvent[]): PatternWarning[] {
  const n = events.length;
  const found: PatternWarning[] = [];
  const tied = repeated(events.map((e) => e.t));
  if (tied > 0)
    found.push(
      warn(
        "ties-in-time",
        `${tied} of ${n} events share a day with another; the Poisson p is too small here. Read mc_time_permutation.`,
      ),
    );
  const places = events.map((e) => `${e.x} ${e.y}`);
  const shared = repeated(places);
  if (shared > n * SOME)
    found.push(
      warn(
        "ties-in-place",
        `${shared} of ${n} events share their place with another: second reports of one event, or places rounded to a centre, look like interaction. Take them out and run again.`,
      ),
    );
  const point = fullest(places);
  if (point.count >= 10 && point.count > n / 20)
    found.push(
      warn(
        "snapped-coordinates",
        `${point.count} events stand on one point (${point.key}). If it is the centre of a district, give their precision (column precision or radius_km) so that they are left out or drawn again.`,
      ),
    );
  return found;
}

/**
 * Do places change their share of events over time? Quarters of the time against ninths of the map, χ² of independence, asked at 1 %.
 * Interaction itself can raise it a little: a warning, never an answer.
 */
export function populationShiftWarning(events: readonly PatternEvent[]): PatternWarning[] {
  if (events.length < 100) return [];
  const cut = (values: readonly number[], parts: number): ((v: number) => number) => {
    const sorted = [...values].sort((a, b) => a - b);
    const ends = Array.from({ length: parts - 1 }, (_, k) => sorted[Math.floor((sorted.length * (k + 1)) / parts)]!);
    return (v) => ends.filter((end) => v >= end).length;
  };
  const [column, row, quarter] = [
    cut(
      events.map((e) => e.x),
      3,
    ),
    cut(
      events.map((e) => e.y),
      3,
    ),
    cut(
      events.map((e) => e.t),
      4,
    ),
  ];
  const table = Array.from({ length: 9 }, () => [0, 0, 0, 0]);
  for (const e of events) table[column(e.x) * 3 + row(e.y)]![quarter(e.t)]!++;
  const quarters = [0, 1, 2, 3].map((q) => table.reduce((sum, cells) => sum + cells[q]!, 0));
  const full = table.filter((cells) => cells.some((c) => c > 0));
  const used = quarters.filter((total) => total > 0).length;
  let chi = 0;
  for (const cells of full) {
    const total = cells.reduce((a, b) => a + b, 0);
    cells.forEach((count, q) => {
      const expected = (total * quarters[q]!) / events.length;
      if (expected > 0) chi += (count - expected) ** 2 / expected;
    });
  }
  const df = (full.length - 1) * (used - 1);
  if (df < 1 || chiSquareUpper(chi, df) > 0.01) return [];
  return [
    warn(
      "population-shift",
      "Places change their share of the events over time (population, reporting, a moving front): near pairs arise without any interaction. Read the p of times dealt out within stretches.",
    ),
  ];
}

export const fewEventsWarning = (n: number): PatternWarning[] =>
  n < 30 ? [warn("few-events", `${n} events: only a strong pattern could be seen.`)] : [];

export const reportedWarning: PatternWarning = warn(
  "reported-not-all",
  "These are reported events: one large event draws reporting near by and soon after, which looks the same as interaction. Run again on severe events, and on events with two sources.",
);

/** Two nulls on either side of 5 %. */
export function nullsDisagree(plain: number, demanding: number, names: string): PatternWarning[] {
  if (plain <= 0.05 === demanding <= 0.05) return [];
  return [
    warn(
      "nulls-disagree",
      `The plain p (${plain.toPrecision(2)}) and the demanding one (${demanding.toPrecision(2)}) fall on different sides of 5 % (${names}). The demanding one is the verdict's.`,
    ),
  ];
}

/** What a record says of itself. */
export const coverageWarning = (coverage: unknown): PatternWarning[] =>
  coverage === "convenience"
    ? [
        warn(
          "compiled-around-its-subject",
          "The record was compiled around its subject: the figures describe the record, and no test on it speaks about the world.",
        ),
      ]
    : [];
