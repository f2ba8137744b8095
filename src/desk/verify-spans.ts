import { explain, type Problem, problem } from "../record/index.ts";

interface SpanLike {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isSpan = (value: object): value is SpanLike =>
  "start" in value &&
  "end" in value &&
  "text" in value &&
  typeof value.start === "number" &&
  typeof value.end === "number" &&
  typeof value.text === "string";

function check(doc: string, text: string, span: SpanLike): Problem | null {
  const { start, end } = span;
  if (start < 0 || end < start || end > text.length) {
    return problem("span-outside-text", { doc, start, end, length: text.length });
  }
  const found = text.slice(start, end);
  return found === span.text ? null : problem("span-words-differ", { doc, start, end, written: span.text, found });
}

/** The first span anywhere inside `value` whose words are not those of the text, or null. */
export function findFalseSpan(doc: string, text: string, value: unknown): Problem | null {
  if (typeof value !== "object" || value === null) return null;
  if (isSpan(value)) {
    const wrong = check(doc, text, value);
    if (wrong !== null) return wrong;
  }
  for (const part of Object.values(value)) {
    const wrong = findFalseSpan(doc, text, part);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Thrown for a span that does not say what it should: a bug of ours, so the run stops. */
export class FalseSpanError extends Error {
  override readonly name = "FalseSpanError";
}

/** @throws FalseSpanError naming the document. Every coded document passes here before it is written. */
export function verifySpans(doc: string, text: string, value: unknown): void {
  const wrong = findFalseSpan(doc, text, value);
  if (wrong !== null) throw new FalseSpanError(explain(wrong));
}
