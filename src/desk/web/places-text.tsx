import type { PlacesSheet } from "../places-sheet.ts";
import type { PlaceGroup } from "./place-groups.ts";

export interface PlacesTextProps {
  readonly sheet: PlacesSheet;
  readonly groups: readonly PlaceGroup[];
  readonly lit: string | null;
  readonly onLight: (key: string | null) => void;
  readonly onChoose: (key: string) => void;
}

/** The document's words with its place names marked; each opens its card. */
export function PlacesText({ sheet, groups, lit, onLight, onChoose }: PlacesTextProps) {
  const { text } = sheet.document;
  const keyOf = new Map(groups.flatMap(({ key, mentions }) => mentions.map((mention) => [mention, key] as const)));
  const before = [0, ...sheet.places.map(({ end }) => end)];
  return (
    <div className="places-text">
      {sheet.places.map((mention, i) => {
        const key = keyOf.get(mention) ?? "";
        return (
          <span key={mention.start}>
            {text.slice(before[i], mention.start)}
            <button
              type="button"
              className="place-name"
              data-use={mention.use}
              data-light={key === lit ? "lit" : undefined}
              onPointerEnter={() => onLight(key)}
              onPointerLeave={() => onLight(null)}
              onFocus={() => onLight(key)}
              onBlur={() => onLight(null)}
              onClick={() => onChoose(key)}
            >
              {mention.text}
            </button>
          </span>
        );
      })}
      {text.slice(before.at(-1))}
    </div>
  );
}
