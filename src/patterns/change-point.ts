import type { Measured } from "./count-trend.ts";
import { column, type Experiment, pGreater, shapeOf } from "./experiment.ts";
import { pInWords } from "./pattern-result.ts";
import { type Rng, shuffle } from "./seeded.ts";

export interface ChangePointParameters {
  readonly unit: string;
  /** Periods that must lie on each side. */
  readonly margin: number;
}

interface Split {
  /** Periods before the change. */
  readonly at: number;
  readonly llr: number;
}

/** ln likelihood ratio of two Poisson rates against one, at the split where it is greatest. */
function bestSplit(counts: ArrayLike<number>, exposure: readonly number[], margin: number): Split {
  const whole = exposure.reduce((a, b) => a + b, 0);
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  const term = (c: number, e: number): number => (c === 0 ? 0 : c * Math.log(c / e));
  let best: Split = { at: margin, llr: 0 };
  let [c, e] = [0, 0];
  for (let i = 0; i < counts.length - margin; i++) {
    c += counts[i]!;
    e += exposure[i]!;
    if (i + 1 < margin) continue;
    const llr = term(c, e) + term(total - c, whole - e) - term(total, whole);
    if (llr > best.llr + 1e-12) best = { at: i + 1, llr };
  }
  return best;
}

/** Events dealt out over periods in proportion to exposure. */
function dealt(total: number, exposure: readonly number[], rng: Rng): Float64Array {
  let sum = 0;
  const running = exposure.map((e) => {
    sum += e;
    return sum;
  });
  const counts = new Float64Array(exposure.length);
  for (let k = 0; k < total; k++) {
    const at = rng.uniform() * sum;
    counts[running.findIndex((upTo) => upTo > at)]!++;
  }
  return counts;
}

/**
 * When did the rate change, if it did? The split into two Poisson rates with the greatest likelihood ratio. Nulls: events dealt
 * out over periods (`mc_poisson`), and (the verdict's) whole periods put in random order, which keeps their bursts.
 * p is over all splits. One change is asked for; where a trend or a season rules, a split is found too.
 * Source: Worsley 1986, Biometrika 73:91-104 (exponential family, one change).
 */
export function changePoint(
  counts: readonly number[],
  { exposure, days }: Measured,
  parameters: ChangePointParameters,
): Experiment {
  // Rates a period of the usual length, so that 28 days of February are not a drop.
  const weights = exposure ?? days.map((d) => (d * days.length) / days.reduce((a, b) => a + b, 0));
  const total = counts.reduce((a, b) => a + b, 0);
  const seen = bestSplit(counts, weights, parameters.margin);
  const order = counts.map((_, i) => i);
  return {
    observed: Float64Array.of(seen.llr, seen.llr),
    draw(rng) {
      const even = bestSplit(dealt(Math.round(total), weights, rng), weights, parameters.margin).llr;
      const mixed = shuffle(Int32Array.from(order), rng);
      const permuted = bestSplit(
        Float64Array.from(mixed, (i) => counts[i]!),
        Array.from(mixed, (i) => weights[i]!),
        parameters.margin,
      ).llr;
      return Float64Array.of(even, permuted);
    },
    conclude(observed, draws, options) {
      const before = counts.slice(0, seen.at).reduce((a, b) => a + b, 0);
      const [early, late] = [weights.slice(0, seen.at), weights.slice(seen.at)].map((w) =>
        w.reduce((a, b) => a + b, 0),
      );
      const [plain, p] = [0, 1].map((i) => pGreater(observed[i]!, column(draws, i))) as [number, number];
      const [rateBefore, rateAfter] = [before / early!, (total - before) / late!];
      return {
        method: "change-point",
        n: total,
        parameters: { ...parameters },
        result: {
          counts: [...counts],
          periods_before: seen.at,
          llr: seen.llr,
          rate_before: rateBefore,
          rate_after: rateAfter,
          ratio: rateBefore > 0 ? rateAfter / rateBefore : null,
        },
        p: { mc_poisson: plain, mc_periods_permuted: p },
        verdict: { p: "mc_periods_permuted", value: p },
        null: shapeOf(observed[1]!, column(draws, 1), options),
        doubt: null,
        power: null,
        warnings: [
          ...(exposure === null
            ? [
                {
                  code: "no-denominator" as const,
                  message: "No exposure was given: a change in reporting looks the same as a change in events.",
                },
              ]
            : []),
          ...(counts.length < 12
            ? [{ code: "short-series" as const, message: `${counts.length} periods: few ways to split them.` }]
            : []),
          {
            code: "common-season-or-trend" as const,
            message:
              "A trend, a season or an echo from period to period is split too: look at the series beside the p.",
          },
        ],
        reading: `The likeliest change comes after ${seen.at} of ${counts.length} ${parameters.unit}s: ${rateBefore.toFixed(2)} events before, ${rateAfter.toFixed(2)} after (p over all splits ${pInWords(p)}).`,
      };
    },
  };
}
