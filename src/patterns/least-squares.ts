/** Symmetric positive definite k × k, row by row, inverted; null where it is singular (columns that say the same). */
export function inverseOf(matrix: Float64Array, k: number): Float64Array | null {
  const a = Float64Array.from(matrix);
  const inverse = new Float64Array(k * k);
  for (let i = 0; i < k; i++) inverse[i * k + i] = 1;
  for (let c = 0; c < k; c++) {
    let pivot = c;
    for (let r = c + 1; r < k; r++) if (Math.abs(a[r * k + c]!) > Math.abs(a[pivot * k + c]!)) pivot = r;
    if (Math.abs(a[pivot * k + c]!) < 1e-12 * Math.abs(matrix[c * k + c]! || 1)) return null;
    for (const m of [a, inverse]) swapRows(m, pivot, c, k);
    const by = a[c * k + c]!;
    for (let j = 0; j < k; j++) {
      a[c * k + j]! /= by;
      inverse[c * k + j]! /= by;
    }
    for (let r = 0; r < k; r++) {
      const times = a[r * k + c]!;
      if (r === c || times === 0) continue;
      for (let j = 0; j < k; j++) {
        a[r * k + j]! -= times * a[c * k + j]!;
        inverse[r * k + j]! -= times * inverse[c * k + j]!;
      }
    }
  }
  return inverse;
}

function swapRows(m: Float64Array, a: number, b: number, k: number): void {
  if (a === b) return;
  for (let j = 0; j < k; j++) {
    const kept = m[a * k + j]!;
    m[a * k + j] = m[b * k + j]!;
    m[b * k + j] = kept;
  }
}

/** Rows of a design: one array of k numbers each. */
export type Design = readonly (readonly number[])[];

/** X'WX, row by row. */
export function crossProduct(design: Design, weights: ArrayLike<number>): Float64Array {
  const k = design[0]!.length;
  const sum = new Float64Array(k * k);
  design.forEach((row, i) => {
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) sum[a * k + b]! += weights[i]! * row[a]! * row[b]!;
  });
  return sum;
}

export function times(matrix: Float64Array, vector: readonly number[]): number[] {
  const k = vector.length;
  return vector.map((_, a) => vector.reduce((sum, v, b) => sum + matrix[a * k + b]! * v, 0));
}

/** Coefficients and residuals of ordinary least squares; null where columns say the same. */
export function leastSquares(
  design: Design,
  y: readonly number[],
): { coefficients: readonly number[]; residuals: readonly number[]; rss: number } | null {
  const inverse = inverseOf(crossProduct(design, new Float64Array(y.length).fill(1)), design[0]!.length);
  if (inverse === null) return null;
  const xy = design[0]!.map((_, a) => design.reduce((sum, row, i) => sum + row[a]! * y[i]!, 0));
  const coefficients = times(inverse, xy);
  const residuals = design.map((row, i) => y[i]! - row.reduce((sum, v, a) => sum + v * coefficients[a]!, 0));
  return { coefficients, residuals, rss: residuals.reduce((sum, e) => sum + e * e, 0) };
}
