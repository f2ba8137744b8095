import { describe, expect, test } from "vitest";
import { type PatternEvent, runPatternTest, seeded } from "../../src/patterns/index.ts";

const options = { permutations: 99, seed: 2 };
const run = (method: string, events: readonly PatternEvent[], parameters: Record<string, unknown>) => {
  const answer = runPatternTest(method, events, parameters, options);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};
const scatter = (n: number, seed: number): PatternEvent[] => {
  const rng = seeded(seed);
  return Array.from({ length: n }, () => ({
    x: 30 * rng.uniform(),
    y: 30 * rng.uniform(),
    t: rng.integer(365),
    type: "violence",
  }));
};
const KNOX = { eps_s: 3, eps_t: 10 };

describe("doubt of days and places", () => {
  test("where all is known there is none", () => {
    expect(run("knox", scatter(40, 1), KNOX).doubt).toBeNull();
  });
  test("events too coarse for the question are left out by default and counted", () => {
    const coarse: PatternEvent[] = [
      { x: 1, y: 1, t: 30, type: "violence", doubt: { days: [30, 60] } },
      { x: 1, y: 1, t: 30, type: "violence", doubt: { radius: 50 } },
    ];
    const result = run("knox", [...scatter(40, 1), ...coarse], KNOX);
    expect(result.n).toBe(40);
    expect(result.doubt?.excluded).toEqual({ dateTooCoarse: 1, placeTooCoarse: 1 });
    expect(result.warnings[0]?.code).toBe("left-out");
  });
  test("with coarse=in they are drawn within their doubt; one p, and the spread over imputations beside it", () => {
    const coarse = scatter(12, 7).map((e) => ({ ...e, doubt: { days: [e.t, e.t + 30] as const, radius: 6 } }));
    const result = run("knox", [...scatter(40, 1), ...coarse], { ...KNOX, coarse: "in", imputations: 20 });
    expect(result.n).toBe(52);
    expect(result.doubt).toMatchObject({ imputations: 20, excluded: {} });
    expect(result.doubt!.p.lower).toBeLessThanOrEqual(result.doubt!.p.median);
    expect(Object.keys(result.p).every((name) => name.startsWith("mc"))).toBe(true);
  });
  test("a place known only to its province is drawn among its settlements", () => {
    const settlements = [
      { x: 0, y: 0, weight: 1 },
      { x: 100, y: 100, weight: 3 },
    ];
    const vague = Array.from(
      { length: 20 },
      (_, i): PatternEvent => ({ x: 50, y: 50, t: i, type: "violence", doubt: { settlements } }),
    );
    const { result } = run("knox", vague, { eps_s: 1, eps_t: 30, coarse: "in", imputations: 40 });
    // Pairs in the same town: 190 × (1/16 + 9/16) = 118.75 on average.
    expect(Number(result.close_space)).toBeGreaterThan(105);
    expect(Number(result.close_space)).toBeLessThan(132);
  });
  test("the one p keeps its level when a third of the events are vague", () => {
    const rng = seeded(77);
    const ps = Array.from({ length: 150 }, () => {
      const events = scatter(36, rng.integer(1e6)).map((e, i) =>
        i % 3 > 0
          ? e
          : {
              ...e,
              t: Math.floor(e.t / 30) * 30,
              doubt: { days: [Math.floor(e.t / 30) * 30, Math.floor(e.t / 30) * 30 + 29] as const },
            },
      );
      const answer = runPatternTest(
        "knox",
        events,
        { ...KNOX, coarse: "in", imputations: 5 },
        { permutations: 39, seed: rng.integer(1e6) },
      );
      if (!answer.ok) throw new Error(answer.problem.code);
      return Number(answer.value.p.mc_time_permutation);
    });
    expect(ps.filter((p) => p <= 0.05).length / ps.length).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 150));
  });
});

describe("what fools the plain null", () => {
  const rng = seeded(21);
  const growing = Array.from({ length: 400 }, (): PatternEvent => {
    const t = rng.integer(720);
    const town = rng.uniform() < t / 720 ? 0 : 40;
    return { x: town + 3 * rng.uniform(), y: 3 * rng.uniform(), t, type: "violence" };
  });
  test("towns that grow at different rates: the plain p is small, the one within stretches is not, and both are told", () => {
    const { p, verdict, warnings } = run("knox", growing, { eps_s: 3, eps_t: 20 });
    expect(Number(p.mc_time_permutation)).toBeLessThanOrEqual(0.02);
    expect(verdict!.value).toBeGreaterThan(0.05);
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["population-shift", "nulls-disagree"]));
  });
  test("second reports: told, and left out of the verdict", () => {
    const base = scatter(150, 5);
    const twins = base.slice(0, 12).map((e) => ({ ...e, x: e.x + 0.2, t: e.t + 1 }));
    const { p, verdict, warnings } = run("knox", [...base, ...twins], { eps_s: 3, eps_t: 10 });
    expect(Number(p.mc_time_permutation)).toBeLessThanOrEqual(0.05);
    expect(warnings.map(({ code }) => code)).toContain("duplicated-reports");
    expect(verdict).toMatchObject({ p: "mc_within_stretches_without_twins" });
    expect(verdict!.value).toBeGreaterThan(0.05);
  });
});

describe("power before the data are asked", () => {
  test("more events show smaller effects, and both follow from n and the design", () => {
    const [few, many] = [run("knox", scatter(40, 3), KNOX).power!, run("knox", scatter(200, 3), KNOX).power!];
    expect(few.at05).toBeLessThan(many.at05);
    expect(few.detectable80!).toBeGreaterThan(many.detectable80!);
  });
});

describe("bad input says what to do", () => {
  const at = (x: number, y: number, t: number): PatternEvent => ({ x, y, t, type: "a" });
  test.each([
    ["all on one point", [at(1, 1, 1), at(1, 1, 2), at(1, 1, 3)], {}, "one-point"],
    ["all on one day", [at(1, 1, 1), at(2, 1, 1), at(3, 1, 1)], {}, "one-day"],
    ["too few", [at(1, 1, 1), at(2, 1, 2)], {}, "too-few-events"],
    ["no day known", [at(1, 1, Number.NaN), at(2, 1, Number.NaN), at(3, 1, 4)], {}, "too-few-events"],
    ["seconds beside days", [at(1, 1, 17_000), at(2, 2, 17_001), at(3, 3, 17_002), at(4, 4, 1.4e9)], {}, "mixed-units"],
    [
      "metres called degrees",
      [at(500_000, 4e6, 1), at(500_100, 4e6, 2), at(500_200, 4e6, 3)],
      { metric: "geodesic" },
      "not-degrees",
    ],
    [
      "latitude and longitude swapped",
      [at(51, 128, 1), at(51, 127, 2), at(50, 126, 3)],
      { metric: "geodesic" },
      "coordinates-swapped",
    ],
  ] as const)("%s", (_, events, more, code) => {
    const answer = runPatternTest("knox", events, { ...KNOX, ...more }, options);
    expect(answer.ok ? null : answer.problem.code).toBe(code);
  });
  test("a parameter that no test knows is told", () => {
    expect(run("knox", scatter(40, 1), { ...KNOX, epss: 4 }).warnings.map(({ code }) => code)).toContain(
      "unknown-parameter",
    );
  });
});
