import type { Outline } from "../text/index.ts";
import type { DateMention } from "./date-mention.ts";
import { dateOrder } from "./date-order.ts";
import { type DatedPlace, datedEvent } from "./dated-events.ts";
import type { DayOfWriting } from "./day-of-writing.ts";
import type { Find } from "./find.ts";
import { canLookAhead } from "./look-ahead.ts";
import type { ClockMeaning, Meaning } from "./meaning.ts";
import { mentionOf } from "./mention-of.ts";
import { opensSurely } from "./sentence-edges.ts";
import { settle } from "./settle.ts";
import { by, type Settled, type Standpoint } from "./standpoint.ts";
import { advance, isNarrative, nextYears, type Step } from "./story-line.ts";
import { type Outlook, outlookAt } from "./tense.ts";

/** A quarter spoken of longer ago than so many characters is no longer what a comparison means. */
const QUARTER_REACH = 1500;

/** A day spoken of longer ago than so many characters is no longer what a time of day belongs to. */
const CLOCK_REACH = 300;

/** An expression so near a sentence's beginning sets its scene ("In 1943, …"). */
const SENTENCE_OPENING = 15;

interface Place {
  readonly settled: Settled;
  readonly at: number;
}

/** What the text has said up to some expression. */
interface Progress {
  readonly story: Settled | null;
  readonly quarter: Place | null;
  /** The last day named, and the clock it was named with. */
  readonly day: (Place & { readonly clock: ClockMeaning | null }) | null;
}

const NOTHING_SAID: Progress = { story: null, quarter: null, day: null };

const timeless = (meaning: Meaning): boolean => meaning.kind === "duration" || meaning.kind === "set";

const clockOf = (meaning: Meaning): ClockMeaning | null =>
  meaning.kind === "timed" ? meaning.clock : meaning.kind === "clock" ? meaning : null;

function besideOf(find: Find, day: Progress["day"], text: string): Standpoint["beside"] {
  if (day === null || find.start - day.at > CLOCK_REACH) return null;
  const bracketed = /^\s*[([]\s*(?:[\w']+\s+){0,2}$/.test(text.slice(day.at, find.start));
  return { day: day.settled.stretch.from, moment: bracketed ? day.clock : null, bracketed };
}

function after(before: Progress, find: Find, settled: Settled | null, step: Step | null, text: string): Progress {
  const isDay = settled !== null && settled.unit === "day";
  return {
    story: step === null ? before.story : advance(before.story, step, text),
    quarter:
      settled !== null && settled.unit === "quarter" && find.meaning.kind === "calendar"
        ? { settled, at: find.end }
        : before.quarter,
    day: isDay ? { settled, at: find.end, clock: clockOf(find.meaning) } : before.day,
  };
}

/** Settles finds in the order of the text, each from where the story stands when it is reached. */
export function settleFinds(finds: readonly Find[], text: Outline, writing: DayOfWriting | null): DateMention[] {
  const speech = writing?.day ?? null;
  const narrative = isNarrative(finds, speech);
  const years = nextYears(finds);
  const order = dateOrder(finds);
  const mentions: DateMention[] = [];
  const dated: DatedPlace[] = [];
  let progress: Progress = NOTHING_SAID;
  finds.forEach((find, i) => {
    if (timeless(find.meaning)) return;
    const outlook = (): Outlook => outlookAt(text.sentenceAt(find.start), text.text, find.start);
    const { quarter } = progress;
    const at: Standpoint = {
      speech,
      story: progress.story,
      narrative,
      outlook,
      looksAhead: () => canLookAhead(text.text, find.start) && outlook() === "future",
      quarter: quarter !== null && find.start - quarter.at < QUARTER_REACH ? quarter.settled : null,
      beside: besideOf(find, progress.day, text.text),
      event: () => datedEvent(find, dated, text),
      order,
    };
    const seen = settle(find.meaning, at);
    const settled = seen !== null && find === writing?.find ? asDateline(seen) : seen;
    // A time of day beside which no day stands is no date.
    if (settled === null && find.meaning.kind === "clock") return;
    const parts = find.parts.map((part) => mentionOf(part, text, settle(part.meaning, at), writing, []));
    mentions.push(mentionOf(find, text, settled, find === writing?.find ? null : writing, parts));
    // A range brings the story to where the range begins.
    const opening = find.parts[0] === undefined ? settled : settle(find.parts[0].meaning, at);
    const step = opening === null ? null : stepOf(find, opening, years[i] ?? null, text);
    if (settled !== null) dated.push({ at: find.start, settled });
    progress = after(progress, find, settled, step, text.text);
  });
  return mentions;
}

/** A dateline without a year is dated by the day of publication, not by itself. */
const asDateline = (settled: Settled): Settled =>
  settled.year.said ? settled : { ...settled, year: by("last-before-publication") };

function stepOf(find: Find, settled: Settled, nextYear: number | null, text: Outline): Step {
  const opensSentence = (): boolean => {
    const sure = opensSurely(text.text, find.start, SENTENCE_OPENING);
    return sure ?? find.start - (text.sentenceAt(find.start)?.start ?? Number.NEGATIVE_INFINITY) < SENTENCE_OPENING;
  };
  return { find, settled, nextYear, inHeading: () => text.isHeading(find.start), opensSentence };
}
