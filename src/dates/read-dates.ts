import { type CivilDay, dayFromNumber, dayNumber, isRealDay, partsOf } from "../record/index.ts";
import type { Reading, Sentence } from "../text/index.ts";
import type { DateMention, Ground, TimeSpan } from "./date-mention.ts";
import { dateOrder } from "./date-order.ts";
import type { DateRules } from "./date-rules.ts";
import { type Lexicon, scanDateWords } from "./date-words.ts";
import type { Find } from "./find.ts";
import { findDates } from "./find-dates.ts";
import { isDeictic, type Meaning, unitOf } from "./meaning.ts";
import { settle } from "./settle.ts";
import type { Settled, Standpoint } from "./standpoint.ts";
import { advance, isNarrative, nextYears } from "./story-line.ts";
import { outlookAt } from "./tense.ts";
import { precisionOf } from "./units.ts";

export interface DateContext {
  /** Day of publication, YYYY-MM-DD, or null: then words like "yesterday" stay open. */
  readonly published: string | null;
}

const speechDay = (published: string | null): number | null => {
  const day = published?.slice(0, 10) ?? "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const { year, month, day: date } = partsOf(day);
  return isRealDay(year, month, date) ? dayNumber(day) : null;
};

const timeless = (meaning: Meaning): boolean => meaning.kind === "duration" || meaning.kind === "set";

const OPEN: Ground = { said: false, rule: "unsettled" };

const real = (day: number): CivilDay | null => {
  const written = dayFromNumber(day);
  return /^\d{4}-/.test(written) && written >= "0001-01-01" ? written : null;
};

function mentionOf(find: Find, reading: Reading, settled: Settled | null, parts: readonly DateMention[]): DateMention {
  const from = settled === null ? null : real(settled.stretch.from);
  const to = settled === null ? null : real(settled.stretch.to);
  const known = from !== null && to !== null;
  const unit = settled?.unit ?? unitOf(find.meaning);
  return {
    start: find.start,
    end: find.end,
    text: reading.text.slice(find.start, find.end),
    from: known ? from : null,
    to: known ? to : null,
    precision: unit === "interval" ? "interval" : precisionOf(unit),
    year: settled?.year ?? OPEN,
    day: settled?.day ?? OPEN,
    modifier: settled?.modifier ?? (find.meaning.kind === "modified" ? find.meaning.modifier : null),
    kind: isDeictic(find.meaning) ? "deictic" : "calendar",
    otherReading:
      settled?.other == null ? null : { from: dayFromNumber(settled.other.from), to: dayFromNumber(settled.other.to) },
    found: find.rule,
    parts,
  };
}

/** The sentence that holds each find; finds and sentences both stand in the order of the text. */
function sentenceFinder(sentences: readonly Sentence[]): (at: number) => Sentence | null {
  let i = 0;
  return (at) => {
    while (i < sentences.length && sentences[i]!.end <= at) i++;
    const sentence = sentences[i];
    return sentence !== undefined && sentence.start <= at ? sentence : null;
  };
}

/** A quarter spoken of longer ago than so many characters is no longer what a comparison means. */
const QUARTER_REACH = 1500;

/** An expression so near a sentence's beginning sets its scene ("In 1943, …"). */
const SENTENCE_OPENING = 15;

interface Progress {
  readonly story: Settled | null;
  readonly quarter: { readonly settled: Settled; readonly at: number } | null;
}

const quarterAfter = (find: Find, settled: Settled | null, before: Progress["quarter"]): Progress["quarter"] =>
  settled !== null && settled.unit === "quarter" && find.meaning.kind === "calendar"
    ? { settled, at: find.end }
    : before;

/** Settles finds in the order of the text, each from where the story stands when it is reached. */
export function settleFinds(finds: readonly Find[], reading: Reading, speech: number | null): DateMention[] {
  const narrative = isNarrative(finds, speech);
  const sentenceAt = sentenceFinder(reading.sentences);
  const years = nextYears(finds);
  const order = dateOrder(finds);
  const mentions: DateMention[] = [];
  let progress: Progress = { story: null, quarter: null };
  finds.forEach((find, i) => {
    if (timeless(find.meaning) || find.meaning.kind === "beyond") return;
    const sentence = sentenceAt(find.start);
    const quarter =
      progress.quarter !== null && find.start - progress.quarter.at < QUARTER_REACH ? progress.quarter.settled : null;
    const at: Standpoint = {
      speech,
      story: progress.story,
      narrative,
      outlook: () => outlookAt(sentence, reading.text, find.start),
      quarter,
      order,
    };
    const settled = settle(find.meaning, at);
    const parts = find.parts.map((part) => mentionOf(part, reading, settle(part.meaning, at), []));
    mentions.push(mentionOf(find, reading, settled, parts));
    // A range brings the story to where the range begins.
    const opening = find.parts[0] === undefined ? settled : settle(find.parts[0].meaning, at);
    const step =
      opening === null
        ? null
        : {
            find,
            settled: opening,
            nextYear: years[i] ?? null,
            inHeading: sentence?.kind === "heading",
            opensSentence: sentence !== null && find.start - sentence.start < SENTENCE_OPENING,
          };
    progress = {
      story: step === null ? progress.story : advance(progress.story, step, reading.text),
      quarter: quarterAfter(find, settled, progress.quarter),
    };
  });
  return mentions;
}

export interface OpenedDates {
  readonly rules: DateRules;
  readonly lexicon: Lexicon;
}

export const findIn = (reading: Reading, opened: OpenedDates): Find[] =>
  findDates(reading.text, scanDateWords(reading.text, opened.lexicon, reading.capitals), opened.rules);

export const readDates = (reading: Reading, context: DateContext, opened: OpenedDates): DateMention[] =>
  settleFinds(findIn(reading, opened), reading, speechDay(context.published));

export const readTimeSpans = (reading: Reading, opened: OpenedDates): TimeSpan[] =>
  findIn(reading, opened).flatMap((find) =>
    find.meaning.kind === "duration" || find.meaning.kind === "set"
      ? [{ start: find.start, end: find.end, text: reading.text.slice(find.start, find.end), kind: find.meaning.kind }]
      : [],
  );
