import type { Row } from "../../src/text/linear-model.ts";

/** One sentence to learn from: feature numbers word after word, and the label of each word. */
export interface ChainExample {
  readonly features: Uint32Array;
  readonly labels: Uint8Array;
}

export interface ChainSettings {
  readonly labels: number;
  /** Features of one word. */
  readonly width: number;
  /** Label `l` may follow `before`; `before` is `labels` at the start. */
  readonly mayFollow: (before: number, label: number) => boolean;
  readonly rate: number;
  /** Strength of the pull of weights towards 0 (squared and absolute), as if each were felt once a round. */
  readonly squared: number;
  readonly absolute: number;
}

/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) learnt by AdaGrad, sentence by sentence.
 * Emission rows are numbered by the caller; transitions depend on labels alone.
 */
export class ChainField {
  readonly #settings: ChainSettings;
  readonly #counts: Uint32Array;
  readonly weights: Float32Array<ArrayBuffer>;
  readonly sums: Float32Array<ArrayBuffer>;
  readonly transitions: Float32Array<ArrayBuffer>;
  readonly transitionSums: Float32Array<ArrayBuffer>;

  /** @param counts occurrences of each feature in the training data */
  constructor(counts: Uint32Array, settings: ChainSettings) {
    const { labels } = settings;
    this.#settings = settings;
    this.#counts = counts;
    this.weights = new Float32Array(counts.length * labels);
    this.sums = new Float32Array(counts.length * labels).fill(1e-2);
    this.transitions = new Float32Array((labels + 1) * labels);
    this.transitionSums = new Float32Array((labels + 1) * labels).fill(1);
  }

  /** All that learning has changed: kept after a round, it lets a broken run go on as if it had not broken. */
  state(): Uint8Array {
    return Buffer.concat(this.#changed().map((array) => new Uint8Array(array.buffer)));
  }

  /** @throws RangeError where the state is of other features or labels */
  restore(state: Uint8Array): void {
    let at = 0;
    for (const array of this.#changed()) {
      new Uint8Array(array.buffer).set(state.subarray(at, at + array.byteLength));
      at += array.byteLength;
    }
    if (at !== state.length) throw new RangeError("state of another training run");
  }

  #changed(): Float32Array<ArrayBuffer>[] {
    return [this.weights, this.sums, this.transitions, this.transitionSums];
  }

  /** The features' own scores, word after word. */
  emissions({ features, labels: gold }: ChainExample): Float64Array {
    const { labels, width } = this.#settings;
    const scores = new Float64Array(gold.length * labels);
    for (let i = 0; i < gold.length; i++) {
      for (let f = i * width; f < (i + 1) * width; f++) {
        const row = features[f]! * labels;
        for (let l = 0; l < labels; l++) scores[i * labels + l]! += this.weights[row + l]!;
      }
    }
    return scores;
  }

  #transition(before: number, label: number): number {
    const { labels, mayFollow } = this.#settings;
    return mayFollow(before, label) ? this.transitions[before * labels + label]! : -1e9;
  }

  /** One step on one sentence; the log likelihood of its labels before the step. */
  learn(example: ChainExample): number {
    const { labels } = this.#settings;
    const gold = example.labels;
    const n = gold.length;
    const scores = this.emissions(example);
    const table = new Float64Array((labels + 1) * labels);
    for (let b = 0; b <= labels; b++) for (let l = 0; l < labels; l++) table[b * labels + l] = this.#transition(b, l);
    const { forward, backward, total } = forwardBackward(scores, table, n, labels);

    let likelihood = -total;
    const expected = new Float64Array((labels + 1) * labels);
    const emission = new Float64Array(n * labels);
    for (let i = 0; i < n; i++) {
      const before = i === 0 ? labels : gold[i - 1]!;
      likelihood += scores[i * labels + gold[i]!]! + table[before * labels + gold[i]!]!;
      expected[before * labels + gold[i]!]! -= 1;
      for (let l = 0; l < labels; l++) {
        const at = i * labels + l;
        emission[at] = Math.exp(forward[at]! + backward[at]! - total) - (l === gold[i] ? 1 : 0);
        if (i === 0) expected[labels * labels + l]! += Math.exp(forward[at]! + backward[at]! - total);
        for (let b = 0; i > 0 && b < labels; b++) {
          const sum = forward[at - l - labels + b]! + table[b * labels + l]! + scores[at]! + backward[at]! - total;
          if (sum > -30) expected[b * labels + l]! += Math.exp(sum);
        }
      }
    }
    this.#step(example, emission);
    for (let t = 0; t < expected.length; t++) {
      const g = expected[t]!;
      this.transitionSums[t]! += g * g;
      this.transitions[t]! -= (this.#settings.rate * g) / Math.sqrt(this.transitionSums[t]!);
    }
    return likelihood;
  }

  #step({ features, labels: gold }: ChainExample, emission: Float64Array): void {
    const { labels, width, rate, squared, absolute } = this.#settings;
    for (let i = 0; i < gold.length; i++) {
      for (let f = i * width; f < (i + 1) * width; f++) {
        const feature = features[f]!;
        // Number 0 stands for features too rare to count.
        if (feature === 0) continue;
        const share = 1 / this.#counts[feature]!;
        for (let l = 0; l < labels; l++) {
          const at = feature * labels + l;
          const own = emission[i * labels + l]!;
          const old = this.weights[at]!;
          if (old === 0 && Math.abs(own) < 1e-4) continue;
          const g = own + squared * share * old;
          this.sums[at]! += g * g;
          const pace = rate / Math.sqrt(this.sums[at]!);
          const moved = old - pace * g;
          const pull = pace * absolute * share;
          this.weights[at] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0;
        }
      }
    }
  }

  /** @param keys hash of each feature by its number; weights below `least` times 1 / `scale` are left out */
  rows(keys: Uint32Array, transitionKey: (before: number) => number, scale: number, least: number): Row[] {
    const { labels } = this.#settings;
    const whole = (weights: Float32Array, row: number, smallest: number): [number, number][] =>
      Array.from({ length: labels }, (_, l): [number, number] => [
        l,
        Math.max(-127, Math.min(127, Math.round(weights[row * labels + l]! * scale))),
      ]).filter(([, w]) => Math.abs(w) >= smallest);
    const rows: Row[] = [];
    for (let feature = 1; feature < keys.length; feature++) {
      const weights = whole(this.weights, feature, least);
      if (weights.length > 0) rows.push({ key: keys[feature]!, weights });
    }
    for (let before = 0; before <= labels; before++) {
      rows.push({ key: transitionKey(before), weights: whole(this.transitions, before, 1) });
    }
    return rows;
  }
}

function logSum(values: Float64Array, count: number): number {
  let most = -Infinity;
  for (let i = 0; i < count; i++) if (values[i]! > most) most = values[i]!;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(values[i]! - most);
  return most + Math.log(sum);
}

/** Logarithms of the summed weight of all label sequences up to, and from, each label of each word. */
function forwardBackward(scores: Float64Array, table: Float64Array, n: number, labels: number) {
  const forward = new Float64Array(n * labels);
  const backward = new Float64Array(n * labels);
  const room = new Float64Array(labels);
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < labels; l++) {
      if (i === 0) forward[l] = table[labels * labels + l]! + scores[l]!;
      else {
        for (let b = 0; b < labels; b++) room[b] = forward[(i - 1) * labels + b]! + table[b * labels + l]!;
        forward[i * labels + l] = logSum(room, labels) + scores[i * labels + l]!;
      }
    }
  }
  for (let i = n - 2; i >= 0; i--) {
    for (let b = 0; b < labels; b++) {
      for (let l = 0; l < labels; l++)
        room[l] = table[b * labels + l]! + scores[(i + 1) * labels + l]! + backward[(i + 1) * labels + l]!;
      backward[i * labels + b] = logSum(room, labels);
    }
  }
  return { forward, backward, total: logSum(forward.subarray((n - 1) * labels), labels) };
}
