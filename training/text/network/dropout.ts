import type { Drop } from "../../../src/text/network/forward.ts";
import type { Matrix } from "../../../src/text/network/workspace.ts";
import type { Redrop } from "./backward.ts";

export type DropRates = Readonly<Record<Parameters<Drop>[2], number>>;

/**
 * Leaves columns out at random, the same ones for all tokens of a sentence, as the layers are recurrent (Gal and
 * Ghahramani 2016); what is kept grows, so that sums stay as large. `redrop` does the same to slopes.
 */
export function dropout(
  numbers: Float32Array,
  length: number,
  rates: DropRates,
  random: () => number,
): { drop: Drop; redrop: Redrop } {
  const masks = new Map<string, Float32Array>();
  const lay = ({ at, stride }: Matrix, mask: Float32Array): void => {
    for (let t = 0; t < length; t++) {
      for (let i = 0; i < mask.length; i++) numbers[at + t * stride + i]! *= mask[i]!;
    }
  };
  return {
    drop: (matrix, columns, place) => {
      const rate = rates[place];
      const mask = Float32Array.from({ length: columns }, () => (random() >= rate ? 1 / (1 - rate) : 0));
      masks.set(place, mask);
      lay(matrix, mask);
    },
    redrop: (matrix, _, place) => lay(matrix, masks.get(place)!),
  };
}
