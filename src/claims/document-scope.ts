import type { DayInterval, Event, RecordRow } from "../record/index.ts";
import { addDays, dayNumber } from "../record/index.ts";
import type { CheckContext, CheckedInput } from "./check-context.ts";
import { isToldAsHappened } from "./check-context.ts";
import { isViolent } from "./subject.ts";

/** The period a document declares in a heading or its first lines ("27 May to 9 June 2019", "1951-1957"), or null. */
export function declaredWindow(input: CheckedInput): DayInterval | null {
  const opening = input.reading.sentences.filter((sentence) => sentence.kind === "heading" || sentence.index < 2);
  const declared = input.coded.dates.find(
    (date) =>
      date.from !== null &&
      date.to !== null &&
      dayNumber(date.to) - dayNumber(date.from) >= 6 &&
      date.precision === "interval" &&
      opening.some((sentence) => sentence.start <= date.start && date.end <= sentence.end),
  );
  return declared?.from != null && declared.to !== null ? { from: declared.from, to: declared.to } : null;
}

const DAYS_BEFORE = 14;

/** The incident a document is chiefly about: the violent one, dated to the day, that most of its words speak of. */
export function mainIncident(events: readonly Event[]): Event | null {
  const told = events.filter((event) => isToldAsHappened(event) && event.date !== null);
  const weight = (event: Event): number =>
    event.evidence.length +
    (event.casualties.killed === null ? 0 : 2) +
    (isViolent(event.incident) ? 2 : 0) +
    (event.date?.precision === "day" ? 2 : 0);
  return [...told].sort((a, b) => weight(b) - weight(a) || firstWord(a) - firstWord(b))[0] ?? null;
}

const firstWord = (event: Event): number => Math.min(...event.evidence.map((span) => span.start));

/** Window of a document: what it declares, else from 14 days before its main incident to its publication. */
export function documentWindow(input: CheckedInput): DayInterval | null {
  const declared = declaredWindow(input);
  if (declared !== null) return declared;
  const main = mainIncident(input.coded.events)?.date;
  if (main == null) return null;
  const last =
    input.coded.events
      .map((event) => event.date?.to ?? "")
      .sort()
      .at(-1) ?? main.to;
  return { from: addDays(main.from, -DAYS_BEFORE), to: input.document.published ?? last };
}

export const inWindow = (row: RecordRow, window: DayInterval | null): boolean =>
  window === null || (row.from <= window.to && row.to >= window.from);

/** Does a row lie in the place of that name: town, division or country? */
export const rowIsIn = (context: Pick<CheckContext, "linker" | "countries">, row: RecordRow, name: string): boolean =>
  [row.place, row.admin1].some((part) => part !== null && context.linker.samePlaceName(part, name)) ||
  (row.country !== null && context.countries.get(name.toLowerCase()) === row.country);
