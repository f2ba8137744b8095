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

/** Lowest level whose last mark ends before this one begins. */
function pack(spans: readonly Omit<PlacedMark, "level">[], firstLevel: number): readonly PlacedMark[] {
  const ends: number[] = [];
  return spans.map((placed) => {
    const half = placed.shape === "dot" ? DOT + GAP / 2 : GAP;
    const free = ends.findIndex((end) => end <= placed.left - half);
    const level = free === -1 ? ends.length : free;
    ends[level] = placed.right + half;
    return { ...placed, level: level + firstLevel };
  });
}

const levelsOf = (marks: readonly PlacedMark[]): number =>
  marks.reduce((levels, placed) => Math.max(levels, placed.level + 1), 0);

/**
 * Marks of one lane, stacked away from the axis where they would cover each other: dots keep to the axis,
 * bars lie beyond them. `marks` in the order of time.
 */
export function placeLane(marks: readonly TimelineMark[], axis: TimeAxis): PlacedLane {
  const spans = marks
    .map((mark) => ({ mark, ...span(mark, axis) }))
    .sort((a, b) => a.left - b.left || a.right - b.right);
  const dots = pack(
    spans.filter(({ shape }) => shape === "dot"),
    0,
  );
  const bars = pack(
    spans.filter(({ shape }) => shape !== "dot"),
    levelsOf(dots),
  );
  const placed = [...dots, ...bars];
  return { marks: placed, levels: levelsOf(placed) };
}
