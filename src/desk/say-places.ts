import type { PlacesSheet, ShownMention, ShownPlace, ShownReading } from "./places-sheet.ts";

/** "Aktobe, Kazakhstan (admin1 ADM1, GeoNames 610688)". */
function sayPlace({ name, admin1, country, precision, feature, geonameId }: ShownPlace): string {
  const where = [name, ...(admin1 !== null && admin1 !== name ? [admin1] : []), ...(country === null ? [] : [country])];
  return `${where.join(", ")} (${precision}, ${feature}${geonameId === null ? "" : `, GeoNames ${geonameId}`})`;
}

const percent = (share: number): string => (share < 0.001 ? "under 0.1 %" : `${(100 * share).toFixed(1)} %`);
const signed = (points: number): string => `${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(1)}`;

const MOST_REASONS = 3;
const sayReasons = ({ reasons }: ShownReading): string =>
  reasons
    .slice(0, MOST_REASONS)
    .map(({ points, words, weight }) => `${words} (${weight} ${signed(points)})`)
    .join("; ");

function sayExtent({ place, doubtKm, relation }: ShownMention): string {
  if (place === null || doubtKm === null) return "";
  const loosened = relation === null ? "" : `, loosened by “${relation}”`;
  return `${doubtKm === 0 ? "the town itself" : `within ${doubtKm} km`}${loosened}`;
}

function sayMention(mention: ShownMention): readonly string[] {
  const { start, end, text, use, place, within, score, ruleInWords, readings } = mention;
  const [first, ...others] = readings;
  const what = place
    ? sayPlace(place)
    : within
      ? `a street, in ${sayPlace(within)}`
      : "a street; the text names no town";
  return [
    `${text}  [${start}-${end}]${use === "associative" ? "  associative" : ""}`,
    `  ${what}`,
    `  ${[sayExtent(mention), `score ${score.toFixed(2)}`].filter((part) => part !== "").join("; ")}`,
    `  why: ${ruleInWords}${first !== undefined && first.reasons.length > 0 ? `; ${sayReasons(first)}` : ""}`,
    ...others
      .filter(worthTelling)
      .map((other) => `  or ${percent(other.share)}: ${sayPlace(other.place)}; ${sayReasons(other)}`),
  ];
}

/** The next best is always told; others only where they are more than a formality. */
const worthTelling = ({ share }: ShownReading, i: number): boolean => i === 0 || share >= 0.001;

/** The places of a document for reading in a terminal. */
export const sayPlaces = ({ document, places }: PlacesSheet): string =>
  [
    `${document.title ?? document.id}: ${places.length === 0 ? "no places" : `${places.length} place names`}`,
    ...places.flatMap((mention) => ["", ...sayMention(mention)]),
    "",
  ].join("\n");
