/** Adam (Kingma and Ba 2015) over one stretch of numbers; its state is part of a checkpoint. */
export interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export const noMoments = (length: number): Moments => ({
  first: new Float32Array(length),
  second: new Float32Array(length),
});

const KEEP_FIRST = 0.9;
const KEEP_SECOND = 0.95;

export interface AdamStep {
  /** Counted from 1. */
  readonly step: number;
  readonly rate: number;
  /** What slopes are multiplied with beforehand. */
  readonly scale: number;
}

/** One step for `count` numbers: weights from `at`, slopes from `from` (emptied), moments from `state`. */
export function adamStep(
  weights: Float32Array,
  at: number,
  slopes: Float32Array,
  from: number,
  moments: Moments,
  state: number,
  count: number,
  { step, rate, scale }: AdamStep,
): void {
  const { first, second } = moments;
  const correct = (rate * Math.sqrt(1 - KEEP_SECOND ** step)) / (1 - KEEP_FIRST ** step);
  for (let i = 0; i < count; i++) {
    const slope = slopes[from + i]! * scale;
    slopes[from + i] = 0;
    const m = KEEP_FIRST * first[state + i]! + (1 - KEEP_FIRST) * slope;
    const v = KEEP_SECOND * second[state + i]! + (1 - KEEP_SECOND) * slope * slope;
    first[state + i] = m;
    second[state + i] = v;
    weights[at + i]! -= (correct * m) / (Math.sqrt(v) + 1e-8);
  }
}
