import { isRealDay } from "../record/index.ts";
import { calendar, type Meaning } from "./meaning.ts";

/** "3-5-1990", "1990-3-5", "25-12-16": which figure is which, or null where no reading is a day. */
export function numericMeaning(value: string): Meaning | null {
  const figures = value.split("-");
  const [a = 0, b = 0, c = 0] = figures.map(Number);
  const [firstLength = 0, , lastLength = 0] = figures.map((figure) => figure.length);
  if (firstLength === 4) return isRealDay(a, b, c) ? calendar({ year: a, month: b, day: c }) : null;
  if (firstLength > 2 || (lastLength !== 4 && lastLength !== 2)) return null;
  const year = lastLength === 4 ? { year: c } : { shortYear: c };
  const test = lastLength === 4 ? c : 2000;
  const dayFirst = isRealDay(test, b, a);
  const monthFirst = isRealDay(test, a, b);
  if (!dayFirst && !monthFirst) return null;
  const first = dayFirst === monthFirst ? null : dayFirst ? "day" : "month";
  return calendar({
    ...year,
    month: dayFirst ? b : a,
    day: dayFirst ? a : b,
    swappable: dayFirst && monthFirst && a !== b,
    first,
  });
}
