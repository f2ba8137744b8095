import { binCounts } from "./bins.ts";
import { changePoint } from "./change-point.ts";
import type { Needs } from "./check-events.ts";
import { countTrend } from "./count-trend.ts";
import { crossTable, rateComparison } from "./counting-tests.ts";
import { series } from "./cross-correlation.ts";
import { eventCoincidence } from "./event-coincidence.ts";
import type { Experiment } from "./experiment.ts";
import { knox } from "./knox.ts";
import { knoxBivariate } from "./knox-bivariate.ts";
import { knoxLocal } from "./knox-local.ts";
import { nearRepeat } from "./near-repeat.ts";
import { BadCall } from "./pattern-problem.ts";
import type { Metric, PatternEvent } from "./pattern-result.ts";
import { type CountUnit, type PeriodCounts, periodCounts } from "./period-counts.ts";
import { permutationScan } from "./permutation-scan.ts";
import type { ReadParameters } from "./read-parameters.ts";
import { shares } from "./shares.ts";
import { superlative } from "./superlative.ts";
import { onsets, type WaveRule, wavesOf, waveTable } from "./waves.ts";

/** One test on a table of events: what it takes, what it asks of the events, and how it is set up. */
export interface EventMethod {
  readonly parameters: readonly string[];
  readonly needs: (read: ReadParameters) => Needs;
  readonly build: (read: ReadParameters, events: readonly PatternEvent[], metric: Metric) => Experiment;
}

const UNITS = ["day", "week", "month", "year"] as const;
const UNIT_DAYS: Readonly<Record<CountUnit, number>> = { day: 1, week: 7, month: 31, year: 366 };
const ANYWHERE = Number.POSITIVE_INFINITY;

const least = (events: readonly PatternEvent[]): number =>
  Math.floor(events.reduce((a, e) => Math.min(a, e.t), ANYWHERE));
const most = (events: readonly PatternEvent[]): number =>
  Math.floor(events.reduce((a, e) => Math.max(a, e.t), -ANYWHERE));

function mustHave(method: string, events: readonly PatternEvent[], types: readonly string[]): void {
  const known = [...new Set(events.map((e) => e.type))].sort();
  for (const type of types) if (!known.includes(type)) throw new BadCall({ code: "no-such-type", method, type, known });
}

/** The record's first and last day: stated, or (with a gap at both ends that nobody saw) those of the first and last event. */
function spanOf(method: string, read: ReadParameters, events: readonly PatternEvent[], days = 1): [number, number] {
  const [from, to] = read.has("span") ? read.numbers("span", 2) : [least(events), most(events)];
  const length = to! - from! + 1;
  if (!(length >= days)) throw new BadCall({ code: "span-too-short", method, days: length, needed: `${days} days` });
  return [from!, to!];
}

function knoxParameters(read: ReadParameters, metric: Metric) {
  const optional = (name: "stretch_days" | "twin_s" | "twin_t") =>
    read.has(name) ? { [name]: read.atLeastZero(name) } : {};
  return {
    eps_s: read.atLeastZero(read.has("delta") ? "delta" : "eps_s"),
    eps_t: read.atLeastZero(read.has("tau") ? "tau" : "eps_t"),
    metric,
    ...(read.has("stretch_days") ? { stretch_days: read.positive("stretch_days") } : {}),
    ...optional("twin_s"),
    ...optional("twin_t"),
  };
}

const waveRule = (read: ReadParameters, metric: Metric): WaveRule => ({
  gap: read.atLeastZero("gap", 7),
  reach: read.has("reach") ? read.atLeastZero("reach") : null,
  byType: !read.flag("mix_types"),
  metric,
});

/** Events, or the first days of their waves where the call asks for waves. */
const inWaves = (read: ReadParameters, events: readonly PatternEvent[], metric: Metric): readonly PatternEvent[] =>
  read.flag("waves") ? onsets(wavesOf(events, waveRule(read, metric))) : events;

const WAVES = ["waves", "gap", "reach", "mix_types"];
const KNOX = ["eps_s", "eps_t", "delta", "tau", "stretch_days", "twin_s", "twin_t"];

const counted = (
  method: string,
  read: ReadParameters,
  events: readonly PatternEvent[],
  metric: Metric,
): PeriodCounts => {
  const unit = read.oneOf("unit", UNITS, "month");
  const used = inWaves(read, events, metric);
  const periods = periodCounts(used, spanOf(method, read, events, 3 * UNIT_DAYS[unit] - 5), unit);
  if (periods.events.length < 3)
    throw new BadCall({ code: "span-too-short", method, days: periods.events.length, needed: `three ${unit}s` });
  return periods;
};

/** Reporting volume or population per period: `exposure=12,14,…`; calendar periods differ in days and are weighted by them. */
function exposureOf(method: string, read: ReadParameters, periods: PeriodCounts): readonly number[] | null {
  if (!read.has("exposure")) return null;
  const given = read.numbers("exposure", periods.events.length);
  if (given.length !== periods.events.length || given.some((e) => e <= 0))
    throw new BadCall({
      code: "bad-parameter",
      method,
      name: "exposure",
      value: given.join(","),
      expected: `${periods.events.length} positive numbers, one a ${periods.unit}`,
    });
  return given;
}

const needs = (place: boolean, events: number, days = ANYWHERE, length = ANYWHERE): Needs => ({
  place,
  least: events,
  fine: { days, length },
});

const lastClosed = (breaks: readonly number[]): number => breaks.filter((b) => b < 1e8).at(-1) ?? ANYWHERE;

export const EVENT_METHODS: Readonly<Record<string, EventMethod>> = {
  "cross-table": {
    parameters: ["A", "B", "unit", "span"],
    needs: () => needs(false, 2),
    build(read, events) {
      const [A, B] = [read.text("A"), read.text("B")];
      mustHave("cross-table", events, [A, B]);
      const unit = read.oneOf("unit", UNITS, "month");
      return crossTable(events, { A, B, unit, span: spanOf("cross-table", read, events, 2 * UNIT_DAYS[unit] - 5) });
    },
  },
  shares: {
    parameters: [],
    needs: () => needs(false, 2),
    build: (_, events) =>
      shares(
        events.map((e) => e.type),
        "type",
        null,
      ),
  },
  superlative: {
    parameters: ["unit", "period", "windows", "span", ...WAVES],
    needs: (read) => needs(false, 2, UNIT_DAYS[read.oneOf("unit", UNITS, "month")]),
    build(read, events, metric) {
      const periods = counted("superlative", read, events, metric);
      const count = periods.events.length;
      const largest = periods.events.reduce((at, v, i) => (v > periods.events[at]! ? i : at), 0);
      const named = read.has("period") ? periods.names.indexOf(read.text("period")) : largest;
      if (named < 0)
        throw new BadCall({
          code: "bad-parameter",
          method: "superlative",
          name: "period",
          value: read.text("period"),
          expected: `one of the record's ${periods.unit}s, as in ${periods.names[0]}`,
        });
      return superlative(
        { events: periods.events, weight: periods.weights },
        { unit: periods.unit, period: named, windows: read.numbers("windows", 1, [count]) },
      );
    },
  },
  waves: {
    parameters: WAVES,
    needs: (read) => needs(read.has("reach"), 2, read.atLeastZero("gap", 7)),
    build: (read, events, metric) => waveTable(events, waveRule(read, metric)),
  },
  eca: {
    parameters: ["A", "B", "span", "delT", "tau", "sym", "block_days", "widths", ...WAVES],
    needs: (read) => needs(false, 2, read.atLeastZero("delT")),
    build(read, all, metric) {
      const [A, B] = [read.text("A"), read.text("B")];
      const events = inWaves(read, all, metric);
      mustHave("eca", events, [A, B]);
      const [delT, tau] = [read.atLeastZero("delT"), read.atLeastZero("tau", 0)];
      read.numbers("span", 2);
      const span = spanOf("eca", read, events, tau + delT + 1);
      return eventCoincidence(events, {
        A,
        B,
        span,
        delT,
        tau,
        sym: read.flag("sym"),
        blockDays: read.positive("block_days", 30),
        ...(read.has("widths") ? { widths: read.numbers("widths", 1) } : {}),
      });
    },
  },
  series: {
    parameters: ["x", "y", "span", "bin_days", "max_lag", "ar_order", "granger_orders", "block_periods", ...WAVES],
    needs: (read) => needs(false, 4, read.positive("bin_days", 7)),
    build(read, all, metric) {
      const [x, y] = [read.text("x"), read.text("y")];
      const events = inWaves(read, all, metric);
      mustHave("series", events, [x, y]);
      const days = read.positive("bin_days", 7);
      const span = spanOf("series", read, events, 20 * days);
      const of = (type: string) =>
        binCounts(
          events.filter((e) => e.type === type).map((e) => e.t),
          span,
          days,
        );
      return series(of(x), of(y), seriesParameters(read, x, y, 8, [1, 2, 4]));
    },
  },
  trend: {
    parameters: ["unit", "span", "exposure", "season", ...WAVES],
    needs: (read) => needs(false, 5, UNIT_DAYS[read.oneOf("unit", UNITS, "month")]),
    build(read, events, metric) {
      const periods = counted("trend", read, events, metric);
      const season = read.oneOf("season", ["yes", "no"], "yes") === "yes";
      return countTrend(
        periods.events,
        { exposure: exposureOf("trend", read, periods), days: periods.days },
        {
          unit: periods.unit,
          periods_a_year: season ? periods.perYear : null,
        },
      );
    },
  },
  "change-point": {
    parameters: ["unit", "span", "exposure", "margin", ...WAVES],
    needs: (read) => needs(false, 5, UNIT_DAYS[read.oneOf("unit", UNITS, "month")]),
    build(read, events, metric) {
      const periods = counted("change-point", read, events, metric);
      return changePoint(
        periods.events,
        { exposure: exposureOf("change-point", read, periods), days: periods.days },
        {
          unit: periods.unit,
          margin: Math.max(1, Math.floor(read.positive("margin", 2))),
        },
      );
    },
  },
  rates: {
    parameters: ["A", "B", "exposure_A", "exposure_B", "split", "span", ...WAVES],
    needs: () => needs(false, 2),
    build(read, all, metric) {
      const events = inWaves(read, all, metric);
      const stated = read.has("exposure_A") && read.has("exposure_B");
      if (read.has("split")) return beforeAfter(read, events, stated);
      const [A, B] = [read.text("A"), read.text("B")];
      mustHave("rates", events, [A, B]);
      const group = (type: string, exposure: string) => ({
        name: type,
        count: events.filter((e) => e.type === type).length,
        exposure: read.positive(exposure, 1),
      });
      return rateComparison(group(A, "exposure_A"), group(B, "exposure_B"), stated, "unit of exposure");
    },
  },
  knox: {
    parameters: KNOX,
    needs: (read) => {
      const { eps_s, eps_t } = knoxParameters(read, "euclidean");
      return needs(true, 3, eps_t, eps_s);
    },
    build: (read, events, metric) => knox(events, knoxParameters(read, metric)),
  },
  "knox-bivariate": {
    parameters: ["A", "B", "eps_s", "lo", "hi", "stretch_days"],
    needs: (read) => needs(true, 2, Math.max(0, read.number("hi") - read.number("lo")), read.atLeastZero("eps_s")),
    build(read, events, metric) {
      const [A, B] = [read.text("A"), read.text("B")];
      mustHave("knox-bivariate", events, [A, B]);
      const stretch = read.optional("stretch_days");
      return knoxBivariate(events, {
        A,
        B,
        eps_s: read.atLeastZero("eps_s"),
        lo: read.number("lo"),
        hi: read.number("hi"),
        metric,
        ...(stretch === undefined ? {} : { stretch_days: stretch }),
      });
    },
  },
  "knox-local": {
    parameters: KNOX,
    needs: (read) => {
      const { eps_s, eps_t } = knoxParameters(read, "euclidean");
      return needs(true, 3, eps_t, eps_s);
    },
    build: (read, events, metric) => knoxLocal(events, knoxParameters(read, metric)),
  },
  "near-repeat": {
    parameters: ["space_breaks", "time_breaks", "stretch_days"],
    needs: (read) => needs(true, 3, lastClosed(read.rising("time_breaks")), lastClosed(read.rising("space_breaks"))),
    build(read, events, metric) {
      const stretch = read.optional("stretch_days");
      return nearRepeat(events, {
        space_breaks: read.rising("space_breaks"),
        time_breaks: read.rising("time_breaks"),
        metric,
        ...(stretch === undefined ? {} : { stretch_days: stretch }),
      });
    },
  },
  scan: {
    parameters: ["test", "rmax", "dmax", "stretch_days"],
    needs: (read) => needs(true, 4, read.positive("dmax"), read.positive("rmax")),
    build(read, events, metric) {
      const stretch = read.optional("stretch_days");
      return permutationScan(events, {
        rmax: read.positive("rmax"),
        dmax: read.positive("dmax"),
        metric,
        ...(stretch === undefined ? {} : { stretch_days: stretch }),
      });
    },
  },
};

export const seriesParameters = (
  read: ReadParameters,
  x: string,
  y: string,
  lag: number,
  orders: readonly number[],
) => ({
  x,
  y,
  max_lag: Math.floor(read.positive("max_lag", lag)),
  ar_order: Math.floor(read.positive("ar_order", 4)),
  granger_orders: read.numbers("granger_orders", 1, orders),
  block_periods: Math.floor(read.positive("block_periods", 8)),
});

/** Days before `split`, and from it on: two rates a day, or by the exposures given. */
function beforeAfter(read: ReadParameters, events: readonly PatternEvent[], stated: boolean): Experiment {
  const split = read.number("split");
  const [first, last] = spanOf("rates", read, events, 2);
  const inside = events.filter((e) => e.t >= first && e.t <= last);
  if (split <= first || split > last)
    throw new BadCall({
      code: "bad-parameter",
      method: "rates",
      name: "split",
      value: String(split),
      expected: `a day after ${first} and not after ${last}`,
    });
  const before = inside.filter((e) => e.t < split).length;
  return rateComparison(
    {
      name: "from the split on",
      count: inside.length - before,
      exposure: read.positive("exposure_B", last - split + 1),
    },
    { name: "before the split", count: before, exposure: read.positive("exposure_A", split - first) },
    stated,
    stated ? "unit of exposure" : "day",
  );
}
