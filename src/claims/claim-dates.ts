import type { CodedDocument, DayInterval, Span } from "../record/index.ts";
import { overlaps } from "../record/index.ts";

type Dates = CodedDocument["dates"];

/** Stretches of a claim that are dates, as offsets into the claim's own text. */
export const dateSpansIn = (claim: Span, dates: Dates): readonly { start: number; end: number }[] =>
  dates
    .filter((date) => overlaps(date, claim))
    .map((date) => ({ start: date.start - claim.start, end: date.end - claim.start }));

const YEARS = /\b(1[5-9]\d{2}|20\d{2})\b/g;

/** Years named in a text, in order. */
export const yearsIn = (text: string): readonly number[] => [...text.matchAll(YEARS)].map((match) => Number(match[1]));

const wholeYears = (from: number, to: number): DayInterval => ({ from: `${from}-01-01`, to: `${to}-12-31` });

/**
 * The window that a counting claim names: the interval of its dates ("from 1951 to 1957", "since 2018", "of the decade").
 * @param published end of an open window; null where it is not known
 * @param about a date the claim is about (its subject's), from which "the decade" is taken
 */
export function windowOf(
  claim: Span,
  dates: Dates,
  published: string | null,
  about: string | null,
): DayInterval | null {
  const decade = about !== null && /\b(?:of|in) the decade\b/i.test(claim.text) ? Number(about.slice(0, 3)) * 10 : null;
  if (decade !== null) return wholeYears(decade, decade + 9);
  const years = yearsIn(claim.text);
  const open = claim.text.match(/\bsince (1[5-9]\d{2}|20\d{2})\b/i)?.[1];
  if (open !== undefined) return { from: `${open}-01-01`, to: published ?? "9999-12-31" };
  const inside = dates.filter((date) => overlaps(date, claim) && date.from !== null && date.to !== null);
  if (inside.length > 0 && years.length <= 1) {
    const from = inside.map((date) => date.from ?? "").sort()[0] ?? "";
    const to =
      inside
        .map((date) => date.to ?? "")
        .sort()
        .at(-1) ?? "";
    return { from, to };
  }
  return years.length === 0 ? null : wholeYears(Math.min(...years), Math.max(...years));
}
