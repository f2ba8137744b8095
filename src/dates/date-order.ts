import type { Find } from "./find.ts";
import type { Meaning } from "./meaning.ts";

/** Whether figures such as 02-03-2016 give the day or the month first, and what tells. */
export interface DateOrder {
  readonly dayFirst: boolean;
  readonly rule: "order-of-other-dates" | "language-variety";
}

type Vote = { readonly dayFirst: number; readonly monthFirst: number };

const orderOf = (meaning: Meaning): "day" | "month" | null => (meaning.kind === "calendar" ? meaning.first : null);

function count(finds: readonly Find[], vote: (find: Find) => "day" | "month" | null): Vote {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const find of finds) {
    const first = vote(find);
    if (first === "day") dayFirst++;
    if (first === "month") monthFirst++;
  }
  return { dayFirst, monthFirst };
}

/** "3 May" is British and Indian usage, "May 3" American. */
const spelledOrder = (find: Find): "day" | "month" | null => {
  if (/^day-month/.test(find.rule)) return "day";
  return /^month-(?:day|ordinal)/.test(find.rule) ? "month" : null;
};

/** What a document's own dates tell of its order; null where they tell nothing or disagree. */
export function dateOrder(finds: readonly Find[]): DateOrder | null {
  const figures = count(finds, (find) => orderOf(find.meaning));
  if (figures.dayFirst > 0 !== figures.monthFirst > 0)
    return { dayFirst: figures.dayFirst > 0, rule: "order-of-other-dates" };
  const spelled = count(finds, spelledOrder);
  if (figures.dayFirst > 0 || spelled.dayFirst > 0 === spelled.monthFirst > 0) return null;
  return { dayFirst: spelled.dayFirst > 0, rule: "language-variety" };
}
