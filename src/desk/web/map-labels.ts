export interface LabelWish {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels between the point and its label; 0 where the label may stand on the point itself. */
  readonly away: number;
  readonly size: number;
}
export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Mean width of a letter to its height, a little generous: the font is whatever the system has. */
const LETTER = 0.56;

const boxAt = (label: PlacedLabel, size: number): Box => {
  const width = label.text.length * size * LETTER;
  const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - width : label.x - width / 2;
  return { left, right: left + width, top: label.y - size * 0.8, bottom: label.y + size * 0.25 };
};

const choicesFor = ({ key, text, x, y, away, size }: LabelWish): readonly PlacedLabel[] => [
  ...(away === 0 ? [{ key, text, x, y: y + size * 0.35, anchor: "middle" } as const] : []),
  { key, text, x: x + away, y: y + size * 0.35, anchor: "start" },
  { key, text, x: x - away, y: y + size * 0.35, anchor: "end" },
  { key, text, x, y: y - away, anchor: "middle" },
  { key, text, x, y: y + away + size * 0.75, anchor: "middle" },
];

/**
 * Places labels in order of wish, right of the point, else left, above or below; one that would cover another or a
 * `taken` box, or leave `frame`, is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], taken: readonly Box[], frame: Box): readonly PlacedLabel[] {
  const boxes = [...taken];
  return wishes.flatMap((wish) => {
    const placed = choicesFor(wish).find((choice) => {
      const box = boxAt(choice, wish.size);
      const inside =
        box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      return inside && !boxes.some((other) => meets(box, other));
    });
    if (placed === undefined) return [];
    boxes.push(boxAt(placed, wish.size));
    return [placed];
  });
}
