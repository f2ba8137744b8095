/** Chains of one document: each a set of mention names ("start-end"). */
export type Chains = readonly ReadonlySet<string>[];

interface Parts {
  readonly precision: readonly [right: number, of: number];
  readonly recall: readonly [right: number, of: number];
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((m) => b.has(m)).length;

/** Links kept (Vilain et al. 1995). */
function muc(of: Chains, by: Chains): [number, number] {
  let kept = 0;
  let links = 0;
  for (const chain of of) {
    const pieces = new Set([...chain].map((m) => by.findIndex((other) => other.has(m))).filter((i) => i >= 0)).size;
    const alone = [...chain].filter((m) => by.every((other) => !other.has(m))).length;
    kept += chain.size - pieces - alone;
    links += chain.size - 1;
  }
  return [kept, links];
}

/** Per mention, the share of its chain that the other side keeps (Bagga and Baldwin 1998). */
function bCubed(of: Chains, by: Chains): [number, number] {
  let right = 0;
  let mentions = 0;
  for (const chain of of) {
    for (const other of by) right += overlap(chain, other) ** 2 / chain.size;
    mentions += chain.size;
  }
  return [right, mentions];
}

/** Heaviest pairing of rows with columns, each used once (Hungarian method, costs negated). Cost: O(n³). */
function heaviestPairing(weights: readonly (readonly number[])[]): number {
  const n = Math.max(weights.length, weights[0]?.length ?? 0);
  const cost = (i: number, j: number): number => -(weights[i]?.[j] ?? 0);
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    const way = new Int32Array(n + 1);
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    let column = 0;
    rowOf[0] = i;
    do {
      used[column] = 1;
      const row = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost(row - 1, j - 1) - u[row]! - v[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[rowOf[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!;
  }
  let total = 0;
  for (let j = 1; j <= n; j++) total -= cost(rowOf[j]! - 1, j - 1);
  return total;
}

/** Similarity of chains paired one to one (Luo 2005, φ4). */
const ceafe = (gold: Chains, found: Chains): number =>
  heaviestPairing(gold.map((a) => found.map((b) => (2 * overlap(a, b)) / (a.size + b.size))));

const add = (parts: readonly Parts[]): number => {
  const sum = (pick: (p: Parts) => number): number => parts.reduce((total, p) => total + pick(p), 0);
  const precision =
    sum((p) => p.precision[0]) /
    Math.max(
      1e-9,
      sum((p) => p.precision[1]),
    );
  const recall =
    sum((p) => p.recall[0]) /
    Math.max(
      1e-9,
      sum((p) => p.recall[1]),
    );
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
};

/** CoNLL F in percent: the mean of MUC, B³ and CEAFe over all documents. Chains of one mention are left out by the caller. */
export function conllF(documents: readonly { readonly gold: Chains; readonly found: Chains }[]): number {
  const both = (measure: (of: Chains, by: Chains) => [number, number]): number =>
    add(documents.map(({ gold, found }) => ({ precision: measure(found, gold), recall: measure(gold, found) })));
  const pairs = documents.map(({ gold, found }): Parts => {
    const similarity = ceafe(gold, found);
    return { precision: [similarity, found.length], recall: [similarity, gold.length] };
  });
  return (100 * (both(muc) + both(bCubed) + add(pairs))) / 3;
}
