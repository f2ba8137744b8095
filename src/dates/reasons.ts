import type { DateMention, Ground } from "./date-mention.ts";

/** What each rule that infers or leaves open did, in words that go on from "inferred:" or "left open:". */
const REASONS: Readonly<Record<string, string>> = {
  "last-before-*": "the last one before *",
  "next-after-*": "the next one after *, as the verb looks ahead",
  "nearest-to-*": "the one nearest to *, as no verb says which way it looks",
  "at-or-after-*": "the one at * or next after it",
  "counted-from-*": "counted from *",
  "year-of-*": "the year of *",
  "month-of-*": "the month of *",
  "next-in-*": "the next one from where the story stands",
  "that-in-*": "the one at which the story stands, or next",
  "following-in-*": "the next one after where the story stands",
  "preceding-in-*": "the last one before where the story stands",
  "before-the-day-of-writing": "up to the day before the day of writing",
  "after-the-day-of-writing": "from the day after the day of writing",
  "calendar-of-named-days": "worked out from the calendar of feasts and named days",
  "fiscal-year-read-as-calendar-year":
    "a fiscal year read as the calendar year, for the words do not say when it starts",
  "century-left-out": "the century is left out: the nearest that fits",
  "order-of-other-dates": "day and month in the order of the text's other dates in figures",
  "language-variety": "day and month in the order in which the text spells its dates (3 May or May 3)",
  "order-of-day-and-month-left-open": "day and month could change places, and nothing in the text decides",
  "quarter-spoken-of": "the quarter last spoken of",
  "day-just-spoken-of": "a time of the day just spoken of",
  "same-moment-on-another-clock": "the same moment on another zone's clock",
  "next-to-the-day-beside-it": "the same moment elsewhere, so the day beside it or a neighbour of it",
  "hijri-calendar": "converted from the Islamic calendar (Umm al-Qura)",
  "persian-calendar": "converted from the Persian calendar",
  "ethiopian-calendar": "converted from the Ethiopian calendar",
  "julian-calendar": "converted from the Julian calendar (old style)",
  "before-christ": "before Christ: no day of our calendar from year 1 on",
  "count-not-stated": "the words give no figure to count with",
  "date-of-the-event-not-stated": "counted from an event that the text does not date",
  "ends-do-not-make-a-range": "one of its ends is open, or it ends before it begins",
  "publication-day-unknown": "nobody knows the day of publication, and nothing earlier in the text settles it",
  "no-day-to-count-from": "nothing before it is dated well enough to count from",
};

/** What the star stands for. */
const LOOKED_FROM: Readonly<Record<string, string>> = {
  publication: "the day of publication",
  dateline: "the day of the dateline",
  story: "where the story stands",
  "the-story": "where the story stands",
  "the-date-named": "the date that the words name",
  "the-event-named": "the date that the text gives the event",
};

/**
 * A rule of inference in words.
 * @throws Error where no words are kept for the rule: rules are ours, so that is a bug.
 */
export function reasonOf(rule: string): string {
  const own = REASONS[rule];
  if (own !== undefined) return own;
  for (const [from, words] of Object.entries(LOOKED_FROM)) {
    if (!rule.endsWith(`-${from}`)) continue;
    const reason = REASONS[`${rule.slice(0, -from.length)}*`];
    if (reason !== undefined) return reason.replace("*", words);
  }
  throw new Error(`no words are kept for the rule "${rule}"`);
}

const groundInWords = (ground: Ground): string => (ground.said ? "said" : `inferred: ${reasonOf(ground.rule)}`);

/** "year inferred: the last one before the day of publication; day said", or why the expression is left open. */
export function explainMention(mention: DateMention): string {
  const { year, day } = mention;
  if (mention.from === null && !year.said) return `left open: ${reasonOf(year.rule)}`;
  if (!year.said && !day.said && year.rule === day.rule) return groundInWords(year);
  return year.said && day.said ? "said" : `year ${groundInWords(year)}; within it ${groundInWords(day)}`;
}
