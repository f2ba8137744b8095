const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DATE = `(?:\\d{1,2}\\s+${MONTH}(?:\\s+\\d{2,4})?|${MONTH}\\s+\\d{1,2}(?:,?\\s+\\d{2,4})?)`;
const DASH = "(?:--+|[-–—])";

/** `LIMA, 10 JAN 90 (EFE) -- `, `PASTO, Colombia, Aug 16 (Meridian Wire) - `, `KABUL (AFP) — `, `- LITTLE ROCK, Ark. - `. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^\\s*(?:${DASH}\\s+)?\\p{Lu}[^.;!?\\n]{1,60}?,?\\s+${DATE}\\s*(?:\\([^()\\n]{2,60}\\))?(?:\\s*\\[[^\\[\\]\\n]{2,60}\\])*\\s*(?:${DASH}|:)\\s+`,
    "iu",
  ),
  new RegExp(`^\\s*(?:${DASH}\\s+)?\\p{Lu}[^.;!?()\\n]{1,60}?\\s*\\((?:\\p{Lu}[^()\\n]{1,40})\\)\\s*${DASH}\\s+`, "u"),
  new RegExp(
    `^\\s*(?:${DASH}\\s+)?\\p{Lu}{2}[\\p{Lu} .'’-]{0,40}(?:,\\s+\\p{Lu}[\\p{L}. ]{1,25})?\\s+${DASH}\\s+`,
    "u",
  ),
];

/** Length of the dateline that opens a paragraph, white space after it included; 0 where there is none. */
export function datelineLength(paragraph: string): number {
  const opening = paragraph.slice(0, 200);
  for (const form of FORMS) {
    const found = form.exec(opening);
    if (found !== null) return found[0].length;
  }
  return 0;
}
