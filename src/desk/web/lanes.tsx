import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { DOT, type PlacedLane, type PlacedMark, placeLane } from "./lanes-layout.ts";
import { useLighting, useLitStore, useObjectLight } from "./lit.tsx";
import { useSheet } from "./shown-sheet.ts";
import { timeAxis } from "./time-axis.ts";
import { sayMark, type TimelineMark, timelineMarks } from "./timeline-mark.ts";
import { useWidth } from "./use-width.ts";
import { WORDS } from "./words-en.ts";

const LEVEL = 2 * DOT + 3;
const AXIS_HALF = 14;
const SIDE = 14;
const LANE_NAME = 26;

interface MarkProps {
  readonly placed: PlacedMark;
  readonly y: number;
  readonly reachable: boolean;
  readonly onReach: () => void;
}

function Shape({ placed, y }: Pick<MarkProps, "placed" | "y">) {
  const { left, right, shape, mark } = placed;
  const { state } = mark;
  if (shape !== "dot") {
    const paint = shape === "bar" ? "var(--tone)" : `url(#soft-${mark.lane})`;
    return (
      <rect
        className={`mark-bar mark-${state}`}
        x={left}
        y={y - DOT + 1}
        width={right - left}
        height={2 * DOT - 2}
        rx={4}
        {...(state === "omitted" ? { stroke: paint } : { fill: paint })}
      />
    );
  }
  if (state === "cited") {
    const r = DOT + 0.8;
    return <path className="mark-dot mark-cited" d={`M${left} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`} />;
  }
  return <circle className={`mark-dot mark-${state}`} cx={left} cy={y} r={state === "omitted" ? DOT - 1 : DOT} />;
}

function Mark({ placed, y, reachable, onReach }: MarkProps) {
  const store = useLitStore();
  const { key } = placed.mark;
  const lighting = useLighting(key);
  return (
    // An SVG group cannot be a <button>.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <g
      role="button"
      tabIndex={reachable ? 0 : -1}
      className={`mark tone-${placed.mark.lane}`}
      data-light={useObjectLight(key)}
      aria-label={sayMark(placed.mark)}
      {...lighting}
      onFocus={() => {
        lighting.onFocus();
        onReach();
      }}
      onClick={() => store.select(key)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          store.select(key);
        }
      }}
    >
      <rect
        className="mark-reach"
        x={placed.left - DOT - 2}
        y={y - LEVEL / 2}
        width={placed.right - placed.left + 2 * DOT + 4}
        height={LEVEL}
      />
      <Shape placed={placed} y={y} />
    </g>
  );
}

const SOFT_STOPS = [
  [0, 0.08],
  [0.22, 1],
  [0.78, 1],
  [1, 0.08],
] as const;

const SoftEnds = ({ lane }: { readonly lane: "violence" | "protest" }) => (
  <linearGradient id={`soft-${lane}`} className={`tone-${lane}`}>
    {SOFT_STOPS.map(([offset, opacity]) => (
      <stop key={offset} offset={offset} stopColor="var(--tone)" stopOpacity={opacity} />
    ))}
  </linearGradient>
);

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Two lanes over time, violence stacked up from the axis and protest down from it. One stop of the Tab key;
 * arrows step from mark to mark in the order of time.
 */
export function Lanes() {
  const shown = useSheet();
  const { timeline } = shown.sheet;
  const [frame, width] = useWidth<HTMLDivElement>(900);
  const [reached, setReached] = useState(0);
  const svg = useRef<SVGSVGElement>(null);
  const axis = useMemo(() => timeAxis(timeline.from, timeline.to, SIDE, width - SIDE), [timeline, width]);
  const lanes = useMemo(() => {
    const marks = timelineMarks(shown);
    const lane = (name: TimelineMark["lane"]): PlacedLane =>
      placeLane(
        marks.filter((mark) => mark.lane === name),
        axis,
      );
    return { violence: lane("violence"), protest: lane("protest") };
  }, [shown, axis]);
  const above = LANE_NAME + Math.max(1, lanes.violence.levels) * LEVEL;
  const middle = above + AXIS_HALF;
  const height = middle + AXIS_HALF + Math.max(1, lanes.protest.levels) * LEVEL + LANE_NAME;
  const yOf = (placed: PlacedMark): number => {
    const away = AXIS_HALF + (placed.level + 0.5) * LEVEL;
    return placed.mark.lane === "violence" ? middle - away : middle + away;
  };
  const inOrder = useMemo(
    () =>
      [...lanes.violence.marks, ...lanes.protest.marks].sort(
        (a, b) => a.left - b.left || a.mark.lane.localeCompare(b.mark.lane) || a.level - b.level,
      ),
    [lanes],
  );
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(inOrder.length - 1, Math.max(0, reached + by));
    svg.current?.querySelectorAll<SVGGElement>(".mark")[next]?.focus();
  };
  return (
    <div ref={frame} className="lanes">
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
      <svg ref={svg} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={WORDS.leftOut.chart} onKeyDown={step}>
        <defs>
          <SoftEnds lane="violence" />
          <SoftEnds lane="protest" />
        </defs>
        {axis.ticks.map((tick) => (
          <g key={tick.x} className="tick">
            <line x1={tick.x} x2={tick.x} y1={LANE_NAME - 6} y2={height - LANE_NAME + 6} />
            {tick.label !== null && (
              <text x={tick.x + 4} y={middle + 5}>
                {tick.label}
              </text>
            )}
          </g>
        ))}
        <line className="axis" x1={0} x2={width} y1={middle - AXIS_HALF} y2={middle - AXIS_HALF} />
        <line className="axis" x1={0} x2={width} y1={middle + AXIS_HALF} y2={middle + AXIS_HALF} />
        <text className="lane-name tone-violence" x={SIDE} y={15}>
          {WORDS.leftOut.violence}
        </text>
        <text className="lane-name tone-protest" x={SIDE} y={height - 6}>
          {WORDS.leftOut.protest}
        </text>
        {inOrder.map((placed, i) => (
          <Mark
            key={placed.mark.id}
            placed={placed}
            y={yOf(placed)}
            reachable={i === reached}
            onReach={() => setReached(i)}
          />
        ))}
      </svg>
    </div>
  );
}
