import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPatternTable } from "../../src/desk/pattern-table.ts";
import { explainPatternProblem, type PatternResult, runPatternTest } from "../../src/patterns/index.ts";

/** One question as a peer of the field answered it (corpora/patterns/README.md says how answers are compared). */
interface GoldenCase {
  readonly id: string;
  readonly method: string;
  readonly dataset: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly peers: readonly Readonly<Record<string, unknown>>[];
  readonly mc_tolerance?: Readonly<Record<string, unknown>>;
}

export interface CaseScore {
  readonly id: string;
  readonly method: string;
  readonly compared: number;
  readonly misses: readonly string[];
}

const PERMUTATIONS = 999;
const SEED = 1;

type Json = unknown;
const at = (from: Json, name: string): Json =>
  typeof from === "object" && from !== null ? (from as Record<string, unknown>)[name] : undefined;

/** Compares and remembers: deterministic values to 1e-6 relative, bands for what two Monte Carlo runs may differ by. */
class Comparison {
  compared = 0;
  readonly misses: string[] = [];

  exact(name: string, ours: Json, theirs: Json): void {
    if (theirs === undefined || theirs === null) return;
    if (Array.isArray(theirs)) {
      if (!Array.isArray(ours) || ours.length !== theirs.length) this.#miss(name, ours, theirs);
      else for (const [i, value] of theirs.entries()) this.exact(`${name}[${i}]`, ours[i], value);
      return;
    }
    this.compared++;
    const same =
      typeof theirs === "number"
        ? typeof ours === "number" && Math.abs(ours - theirs) <= 1e-6 * Math.max(Math.abs(theirs), 1e-9)
        : ours === theirs;
    if (!same) this.#miss(name, ours, theirs);
  }

  within(name: string, ours: Json, [low, high]: readonly [number, number]): void {
    this.compared++;
    if (!(typeof ours === "number" && ours >= low - 1e-9 && ours <= high + 1e-9))
      this.#miss(name, ours, `${low} to ${high}`);
  }

  /** The band of the README for a p of another run with `perms` permutations. */
  monteCarlo(name: string, ours: Json, theirs: number, perms: number): void {
    const se = Math.sqrt(theirs * (1 - theirs) * (1 / perms + 1 / PERMUTATIONS));
    const count = 1 / 1000;
    const slack = 4 * se + count;
    this.within(name, ours, [theirs - slack, theirs + slack]);
  }

  #miss(name: string, ours: Json, theirs: Json): void {
    const short = (value: Json): string => String(JSON.stringify(value)).slice(0, 60);
    if (this.misses.length < 8) this.misses.push(`${name}: ${short(ours)}, golden ${short(theirs)}`);
  }
}

type Peer = Readonly<Record<string, unknown>>;
type Compare = (result: PatternResult, peer: Peer, golden: GoldenCase, check: Comparison) => void;

const same = (names: readonly string[], ours: Json, peer: Peer, check: Comparison): void => {
  for (const name of names) check.exact(name, at(ours, name), peer[name]);
};

const accepted = (golden: GoldenCase, ...path: readonly string[]): readonly [number, number] | null => {
  const band = path.reduce<Json>(at, golden.mc_tolerance);
  const range = at(band, "accept_999");
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : null;
};

const KNOX_VALUES = [
  "n",
  "statistic",
  "close_space",
  "close_time",
  "pairs",
  "expected",
  "var_time_permutation",
  "sd_time_permutation",
  "z",
  "var_pair_permutation",
];

const compareKnox: Compare = (result, peer, golden, check) => {
  same(KNOX_VALUES, { n: result.n, ...result.result }, peer, check);
  for (const name of ["poisson_ge", "poisson_gt", "hypergeometric_ge", "normal_ge"])
    check.exact(`p_${name}`, result.p[name], peer[`p_${name}`]);
  check.exact("p_poisson_as_reported", result.p.poisson_gt, peer.p_poisson_as_reported);
  const band = accepted(golden, "p_mc_time_permutation");
  if (band !== null && peer.p_mc_time_permutation !== undefined)
    check.within("p_mc_time_permutation", result.p.mc_time_permutation, band);
};

const compareBivariate: Compare = (result, peer, golden, check) => {
  same(["n_A", "n_B", "statistic", "close_space", "in_time_window", "expected"], result.result, peer, check);
  const band = accepted(golden, "p_mc");
  if (band !== null) check.within("p_mc", result.p.mc, band);
  meanWithin("mc_mean", result.result.mc_mean, peer.mc_mean, peer.mc_sd, Number(peer.perms), check);
};

/** Means of permuted counts: within four standard errors of both runs together. */
function meanWithin(name: string, ours: Json, theirs: Json, sd: Json, perms: number, check: Comparison): void {
  if (typeof theirs !== "number" || typeof sd !== "number") return;
  const slack = 4 * sd * Math.sqrt(1 / perms + 1 / PERMUTATIONS) + 1e-9;
  check.within(name, ours, [theirs - slack, theirs + slack]);
}

const compareLocal: Compare = (result, peer, _, check) => {
  same(["n", "statistic", "local"], { n: result.n, ...result.result }, peer, check);
  check.exact("p_hypergeometric", result.p.hypergeometric, peer.p_hypergeometric);
  const theirs = Array.isArray(peer.p_sim) ? peer.p_sim.map(Number) : [];
  theirs.forEach((p, i) => {
    check.monteCarlo(`p_sim[${i}]`, at(result.p.sim, String(i)), p, Number(peer.perms));
  });
};

const compareNearRepeat: Compare = (result, peer, _, check) => {
  // n is not compared: the peer counts a row without a date that it then leaves out.
  const { observed, mc_mean, mc_sd, p } = peer;
  check.exact("observed", result.result.observed, observed);
  const rows = Array.isArray(p) ? p : [];
  rows.forEach((row: readonly number[], r) => {
    row.forEach((value, c) => {
      const cell = (of: Json): Json => at(at(of, String(r)), String(c));
      check.monteCarlo(`p[${r}][${c}]`, cell(result.p.p), value, Number(peer.perms));
      const ours = cell(result.result.mc_mean);
      meanWithin(`mc_mean[${r}][${c}]`, ours, cell(mc_mean), cell(mc_sd), Number(peer.perms), check);
    });
  });
};

const SIDES = ["precursor", "trigger"] as const;

const compareCoincidence: Compare = (result, peer, golden, check) => {
  // CC.eca.ts merges events of one day: another convention, which the golden case carries for comparison only.
  if (peer.call === "CC.eca.ts") return;
  same(["n_A", "n_B", "K_precursor", "K_trigger", "precursor_rate", "trigger_rate"], result.result, peer, check);
  for (const side of SIDES) {
    if (peer.sigtest === "poisson")
      check.exact(`p_${side}`, result.p[`binomial_window_delT_${side}`], peer[`p_${side}`]);
    for (const name of ["binomial_window_delT", "binomial_window_delT_plus_1"])
      check.exact(`p_${name}.${side}`, result.p[`${name}_${side}`], at(peer[`p_${name}`], side));
    const band = accepted(golden, "p_mc_uniform", side);
    if (band !== null && peer.p_mc_uniform !== undefined)
      check.within(`p_mc_uniform.${side}`, result.p[`mc_uniform_${side}`], band);
    const blocks = at(peer.p_mc_within_blocks, side);
    if (typeof blocks === "number")
      check.monteCarlo(`p_mc_within_blocks.${side}`, result.p[`mc_within_blocks_${side}`], blocks, Number(peer.perms));
  }
};

const compareAlpha: Compare = (result, peer, _, check) => {
  same(["coders", "units"], result.result, peer, check);
  const { alpha } = peer;
  if (typeof alpha === "number") {
    check.exact("alpha", at(result.result.alpha, String(result.parameters.levels)), alpha);
    return;
  }
  for (const [level, value] of Object.entries((alpha ?? {}) as Record<string, unknown>))
    check.exact(`alpha.${level}`, at(result.result.alpha, level), value);
};

const compareScan: Compare = (result, peer, golden, check) => {
  const band = accepted(golden, "p_mc");
  if (band !== null) check.within("p_mc", result.p.p_mc, band);
  if (peer.call === "kulldorff") return compareKulldorff(result, peer, check);
  if (peer.mlc_score !== undefined) {
    const best = result.result.most_likely;
    same(["n_cases", "n_zones", "n_times", "n_windows_zones"], result.result, peer, check);
    check.exact("mlc_score", at(best, "llr"), peer.mlc_score);
    check.exact("mlc_observed", at(best, "observed"), peer.mlc_observed);
    check.exact("mlc_duration", at(best, "periods"), peer.mlc_duration);
    check.exact("mlc_zones", sorted(at(best, "zones")), sorted(peer.mlc_zones));
    check.exact("relrisk_in", at(best, "relative_risk_inside"), peer.relrisk_in);
    check.exact("relrisk_out", at(best, "relative_risk_outside"), peer.relrisk_out);
    return;
  }
  same(["llr", "observed", "expected", "events_in_circle", "from", "to", "radius"], result.result, peer, check);
};

const sorted = (list: Json): Json => (Array.isArray(list) ? list.map(String).sort() : list);

function compareKulldorff(result: PatternResult, peer: Peer, check: Comparison): void {
  const best = result.result.most_likely;
  same(["population", "observed", "expected"], best, peer, check);
  // The peer cuts the sum of expected cases to a whole number before its logarithm: compared with the same figure of ours.
  check.exact("llr", at(best, "llr_expected_truncated"), peer.llr);
  check.exact("smr", at(best, "relative_risk_inside"), peer.smr);
  check.exact("mlc", sorted(at(best, "zones")), sorted(peer.mlc));
  (Array.isArray(peer.secondary) ? peer.secondary : []).forEach((cluster: Json, i) => {
    const ours = at(result.result.secondary, String(i));
    check.exact(`secondary[${i}].ids`, sorted(at(ours, "zones")), sorted(at(cluster, "ids")));
    check.exact(`secondary[${i}].llr`, at(ours, "llr_expected_truncated"), at(cluster, "llr"));
    check.monteCarlo(`secondary[${i}].p`, at(ours, "p_mc"), Number(at(cluster, "p")), Number(peer.perms));
  });
}

const compareSeries: Compare = (result, peer, _, check) => {
  const ours = { n: result.n, ...result.result };
  same(["n", "sum_x", "sum_y", "lags", "ccf", "ccf_95"], ours, peer, check);
  for (const name of ["ar_order", "ar", "ccf", "n"])
    check.exact(`prewhitening.${name}`, at(result.result.prewhitening, name), at(peer.prewhitening, name));
  (Array.isArray(peer.granger) ? peer.granger : []).forEach((test: Json, i) => {
    const mine = at(result.result.granger, String(i));
    check.exact(`granger[${i}].order`, at(mine, "order"), at(test, "order"));
    for (const way of ["x_causes_y", "y_causes_x"])
      for (const name of ["F", "df1", "df2", "p"])
        check.exact(`granger[${i}].${way}.${name}`, at(at(mine, way), name), at(at(test, way), name));
  });
};

const COMPARE: Readonly<Record<string, Compare>> = {
  knox: compareKnox,
  "knox-bivariate": compareBivariate,
  "knox-local": compareLocal,
  "near-repeat": compareNearRepeat,
  eca: compareCoincidence,
  krippendorff: compareAlpha,
  scan: compareScan,
  series: compareSeries,
};

/** Prospective alarms are not asked for (the README: leave what is not). */
const isLeft = (golden: GoldenCase): boolean => /^stcd/.test(String(golden.parameters.test ?? ""));

function casesOf(folder: string): readonly GoldenCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const file: Json = JSON.parse(readFileSync(join(folder, name), "utf8"));
      const cases = at(file, "cases");
      return Array.isArray(cases) ? (cases as readonly GoldenCase[]) : [];
    })
    .filter((golden) => golden.method in COMPARE && Array.isArray(golden.peers) && !isLeft(golden));
}

function scoreCase(golden: GoldenCase, data: string): CaseScore {
  const check = new Comparison();
  const done = (misses: readonly string[]): CaseScore => ({
    id: golden.id,
    method: golden.method,
    compared: check.compared,
    misses,
  });
  const file = [`${golden.dataset}.counts.csv`, `${golden.dataset}.csv`]
    .map((name) => join(data, name))
    .find((path) => existsSync(path));
  if (file === undefined) return done([`no data set ${golden.dataset}`]);
  const read = readPatternTable(golden.method, file, readFileSync(file, "utf8"), []);
  if (!read.ok) return done([read.message]);
  const answer = runPatternTest(golden.method, read.table, golden.parameters, {
    permutations: PERMUTATIONS,
    seed: SEED,
  });
  if (!answer.ok) return done([explainPatternProblem(answer.problem)]);
  for (const peer of golden.peers) COMPARE[golden.method]!(answer.value, peer, golden, check);
  return done(check.compared === 0 ? ["nothing could be compared"] : check.misses);
}

/** Every golden case of the methods that Plumbline has. */
export const scorePatterns = (golden: string, data: string): readonly CaseScore[] =>
  casesOf(golden).map((one) => scoreCase(one, data));

/** Passed / total by method, then what failed. */
export function patternTable(scores: readonly CaseScore[]): string {
  const methods = [...new Set(scores.map(({ method }) => method))];
  const passed = (of: readonly CaseScore[]): number => of.filter(({ misses }) => misses.length === 0).length;
  const lines = methods.map((method) => {
    const of = scores.filter((score) => score.method === method);
    return `${method.padEnd(16)} ${passed(of)} / ${of.length}`;
  });
  const failed = scores
    .filter(({ misses }) => misses.length > 0)
    .flatMap(({ id, misses }) => [`failed ${id}`, ...misses.map((miss) => `    ${miss}`)]);
  return `${[...lines, `${"all".padEnd(16)} ${passed(scores)} / ${scores.length}`, ...failed].join("\n")}\n`;
}

export const patternJson = (scores: readonly CaseScore[]): string =>
  `${JSON.stringify({
    passed: scores.filter(({ misses }) => misses.length === 0).length,
    total: scores.length,
    cases: scores.map(({ id, method, compared, misses }) => ({
      id,
      method,
      compared,
      passed: misses.length === 0,
      misses,
    })),
  })}\n`;
