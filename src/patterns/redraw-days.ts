import type { Rng } from "./seeded.ts";

/**
 * What a coincidence is tested against. `uniform`: both series anew over the whole span. The others leave A alone and redraw B:
 * `within_blocks` each event within its block of days (season and trend stay); `circular_shift` the whole series moved along the
 * span and wrapped (its bursts stay); `seasonal` each event to another year, the same time of the year give or take 15 days (spans of
 * two years or more); `fitted_intensity` anew from B's own smoothed rate (Gaussian kernel, sd one block; trend and season stay).
 */
export const COINCIDENCE_NULLS = [
  "uniform",
  "within_blocks",
  "circular_shift",
  "seasonal",
  "fitted_intensity",
] as const;
export type CoincidenceNull = (typeof COINCIDENCE_NULLS)[number];

type Span = readonly [number, number];
const YEAR = 365.25;
const SEASON_SLACK = 15;

const uniform = (times: Float64Array, [first, last]: Span, rng: Rng): Float64Array =>
  times.map(() => first + rng.integer(last - first + 1));

function withinBlocks(times: Float64Array, [first, last]: Span, days: number, rng: Rng): Float64Array {
  return times.map((t) => {
    const start = first + Math.floor((t - first) / days) * days;
    return start + rng.integer(Math.max(1, Math.min(days, last - start + 1)));
  });
}

function shifted(times: Float64Array, [first, last]: Span, rng: Rng): Float64Array {
  const length = last - first + 1;
  const by = rng.integer(length);
  return times.map((t) => first + ((t - first + by) % length));
}

/** Each event in a year drawn from those of the span that have its season. */
function otherYears(times: Float64Array, [first, last]: Span, rng: Rng): Float64Array {
  return times.map((t) => {
    const back = Math.floor((t - first) / YEAR);
    const ahead = Math.floor((last - t) / YEAR);
    const moved = t + Math.round((rng.integer(back + ahead + 1) - back) * YEAR);
    const slack = rng.integer(2 * SEASON_SLACK + 1) - SEASON_SLACK;
    return Math.min(last, Math.max(first, moved + slack));
  });
}

/** Draws a day from a kernel around one of B's own days, thrown back at the ends of the span. */
function fromIntensity(times: Float64Array, [first, last]: Span, sd: number, rng: Rng): Float64Array {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - rng.uniform())) * Math.cos(2 * Math.PI * rng.uniform());
  const inside = (t: number): number => {
    const folded = t < first ? 2 * first - t : t > last ? 2 * last - t : t;
    return Math.min(last, Math.max(first, folded));
  };
  return times.map(() => inside(times[rng.integer(times.length)]! + Math.round(sd * normal())));
}

export function redrawer(
  a: Float64Array,
  b: Float64Array,
  span: Span,
  blockDays: number,
): {
  possible(kind: CoincidenceNull): boolean;
  draw(kind: CoincidenceNull, rng: Rng): { a: Float64Array; b: Float64Array };
} {
  return {
    possible: (kind) => kind !== "seasonal" || span[1] - span[0] + 1 >= 2 * YEAR,
    draw(kind, rng) {
      switch (kind) {
        case "uniform":
          return { a: uniform(a, span, rng), b: uniform(b, span, rng) };
        case "within_blocks":
          return { a, b: withinBlocks(b, span, blockDays, rng) };
        case "circular_shift":
          return { a, b: shifted(b, span, rng) };
        case "seasonal":
          return { a, b: otherYears(b, span, rng) };
        case "fitted_intensity":
          return { a, b: fromIntensity(b, span, blockDays, rng) };
      }
    },
  };
}
