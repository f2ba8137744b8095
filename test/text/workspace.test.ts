import fc from "fast-check";
import { expect, test } from "vitest";
import { openWorkspace } from "../../src/text/network/workspace.ts";

const size = fc.integer({ min: 1, max: 9 });

test("the product adds A times B to C, whatever the sizes and strides", () => {
  const { numbers, times } = openWorkspace(5_000);
  fc.assert(
    fc.property(size, size, size, fc.integer({ min: 0, max: 3 }), (rows, inner, quarter, gap) => {
      const columns = 4 * quarter;
      const a = { at: 3, stride: inner + gap };
      const b = { at: 600, stride: columns + gap };
      const c = { at: 1_500, stride: columns + gap };
      numbers.forEach((_, i) => {
        numbers[i] = ((i * 7) % 11) - 5;
      });
      const before = numbers.slice();
      times(a, b, c, rows, inner, columns);
      const expected = before.slice();
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          for (let k = 0; k < inner; k++) {
            expected[c.at + row * c.stride + column]! +=
              before[a.at + row * a.stride + k]! * before[b.at + k * b.stride + column]!;
          }
        }
      }
      expect(numbers.every((value, i) => value === expected[i])).toBe(true);
    }),
  );
});

test("gates open, a cell keeps and takes in, an output shows the cell", () => {
  const { numbers, gates } = openWorkspace(200);
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  const given = [-9, -2, -0.5, 0, 0.3, 1, 4, 20];
  const hidden = given.length;
  for (let i = 0; i < hidden; i++) {
    for (let gate = 0; gate < 4; gate++) numbers[gate * hidden + i] = given[(i + 3 * gate) % hidden]!;
    numbers[40 + i] = 0.1 * given[i]!;
  }
  gates({ gates: 0, cellBefore: 40, cell: 50, seen: 60, output: 70 }, hidden);
  for (let i = 0; i < hidden; i++) {
    const at = (gate: number): number => given[(i + 3 * gate) % hidden]!;
    const cell = sigmoid(at(0)) * Math.tanh(at(3)) + sigmoid(at(1)) * 0.1 * given[i]!;
    expect(numbers[50 + i]).toBeCloseTo(cell, 5);
    expect(numbers[60 + i]).toBeCloseTo(Math.tanh(cell), 5);
    expect(numbers[70 + i]).toBeCloseTo(sigmoid(at(2)) * Math.tanh(cell), 5);
  }
});
