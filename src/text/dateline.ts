const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DATE = `(?:\\d{1,2}\\s+${MONTH}(?:\\s+\\d{2,4})?|${MONTH}\\s+\\d{1,2}(?:,?\\s+\\d{2,4})?)`;
const DASH = "(?:--+|[-–—])";
const AGENCY = "\\(\\p{Lu}[^()\\n]{1,40}\\)";
const NAME = "\\p{Lu}[\\p{L}'’.-]*";

interface Form {
  readonly pattern: RegExp;
  /** So marked that it is a dateline wherever it stands; else only at the head of a document or before mixed case. */
  readonly dated: boolean;
}

/** `LIMA, 10 JAN 90 (EFE) -- `, `PASTO, Colombia, Aug 16 (Meridian Wire) - `, `KABUL (AFP) — `, `- LITTLE ROCK, Ark. - `. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `^\\s*(?:${DASH}\\s+)?\\p{Lu}[^.;!?\\n]{1,60}?,?\\s+${DATE}\\s*(?:\\([^()\\n]{2,60}\\))?(?:\\s*\\[[^\\[\\]\\n]{2,60}\\])*\\s*(?:${DASH}|:)\\s+`,
      "iu",
    ),
    dated: true,
  },
  {
    pattern: new RegExp(`^\\s*(?:${DASH}\\s+)?${NAME}(?:,?\\s${NAME}){0,4},?\\s*${AGENCY}\\s*${DASH}\\s+`, "u"),
    dated: false,
  },
  {
    pattern: new RegExp(
      `^\\s*(?:${DASH}\\s+)?\\p{Lu}{3}[\\p{Lu} .'’-]{0,40}(?:,\\s+\\p{Lu}[\\p{L}. ]{1,25})?\\s+${DASH}\\s+`,
      "u",
    ),
    dated: false,
  },
];

/** What opens a paragraph of capitals before a dash and is no place. */
const NO_PLACE =
  /^\s*(?:(?:THE|A|AN|THIS|THAT|The|A|An|NOTE|UPDATE|CORRECTION|BREAKING|WARNING|ANALYSIS|EDITOR)(?![\p{L}]))/u;

/** After `(ELN) -- ` in a text of capitals anything may follow; a dateline there is known by its date or its place in the document. */
function fits(form: Form, found: string, after: string, first: boolean): boolean {
  if (form.dated) return true;
  if (NO_PLACE.test(found)) return false;
  return first || (/\p{Ll}/u.test(after.slice(0, 60)) && /^[^\p{Ll}(]{3,}/u.test(found));
}

/**
 * Length of the dateline that opens a paragraph, white space after it included; 0 where there is none.
 * @param first the paragraph is the first of prose in its document
 */
export function datelineLength(paragraph: string, first: boolean): number {
  const opening = paragraph.slice(0, 300);
  for (const form of FORMS) {
    const found = form.pattern.exec(opening)?.[0];
    if (found !== undefined && fits(form, found, opening.slice(found.length), first)) return found.length;
  }
  return 0;
}
