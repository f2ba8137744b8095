import { describe, expect, test } from "vitest";
import {
  type PatternEvent,
  type PatternTable,
  runPatternTest,
  seeded,
  type ZoneCounts,
} from "../../src/patterns/index.ts";
import { excessRatio } from "../../src/patterns/likelihood-ratio.ts";

const run = (data: readonly PatternEvent[] | PatternTable, parameters: Record<string, unknown>, permutations = 99) => {
  const answer = runPatternTest("scan", data, parameters, { permutations, seed: 3 });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

const scatter = (n: number, seed: number): PatternEvent[] => {
  const rng = seeded(seed);
  return Array.from({ length: n }, () => ({
    x: 20 * rng.uniform(),
    y: 20 * rng.uniform(),
    t: rng.integer(200),
    type: "violence",
  }));
};

/** Every circle around an event and every span of days, looked at one by one. */
function bruteForce(events: readonly PatternEvent[], rmax: number, dmax: number): number {
  let most = 0;
  for (const centre of events) {
    const distance = (e: PatternEvent): number => Math.sqrt((e.x - centre.x) ** 2 + (e.y - centre.y) ** 2);
    for (const edge of events) {
      if (distance(edge) > rmax) continue;
      const inside = events.filter((e) => distance(e) <= distance(edge));
      for (const from of inside)
        for (const to of inside) {
          if (to.t < from.t || to.t - from.t > dmax) continue;
          const held = (e: PatternEvent): boolean => e.t >= from.t && e.t <= to.t;
          const c = inside.filter(held).length;
          if (c < 2) continue;
          most = Math.max(
            most,
            excessRatio(c, (inside.length * events.filter(held).length) / events.length, events.length),
          );
        }
    }
  }
  return most;
}

describe("space-time permutation scan", () => {
  test.each([1, 2, 3, 4])("finds the best cylinder that looking at every one finds (seed %i)", (seed) => {
    const events = scatter(45, seed);
    expect(run(events, { rmax: 6, dmax: 20 }, 1).result.llr).toBeCloseTo(bruteForce(events, 6, 20), 10);
  });
  test("finds a planted cluster, and nothing in a scatter", () => {
    const planted = Array.from({ length: 10 }, (_, i) => ({
      x: 5 + 0.1 * i,
      y: 5,
      t: 100 + (i % 5),
      type: "violence",
    }));
    const found = run([...scatter(120, 9), ...planted], { rmax: 3, dmax: 10 });
    expect(found.verdict!.value).toBe(0.01);
    expect(found.result).toMatchObject({ from: 100, to: 104 });
    expect(run(scatter(120, 10), { rmax: 3, dmax: 10 }).verdict!.value).toBeGreaterThan(0.05);
  });
  test("secondary clusters share no place with a better one", () => {
    const two = [5, 15].flatMap((x) =>
      Array.from({ length: 9 }, (_, i) => ({ x: x + 0.05 * i, y: x, t: 10 * x + (i % 4), type: "violence" })),
    );
    const { result } = run([...scatter(80, 12), ...two], { rmax: 2, dmax: 8 });
    expect((result.secondary as readonly unknown[]).length).toBeGreaterThan(0);
  });
});

describe("scan of zones", () => {
  const zones = Array.from({ length: 9 }, (_, i) => ({ id: `z${i}`, x: i % 3, y: Math.floor(i / 3) }));
  const counts = Float64Array.from({ length: 36 }, (_, at) => (at === 16 + 2 || at === 16 + 3 ? 30 : 3));
  const table = (denominator: Float64Array | null): PatternTable => {
    const data: ZoneCounts = { zones, periods: ["1", "2", "3", "4"], counts, denominator };
    return { kind: "zones", zones: data };
  };
  test("Poisson: the zone and span with more than its share of the population", () => {
    const { result } = run(table(new Float64Array(36).fill(100)), { test: "poisson", k_nearest: 3 });
    expect(result.most_likely).toMatchObject({ zones: ["z4"], from: "3", to: "4", observed: 60 });
  });
  test("permutation: against the margins alone", () => {
    const { result, p } = run(table(null), { test: "permutation", k_nearest: 3 });
    expect(result.most_likely).toMatchObject({ zones: ["z4"], from: "3", to: "4" });
    expect(Number(p.p_mc)).toBeLessThan(0.1);
  });
  test("Poisson without a denominator is refused with what to do", () => {
    const answer = runPatternTest("scan", table(null), { test: "poisson" }, { permutations: 9, seed: 1 });
    expect(answer.ok ? null : answer.problem.code).toBe("denominator-missing");
  });
});
