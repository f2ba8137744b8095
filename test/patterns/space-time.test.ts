import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closeInTime, closePairs, distanceBetween } from "../../src/patterns/close-pairs.ts";
import { geodesicKm, krippendorffAlpha, type PatternEvent, runPatternTest, seeded } from "../../src/patterns/index.ts";
import { hypergeometricUpper, timePermutationVariance } from "../../src/patterns/knox-moments.ts";

const at = (x: number, y: number, t: number, type = "violence"): PatternEvent => ({ x, y, t, type });
const options = { permutations: 199, seed: 1 };

const answer = (method: string, events: readonly PatternEvent[], parameters: Record<string, unknown>, o = options) => {
  const got = runPatternTest(method, events, parameters, o);
  if (!got.ok) throw new Error(JSON.stringify(got.problem));
  return got.value;
};
const pOf = (
  method: string,
  events: readonly PatternEvent[],
  parameters: Record<string, unknown>,
  name: string,
  o = options,
): number => {
  const p = answer(method, events, parameters, o).p[name];
  if (typeof p !== "number") throw new Error(`no p named ${name}`);
  return p;
};

const permutations = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((head, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [head, ...rest]),
      );

describe("pairs", () => {
  const point = fc.record({
    x: fc.double({ min: -20, max: 20, noNaN: true }),
    y: fc.double({ min: -20, max: 20, noNaN: true }),
  });
  test.each(["euclidean", "manhattan", "geodesic"] as const)(
    "%s: the grid finds exactly what looking at every pair finds",
    (metric) => {
      fc.assert(
        fc.property(
          fc.array(point, { maxLength: 40 }),
          fc.double({ min: 0.1, max: 900, noNaN: true }),
          (list, reach) => {
            const within = metric === "geodesic" ? reach : reach / 60;
            const points = { x: Float64Array.from(list, (p) => p.x), y: Float64Array.from(list, (p) => p.y) };
            let brute = 0;
            for (let i = 0; i < list.length; i++)
              for (let j = i + 1; j < list.length; j++) if (distanceBetween(points, i, j, metric) <= within) brute++;
            expect(closePairs(points, within, metric).first.length).toBe(brute);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
  test("pairs across the 180th meridian are near", () => {
    expect(
      closePairs({ x: Float64Array.of(179.95, -179.95), y: Float64Array.of(-17, -17) }, 20, "geodesic").first.length,
    ).toBe(1);
  });
  test("Flinders Peak to Buninyong is 54,972.271 m (Geoscience Australia's check of Vincenty's formula)", () => {
    const dms = (d: number, m: number, s: number): number => d + m / 60 + s / 3600;
    const km = geodesicKm(-dms(37, 57, 3.7203), dms(144, 25, 29.5244), -dms(37, 39, 10.1561), dms(143, 55, 35.3839));
    expect(km * 1000).toBeCloseTo(54972.271, 2);
  });
  test("near in time counts both ends and each event's neighbours", () => {
    const { pairs, degree } = closeInTime(Float64Array.of(5, 0, 3, 3, 20), 2);
    expect(pairs).toBe(3);
    expect(Array.from(degree)).toEqual([2, 0, 2, 2, 0]);
  });
});

describe("Knox", () => {
  test("mean and variance are those of all 720 ways to deal out six times", () => {
    const events = [at(0, 0, 0), at(1, 0, 1), at(0, 1, 5), at(5, 5, 6), at(5, 6, 6), at(9, 9, 30)];
    const points = { x: Float64Array.from(events, (e) => e.x), y: Float64Array.from(events, (e) => e.y) };
    const near = closePairs(points, 1.5, "euclidean");
    const counts = permutations([0, 1, 2, 3, 4, 5]).map((order) => {
      let both = 0;
      for (let k = 0; k < near.first.length; k++)
        if (Math.abs(events[order[near.first[k]!]!]!.t - events[order[near.second[k]!]!]!.t) <= 2) both++;
      return both;
    });
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    const variance = counts.reduce((sum, c) => sum + (c - mean) ** 2, 0) / counts.length;
    const { result } = answer("knox", events, { eps_s: 1.5, eps_t: 2 });
    expect(result.expected).toBeCloseTo(mean, 10);
    expect(result.var_time_permutation).toBeCloseTo(variance, 10);
  });
  test("the variance is never negative", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20 })),
          { minLength: 4, maxLength: 25 },
        ),
        (list) => {
          const events = list.map(([x, y, t]) => at(x, y, t));
          const points = { x: Float64Array.from(events, (e) => e.x), y: Float64Array.from(events, (e) => e.y) };
          const near = closePairs(points, 1, "euclidean");
          const degree = new Int32Array(events.length);
          for (let k = 0; k < near.first.length; k++) {
            degree[near.first[k]!]!++;
            degree[near.second[k]!]!++;
          }
          const time = closeInTime(
            Float64Array.from(events, (e) => e.t),
            2,
          );
          expect(timePermutationVariance(events.length, { pairs: near.first.length, degree }, time)).toBeGreaterThan(
            -1e-9,
          );
        },
      ),
    );
  });
  test("the hypergeometric tail is the sum of its terms: one ace or more in five cards of 52 is 0.341158", () => {
    expect(hypergeometricUpper(1, 52, 4, 5)).toBeCloseTo(0.341158, 6);
    expect(hypergeometricUpper(0, 52, 4, 5)).toBe(1);
  });
  const scatter = (n: number, rng: ReturnType<typeof seeded>) =>
    Array.from({ length: n }, () => at(rng.uniform() * 30, rng.uniform() * 30, rng.integer(365)));
  test("sees repeats planted near their first event", () => {
    const rng = seeded(4);
    const first = scatter(60, rng);
    const repeats = first.slice(0, 20).map((e) => at(e.x + rng.uniform(), e.y, e.t + 1 + rng.integer(4)));
    expect(pOf("knox", [...first, ...repeats], { eps_s: 2, eps_t: 7 }, "mc_time_permutation")).toBe(1 / 200);
  });
  test("keeps its level where places are clumped, and the p is never 0", () => {
    const rng = seeded(8);
    const towns = [at(3, 3, 0), at(20, 8, 0), at(12, 25, 0)];
    const ps = Array.from({ length: 200 }, () => {
      const events = Array.from({ length: 60 }, () => {
        const town = towns[rng.integer(3)]!;
        return at(town.x + rng.uniform() * 3, town.y + rng.uniform() * 3, rng.integer(200));
      });
      return pOf("knox", events, { eps_s: 1, eps_t: 5 }, "mc_time_permutation", {
        permutations: 99,
        seed: rng.integer(1e6),
      });
    });
    expect(Math.min(...ps)).toBeGreaterThan(0);
    expect(ps.filter((p) => p <= 0.05).length / ps.length).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 200));
  });
  test("says so where days are shared", () => {
    const events = Array.from({ length: 12 }, (_, i) => at(i, 0, i % 3));
    expect(answer("knox", events, { eps_s: 1, eps_t: 0 }).warnings.map((w) => w.code)).toContain("ties-in-time");
  });
  test("bivariate: B after A is told from B before A", () => {
    const rng = seeded(6);
    const rallies = scatter(40, rng).map((e) => ({ ...e, type: "protest" }));
    const attacks = rallies.map((e) => at(e.x, e.y + 0.5, e.t + 3));
    const events = [...rallies, ...attacks];
    expect(pOf("knox-bivariate", events, { A: "protest", B: "violence", eps_s: 1, lo: 0, hi: 7 }, "mc")).toBe(1 / 200);
    expect(
      pOf("knox-bivariate", events, { A: "protest", B: "violence", eps_s: 1, lo: -7, hi: -1 }, "mc"),
    ).toBeGreaterThan(0.2);
  });
  test("local counts add up to twice the global one", () => {
    const events = scatter(50, seeded(12));
    const global = answer("knox", events, { eps_s: 6, eps_t: 30 }).result.statistic;
    expect(answer("knox-local", events, { eps_s: 6, eps_t: 30 }).result.statistic).toBe(global);
  });
});

describe("near repeat", () => {
  test("every cell is what looking at every pair gives, an open last band too", () => {
    const rng = seeded(21);
    const events = Array.from({ length: 40 }, () => at(rng.uniform() * 10, rng.uniform() * 10, rng.integer(60)));
    for (const spaceBreaks of [
      [0, 1, 3, 6],
      [0, 1, 3, 1e9],
    ]) {
      const timeBreaks = [0, 4, 10, 1e9];
      const brute = spaceBreaks.slice(1).map(() => timeBreaks.slice(1).map(() => 0));
      events.forEach((a, i) => {
        for (const b of events.slice(i + 1)) {
          const [d, gap] = [Math.hypot(a.x - b.x, a.y - b.y), Math.abs(a.t - b.t)];
          const r = spaceBreaks.findIndex((hi, k) => k > 0 && d < hi) - 1;
          const c = timeBreaks.findIndex((hi, k) => k > 0 && gap < hi) - 1;
          if (r >= 0 && c >= 0) brute[r]![c]!++;
        }
      });
      expect(
        answer("near-repeat", events, { space_breaks: spaceBreaks, time_breaks: timeBreaks.join(",") }).result.observed,
      ).toEqual(brute);
    }
  });
  test("with all bands taken together chance seldom finds one", () => {
    const rng = seeded(31);
    const found = Array.from({ length: 60 }, () => {
      const events = Array.from({ length: 50 }, () => at(rng.uniform() * 10, rng.uniform() * 10, rng.integer(100)));
      const { p } = answer(
        "near-repeat",
        events,
        { space_breaks: "0,1,2,3", time_breaks: "0,5,10,20" },
        { permutations: 99, seed: rng.integer(1e6) },
      );
      return (p.p_max as number[][]).flat().some((value) => value <= 0.05);
    });
    expect(found.filter(Boolean).length / found.length).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 60));
  });
});

describe("event coincidence", () => {
  const series = (type: string, days: readonly number[]) => days.map((t) => at(Number.NaN, Number.NaN, t, type));
  const span = [1, 1000];
  const call = { A: "violence", B: "protest", span, delT: 3, tau: 0 };

  test("counts precursors and triggers with both ends in", () => {
    const events = [...series("violence", [10, 20, 40]), ...series("protest", [7, 16, 40])];
    expect(answer("eca", events, call).result).toMatchObject({ K_precursor: 2, K_trigger: 2, n_A: 3, n_B: 3 });
    expect(answer("eca", events, { ...call, sym: true }).result).toMatchObject({ K_precursor: 2 });
    expect(answer("eca", events, { ...call, delT: 4 }).result).toMatchObject({ K_precursor: 3 });
  });
  test("whole days: the window of delT + 1 days keeps the level, that of delT does not", () => {
    const rng = seeded(13);
    const days = (n: number) => Array.from({ length: n }, () => 1 + rng.integer(1000));
    const runs = Array.from(
      { length: 400 },
      () =>
        answer(
          "eca",
          [...series("violence", days(60)), ...series("protest", days(60))],
          { ...call, delT: 1 },
          { permutations: 1, seed: 1 },
        ).p,
    );
    const level = (name: string): number => runs.filter((p) => Number(p[name]) <= 0.05).length / runs.length;
    const bound = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / 400);
    expect(level("binomial_window_delT_plus_1_precursor")).toBeLessThan(bound);
    expect(level("binomial_window_delT_precursor")).toBeGreaterThan(bound);
  });
  test("a season that both share fools the plain null and not the one within blocks", () => {
    const rng = seeded(17);
    const seasonal = (n: number) =>
      Array.from({ length: n }, () => 1 + Math.floor(rng.integer(5) * 200 + rng.integer(60)));
    const runs = Array.from(
      { length: 100 },
      () =>
        answer(
          "eca",
          [...series("violence", seasonal(60)), ...series("protest", seasonal(60))],
          { ...call, block_days: 20 },
          { permutations: 99, seed: rng.integer(1e6) },
        ).p,
    );
    const level = (name: string): number => runs.filter((p) => Number(p[name]) <= 0.05).length / runs.length;
    expect(level("mc_uniform_precursor")).toBeGreaterThan(0.5);
    expect(level("mc_within_blocks_precursor")).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 100));
  });
});

describe("Krippendorff's alpha", () => {
  const none = null;
  const published = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
    [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
  ];
  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("four coders with gaps, %s: %f (Krippendorff 2011, example C)", (level, alpha) => {
    expect(krippendorffAlpha(published, level).alpha).toBeCloseTo(alpha, 3);
  });
  test("full agreement is 1; one value only says nothing", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        "nominal",
      ).alpha,
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        "nominal",
      ).alpha,
    ).toBeNull();
    expect(krippendorffAlpha([], "nominal").alpha).toBeNull();
  });
});

describe("a wrong call", () => {
  const events = [at(0, 0, 0), at(1, 1, 1), at(2, 2, 2)];
  test.each([
    ["oracle", {}, "unknown-method"],
    ["knox", { eps_s: 1 }, "missing-parameter"],
    ["knox", { eps_s: "wide", eps_t: 1 }, "bad-parameter"],
    ["knox", { eps_s: -1, eps_t: 1 }, "bad-parameter"],
    ["near-repeat", { space_breaks: "0,5,2", time_breaks: "0,1" }, "bad-parameter"],
    ["eca", { A: "violence", B: "rain", span: "1,10", delT: 1 }, "no-such-type"],
  ])("%s with %j: %s", (method, parameters, code) => {
    const got = runPatternTest(method, events, parameters, options);
    expect(got.ok ? null : got.problem.code).toBe(code);
  });
  test("events without a place are left out and counted; latitude beyond 90 is told", () => {
    const some = [...events, at(Number.NaN, 0, 3)];
    expect(answer("knox", some, { eps_s: 1, eps_t: 1 })).toMatchObject({
      n: 3,
      warnings: expect.arrayContaining([expect.objectContaining({ code: "left-out" })]),
    });
    const swapped = runPatternTest(
      "knox",
      [at(51, 128, 0), at(51, 127, 1)],
      { eps_s: 1, eps_t: 1, metric: "geodesic" },
      options,
    );
    expect(swapped.ok ? null : swapped.problem.code).toBe("coordinates-swapped");
  });
  test("the same seed gives the same bytes", () => {
    expect(JSON.stringify(answer("knox", events, { eps_s: 2, eps_t: 1 }))).toBe(
      JSON.stringify(answer("knox", events, { eps_s: 2, eps_t: 1 })),
    );
  });
});
