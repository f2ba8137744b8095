import { dayOf } from "./day.ts";
import type { TimeAxis } from "./time-axis.ts";
import type { TimelineMark } from "./timeline-mark.ts";

export interface PlacedMark {
  readonly mark: TimelineMark;
  /** A bar has soft ends where its days are doubt, hard ones where they are what the event lasted. */
  readonly shape: "dot" | "bar" | "soft-bar";
  /** Pixels; for a dot the same middle twice. */
  readonly left: number;
  readonly right: number;
  /** 0 is next to the axis. */
  readonly level: number;
}
export interface PlacedLane {
  readonly marks: readonly PlacedMark[];
  readonly levels: number;
}

export const DOT = 5.5;
const GAP = 2;

function span(mark: TimelineMark, axis: TimeAxis): Pick<PlacedMark, "shape" | "left" | "right"> {
  const clamp = (x: number): number => Math.min(axis.right, Math.max(axis.left, x));
  const [left, right] = [clamp(axis.x(dayOf(mark.from))), clamp(axis.x(dayOf(mark.to) + 1))];
  const middle = (left + right) / 2;
  // A span that a dot would cover is drawn as the dot: nothing finer could be seen.
  if (right - left <= 2 * DOT) return { shape: "dot", left: middle, right: middle };
  return { shape: mark.precision === "day" ? "bar" : "soft-bar", left, right };
}

type Unplaced = Omit<PlacedMark, "level">;

const half = ({ shape }: Unplaced): number => (shape === "dot" ? DOT + GAP / 2 : GAP);

const meet = (a: Unplaced, b: Unplaced): boolean =>
  a.left - half(a) < b.right + half(b) && b.left - half(b) < a.right + half(a);

/** The lowest level where it covers nothing; a bar also keeps beyond every dot that it passes. */
function levelFor(mark: Unplaced, placed: readonly PlacedMark[]): number {
  const met = placed.filter((other) => meet(mark, other));
  const taken = new Set(met.map(({ level }) => level));
  const least =
    mark.shape === "dot" ? 0 : Math.max(-1, ...met.filter((m) => m.shape === "dot").map((m) => m.level)) + 1;
  let level = least;
  while (taken.has(level)) level += 1;
  return level;
}

/**
 * Marks of one lane, stacked away from the axis where they would cover each other, dots first.
 * `marks` in the order of time. Cost: quadratic; a thousand marks take some milliseconds.
 */
export function placeLane(marks: readonly TimelineMark[], axis: TimeAxis): PlacedLane {
  const unplaced = marks
    .map((mark) => ({ mark, ...span(mark, axis) }))
    .sort((a, b) => a.left - b.left || a.right - b.right);
  const placed: PlacedMark[] = [];
  for (const mark of [...unplaced.filter((m) => m.shape === "dot"), ...unplaced.filter((m) => m.shape !== "dot")]) {
    placed.push({ ...mark, level: levelFor(mark, placed) });
  }
  return { marks: placed, levels: placed.reduce((levels, { level }) => Math.max(levels, level + 1), 0) };
}
