import { column, type Experiment, quantile } from "./experiment.ts";
import { shareInterval } from "./share-interval.ts";

/**
 * Rank and share of places or years ("X is the hotbed"): counts with the exact interval of each share, and the span of
 * ranks over resamples of the events, since near counts change places by chance.
 * @param exposure inhabitants or reports of each label; null: none given, so a large place leads by being large
 */
export function shares(
  labels: readonly string[],
  by: string,
  exposure: ReadonlyMap<string, number> | null,
): Experiment {
  const names = [...new Set(labels)].sort();
  const at = new Map(names.map((name, k) => [name, k]));
  const count = (list: readonly number[]): Float64Array => {
    const counts = new Float64Array(names.length);
    for (const k of list) counts[k]!++;
    return counts;
  };
  const events = labels.map((label) => at.get(label)!);
  const rate = (counts: Float64Array): Float64Array => counts.map((c, k) => c / (exposure?.get(names[k]!) ?? 1));
  const ranks = (rates: Float64Array): Float64Array =>
    rates.map((r) => 1 + rates.reduce((above, other) => above + (other > r ? 1 : 0), 0));
  const observed = rate(count(events));
  return {
    observed,
    draw: (rng) => ranks(rate(count(events.map(() => events[rng.integer(events.length)]!)))),
    conclude(rates, draws, options) {
      const counts = count(events);
      const standing = ranks(rates);
      const rows = names.map((name, k) => {
        const drawn = column(draws, k).sort();
        const { share, lower, upper } = shareInterval(counts[k]!, events.length);
        const span = drawn.length === 0 ? null : [quantile(drawn, 0.025), quantile(drawn, 0.975)];
        return { name, count: counts[k]!, share, lower, upper, rate: rates[k]!, rank: standing[k]!, ranks_95: span };
      });
      rows.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
      const first = rows[0]!;
      return {
        method: "shares",
        n: events.length,
        parameters: { by, permutations: options.permutations, seed: options.seed },
        result: { rows },
        p: {},
        verdict: null,
        null: null,
        doubt: null,
        power: null,
        warnings:
          exposure === null
            ? [
                {
                  code: "no-denominator",
                  message:
                    "Counts, not rates: where more people live or more reporters work, more events are reported.",
                },
              ]
            : [],
        reading: `${first.name} leads with ${first.count} of ${events.length} (${(100 * first.share).toFixed(0)} %, 95 %: ${(100 * first.lower).toFixed(0)} to ${(100 * first.upper).toFixed(0)} %); its rank could be ${first.ranks_95 === null ? "any" : `${Math.floor(first.ranks_95[0]!)} to ${Math.ceil(first.ranks_95[1]!)}`}.`,
      };
    },
  };
}
