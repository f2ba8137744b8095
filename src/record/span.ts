import { z } from "zod";

/** A stretch of a document: UTF-16 code-unit offsets, end exclusive, with the words that stand there. */
export const spanSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** The span of `text` from `start` to `end`. */
export const spanOf = (text: string, start: number, end: number): Span => ({
  start,
  end,
  text: text.slice(start, end),
});

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

export const contains = (outer: { start: number; end: number }, inner: { start: number; end: number }): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
