import type { Arc } from "./parser.ts";

/** What a tree's arcs count for: a vote, and a little for how surely the arc was drawn. */
const VOTE = 1;
const MARGIN = 1 / 400;
const SUREST = 1;

const weightOf = (arc: Arc): number => VOTE + Math.min(SUREST, Math.max(0, arc.margin) * MARGIN);

interface Candidate {
  readonly head: number;
  readonly weight: number;
  readonly deprel: string;
}

/** Heads either tree proposes for each word, best first; the root counts as head -1. */
function candidatesOf(one: readonly Arc[], other: readonly Arc[]): Candidate[][] {
  return one.map((a, i) => {
    const b = other[i]!;
    if (a.head !== b.head) {
      const pair = [a, b].map((arc) => ({ head: arc.head, weight: weightOf(arc), deprel: arc.deprel }));
      return pair.sort((x, y) => y.weight - x.weight);
    }
    const deprel = weightOf(a) >= weightOf(b) ? a.deprel : b.deprel;
    return [{ head: a.head, weight: weightOf(a) + weightOf(b), deprel }];
  });
}

/** Words of one cycle among the chosen heads, or null. */
function findCycle(heads: readonly number[]): number[] | null {
  const seen = new Int32Array(heads.length).fill(-1);
  for (let start = 0; start < heads.length; start++) {
    let at = start;
    while (at >= 0 && seen[at] === -1) {
      seen[at] = start;
      at = heads[at]!;
    }
    if (at < 0 || seen[at] !== start) continue;
    const cycle = [at];
    for (let i = heads[at]!; i !== at; i = heads[i]!) cycle.push(i);
    return cycle;
  }
  return null;
}

/**
 * One tree from the arcs of two, as good as their votes allow: the heads with most weight, and where those make a cycle
 * or a second root, the cheapest change; where that fails, the heavier of the two trees. Linear but for repairs.
 */
export function joinTrees(one: readonly Arc[], other: readonly Arc[]): Pick<Arc, "head" | "deprel">[] {
  const candidates = candidatesOf(one, other);
  const chosen = candidates.map(() => 0);
  const headsNow = (): number[] => candidates.map((list, i) => list[chosen[i]!]!.head);
  for (let repairs = 0; repairs < 20; repairs++) {
    const heads = headsNow();
    const roots = heads.flatMap((head, i) => (head < 0 ? [i] : []));
    const wrong = roots.length > 1 ? roots : findCycle(heads);
    if (wrong === null && roots.length === 1) return candidates.map((list, i) => list[chosen[i]!]!);
    const cheapest = (wrong ?? [])
      .filter((i) => chosen[i] === 0 && candidates[i]!.length > 1)
      .sort((a, b) => lossOf(candidates[a]!) - lossOf(candidates[b]!))[0];
    if (cheapest === undefined) break;
    chosen[cheapest] = 1;
  }
  const total = (arcs: readonly Arc[]): number => arcs.reduce((sum, arc) => sum + weightOf(arc), 0);
  return [...(total(one) >= total(other) ? one : other)];
}

const lossOf = (list: readonly Candidate[]): number => list[0]!.weight - list[1]!.weight;
