/** A source of random numbers that repeats: the same seed gives the same numbers on every machine. */
export interface Rng {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform integer in 0 … n - 1, without modulo bias. */
  integer(n: number): number;
  /** The same seed's generator `stream` steps of 2^64 numbers on: one for each shard of work, never overlapping. */
  split(stream: number): Rng;
}

const JUMP = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b] as const;
const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** splitmix32: spreads one seed over the state. */
function spread(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
}

type State = [number, number, number, number];

function step(s: State): number {
  const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
  const t = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate(s[3], 11);
  return result;
}

/** The state 2^64 numbers on. */
function jumped(from: State): State {
  const state: State = [...from];
  const out: State = [0, 0, 0, 0];
  for (const word of JUMP) {
    for (let bit = 0; bit < 32; bit++) {
      if (word & (1 << bit)) for (let k = 0; k < 4; k++) out[k as 0 | 1 | 2 | 3] ^= state[k as 0 | 1 | 2 | 3];
      step(state);
    }
  }
  return out;
}

/** xoshiro128** from a state of four 32-bit words, not all 0. */
export function xoshiro128(initial: readonly [number, number, number, number]): Rng {
  const state: State = [...initial];
  const bits = (): number => step(state);
  return {
    uniform: () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992,
    integer(n) {
      let drawn = bits();
      let rest = drawn % n;
      // The last, incomplete block of n numbers below 2^32 is drawn again.
      while (drawn - rest + n > 4294967296) {
        drawn = bits();
        rest = drawn % n;
      }
      return rest;
    },
    split(stream) {
      let at: State = [...initial];
      for (let i = 0; i < stream; i++) at = jumped(at);
      return xoshiro128(at);
    },
  };
}

/**
 * xoshiro128**, seeded through splitmix32. `integer` takes n up to 2^32.
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), public domain.
 */
export function seeded(seed: number): Rng {
  const next = spread(seed);
  return xoshiro128([next(), next(), next(), next()]);
}

/**
 * The generator of one replicate: its four words come from the seed and the replicate's number through splitmix32, so that
 * replicates can be shared out among threads. Streams are unrelated, not provably apart: 128 bits of state make overlap unlikely.
 */
export function replicateRng(seed: number, replicate: number): Rng {
  const ofSeed = spread(seed);
  const ofReplicate = spread(Math.imul(replicate + 1, 0x9e3779b1) ^ ofSeed());
  return xoshiro128([ofReplicate() ^ ofSeed(), ofReplicate(), ofReplicate(), ofReplicate() | 1]);
}

/** A random order of 0 … n - 1. */
export function randomOrder(n: number, rng: Rng): Int32Array {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return shuffle(order, rng);
}

/** A random order that keeps every index within its own group (stretch of time, stratum); `groups` lists the indexes of each. */
export function orderWithin(n: number, groups: readonly Int32Array[], rng: Rng): Int32Array {
  const order = new Int32Array(n);
  for (const group of groups) {
    const mixed = shuffle(Int32Array.from(group), rng);
    for (let k = 0; k < group.length; k++) order[group[k]!] = mixed[k]!;
  }
  return order;
}

/** Shuffles in place (Fisher and Yates) and returns the same array. */
export function shuffle<T extends { length: number; [index: number]: number }>(values: T, rng: Rng): T {
  for (let i = values.length - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
  return values;
}
