import { column, type Experiment, quantile } from "./experiment.ts";
import type { PatternWarning } from "./pattern-result.ts";

export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

export interface Alpha {
  /** 1 full agreement, 0 what chance gives; null where every value is the same, or nothing was coded twice. */
  readonly alpha: number | null;
  readonly level: MeasurementLevel;
  /** Units with two codings or more, and values in them. */
  readonly units: number;
  readonly values: number;
}

/** Squared difference of two values at a level; `ranks[k]` is how often value k was given. */
function difference(
  level: MeasurementLevel,
  values: readonly number[],
  counts: readonly number[],
  a: number,
  b: number,
): number {
  if (a === b) return 0;
  const [x, y] = [values[a]!, values[b]!];
  switch (level) {
    case "nominal":
      return 1;
    case "interval":
      return (x - y) ** 2;
    case "ratio":
      return x + y === 0 ? 0 : ((x - y) / (x + y)) ** 2;
    case "ordinal": {
      const [low, high] = a < b ? [a, b] : [b, a];
      let between = 0;
      for (let k = low; k <= high; k++) between += counts[k]!;
      return (between - (counts[low]! + counts[high]!) / 2) ** 2;
    }
  }
}

/**
 * Krippendorff's alpha for any number of coders, with gaps.
 * @param ratings one row a coder, one column a unit; null where not coded. Nominal values are numbers that only name.
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability" (coincidence matrix).
 */
export function krippendorffAlpha(ratings: readonly (readonly (number | null)[])[], level: MeasurementLevel): Alpha {
  const width = Math.max(0, ...ratings.map((row) => row.length));
  const units = Array.from({ length: width }, (_, u) =>
    ratings.flatMap((row) => (row[u] == null ? [] : [row[u]])),
  ).filter((unit) => unit.length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const at = new Map(values.map((value, k) => [value, k]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const unit of units) {
    for (let i = 0; i < unit.length; i++) {
      for (let j = 0; j < unit.length; j++)
        if (i !== j) coincidences[at.get(unit[i]!)! * size + at.get(unit[j]!)!]! += 1 / (unit.length - 1);
    }
  }
  const counts = values.map((_, k) => coincidences.subarray(k * size, (k + 1) * size).reduce((a, b) => a + b, 0));
  const n = counts.reduce((a, b) => a + b, 0);
  let [seen, expected] = [0, 0];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const d = difference(level, values, counts, a, b);
      seen += coincidences[a * size + b]! * d;
      expected += counts[a]! * counts[b]! * d;
    }
  }
  const alpha = expected === 0 ? null : 1 - ((n - 1) * seen) / expected;
  return { alpha, level, units: units.length, values: n };
}

/**
 * Alpha at each level with its interval from resampled units (percentiles). 0.667 and 0.800 are customs, not laws.
 */
export function agreement(
  ratings: readonly (readonly (number | null)[])[],
  levels: readonly MeasurementLevel[],
): Experiment {
  const width = Math.max(0, ...ratings.map((row) => row.length));
  const alphas = (of: (u: number) => number): Float64Array => {
    const drawn = ratings.map((row) => Array.from({ length: width }, (_, u) => row[of(u)] ?? null));
    return Float64Array.from(levels, (level) => krippendorffAlpha(drawn, level).alpha ?? Number.NaN);
  };
  return {
    observed: alphas((u) => u),
    draw: (rng) => alphas(() => rng.integer(width)),
    conclude(observed, draws, options) {
      const { units, values } = krippendorffAlpha(ratings, levels[0]!);
      const intervals = levels.map((_, i) => {
        const drawn = column(draws, i)
          .filter((a) => !Number.isNaN(a))
          .sort();
        return drawn.length < 20 ? null : [quantile(drawn, 0.025), quantile(drawn, 0.975)];
      });
      const alpha = Object.fromEntries(
        levels.map((level, i) => [level, Number.isNaN(observed[i]!) ? null : observed[i]!]),
      );
      const few: PatternWarning[] =
        units < 20
          ? [{ code: "few-events", message: `${units} units coded twice or more: the interval is wide and rough.` }]
          : [];
      const [first] = levels;
      return {
        method: "krippendorff",
        n: units,
        parameters: { levels: levels.join(","), bootstrap: options.permutations, seed: options.seed },
        result: {
          coders: ratings.length,
          units: width,
          pairable_units: units,
          pairable_values: Math.round(values),
          alpha,
          interval_95: Object.fromEntries(levels.map((level, i) => [level, intervals[i]!])),
        },
        p: {},
        verdict: null,
        null: null,
        doubt: null,
        power: null,
        warnings: few,
        reading:
          alpha[first!] === null
            ? "All values are one, or nothing was coded twice: alpha says nothing."
            : `Krippendorff's alpha (${first}) is ${alpha[first!]!.toFixed(3)}${intervals[0] === null ? "" : ` (95 %: ${intervals[0]![0]!.toFixed(2)} to ${intervals[0]![1]!.toFixed(2)})`}, ${ratings.length} coders, ${units} units coded twice or more.`,
      };
    },
  };
}
