/** Vectors of one length side by side, each of length one. */
export interface Vectors {
  readonly dimensions: number;
  readonly count: number;
  readonly values: Float32Array;
}

export function normalised(values: Float32Array, dimensions: number): Vectors {
  const count = values.length / dimensions;
  for (let v = 0; v < count; v++) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += values[v * dimensions + d]! ** 2;
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < dimensions; d++) values[v * dimensions + d]! /= length;
  }
  return { dimensions, count, values };
}

/** The centre nearest in angle to vector `v`. */
function nearest({ dimensions, values }: Vectors, v: number, centres: Vectors): number {
  let best = 0;
  let bestDot = -Infinity;
  for (let c = 0; c < centres.count; c++) {
    let dot = 0;
    for (let d = 0; d < dimensions; d++) dot += values[v * dimensions + d]! * centres.values[c * dimensions + d]!;
    if (dot > bestDot) {
      bestDot = dot;
      best = c;
    }
  }
  return best;
}

/** Sums of each cluster's vectors, made unit length. An empty cluster starts anew at a vector drawn by lot. */
function centresOf(vectors: Vectors, weights: Float32Array, of: Uint16Array, k: number, random: () => number): Vectors {
  const { dimensions, values } = vectors;
  const sums = new Float32Array(k * dimensions);
  const filled = new Uint8Array(k);
  for (let v = 0; v < vectors.count; v++) {
    const c = of[v]!;
    filled[c] = 1;
    for (let d = 0; d < dimensions; d++) sums[c * dimensions + d]! += weights[v]! * values[v * dimensions + d]!;
  }
  for (let c = 0; c < k; c++) {
    if (filled[c] === 1) continue;
    const v = Math.floor(random() * vectors.count);
    sums.set(values.subarray(v * dimensions, (v + 1) * dimensions), c * dimensions);
  }
  return normalised(sums, dimensions);
}

export interface Clusters {
  readonly of: Uint16Array;
  readonly centres: Vectors;
}

/**
 * Spherical k-means (Dhillon and Modha 2001): clusters by cosine, from k vectors drawn by lot.
 * Cost: rounds · count · k · dimensions.
 */
export function sphericalKMeans(
  vectors: Vectors,
  weights: Float32Array,
  k: number,
  rounds: number,
  random: () => number,
): Clusters {
  const { dimensions, count, values } = vectors;
  const chosen = new Set<number>();
  // From the front half: there stand the frequent words, whose vectors are the surest.
  while (chosen.size < k) chosen.add(Math.floor((random() * count) / (count > 2 * k ? 2 : 1)));
  const first = new Float32Array(k * dimensions);
  [...chosen].forEach((v, c) => {
    first.set(values.subarray(v * dimensions, (v + 1) * dimensions), c * dimensions);
  });
  let centres = normalised(first, dimensions);
  const of = new Uint16Array(count);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let v = 0; v < count; v++) {
      const c = nearest(vectors, v, centres);
      if (c !== of[v]) moved++;
      of[v] = c;
    }
    console.log(`k ${k}, round ${round + 1}: ${moved} of ${count} moved`);
    centres = centresOf(vectors, weights, of, k, random);
    if (moved === 0) break;
  }
  return { of, centres };
}
