import { civilOf } from "../record/index.ts";
import type { Direction } from "./meaning.ts";
import type { Settled, Standing, Standpoint } from "./standpoint.ts";
import type { Outlook } from "./tense.ts";
import type { Stretch } from "./units.ts";

const distance = (stretch: Stretch, day: number): number => Math.max(0, stretch.from - day, day - stretch.to);

export interface Choice {
  readonly stretch: Stretch;
  readonly rule: string;
}

/** A story moves forward: the first stretch that is not long before where it stands. */
const LOOK_BACK: Readonly<Record<string, number>> = { day: 130, month: 130, season: 100 };

function choiceInStory(candidates: readonly Stretch[], story: Settled, unit: string): Choice | null {
  if (story.unit === "year" || story.unit === "decade" || story.unit === "century") {
    const inside = candidates.find((c) => c.from >= story.stretch.from && c.from <= story.stretch.to);
    if (inside !== undefined) return { stretch: inside, rule: "year-of-the-story" };
  }
  const earliest = story.stretch.from - (LOOK_BACK[unit] ?? 180);
  // Only 29 February has gaps so wide that none comes near.
  const next = candidates.find((c) => c.to >= earliest) ?? candidates.at(-1);
  return next === undefined ? null : { stretch: next, rule: "next-in-the-story" };
}

/**
 * How much nearer the day on the other side must be before it overrules the verb ("declared a dividend, payable Nov. 10"); "open"
 * verbs lean to the past, as news does. Set on news of the 1980s and 1990s; quarters and seasons keep to their side.
 */
const AGAINST_OUTLOOK: Readonly<Record<string, Readonly<Record<Outlook, number>>>> = {
  day: { past: 6, open: 2, future: 4 },
  month: { past: 12, open: 2, future: 4 },
};
const LAST_QUARTER: Readonly<Record<Outlook, number>> = { past: Number.POSITIVE_INFINITY, open: 1, future: 1 };
const NEVER: Readonly<Record<Outlook, number>> = {
  past: Number.POSITIVE_INFINITY,
  open: 1,
  future: Number.POSITIVE_INFINITY,
};

/** Is the stretch ahead meant, where the verb looks this way? */
function looksForward(unit: string, outlook: Outlook, behind: number, ahead: number): boolean {
  const factor = (AGAINST_OUTLOOK[unit] ?? (unit === "quarter" ? LAST_QUARTER : NEVER))[outlook];
  return outlook === "future" ? ahead <= behind * factor : ahead * factor < behind;
}

function choiceInNews(candidates: readonly Stretch[], speech: number, at: Standpoint, unit: string): Choice | null {
  const past = candidates.findLast((c) => c.from <= speech);
  const future = candidates.find((c) => c.to >= speech);
  if (past === undefined || future === undefined || past === future) {
    const only = past ?? future;
    return only === undefined ? null : { stretch: only, rule: "nearest-to-publication" };
  }
  const behind = distance(past, speech);
  const ahead = distance(future, speech);
  // Business news looks back at quarters unless a verb looks ahead.
  const forwardFrom = (outlook: Outlook): boolean =>
    looksForward(unit, unit === "quarter" && outlook === "open" ? "past" : outlook, behind, ahead);
  const choice = (forward: boolean): Choice => ({
    stretch: forward ? future : past,
    rule: forward ? "next-after-publication" : "last-before-publication",
  });
  const forward = forwardFrom("open");
  // The verb is asked only where it makes a difference.
  if (forward === forwardFrom("past")) {
    const ifFuture = forwardFrom("future");
    return choice(ifFuture === forward || !at.looksAhead() ? forward : ifFuture);
  }
  const outlook = at.outlook();
  if (outlook === "open" && unit !== "quarter")
    return { stretch: forward ? future : past, rule: "nearest-to-publication" };
  return choice(forwardFrom(outlook));
}

type StoryDirection = "that" | "following" | "preceding";

export const looksFromStory = (direction: Direction | null): direction is StoryDirection =>
  direction === "that" || direction === "following" || direction === "preceding";

/** "that summer", "the following spring", "the preceding March", seen from the story. */
function chooseFromStory(candidates: readonly Stretch[], direction: StoryDirection, story: Stretch): Choice | null {
  const found =
    direction === "following"
      ? candidates.find((c) => c.from > story.from)
      : direction === "preceding"
        ? candidates.filter((c) => c.to < story.from).at(-1)
        : candidates.find((c) => c.to >= story.from);
  return found === undefined ? null : { stretch: found, rule: `${direction}-in-the-story` };
}

function chooseByDirection(candidates: readonly Stretch[], direction: Direction, speech: number): Choice | null {
  if (direction === "last") {
    const last = candidates.filter((c) => c.to < speech).at(-1);
    return last === undefined ? null : { stretch: last, rule: "last-before-publication" };
  }
  if (direction === "next") {
    const next = candidates.find((c) => c.from > speech);
    return next === undefined ? null : { stretch: next, rule: "next-after-publication" };
  }
  const year = civilOf(speech).year;
  const own = candidates.find((c) => civilOf(c.from).year === year);
  return own === undefined ? null : { stretch: own, rule: "year-of-publication" };
}

/**
 * Which of a calendar name's stretches (one a year, in order) is meant. `unit` is the name's: a story may step back farther to a
 * month than to a day, and a verb's tense binds a quarter more than a day.
 */
export function chooseStretch(
  candidates: readonly Stretch[],
  unit: string,
  direction: Direction | null,
  at: Standpoint,
  stand: Standing,
): Choice | null {
  if (looksFromStory(direction))
    return chooseFromStory(candidates, direction, at.story?.stretch ?? { from: stand.day, to: stand.day });
  if (direction !== null) return chooseByDirection(candidates, direction, stand.day);
  if (stand.rule === "story" && at.story !== null) return choiceInStory(candidates, at.story, unit);
  return choiceInNews(candidates, stand.day, at, unit);
}
