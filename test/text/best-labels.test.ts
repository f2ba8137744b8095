import fc from "fast-check";
import { expect, test } from "vitest";
import { bestLabels, FORBIDDEN, mayFollow, type Transitions } from "../../src/text/best-labels.ts";

const worth = (path: readonly number[], scores: readonly number[], { labels, weights }: Transitions): number =>
  path.reduce(
    (sum, label, i) => sum + scores[i * labels + label]! + weights[(path[i - 1] ?? labels) * labels + label]!,
    0,
  );

const allPaths = (words: number, labels: number): number[][] =>
  words === 0
    ? [[]]
    : allPaths(words - 1, labels).flatMap((path) => Array.from({ length: labels }, (_, label) => [...path, label]));

const small = fc.integer({ min: -50, max: 50 });

test("no other sequence of labels is worth more", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((words) => fc.array(small, { minLength: 3 * words, maxLength: 3 * words })),
      fc.array(small, { minLength: 12, maxLength: 12 }),
      (scores, weights) => {
        const transitions = { labels: 3, weights: Int32Array.from(weights) };
        const best = [...bestLabels(Int32Array.from(scores), transitions)];
        const most = Math.max(...allPaths(scores.length / 3, 3).map((path) => worth(path, scores, transitions)));
        expect(worth(best, scores, transitions)).toBe(most);
      },
    ),
  );
});

test("a forbidden step is not taken, however high its word scores", () => {
  const weights = new Int32Array(6);
  weights[1] = FORBIDDEN; // 0 → 1
  weights[5] = FORBIDDEN; // beginning → 1
  expect([...bestLabels(Int32Array.of(0, 1000, 0, 900), { labels: 2, weights })]).toEqual([0, 0]);
});

test("no words, no labels", () =>
  expect(bestLabels(new Int32Array(0), { labels: 2, weights: new Int32Array(6) })).toHaveLength(0));

test.each([
  ["B-PER", "I-PER", true],
  ["I-PER", "I-PER", true],
  ["O", "I-PER", false],
  ["B-LOC", "I-PER", false],
  [undefined, "I-PER", false],
  [undefined, "B-PER", true],
  ["I-LOC", "B-LOC", true],
  ["B-LOC", "O", true],
])("after %s, %s may stand: %s", (before, label, may) => expect(mayFollow(before, label)).toBe(may));
