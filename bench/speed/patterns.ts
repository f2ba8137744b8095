import { type PatternEvent, runPatternTest } from "../../src/patterns/index.ts";
import type { Bench, BenchRow } from "./bench-row.ts";
import { loopCoincidence, loopKnox, loopNearRepeat, loopScan, type Scatter, scatter } from "./textbook-patterns.ts";

/** Seconds of CPU time of this process. */
function seconds(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

const DRAWS = 999;
const eventsOf = ({ x, y, t }: Scatter, type: (i: number) => string = () => "violence"): readonly PatternEvent[] =>
  Array.from(x, (_, i) => ({ x: x[i]!, y: y[i]!, t: t[i]!, type: type(i) }));

const ours = (
  method: string,
  events: readonly PatternEvent[],
  parameters: Readonly<Record<string, unknown>>,
  draws = DRAWS,
) =>
  seconds(() => {
    const answer = runPatternTest(method, events, parameters, { permutations: draws, seed: 1 });
    if (!answer.ok) throw new Error(answer.problem.code);
  });

/** Seconds of `DRAWS` draws from the seconds of a few: the loop's cost is the same for each. */
const scaled = (few: number, loop: (draws: number) => unknown): number => (seconds(() => loop(few)) * DRAWS) / few;

/** Less is better: the bar is on peer over ours, so both are given as draws a second. */
const perSecond = (time: number): number => DRAWS / time;

const row = (what: string, mine: number, name: string, theirs: number, bar: number): BenchRow => ({
  what,
  value: perSecond(mine),
  unit: "draws/s",
  peer: { name, value: perSecond(theirs) },
  bar: { of: "ratio", at: bar },
});

const LOOP = "textbook loop";

/** One thread. Each of our draws is made under every null of the method; the loop's under one, for coincidence under five as ours. */
export const bench: Bench = {
  title:
    "Pattern tests: draws under the null a second (one thread; each draw of ours is made under every null of the method)",
  measure(): BenchRow[] {
    const two = scatter(2000);
    const knox = { eps_s: 3, eps_t: 7 };
    const small = ours("knox", eventsOf(two), knox);
    const repeats = { space_breaks: "0,1,2,4", time_breaks: "0,8,15,29", metric: "manhattan" };
    const chicago = scatter(11_701);
    const clusters = scatter(200);
    const types = eventsOf(two, (i) => (i % 2 === 0 ? "A" : "B"));
    const [a, b] = [0, 1].map((k) => two.t.filter((_, i) => i % 2 === k)) as [Float64Array, Float64Array];
    const fewer = scatter(20_000);
    const large = ours("knox", eventsOf(fewer), { eps_s: 3, eps_t: 7 });
    return [
      row(
        "Knox, n = 2,000, 3 km, 7 d",
        small,
        LOOP,
        scaled(3, (draws) => loopKnox(two, 3, 7, draws)),
        100,
      ),
      row(
        "near repeat, n = 11,701, 3 × 3 bands",
        ours("near-repeat", eventsOf(chicago), repeats, 99) * (DRAWS / 99),
        LOOP,
        scaled(1, (draws) => loopNearRepeat(chicago, [0, 1, 2, 4], [0, 8, 15, 29], draws)),
        10,
      ),
      row(
        "permutation scan, n = 200, 10 km, 30 d",
        ours("scan", eventsOf(clusters), { rmax: 10, dmax: 30 }),
        LOOP,
        scaled(2, (draws) => loopScan(clusters, 10, 30, draws)),
        20,
      ),
      row(
        "event coincidence, 1,000 and 1,000 events, 5 d",
        ours("eca", types, { A: "A", B: "B", span: "0,729", delT: 5 }),
        `${LOOP}, five nulls`,
        scaled(20, (draws) => loopCoincidence(a, b, 5, 730, 5 * draws)),
        10,
      ),
      {
        what: "Knox, seconds of n = 20,000 over n = 2,000, by close pair",
        value: large / pairs(fewer) / (small / pairs(two)),
        unit: "times",
        bar: { of: "value", at: 4, atMost: true },
      },
    ];
  },
};

/** Close pairs in space, as the test counts them. */
function pairs(of: Scatter): number {
  const answer = runPatternTest("knox", eventsOf(of), { eps_s: 3, eps_t: 7 }, { permutations: 1, seed: 1 });
  if (!answer.ok) throw new Error(answer.problem.code);
  return Number(answer.value.result.close_space);
}
