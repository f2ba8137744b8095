import fc from "fast-check";
import { expect, test } from "vitest";
import { packageResources } from "../../src/desk/resources.ts";
import { openWordClasses, packWordClasses } from "../../src/text/word-classes.ts";

const classes = openWordClasses(packageResources.model("text-word-classes.bin"));
const shared = (a: string, b: string): number => {
  const ofB = classes.classesOf(b);
  return (classes.classesOf(a) ?? []).filter((c, level) => c === ofB?.[level]).length;
};

test.each([
  ["wednesday", "friday"],
  ["baghdad", "sarajevo"],
  ["vladimir", "igor"],
  ["killed", "wounded"],
  ["militants", "insurgents"],
])("%s and %s share at least a coarse class", (a, b) => expect(shared(a, b)).toBeGreaterThan(0));

test.each([
  ["wednesday", "rifle"],
  ["vladimir", "oxygen"],
])("%s and %s share no class", (a, b) => expect(shared(a, b)).toBe(0));

test.each(["", "xqzzvkk", "𝔘", "\u0000"])("%j has no class", (word) => expect(classes.classesOf(word)).toBeUndefined());

test("capitals and digits say nothing", () => {
  expect(classes.classesOf("BAGHDAD")).toEqual(classes.classesOf("baghdad"));
  expect(classes.classesOf("1988")).toEqual(classes.classesOf("2016"));
});

test("every word packed is found again with its classes", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 40 }), (words) => {
      const own = Array.from({ length: 300 }, (_, c) => [c % 3, c % 7, c % 150, c] as const);
      const opened = openWordClasses(packWordClasses(own, new Map(words.map((word, i) => [word, (i * 37) % 300]))));
      words.forEach((word, i) => {
        expect(opened.classesOf(word)).toEqual(own[(i * 37) % 300]);
      });
    }),
  );
});

test("bytes cut short are refused", () => {
  const bytes = packWordClasses([[0, 0, 0, 0]], new Map([["word", 0]]));
  expect(() => openWordClasses(bytes.subarray(0, bytes.length - 4))).toThrow(RangeError);
});
