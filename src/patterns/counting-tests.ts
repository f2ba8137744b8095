import { type CivilDay, dayFromNumber } from "../record/index.ts";
import { compareRates } from "./compare-rates.ts";
import { crossTabulate, type PeriodUnit } from "./cross-tabulate.ts";
import { type Experiment, settled } from "./experiment.ts";
import { type PatternEvent, type PatternWarning, pInWords } from "./pattern-result.ts";
import { countPower } from "./power.ts";

const NO_DENOMINATOR: PatternWarning = {
  code: "no-denominator",
  message:
    "No population or reporting volume was given: the two are compared as if people and reporters were the same in both.",
};

const dated = (event: PatternEvent): { from: CivilDay; to: CivilDay } => {
  const [from, to] = event.doubt?.days ?? [event.t, event.t];
  return { from: dayFromNumber(Math.floor(from)), to: dayFromNumber(Math.floor(to)) };
};

/** Periods with A, with B, with both, against what independence gives. Days count from 1970-01-01. */
export function crossTable(
  events: readonly PatternEvent[],
  parameters: {
    readonly A: string;
    readonly B: string;
    readonly unit: PeriodUnit;
    readonly span: readonly [number, number];
  },
): Experiment {
  const { A, B, unit, span } = parameters;
  const of = (type: string) => events.filter((e) => e.type === type).map(dated);
  const table = crossTabulate(of(A), of(B), unit, { from: dayFromNumber(span[0]), to: dayFromNumber(span[1]) });
  const { both, onlyFirst, onlySecond, neither, expectedBoth, fisher, periods } = table;
  const p = fisher.midP.greater;
  return settled({
    method: "cross-table",
    n: events.length,
    parameters: { A, B, unit, span: [...span] },
    result: {
      both,
      only_A: onlyFirst,
      only_B: onlySecond,
      neither,
      periods: periods.length,
      expected_both: expectedBoth,
      odds_ratio: Number.isFinite(fisher.oddsRatio) ? fisher.oddsRatio : null,
      outside: table.outside,
      over_several_periods: table.uncertain,
    },
    p: {
      fisher_greater: fisher.p.greater,
      fisher_less: fisher.p.less,
      fisher_two_sided: fisher.p.twoSided,
      mid_p_greater: p,
      mid_p_two_sided: fisher.midP.twoSided,
    },
    verdict: { p: "fisher_greater", value: fisher.p.greater },
    null: null,
    doubt: null,
    power: countPower(expectedBoth, expectedBoth, 2),
    warnings: [
      {
        code: "common-season-or-trend",
        message:
          "Months of one season, or of one troubled year, go together by themselves. For a verdict take eca, which redraws within blocks.",
      },
      ...(table.uncertain > 0
        ? [
            {
              code: "left-out" as const,
              message: `${table.uncertain} events may belong to more than one ${unit} and were left out.`,
            },
          ]
        : []),
    ],
    reading: `${both} of ${periods.length} ${unit}s have both ${A} and ${B}; independence would give ${expectedBoth.toFixed(1)} (Fisher's p = ${pInWords(fisher.p.greater)}, mid-p ${pInWords(p)}).`,
  });
}

interface Group {
  readonly name: string;
  readonly count: number;
  readonly exposure: number;
}

/** Two rates, exactly: two regions, or before and after. `stated`: whether exposures were given. */
export function rateComparison(first: Group, second: Group, stated: boolean, unit: string): Experiment {
  const compared = compareRates(first, second);
  const n = first.count + second.count;
  const [a, b] = [first.count / first.exposure, second.count / second.exposure];
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const chance = (n * first.exposure) / (first.exposure + second.exposure);
  return settled({
    method: "rates",
    n,
    parameters: {
      first: first.name,
      second: second.name,
      exposure_first: first.exposure,
      exposure_second: second.exposure,
    },
    result: {
      count_first: first.count,
      count_second: second.count,
      rate_first: a,
      rate_second: b,
      ratio: finite(compared.ratio),
      lower: finite(compared.lower),
      upper: finite(compared.upper),
    },
    p: { greater: compared.p.greater, less: compared.p.less, two_sided: compared.p.twoSided },
    verdict: { p: "two_sided", value: compared.p.twoSided },
    null: null,
    doubt: null,
    power: countPower(chance, (chance * second.exposure) / (first.exposure + second.exposure)),
    warnings: [
      ...(stated ? [] : [NO_DENOMINATOR]),
      {
        code: "serial-dependence",
        message:
          "Events are counted as independent: where they come in waves, compare waves (waves=true), or this p is too small.",
      },
    ],
    reading: `${first.name}: ${first.count} events, ${second.name}: ${second.count}; rate ratio ${Number.isFinite(compared.ratio) ? compared.ratio.toFixed(2) : "not defined"} per ${unit} (95 %: ${compared.lower.toFixed(2)} to ${compared.upper.toFixed(2)}, p = ${pInWords(compared.p.twoSided)}).`,
  });
}
