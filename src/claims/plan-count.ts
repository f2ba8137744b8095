import type { Claim, DayInterval } from "../record/index.ts";
import { overlaps } from "../record/index.ts";
import type { Check, CountPart } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { dateSpansIn, windowOf, yearsIn } from "./claim-dates.ts";
import { SHARE } from "./claim-testable.ts";
import { declaredWindow } from "./document-scope.ts";
import type { Figure } from "./figures.ts";
import { findFigures } from "./figures.ts";

const figuresIn = (context: CheckContext, claim: Claim): readonly Figure[] =>
  findFigures(claim.text, dateSpansIn(claim, context.coded.dates));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
const stem = (word: string): string => word.replace(/(?:es|s)$/, "");

/** Every word of the indicator's name stands in the claim. */
export const namesIndicator = (claim: string, name: string): boolean => {
  const said = new Set(wordsOf(claim).map(stem));
  const asked = wordsOf(name).map(stem);
  return asked.length > 0 && asked.every((word) => said.has(word));
};

/** The year a figure is for: the date that stands after it and before the next figure. */
function yearOf(context: CheckContext, claim: Claim, figure: Figure, next: Figure | undefined): number | null {
  const until = claim.start + (next?.start ?? claim.text.length);
  const date = context.coded.dates.find(
    (mention) => overlaps(mention, claim) && mention.start >= claim.start + figure.end && mention.start < until,
  );
  if (date?.from != null) return Number(date.from.slice(0, 4));
  return yearsIn(claim.text.slice(figure.end, next?.start))[0] ?? null;
}

/** A figure of somebody's list, looked up among the indicators; null where the claim is to be counted on the record itself. */
export function planIndicator(context: CheckContext, claim: Claim): Check | null {
  const figures = figuresIn(context, claim);
  const known = context.record.indicators.find((row) => namesIndicator(claim.text, row.name));
  const lists = claim.kind === "trend" && figures.length >= 2;
  if (figures.length === 0 || (known === undefined && !lists)) return null;
  const dated = figures.map((figure, i) => ({
    value: figure.count,
    year: yearOf(context, claim, figure, figures[i + 1]),
  }));
  return { type: "indicator", name: known?.name ?? "", figures: dated };
}

const PLACE_AFTER = /^(?:\s+(?:at|in|from))\s+((?:the\s+)?\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*)*)/u;

function partOf(context: CheckContext, claim: Claim, figure: Figure, inherited: readonly string[]): CountPart | null {
  const after = claim.text.slice(figure.end);
  const own = figure.noun === null ? null : context.classWords.of(figure.noun);
  const place = PLACE_AFTER.exec(after)?.[1] ?? null;
  if (own === null && (place === null || inherited.length === 0)) return null;
  const classes = own === null ? inherited : [...own.classes];
  return {
    label: own === null ? (place ?? "") : (figure.noun ?? ""),
    claimed: figure.count,
    classes,
    place: own === null ? place : null,
  };
}

/** Figures of a count claim: a total and its parts ("14 incidents: six protests, …"), or parts alone. */
export function planCount(context: CheckContext, claim: Claim): Check {
  if (SHARE.test(claim.text)) return { type: "rate" };
  const figures = figuresIn(context, claim);
  const colon = claim.text.indexOf(":");
  const first = figures[0];
  const totals = first !== undefined && colon > first.end && figures.length > 1 ? [first] : [];
  const total = totals[0] === undefined ? null : partOf(context, claim, totals[0], []);
  const rest = figures.filter((figure) => !totals.includes(figure));
  let inherited: readonly string[] = total?.classes ?? [];
  const parts = rest.flatMap((figure) => {
    const part = partOf(context, claim, figure, inherited);
    if (part !== null) inherited = part.classes;
    return part === null ? [] : [part];
  });
  if (total === null && parts.length === 0) return { type: "none", because: "outside-event-records" };
  return { type: "count", total, parts, scope: { window: countWindow(context, claim), places: [] } };
}

/** A window the claim names, else the one the document declares. */
export const countWindow = (context: CheckContext, claim: Claim): DayInterval | null =>
  windowOf(claim, context.coded.dates, context.document.published ?? null, null) ?? declaredWindow(context);
