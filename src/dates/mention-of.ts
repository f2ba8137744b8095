import { type CivilDay, dayFromNumber, dayNumberOf } from "../record/index.ts";
import type { Outline } from "../text/index.ts";
import type { DateMention, Ground } from "./date-mention.ts";
import type { DayOfWriting } from "./day-of-writing.ts";
import type { Find } from "./find.ts";
import { isDeictic, type Meaning, unitOf } from "./meaning.ts";
import { by, SAID, type Settled } from "./standpoint.ts";
import { precisionOf } from "./units.ts";

const FIRST_DAY = dayNumberOf(1, 1, 1);
const LAST_DAY = dayNumberOf(9999, 12, 31);

/** The day as written, or null where four figures cannot hold its year. */
const real = (day: number): CivilDay | null => (day >= FIRST_DAY && day <= LAST_DAY ? dayFromNumber(day) : null);

/** Why an expression is left open, as a rule's name. */
function openRule(meaning: Meaning, writing: DayOfWriting | null): string {
  switch (meaning.kind) {
    case "beyond":
      return "before-christ";
    case "event":
      return meaning.count === null ? "count-not-stated" : "date-of-the-event-not-stated";
    case "offset":
      if (meaning.count === null) return "count-not-stated";
      break;
    case "range":
      return "ends-do-not-make-a-range";
    case "timed":
    case "modified":
      return openRule(meaning.of, writing);
    default:
  }
  return writing === null ? "publication-day-unknown" : "no-day-to-count-from";
}

/** Rules that look from the day of writing are named after what told it. */
const named = (ground: Ground, writing: DayOfWriting | null): Ground =>
  ground.said || writing === null || writing.told === "publication"
    ? ground
    : { said: false, rule: ground.rule.replace("publication", writing.told) };

/** The mention of a find, settled or left open. */
export function mentionOf(
  find: Find,
  text: Outline,
  settled: Settled | null,
  writing: DayOfWriting | null,
  parts: readonly DateMention[],
): DateMention {
  const from = settled === null ? null : real(settled.stretch.from);
  const to = settled === null ? null : settled.stretch.to === settled.stretch.from ? from : real(settled.stretch.to);
  const known = settled !== null && from !== null && to !== null;
  const unit = settled?.unit ?? unitOf(find.meaning);
  const open = known ? SAID : by(openRule(find.meaning, writing));
  return {
    start: find.start,
    end: find.end,
    text: text.text.slice(find.start, find.end),
    from: known ? from : null,
    to: known ? to : null,
    precision: unit === "interval" ? "interval" : precisionOf(unit),
    year: known ? named(settled.year, writing) : open,
    day: known ? named(settled.day, writing) : open,
    modifier: settled?.modifier ?? (find.meaning.kind === "modified" ? find.meaning.modifier : null),
    kind: isDeictic(find.meaning) ? "deictic" : "calendar",
    otherReading:
      settled?.other == null ? null : { from: dayFromNumber(settled.other.from), to: dayFromNumber(settled.other.to) },
    found: find.rule,
    parts,
  };
}
