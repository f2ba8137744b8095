import fc from "fast-check";
import { expect, test } from "vitest";
import { FalseSpanError, findFalseSpan, verifySpans } from "../../src/desk/verify-spans.ts";
import { spanOf } from "../../src/record/index.ts";

const TEXT = "Two 😀 policemen fell.";

test.each([
  ["a span deep inside", { events: [{ evidence: [spanOf(TEXT, 0, 3)] }] }],
  ["no span at all", { events: [], n: 3, nothing: null }],
  ["a span after an astral character, in UTF-16 units", [spanOf(TEXT, 7, 16)]],
])("%s passes", (_, value) => expect(findFalseSpan("d", TEXT, value)).toBeNull());

test.each([
  ["words that are not there", { start: 0, end: 3, text: "Ten" }, "span-words-differ"],
  ["an end beyond the text", { start: 0, end: 99, text: TEXT }, "span-outside-text"],
  ["an end before the start", { start: 5, end: 3, text: "" }, "span-outside-text"],
])("%s is found, however deep", (_, span, code) => {
  expect(findFalseSpan("d", TEXT, { a: [{ b: span }] })?.code).toBe(code);
  expect(() => verifySpans("d", TEXT, [span])).toThrow(FalseSpanError);
  expect(() => verifySpans("the-document", TEXT, [span])).toThrow(/the-document/);
});

test("every span cut from the text passes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = Math.min(a, b) % (text.length + 1);
      const end = Math.min(text.length, start + (Math.max(a, b) % 50));
      expect(findFalseSpan("d", text, { span: spanOf(text, start, end) })).toBeNull();
    }),
  );
});
