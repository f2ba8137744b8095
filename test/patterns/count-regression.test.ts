import { describe, expect, test } from "vitest";
import { fitCounts, type PatternEvent, runPatternTest, seeded } from "../../src/patterns/index.ts";

/** Dobson 1990, p. 93: counts of a trial, 3 outcomes × 3 treatments; R's help of glm prints the Poisson fit. */
const COUNTS = [18, 17, 15, 20, 10, 20, 25, 13, 12];
const DOBSON = COUNTS.map((_, i) => [
  1,
  i % 3 === 1 ? 1 : 0,
  i % 3 === 2 ? 1 : 0,
  Math.floor(i / 3) === 1 ? 1 : 0,
  Math.floor(i / 3) === 2 ? 1 : 0,
]);
const ones = COUNTS.map(() => 1);

describe("regression of counts", () => {
  test("Poisson coefficients and errors are those of R's example(glm)", () => {
    const fit = fitCounts(COUNTS, DOBSON, ones, "poisson")!;
    const [intercept, second, third] = fit.coefficients;
    expect(intercept).toBeCloseTo(3.044522, 5);
    expect(second).toBeCloseTo(-0.4542553, 5);
    expect(third).toBeCloseTo(-0.2929871, 5);
    expect(fit.se[0]).toBeCloseTo(0.1708987, 5);
    expect(fit.se[1]).toBeCloseTo(0.2021708, 5);
  });
  test("counts that spread no more than Poisson's leave the negative binomial without a size", () => {
    const fit = fitCounts(
      [3, 4, 3, 4, 3, 4],
      Array.from({ length: 6 }, (_, i) => [1, i]),
      [1, 1, 1, 1, 1, 1],
      "negative-binomial",
    )!;
    expect(fit.theta).toBeNull();
    expect(fit.coefficients).toEqual(
      fitCounts(
        [3, 4, 3, 4, 3, 4],
        Array.from({ length: 6 }, (_, i) => [1, i]),
        [1, 1, 1, 1, 1, 1],
        "poisson",
      )!.coefficients,
    );
  });
  test("recovers slope and size of negative binomial counts", () => {
    const rng = seeded(11);
    const gammaTwo = () => -Math.log(1 - rng.uniform()) - Math.log(1 - rng.uniform());
    const poisson = (mean: number): number => {
      let [k, product] = [0, rng.uniform()];
      for (const least = Math.exp(-mean); product > least; k++) product *= rng.uniform();
      return k;
    };
    const n = 600;
    const counts = Array.from({ length: n }, (_, i) => poisson(Math.exp(1 + (0.8 * i) / n) * (gammaTwo() / 2)));
    const fit = fitCounts(
      counts,
      counts.map((_, i) => [1, i / n]),
      counts.map(() => 1),
      "negative-binomial",
    )!;
    expect(Math.abs(fit.coefficients[1]! - 0.8)).toBeLessThan(4 * fit.se[1]!);
    expect(fit.theta).toBeGreaterThan(1.4);
    expect(fit.theta).toBeLessThan(2.9);
  });
  test("exposure is an offset: twice the exposure with twice the events is no trend", () => {
    const fit = fitCounts(
      [10, 20, 40, 80],
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [1, 2, 4, 8],
      "poisson",
    )!;
    expect(fit.coefficients[1]).toBeCloseTo(0, 8);
  });
  test("two columns that say the same have no fit", () => {
    expect(
      fitCounts(
        [1, 2, 3],
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        [1, 1, 1],
        "poisson",
      ),
    ).toBeNull();
  });
});

const dated = (days: readonly number[]): PatternEvent[] =>
  days.map((t) => ({ x: Number.NaN, y: Number.NaN, t, type: "violence" }));
const run = (
  method: string,
  events: readonly PatternEvent[],
  parameters: Record<string, unknown>,
  permutations = 199,
) => {
  const answer = runPatternTest(method, events, parameters, { permutations, seed: 1 });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe("trend and change", () => {
  const growing = dated(Array.from({ length: 200 }, (_, i) => Math.floor(1095 * Math.sqrt(i / 200))));
  test("sees a rate that grows, and says that reporting was not measured", () => {
    const result = run("trend", growing, { span: "0,1095", unit: "month" });
    expect(result.verdict!.value).toBeLessThan(0.001);
    expect(result.warnings.map(({ code }) => code)).toContain("no-denominator");
  });
  test("bursty counts without a trend are seldom called one by the verdict, often by the Poisson p", () => {
    const rng = seeded(5);
    const results = Array.from({ length: 200 }, () => {
      const bursts = Array.from({ length: 25 }, () => rng.integer(1095));
      return run(
        "trend",
        dated(bursts.flatMap((t) => Array.from({ length: 6 }, () => t))),
        { span: "0,1095", season: "no" },
        1,
      );
    });
    const level = (value: (r: (typeof results)[number]) => number) =>
      results.filter((r) => value(r) <= 0.05).length / results.length;
    expect(level((r) => r.verdict!.value)).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 200));
    expect(level((r) => Number(r.p.poisson_wald))).toBeGreaterThan(0.2);
  });
  test("finds the month after which the rate trebled", () => {
    const days = [
      ...Array.from({ length: 30 }, (_, i) => i * 18),
      ...Array.from({ length: 90 }, (_, i) => 546 + i * 6),
    ];
    const result = run("change-point", dated(days), { span: "0,1095", unit: "month" });
    expect(result.result.periods_before).toBe(18);
    expect(result.verdict!.value).toBeLessThan(0.02);
  });
  test("rates before and after a day are compared by their days", () => {
    const result = run("rates", dated([1, 2, 3, 4, 60, 70, 80, 90]), { split: 50, span: "0,99" });
    expect(result.result).toMatchObject({ count_first: 4, count_second: 4, ratio: 1 });
  });
  test("the largest of twelve months is a record by chance once in twelve", () => {
    const days = [...Array.from({ length: 11 }, (_, i) => i * 30 + 3), 340, 341, 342];
    const result = run("superlative", dated(days), { span: "0,364", windows: "3,12" });
    expect(result.result.value).toBe(3);
    expect(result.p.record).toBeCloseTo(1 / 12, 10);
  });
});

test("waves: chains within the gap, and in space within the reach", () => {
  const at = (x: number, t: number, type = "violence"): PatternEvent => ({ x, y: 0, t, type });
  const events = [at(0, 0), at(1, 2), at(50, 2), at(1, 4), at(0, 20), at(0, 3, "protest")];
  expect(run("waves", events, { gap: 2 }).result).toMatchObject({ waves: 3, largest: 4 });
  expect(run("waves", events, { gap: 2, reach: 5 }).result).toMatchObject({ waves: 4, largest: 3 });
  expect(run("waves", events, { gap: 2, reach: 5, mix_types: "true" }).result).toMatchObject({ waves: 3, largest: 4 });
});
