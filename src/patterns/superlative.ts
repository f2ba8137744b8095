import { column, type Experiment, pGreater, shapeOf } from "./experiment.ts";
import { type Figure, pInWords } from "./pattern-result.ts";

export interface SuperlativeParameters {
  readonly unit: string;
  /** Number of the period that is called the largest; from 0. */
  readonly period: number;
  /** How many periods back, with this one, the claim looks: "the largest in three years" is 36 months. One rank for each. */
  readonly windows: readonly number[];
}

/** Values by metric for every period: events, deaths … */
export type Metrics = Readonly<Record<string, readonly number[]>>;

interface Standing {
  readonly rank: number;
  readonly ties: number;
  readonly periods: number;
}

/** Rank of the last value, 1 the greatest; ties share the better rank. */
function standing(values: readonly number[]): Standing {
  const value = values.at(-1)!;
  return {
    rank: 1 + values.filter((v) => v > value).length,
    ties: values.slice(0, -1).filter((v) => v === value).length,
    periods: values.length,
  };
}

/**
 * "The largest in N years": the exact rank of a period by each metric and window. Under a stationary null every order of n
 * periods is as likely, so the newest is a record with probability 1/n (`record_probability`; Rényi 1962): a record in a short window is
 * no news. `mc_even`: how often some period of the longest window would hold as many events if they fell evenly, all periods taken
 * together.
 */
export function superlative(metrics: Metrics, parameters: SuperlativeParameters): Experiment {
  const { period, unit } = parameters;
  const windows = parameters.windows.map((length) => Math.min(length, period + 1));
  const longest = windows.reduce((a, b) => Math.max(a, b), 1);
  const events = (metrics.events ?? []).slice(period + 1 - longest, period + 1);
  const total = events.reduce((a, b) => a + b, 0);
  const named = Object.entries(metrics);
  return {
    observed: Float64Array.of(events.at(-1) ?? 0),
    draw(rng) {
      const counts = new Int32Array(longest);
      for (let k = 0; k < total; k++) counts[rng.integer(longest)]!++;
      return Float64Array.of(counts.reduce((most, c) => Math.max(most, c), 0));
    },
    conclude(observed, draws, options) {
      const of = (values: readonly number[], length: number): Figure => ({
        ...standing(values.slice(period + 1 - length, period + 1)),
        record_probability: 1 / length,
      });
      const ranks = Object.fromEntries(
        named.map(([name, values]) => [
          name,
          Object.fromEntries(windows.map((length) => [String(length), of(values, length)])),
        ]),
      );
      const p = pGreater(observed[0]!, column(draws, 0));
      const first = standing(events);
      return {
        method: "superlative",
        n: total,
        parameters: { unit, period, windows },
        result: { value: observed[0]!, ranks },
        p: { mc_even: p, record: first.rank === 1 ? (1 + first.ties) / longest : null },
        verdict: null,
        null: shapeOf(observed[0]!, column(draws, 0), options),
        doubt: null,
        power: null,
        warnings:
          longest < 10
            ? [
                {
                  code: "short-series",
                  message: `Of ${longest} ${unit}s the last is the largest by chance in one case of ${longest}.`,
                },
              ]
            : [],
        reading: `By number of events this ${unit} is number ${first.rank} of ${longest}${first.ties > 0 ? ` (with ${first.ties} others)` : ""}; a stationary record makes the newest the largest with probability 1/${longest}. So many in any one ${unit}, if events fell evenly: p = ${pInWords(p)}.`,
      };
    },
  };
}
