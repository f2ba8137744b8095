import { spanOf } from "../../record/index.ts";
import type { Figure } from "../figures.ts";
import { addCounts, countInWords, findFigures } from "../figures.ts";
import type { FaultFinder } from "./fault-source.ts";
import { fault, statingSentences } from "./fault-source.ts";

/** A total and its parts in one sentence: "N things: a …, b … and c …", "Of the N …, a …, b … and c …". */
interface Split {
  readonly start: number;
  readonly end: number;
  readonly total: Figure;
  readonly parts: readonly Figure[];
}

const exact = (figure: Figure): boolean =>
  figure.count.min !== null && figure.count.min === figure.count.max && !figure.rough;

const PART_OF = /\bof\s+(?:the\s+|its\s+|their\s+|our\s+|those\s+)?$/i;

/** Years and the like are skipped where they open no part of the list. */
function splitOf(text: string): Split | null {
  const figures = findFigures(text).filter(exact);
  const [first] = figures;
  if (first === undefined || figures.length < 3) return null;
  const colon = text.indexOf(":");
  const beforeColon = figures.filter((figure) => figure.end <= colon);
  const after = figures.filter((figure) => figure.start > colon);
  if (colon > 0 && beforeColon.length > 0 && after.length >= 2 && listed(text, after)) {
    const total = beforeColon[0]!;
    return { start: total.start, end: endOf(text, after), total, parts: after };
  }
  const of = figures.findIndex((figure) => PART_OF.test(text.slice(0, figure.start)));
  const parts = figures.slice(of + 1);
  if (of >= 0 && parts.length >= 2 && listed(text, parts)) {
    const total = figures[of]!;
    const opening = text.slice(0, total.start).search(PART_OF);
    return { start: opening < 0 ? total.start : opening, end: endOf(text, parts), total, parts };
  }
  const [whole, ...rest] = figures;
  if (
    whole !== undefined &&
    rest.length >= 2 &&
    SPLITS.test(text.slice(whole.end, rest[0]!.start)) &&
    listed(text, rest)
  ) {
    return { start: whole.start, end: endOf(text, rest), total: whole, parts: rest };
  }
  return null;
}

/** "The 41 closures break down as …". */
const SPLITS =
  /\b(?:break(?:s|ing)? down (?:as|into)|compris\w+|consist\w* of|made up of|namely|divid\w+ into|split into)\b/i;

/** Parts stand in a row, with commas and a last "and", and never more than a clause apart. */
const listed = (text: string, parts: readonly Figure[]): boolean =>
  parts.slice(1).every((part, i) => {
    const between = text.slice(parts[i]!.end, part.start);
    return between.length < 90 && /,|\band\b/.test(between) && !/[;:.!?]\s/.test(between);
  }) && /\band\b/.test(text.slice(parts.at(-2)!.end, parts.at(-1)!.start));

const endOf = (text: string, parts: readonly Figure[]): number => {
  const tail = text.slice(parts.at(-1)!.end).match(/^[^,;.!?]*/)?.[0].length ?? 0;
  return parts.at(-1)!.end + tail;
};

/** A total that its own parts do not make. */
export const findWrongSums: FaultFinder = ({ reading }) =>
  statingSentences(reading).flatMap((sentence) => {
    const split = splitOf(reading.text.slice(sentence.start, sentence.end));
    if (split === null) return [];
    const sum = split.parts.slice(1).reduce((all, part) => addCounts(all, part.count), split.parts[0]!.count);
    const total = split.total.count.min ?? 0;
    // A part greater than the whole is an age, a street number or a day, and no part.
    if (sum.min === total || split.parts.some((part) => (part.count.min ?? 0) > total)) return [];
    const span = spanOf(reading.text, sentence.start + split.start, sentence.start + split.end);
    const parts = split.parts.map((part) => countInWords(part.count)).join(" + ");
    return [fault("inconsistency", [span], `${parts} = ${sum.min}, not ${countInWords(split.total.count)}.`)];
  });
