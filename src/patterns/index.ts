export type { CoincidenceOptions, CoincidenceResult, Happening } from "./coincidence.ts";
export { coincidence } from "./coincidence.ts";
export type { RateComparison } from "./compare-rates.ts";
export { compareRates } from "./compare-rates.ts";
export type { CountFit } from "./count-regression.ts";
export { fitCounts } from "./count-regression.ts";
export type { CrossTable, Dated, Period, PeriodUnit } from "./cross-tabulate.ts";
export { crossTabulate } from "./cross-tabulate.ts";
export type { Tail } from "./distributions.ts";
export { binomialTail, chiSquareUpper, normalTwoSided, poissonTail, studentTwoSided } from "./distributions.ts";
export type { Draws, Experiment } from "./experiment.ts";
export { drawRange, joinDraws } from "./experiment.ts";
export { explainPatternProblem } from "./explain-problem.ts";
export type { FisherResult, TailPs, TwoByTwo } from "./fisher-exact.ts";
export { fisherExact } from "./fisher-exact.ts";
export { geodesicKm } from "./geodesic.ts";
export type { Alpha, MeasurementLevel } from "./krippendorff.ts";
export { krippendorffAlpha } from "./krippendorff.ts";
export type { PatternProblem } from "./pattern-problem.ts";
export type {
  Doubt,
  DoubtReport,
  Figure,
  Figures,
  Metric,
  NullShape,
  PatternEvent,
  PatternOptions,
  PatternResult,
  PatternWarning,
  Power,
} from "./pattern-result.ts";
export type { PatternTable } from "./pattern-table.ts";
export type { TrendResult } from "./poisson-trend.ts";
export { poissonTrend } from "./poisson-trend.ts";
export { countPower } from "./power.ts";
export type { Range, Ranked } from "./rank-by.ts";
export { rankBy } from "./rank-by.ts";
export type { PatternParameters } from "./read-parameters.ts";
export type { PatternAnswer, Plan, PlannedTest } from "./run-pattern-test.ts";
export { PATTERN_METHODS, planPatternTest, runPatternTest } from "./run-pattern-test.ts";
export type { Rng } from "./seeded.ts";
export { seeded } from "./seeded.ts";
export type { Share } from "./share-interval.ts";
export { shareInterval } from "./share-interval.ts";
export type { Wave, WaveRule } from "./waves.ts";
export { wavesOf } from "./waves.ts";
export type { ZoneCounts } from "./zone-scan.ts";
