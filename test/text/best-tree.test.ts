import fc from "fast-check";
import { expect, test } from "vitest";
import { bestTree, isProjectiveTree } from "../../src/text/trees/best-tree.ts";

// Heads of small sentences; the root is the number of tokens.
test.each([
  [[1, 2, 1], false, "no root, and two words that hang on each other"],
  [[1, 3, 1], true, "a root in the middle with a word on both sides"],
  [[3, 3, 1], false, "two roots"],
  [[2, 3, 4, 4], false, "two roots over crossing arcs"],
  [[2, 4, 1, 1], false, "a root under another arc"],
  [[1, 4, 3, 1], true, "arcs side by side and inside one another"],
  [[2, 3, 4, 2], false, "arcs that cross"],
  [[1], true, "a word alone"],
  [[1, 0, 3], false, "a cycle beside a root"],
])("%j is a tree without crossing arcs: %s (%s)", (heads, expected) =>
  expect(isProjectiveTree(Int32Array.from(heads))).toBe(expected),
);

/** Every way to hang `length` words, for sentences short enough to try them all. */
function* allHeads(length: number): Generator<Int32Array> {
  for (let code = 0; code < (length + 1) ** length; code++) {
    yield Int32Array.from({ length }, (_, i) => Math.floor(code / (length + 1) ** i) % (length + 1));
  }
}

const scored = fc
  .integer({ min: 1, max: 5 })
  .chain((length) =>
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: length * (length + 1), maxLength: length * (length + 1) }),
  );

test("no tree without crossing arcs scores more than the one chosen", () => {
  fc.assert(
    fc.property(scored, (scores) => {
      const length = Math.floor(Math.sqrt(scores.length));
      const score = (token: number, head: number): number => scores[token * (length + 1) + head]!;
      const total = (heads: Int32Array): number => heads.reduce((sum, head, t) => sum + score(t, head), 0);
      const chosen = bestTree(score, length);
      expect(isProjectiveTree(chosen)).toBe(true);
      let best = Number.NEGATIVE_INFINITY;
      for (const heads of allHeads(length)) if (isProjectiveTree(heads)) best = Math.max(best, total(heads));
      expect(total(chosen)).toBe(best);
    }),
    { numRuns: 60 },
  );
});

test("equal scores, and scores that are no numbers, still give one tree", () => {
  for (const value of [0, Number.NaN, Number.NEGATIVE_INFINITY]) {
    expect(isProjectiveTree(bestTree(() => value, 12))).toBe(true);
  }
});
