import { expect, test } from "vitest";
import { type ChainExample, ChainField } from "../../training/text/chain-field.ts";

/** One feature a word; 3 says nothing of its word, whose label is always that of the word before. */
const examples: ChainExample[] = [
  { features: Uint32Array.of(1, 3, 3), labels: Uint8Array.of(0, 0, 0) },
  { features: Uint32Array.of(2, 3, 3), labels: Uint8Array.of(1, 1, 1) },
];
const newField = (): ChainField =>
  new ChainField(Uint32Array.of(0, 1, 1, 4), {
    labels: 2,
    width: 1,
    mayFollow: () => true,
    rate: 0.5,
    squared: 0.01,
    absolute: 0,
  });
const round = (field: ChainField): number => examples.reduce((sum, example) => sum + field.learn(example), 0);

test("learning makes the labels it is shown likely, by words and by what stands before", () => {
  const field = newField();
  const before = round(field);
  for (let i = 0; i < 60; i++) round(field);
  expect(Math.exp(before / 2)).toBeLessThan(0.2);
  expect(Math.exp(round(field) / 2)).toBeGreaterThan(0.8);
});

test("a run taken up again from its state goes on as if it had not been broken", () => {
  const [whole, broken] = [newField(), newField()];
  round(whole);
  round(broken);
  const resumed = newField();
  resumed.restore(broken.state());
  expect(round(resumed)).toBe(round(whole));
  expect(resumed.weights).toEqual(whole.weights);
});

test("the state of another run is refused", () =>
  expect(() => newField().restore(new Uint8Array(400))).toThrow(RangeError));
