import { closePairs } from "./close-pairs.ts";
import { columnsOf } from "./columns.ts";
import { type Experiment, settled } from "./experiment.ts";
import type { Metric, PatternEvent } from "./pattern-result.ts";

/** Which events belong to one outbreak: stated before looking, and printed with every answer. */
export interface WaveRule {
  /** Events at most so many days apart are of one wave (and the next after them, and so on). */
  readonly gap: number;
  /** And at most so far apart; null: place does not matter. */
  readonly reach: number | null;
  /** Whether only events of one type join. */
  readonly byType: boolean;
  readonly metric: Metric;
}

export interface Wave {
  /** First and last day. */
  readonly from: number;
  readonly to: number;
  /** Of its first event. */
  readonly type: string;
  readonly x: number;
  readonly y: number;
  /** Indexes of its events, in order of time. */
  readonly events: readonly number[];
}

/** Sets that join: the root of each item. */
function roots(n: number): { join(a: number, b: number): void; root(i: number): number } {
  const parent = Int32Array.from({ length: n }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    parent[root(a)] = root(b);
  };
  return { root, join };
}

/** Joins every event with the one before it (of its type) where the gap allows: by time alone. */
function joinByTime(events: readonly PatternEvent[], rule: WaveRule, join: (a: number, b: number) => void): void {
  const last = new Map<string, number>();
  const order = events.map((_, i) => i).sort((a, b) => events[a]!.t - events[b]!.t || a - b);
  for (const i of order) {
    const key = rule.byType ? events[i]!.type : "";
    const before = last.get(key);
    if (before !== undefined && events[i]!.t - events[before]!.t <= rule.gap) join(i, before);
    last.set(key, i);
  }
}

/**
 * Events grouped into waves: chains in which each event lies within the rule's gap (and reach) of another of the chain. A claim
 * about outbreaks is tested on waves, since the events of one wave are not separate answers. In order of first day.
 */
export function wavesOf(events: readonly PatternEvent[], rule: WaveRule): readonly Wave[] {
  const { root, join } = roots(events.length);
  if (rule.reach === null) joinByTime(events, rule, join);
  else {
    const near = closePairs(columnsOf(events), rule.reach, rule.metric);
    for (let k = 0; k < near.first.length; k++) {
      const [a, b] = [events[near.first[k]!]!, events[near.second[k]!]!];
      if (Math.abs(a.t - b.t) <= rule.gap && (!rule.byType || a.type === b.type)) join(near.first[k]!, near.second[k]!);
    }
  }
  const groups = new Map<number, number[]>();
  events.forEach((_, i) => {
    const group = groups.get(root(i));
    if (group === undefined) groups.set(root(i), [i]);
    else group.push(i);
  });
  const waves = [...groups.values()].map((members): Wave => {
    const inTime = members.sort((a, b) => events[a]!.t - events[b]!.t || a - b);
    const first = events[inTime[0]!]!;
    return { from: first.t, to: events[inTime.at(-1)!]!.t, type: first.type, x: first.x, y: first.y, events: inTime };
  });
  return waves.sort((a, b) => a.from - b.from || a.events[0]! - b.events[0]!);
}

/** Each wave as one event on its first day: what coincidence is tested on. */
export const onsets = (waves: readonly Wave[]): readonly PatternEvent[] =>
  waves.map(({ from, type, x, y }) => ({ t: from, type, x, y }));

/** `plumbline test waves`: the waves themselves. Description, no test. */
export function waveTable(events: readonly PatternEvent[], rule: WaveRule): Experiment {
  const waves = wavesOf(events, rule);
  const largest = waves.reduce((most, wave) => Math.max(most, wave.events.length), 0);
  const alone = waves.filter((wave) => wave.events.length === 1).length;
  return settled({
    method: "waves",
    n: events.length,
    parameters: { gap: rule.gap, reach: rule.reach, by_type: rule.byType, metric: rule.metric },
    result: {
      waves: waves.length,
      of_one_event: alone,
      largest,
      list: waves
        .filter((wave) => wave.events.length > 1)
        .map(({ from, to, type, events: members }) => ({
          from,
          to,
          days: to - from + 1,
          type,
          events: members.length,
        })),
    },
    p: {},
    verdict: null,
    null: null,
    doubt: null,
    power: null,
    warnings: [],
    reading: `${events.length} events form ${waves.length} waves (gaps of at most ${rule.gap} days${rule.reach === null ? "" : `, ${rule.reach} apart at most`}): ${alone} of one event, the largest of ${largest}.`,
  });
}
