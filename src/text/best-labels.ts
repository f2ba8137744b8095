/** What the label of one word says about the next: row `labels.length` is the beginning of a sentence. */
export interface Transitions {
  readonly labels: number;
  /** `weights[before * labels + label]`; `FORBIDDEN` where the one may not follow the other. */
  readonly weights: Int32Array;
}

export const FORBIDDEN = -(2 ** 28);

/** "I-PER" follows only "B-PER" and "I-PER". */
export const mayFollow = (before: string | undefined, label: string): boolean =>
  !label.startsWith("I-") || (before !== undefined && before.slice(2) === label.slice(2));

/**
 * The sequence of labels with the largest sum of scores (Viterbi 1967).
 * @param scores of each word's labels, word after word
 * Cost: words · labels².
 */
export function bestLabels(scores: Int32Array, { labels, weights }: Transitions): Uint8Array {
  const words = scores.length / labels;
  const from = new Uint8Array(scores.length);
  const total = new Int32Array(scores.length);
  for (let i = 0; i < words; i++) {
    for (let label = 0; label < labels; label++) {
      let best = 0;
      let sum = i === 0 ? weights[labels * labels + label]! : total[(i - 1) * labels]! + weights[label]!;
      for (let before = 1; i > 0 && before < labels; before++) {
        const other = total[(i - 1) * labels + before]! + weights[before * labels + label]!;
        if (other > sum) {
          sum = other;
          best = before;
        }
      }
      from[i * labels + label] = best;
      total[i * labels + label] = Math.max(FORBIDDEN, sum) + scores[i * labels + label]!;
    }
  }
  return followBack(total, from, words, labels);
}

function followBack(total: Int32Array, from: Uint8Array, words: number, labels: number): Uint8Array {
  const path = new Uint8Array(words);
  if (words === 0) return path;
  let at = 0;
  for (let label = 1; label < labels; label++) {
    if (total[(words - 1) * labels + label]! > total[(words - 1) * labels + at]!) at = label;
  }
  for (let i = words - 1; i >= 0; i--) {
    path[i] = at;
    at = from[i * labels + at]!;
  }
  return path;
}
