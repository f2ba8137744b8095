/** A comparison of two items, by their indexes. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Joins items along their edges, strongest first. Two clusters are joined only if they hold no two items of one group
 * (two events of one document, two rows of one dataset, are two events) and if their items agree on average.
 * @param groups group of each item; null: of none
 * @param joins score from which one edge is a reason to join
 * @returns clusters as sorted lists of indexes, in order of their first index. Ties are broken by index, so that the order
 * of the edges does not matter. Cost: edges × cluster size.
 */
export function cluster(
  groups: readonly (string | null)[],
  edges: readonly Edge[],
  joins: number,
): readonly (readonly number[])[] {
  const clusterOf = groups.map((_, i) => i);
  const members = new Map<number, number[]>(groups.map((_, i) => [i, [i]]));
  const scores = new Map<string, number>(
    edges.map(({ a, b, score }) => [`${Math.min(a, b)}-${Math.max(a, b)}`, score]),
  );
  const between = (one: readonly number[], other: readonly number[]): number => {
    const known = one.flatMap((a) => other.map((b) => scores.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? 0));
    return known.reduce((sum, score) => sum + score, 0) / known.length;
  };
  const clash = (one: readonly number[], other: readonly number[]): boolean =>
    one.some((a) => groups[a] !== null && other.some((b) => groups[b] === groups[a]));
  const strongest = [...edges].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b, score } of strongest) {
    if (score < joins) break;
    const [p, q] = [clusterOf[a]!, clusterOf[b]!];
    const [one, other] = [members.get(p)!, members.get(q)!];
    if (p === q || clash(one, other) || between(one, other) < joins / 2) continue;
    for (const item of other) clusterOf[item] = p;
    members.set(
      p,
      [...one, ...other].sort((x, y) => x - y),
    );
    members.delete(q);
  }
  return [...members.values()].sort((x, y) => x[0]! - y[0]!);
}
