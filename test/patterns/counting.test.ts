import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  binomialTail,
  chiSquareUpper,
  coincidence,
  compareRates,
  crossTabulate,
  fisherExact,
  poissonTail,
  poissonTrend,
  rankBy,
  seeded,
  shareInterval,
  studentTwoSided,
} from "../../src/patterns/index.ts";
import { xoshiro128 } from "../../src/patterns/seeded.ts";

const day = (iso: string) => ({ from: iso, to: iso });

describe("published values", () => {
  test("xoshiro128** gives the sequence of its reference implementation from the state 1, 2, 3, 4", () => {
    const rng = xoshiro128([1, 2, 3, 4]);
    // rand_xoshiro's test vector, made with the authors' C code
    const words = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849];
    expect(words.map(() => rng.integer(4294967296))).toEqual(words);
  });

  test("Fisher's tea tasting: 3 of 4 cups told apart, p 0.2429 one-sided, 0.4857 two-sided (Agresti 2002, p. 92)", () => {
    const { p } = fisherExact({ both: 3, onlyFirst: 1, onlySecond: 1, neither: 3 });
    expect(p.greater).toBeCloseTo(17 / 70, 10);
    expect(p.twoSided).toBeCloseTo(34 / 70, 10);
  });

  test("Fisher's convicted twins: p 0.0004652 and 0.0005367 (Fisher 1962, as in the page of R's fisher.test)", () => {
    const { p } = fisherExact({ both: 2, onlyFirst: 10, onlySecond: 15, neither: 3 });
    expect(p.less).toBeCloseTo(0.0004652, 7);
    expect(p.twoSided).toBeCloseTo(0.0005367, 7);
  });

  test("Mendel's 682 giants of 925: exact interval 0.7076683 to 0.7654066 (Conover 1971, as in R's binom.test)", () => {
    const { lower, upper } = shareInterval(682, 925);
    expect(lower).toBeCloseTo(0.7076683, 6);
    expect(upper).toBeCloseTo(0.7654066, 6);
  });

  test("rates of the R manual: 11 in 800 against 21 in 3,011, ratio 1.971488, p 0.07967 (poisson.test)", () => {
    const answer = compareRates({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 });
    expect(answer.ratio).toBeCloseTo(1.971488, 6);
    expect(answer.p.twoSided).toBeCloseTo(0.07967, 5);
    expect(answer.lower).toBeCloseTo(0.8584264, 5);
    expect(answer.upper).toBeCloseTo(4.2772659, 5);
  });

  test("deaths by quarter of Whyte et al. 1987: slope 0.2565 (0.0220), deviance 29.654 (Dobson 1990)", () => {
    const fitted = poissonTrend([0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45])!;
    expect(fitted.slope).toBeCloseTo(0.2565, 4);
    expect(fitted.se).toBeCloseTo(0.022, 4);
    expect(fitted.deviance).toBeCloseTo(29.654, 3);
  });

  test.each([
    ["t of 2.228 with 10 degrees of freedom", () => studentTwoSided(2.228139, 10)],
    ["χ² of 3.841 with 1", () => chiSquareUpper(3.841459, 1)],
    ["χ² of 18.307 with 10", () => chiSquareUpper(18.30704, 10)],
  ])("%s has p 0.05 (tables of Abramowitz and Stegun)", (_, p) => expect(p()).toBeCloseTo(0.05, 6));
});

describe("tails", () => {
  const direct = (k: number, mean: number): number => {
    let term = Math.exp(-mean);
    let sum = 0;
    for (let i = 0; i <= k; i++) {
      sum += term;
      term *= mean / (i + 1);
    }
    return sum;
  };
  test("Poisson and binomial tails agree with plain sums, and both tails hold the value itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 40, noNaN: true }), (k, mean) => {
        expect(poissonTail(k, mean, "lower")).toBeCloseTo(direct(k, mean), 9);
        expect(poissonTail(k, mean, "upper") + poissonTail(k - 1, mean, "lower")).toBeCloseTo(1, 9);
      }),
    );
    expect(binomialTail(2, 3, 0.5, "upper")).toBeCloseTo(0.5, 12);
    expect(binomialTail(0, 10, 0.1, "lower")).toBeCloseTo(0.9 ** 10, 12);
    expect(poissonTail(100, 10, "upper")).toBeGreaterThan(0);
  });
});

describe("the table of periods", () => {
  test("empty months count too, and a date that spans two months is set apart", () => {
    const violence = [day("2019-01-05"), day("2019-03-10"), { from: "2019-01-20", to: "2019-02-20" }];
    const protest = [day("2019-03-01"), day("2019-03-02"), day("2020-05-01")];
    const table = crossTabulate(violence, protest, "month", { from: "2019-01-01", to: "2019-06-30" });
    expect(table.periods.map((p) => p.from)).toEqual([
      "2019-01-01",
      "2019-02-01",
      "2019-03-01",
      "2019-04-01",
      "2019-05-01",
      "2019-06-01",
    ]);
    expect(table).toMatchObject({ both: 1, onlyFirst: 1, onlySecond: 0, neither: 4, uncertain: 1, outside: 1 });
    expect(table.expectedBoth).toBeCloseTo(2 / 6);
  });
  test("weeks begin on Monday, also across a new year", () => {
    const table = crossTabulate([day("2021-01-01")], [day("2020-12-28")], "week", {
      from: "2020-12-28",
      to: "2021-01-10",
    });
    expect(table).toMatchObject({ both: 1, neither: 1 });
  });
  test("a window that ends before it begins is refused", () => {
    expect(() => crossTabulate([], [], "day", { from: "2020-01-02", to: "2020-01-01" })).toThrow(RangeError);
  });
  test("the sides of Fisher's test add up, and mid-p is never above p", () => {
    const cell = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (both, onlyFirst, onlySecond, neither) => {
        const { p, midP } = fisherExact({ both, onlyFirst, onlySecond, neither });
        expect(midP.less + midP.greater).toBeCloseTo(1, 8);
        for (const side of ["less", "greater", "twoSided"] as const)
          expect(midP[side]).toBeLessThanOrEqual(p[side] + 1e-12);
      }),
    );
  });
  test("a broken cell is refused", () => {
    expect(() => fisherExact({ both: -1, onlyFirst: 1, onlySecond: 1, neither: 1 })).toThrow(RangeError);
  });
});

describe("ranks", () => {
  test("ties share a best place; ranges that overlap leave the place open; no figure, no place", () => {
    const rows = [
      { id: "a", killed: { min: 9, max: 9 } },
      { id: "b", killed: { min: 6, max: 11 } },
      { id: "c", killed: { min: 3, max: 3 } },
      { id: "d", killed: { min: 3, max: 3 } },
      { id: "e", killed: null },
    ];
    const ranked = rankBy(rows, (row) => row.killed).map(({ item, best, worst, ties }) => [item.id, best, worst, ties]);
    expect(ranked).toEqual([
      ["a", 1, 2, 0],
      ["b", 1, 2, 0],
      ["c", 3, 3, 1],
      ["d", 3, 3, 1],
    ]);
  });
  test("an open range may stand first", () => {
    const [first] = rankBy(
      [
        { min: 5, max: null },
        { min: 90, max: 90 },
      ],
      (range) => range,
    );
    expect(first).toMatchObject({ best: 1, worst: 1 + 1 });
  });
});

describe("trend", () => {
  test("recovers a planted growth, and says nothing of too little", () => {
    const counts = Array.from({ length: 40 }, (_, i) => Math.round(20 * Math.exp(0.05 * i)));
    expect(poissonTrend(counts)!.slope).toBeCloseTo(0.05, 2);
    expect(poissonTrend([0, 0, 0, 0])).toBeNull();
    expect(poissonTrend([4, 2])).toBeNull();
  });
  test("a longer month is no trend when its length is said", () => {
    expect(poissonTrend([31, 28, 31, 30], [31, 28, 31, 30])!.slope).toBeCloseTo(0, 10);
  });
  test("keeps its level on Poisson counts without trend, and the quasi test on bursty ones", () => {
    const rng = seeded(11);
    const poisson = (mean: number): number => {
      let k = 0;
      for (let p = rng.uniform(); p > Math.exp(-mean); p *= rng.uniform()) k++;
      return k;
    };
    const runs = Array.from({ length: 500 }, () => poissonTrend(Array.from({ length: 24 }, () => poisson(4)))!.p.wald);
    const bursty = Array.from({ length: 500 }, () => poissonTrend(Array.from({ length: 24 }, () => 4 * poisson(1))));
    const level = (ps: readonly number[]): number => ps.filter((p) => p <= 0.05).length / ps.length;
    const bound = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / 500);
    expect(level(runs)).toBeLessThan(bound);
    expect(level(bursty.map((fit) => fit!.p.quasi))).toBeLessThan(bound);
    expect(level(bursty.map((fit) => fit!.p.wald))).toBeGreaterThan(bound); // what the dispersion is for
  });
});

describe("coincidence", () => {
  const window = { from: 0, to: 999 };
  const draw = (n: number, rng: ReturnType<typeof seeded>) =>
    Array.from({ length: n }, () => ({ day: rng.integer(1000), place: `p${rng.integer(3)}` }));

  test("finds attacks that follow rallies by two days, and only in the same place", () => {
    const rallies = draw(30, seeded(1));
    const attacks = rallies.map(({ day: d, place }) => ({ day: Math.min(999, d + 2), place }));
    const options = { window, lag: { from: 1, to: 3 }, permutations: 199, rng: seeded(2) };
    const answer = coincidence(rallies, attacks, options)!;
    expect(answer).toMatchObject({ n: 30, met: 30, share: 1 });
    expect(answer.pMore).toBe(1 / 200);
    expect(answer.expected).toBeLessThan(10);
    const elsewhere = attacks.map((a) => ({ ...a, place: `${a.place} elsewhere` }));
    expect(coincidence(rallies, elsewhere, options)!.met).toBe(0);
  });
  test("keeps its level when the two have nothing to do with each other, however bursty", () => {
    const rng = seeded(3);
    const bursts = (n: number) =>
      Array.from({ length: n }, () => rng.integer(1000)).flatMap((d) =>
        [0, 1, 2].map((k) => ({ day: (d + k) % 1000, place: "p" })),
      );
    const ps = Array.from(
      { length: 300 },
      () => coincidence(bursts(8), bursts(8), { window, lag: { from: 0, to: 7 }, permutations: 99, rng })!.pMore,
    );
    expect(ps.filter((p) => p <= 0.05).length / ps.length).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 300));
  });
  test("the same seed gives the same answer; without events of one kind there is none", () => {
    const rng = seeded(5);
    const [a, b] = [draw(20, rng), draw(20, rng)];
    const options = () => ({ window, lag: { from: 0, to: 5 }, permutations: 99, rng: seeded(9) });
    expect(coincidence(a, b, options())).toEqual(coincidence(a, b, options()));
    expect(coincidence(a, [], options())).toBeNull();
  });
});

describe("the seeded generator", () => {
  test("integers are spread evenly, and split streams differ", () => {
    const rng = seeded(42);
    const counts = new Array(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[rng.integer(7)]++;
    const chi = counts.reduce((sum, c) => sum + (c - 10_000) ** 2 / 10_000, 0);
    expect(chiSquareUpper(chi, 6)).toBeGreaterThan(0.001);
    expect(seeded(42).split(1).uniform()).not.toBe(seeded(42).split(2).uniform());
    expect(seeded(42).split(2).uniform()).toBe(seeded(42).split(2).uniform());
  });
});
