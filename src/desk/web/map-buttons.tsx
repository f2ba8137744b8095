import { ActionIcon } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { Icon } from "./icons.tsx";
import type { Zoomed } from "./use-zoom.ts";
import { WORDS } from "./words-en.ts";

const STEP = 1.6;
const PAN = 60;

/** Plus, minus, 0 and the arrows work on the focused map as the buttons do. */
export function keysMoving({ scaleBy, panBy, reset }: Zoomed): (event: KeyboardEvent) => void {
  const moves: ReadonlyMap<string, () => void> = new Map([
    ["+", () => scaleBy(STEP)],
    ["=", () => scaleBy(STEP)],
    ["-", () => scaleBy(1 / STEP)],
    ["0", reset],
    ["ArrowLeft", () => panBy(PAN, 0)],
    ["ArrowRight", () => panBy(-PAN, 0)],
    ["ArrowUp", () => panBy(0, PAN)],
    ["ArrowDown", () => panBy(0, -PAN)],
  ]);
  return (event) => {
    const move = moves.get(event.key);
    if (move === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move();
  };
}

export const MapButtons = ({ zoomed: { scaleBy, reset } }: { readonly zoomed: Zoomed }) => (
  <div className="map-buttons">
    <ActionIcon variant="default" size="lg" aria-label={WORDS.map.zoomIn} onClick={() => scaleBy(STEP)}>
      <Icon name="plus" />
    </ActionIcon>
    <ActionIcon variant="default" size="lg" aria-label={WORDS.map.zoomOut} onClick={() => scaleBy(1 / STEP)}>
      <Icon name="minus" />
    </ActionIcon>
    <ActionIcon variant="default" size="lg" aria-label={WORDS.map.reset} onClick={reset}>
      <Icon name="frame" />
    </ActionIcon>
  </div>
);
