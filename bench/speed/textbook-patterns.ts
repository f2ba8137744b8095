import { seeded, shuffle } from "../../src/patterns/seeded.ts";

/** Columns of a scatter of events. */
export interface Scatter {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly t: Float64Array;
}

/** Events in a window of 100 × 100 and 730 days, half of them in a dozen towns. */
export function scatter(n: number, seed = 1): Scatter {
  const rng = seeded(seed);
  const towns = Array.from({ length: 12 }, () => [10 + 80 * rng.uniform(), 10 + 80 * rng.uniform()] as const);
  const place = (k: 0 | 1, i: number): number =>
    i % 2 === 0 ? 100 * rng.uniform() : towns[i % 12]![k] + 6 * (rng.uniform() + rng.uniform() - 1);
  return {
    x: Float64Array.from({ length: n }, (_, i) => place(0, i)),
    y: Float64Array.from({ length: n }, (_, i) => place(1, i)),
    t: Float64Array.from({ length: n }, () => rng.integer(730)),
  };
}

/** Knox as textbooks write it: every pair, for every draw. */
export function loopKnox({ x, y, t }: Scatter, eps_s: number, eps_t: number, draws: number): number {
  const rng = seeded(1);
  const times = Float64Array.from(t);
  let sum = 0;
  for (let k = 0; k < draws; k++) {
    shuffle(times, rng);
    for (let i = 0; i < x.length; i++)
      for (let j = i + 1; j < x.length; j++)
        if (Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) <= eps_s && Math.abs(times[i]! - times[j]!) <= eps_t) sum++;
  }
  return sum;
}

/** Near-repeat table as textbooks write it: every pair's band looked up, for every draw. */
export function loopNearRepeat(
  { x, y, t }: Scatter,
  space: readonly number[],
  time: readonly number[],
  draws: number,
): number {
  const rng = seeded(1);
  const times = Float64Array.from(t);
  const counts = new Float64Array((space.length - 1) * (time.length - 1));
  const band = (value: number, breaks: readonly number[]): number => breaks.findIndex((b, k) => k > 0 && value < b) - 1;
  for (let k = 0; k < draws; k++) {
    shuffle(times, rng);
    for (let i = 0; i < x.length; i++)
      for (let j = i + 1; j < x.length; j++) {
        const r = band(Math.abs(x[i]! - x[j]!) + Math.abs(y[i]! - y[j]!), space);
        const c = band(Math.abs(times[i]! - times[j]!), time);
        if (r >= 0 && c >= 0) counts[r * (time.length - 1) + c]!++;
      }
  }
  return counts[0]!;
}

/** Permutation scan as written down: every centre, every radius, every pair of days, the ratio of each. */
export function loopScan({ x, y, t }: Scatter, rmax: number, dmax: number, draws: number): number {
  const rng = seeded(1);
  const times = Float64Array.from(t);
  const n = x.length;
  let most = 0;
  for (let k = 0; k < draws; k++) {
    shuffle(times, rng);
    for (let centre = 0; centre < n; centre++) {
      const near = [...x.keys()]
        .map((i) => ({ i, d: Math.hypot(x[i]! - x[centre]!, y[i]! - y[centre]!) }))
        .filter(({ d }) => d <= rmax)
        .sort((a, b) => a.d - b.d);
      for (let held = 2; held <= near.length; held++) {
        const inside = near.slice(0, held).map(({ i }) => times[i]!);
        for (const from of inside)
          for (const to of inside) {
            if (to < from || to - from > dmax) continue;
            const c = inside.filter((d) => d >= from && d <= to).length;
            const mu = (held * times.filter((d) => d >= from && d <= to).length) / n;
            if (c > mu) most = Math.max(most, c * Math.log(c / mu) + (n - c) * Math.log((n - c) / (n - mu)));
          }
      }
    }
  }
  return most;
}

/** Coincidence as textbooks write it: every pair of an A and a B, for every draw and each of the two rates. */
export function loopCoincidence(a: Float64Array, b: Float64Array, delT: number, span: number, draws: number): number {
  const rng = seeded(1);
  let met = 0;
  for (let k = 0; k < draws; k++) {
    const drawnA = a.map(() => rng.integer(span));
    const drawnB = b.map(() => rng.integer(span));
    for (const t of drawnA) if (drawnB.some((u) => t - u >= 0 && t - u <= delT)) met++;
    for (const u of drawnB) if (drawnA.some((t) => t - u >= 0 && t - u <= delT)) met++;
  }
  return met;
}
