import { describe, expect, test } from "vitest";
import { crossCorrelation } from "../../src/patterns/cross-correlation.ts";
import { adjustedPs } from "../../src/patterns/false-discovery.ts";
import { digamma, trigamma } from "../../src/patterns/gamma.ts";
import { runPatternTest, seeded } from "../../src/patterns/index.ts";
import { neighbourIndex } from "../../src/patterns/neighbour-index.ts";

const run = (x: readonly number[], y: readonly number[]) => {
  const answer = runPatternTest("series", { kind: "series", x, y }, { max_lag: 4 }, { permutations: 99, seed: 1 });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe("cross-correlation", () => {
  test("x leads y at negative lags", () => {
    const x = [0, 0, 1, 0, 0, 0, 0, 0];
    const y = [0, 0, 0, 0, 1, 0, 0, 0];
    const found = crossCorrelation(x, y, 3);
    expect(found.indexOf(Math.max(...found)) - 3).toBe(-2);
  });
  test("two series with one season: high raw, nothing after prewhitening", () => {
    const rng = seeded(3);
    const seasonal = () =>
      Array.from({ length: 260 }, (_, t) => Math.round(20 + 15 * Math.sin((2 * Math.PI * t) / 52) + 4 * rng.uniform()));
    const { result, verdict, warnings } = run(seasonal(), seasonal());
    expect(Math.max(...(result.ccf as readonly number[]))).toBeGreaterThan(0.8);
    expect(verdict!.value).toBeGreaterThan(0.05);
    expect(warnings.map(({ code }) => code)).toContain("common-season-or-trend");
  });
  test("a tie at a lag stays after prewhitening", () => {
    const rng = seeded(9);
    const x = Array.from({ length: 200 }, () => rng.integer(10));
    const y = x.map((_, t) => (t >= 2 ? x[t - 2]! : 0) + rng.integer(4));
    expect(run(x, y).verdict!.value).toBe(0.01);
    expect(run(x, y).reading).toContain("lag -2 (x first");
  });
});

test('adjusted p: R\'s p.adjust(c(0.01, 0.02, 0.03, 0.5), "BH") is 0.04, 0.04, 0.04, 0.5', () => {
  expect(adjustedPs([0.01, 0.02, 0.03, 0.5]).map((p) => Number(p.toFixed(10)))).toEqual([0.04, 0.04, 0.04, 0.5]);
});

test("digamma(1) is minus Euler's constant, trigamma(1) is pi squared over six", () => {
  expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
  expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 12);
});

test("whole days and fractions are counted alike, windows that reach beyond the span too", () => {
  const rng = seeded(15);
  const draw = (n: number) => Float64Array.from({ length: n }, () => 1 + rng.integer(60));
  for (let round = 0; round < 40; round++) {
    const [a, b] = [draw(12), draw(9)];
    const window = [rng.integer(9) - 8, rng.integer(8)] as const;
    const brute = a.filter((t) => b.some((u) => u - t >= window[0] && u - t <= window[1])).length;
    const [byDay, bySearch] = [neighbourIndex([1, 60], [a, b]), neighbourIndex([1, 60.5], [a, b])];
    expect([byDay(b)(a, window), bySearch(b)(a, window)]).toEqual([brute, brute]);
  }
});
