import type { Count } from "../record/index.ts";

/** What a figure counts, as far as the words beside it say. */
export type Measure = "killed" | "injured" | "detained" | "other";

/** A number in a claim, with the noun it counts. Offsets into the claim's own text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly count: Count;
  /** "about", "some", "nearly": the figure is round. */
  readonly rough: boolean;
  /** The first noun-like word after it ("31 strikes" → "strikes"), or null where none follows ("twenty-one"). */
  readonly noun: string | null;
  readonly measure: Measure;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const VAGUE: ReadonlyMap<string, Count> = new Map([
  ["dozens", { min: 24, max: null }],
  ["scores", { min: 40, max: null }],
  ["hundreds", { min: 200, max: null }],
  ["thousands", { min: 2000, max: null }],
  ["several", { min: 3, max: null }],
]);

const WORD_NUMBER = `(?:(?:${TENS.join("|")})(?:[- ](?:${UNITS.slice(1, 10).join("|")}))?|${UNITS.join("|")}|a dozen|half a dozen)`;
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d+|${WORD_NUMBER})`;
const FIGURE = new RegExp(
  `\\b(?:between (${NUMBER}) and (${NUMBER})|from (${NUMBER}) to (${NUMBER})|(\\d+)[-–](\\d+)|(${NUMBER}) to (${NUMBER})|(?:(at least|more than|over|up to|at most|fewer than|less than|about|around|some|nearly|almost|roughly) )?(${NUMBER}|${[...VAGUE.keys()].join("|")}))\\b`,
  "giu",
);

/** "1,500" → 1500, "twenty-one" → 21; NaN on anything else. */
export function numberOf(words: string): number {
  const plain = words.toLowerCase().replace(/,/g, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  if (plain === "a dozen") return 12;
  if (plain === "half a dozen") return 6;
  const unit = UNITS.indexOf(plain);
  if (unit >= 0) return unit;
  const [tens = "", ones = ""] = plain.split(/[- ]/);
  const ten = TENS.indexOf(tens);
  return ten < 0 ? Number.NaN : (ten + 2) * 10 + Math.max(0, UNITS.indexOf(ones));
}

function countOf(match: RegExpExecArray): Count {
  const low = match[1] ?? match[3] ?? match[5] ?? match[7];
  const high = match[2] ?? match[4] ?? match[6] ?? match[8];
  if (low !== undefined && high !== undefined) return { min: numberOf(low), max: numberOf(high) };
  const said = (match[10] ?? "").toLowerCase();
  const vague = VAGUE.get(said);
  if (vague !== undefined) return vague;
  const value = numberOf(said);
  switch ((match[9] ?? "").toLowerCase()) {
    case "at least":
      return { min: value, max: null };
    case "more than":
    case "over":
      return { min: value + 1, max: null };
    case "up to":
    case "at most":
      return { min: null, max: value };
    case "fewer than":
    case "less than":
      return { min: null, max: value - 1 };
    default:
      return { min: value, max: value };
  }
}

const ROUGH = /^(?:about|around|some|nearly|almost|roughly)$/i;
const NO_NOUN =
  /^(?:of|in|on|at|to|from|and|or|by|for|with|the|a|an|its|their|his|her|our|these|those|more|other|was|were|is|are|had|has|have|been|says?|said|year|years|per|cent)$/i;
/** Measures that are no count of people or events. */
const UNIT_OF_MEASURE =
  /^(?:kilomet(?:re|er)s?|km|kilograms?|kg|met(?:re|er)s?|miles?|hours?|days?|weeks?|months?|minutes?|percent|dollars?|euros?|tons?|tonnes?)$/i;

const DEATH =
  /\b(?:killed|killing|kills|dead|deaths?|died|dying|drowned|perished|lynched|executed|bodies|corpses|slain|murdered|massacred|fatalities|shot dead|beheaded|lives)\b/i;
const HARM = /\b(?:wounded|wounding|injured|injuring|hurt|hospitalised|injuries)\b/i;
const HELD = /\b(?:detained|arrested|detaining|arresting|arrests|rounded up)\b/i;
const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  ["killed", DEATH],
  ["injured", HARM],
  ["detained", HELD],
];

/** "The dead were three growers", "the death toll stood at nine": the measure is named before the figure. */
const LEADING =
  /\b(dead|killed|deaths?|fatalities|wounded|injured|detained|arrested)\b(?: toll)?(?: \p{L}+){0,3}? (?:were|are|was|is|at|to|of|numbers?|include[sd]?|:)(?: \p{L}+){0,6} *$/iu;

/** The measure whose cue stands nearest: the words before the figure up to the last figure, or after it up to the next. */
function measureOf(before: string, after: string): Measure {
  const governing = before.slice(-24);
  const close = MEASURES.find(([, cue]) => new RegExp(`(?:${cue.source})\\W*$`, "i").test(governing));
  if (close !== undefined) return close[0];
  const following = MEASURES.map(([measure, cue]) => ({ measure, at: after.search(cue) }))
    .filter(({ at }) => at >= 0 && at <= 60)
    .sort((a, b) => a.at - b.at)[0];
  if (following !== undefined) return following.measure;
  const leading = LEADING.exec(before)?.[1];
  return MEASURES.find(([, cue]) => leading !== undefined && cue.test(leading))?.[0] ?? "other";
}

function nounAfter(after: string): string | null {
  const words =
    after
      .match(/^[\s\p{L}'’-]{0,60}/u)?.[0]
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "") ?? [];
  return words.find((word) => !NO_NOUN.test(word)) ?? null;
}

const isYear = (text: string, noun: string | null): boolean =>
  /^(?:1[0-9]{3}|20[0-9]{2})$/.test(text) && (noun === null || /^[A-Z]/.test(noun) || NO_NOUN.test(noun));

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b`);
const MONTH_BEFORE = new RegExp(`\\b${MONTH}\\.? $`);

/** "3 May", "May 3": a day, whether or not the dates of the text are known. */
const isDay = (before: string, after: string): boolean => MONTH_AFTER.test(after) || MONTH_BEFORE.test(before);

/**
 * The figures of a claim, dates and measures of length, weight or time left out.
 * @param skip stretches of the claim that are dates (offsets into the claim)
 */
export function findFigures(claim: string, skip: readonly { start: number; end: number }[] = []): readonly Figure[] {
  const matches = [...claim.matchAll(FIGURE)].filter(
    (match) => !skip.some((date) => match.index < date.end && date.start < match.index + match[0].length),
  );
  const found = matches.flatMap((match, i): Figure[] => {
    const start = match.index;
    const end = start + match[0].length;
    const after = claim.slice(end, matches[i + 1]?.index ?? claim.length);
    const noun = nounAfter(claim.slice(end));
    // "a 3-year-old": an age, no count.
    if (/^-\p{L}/u.test(claim.slice(end))) return [];
    if (
      isYear(match[0], noun) ||
      isDay(claim.slice(0, start), claim.slice(end)) ||
      (noun !== null && UNIT_OF_MEASURE.test(noun))
    )
      return [];
    const before = claim.slice(i === 0 ? 0 : (matches[i - 1]?.index ?? 0) + (matches[i - 1]?.[0].length ?? 0), start);
    const last = matches[i - 1];
    const carried =
      last !== undefined &&
      /^\s*\p{L}*\s*(?:\p{L}+\s+){0,2}(?:and|,)\s*$/u.test(claim.slice(last.index + last[0].length, start));
    // "one" counts only what something happened to, or an item of a list: "one man had died", not "one thing in common".
    if (/^one$/i.test(match[0]) && !carried && !MEASURES.some(([, cue]) => cue.test(after))) return [];
    const context = carried ? claim.slice(0, start) : before;
    return [
      {
        start,
        end,
        count: countOf(match),
        rough: ROUGH.test(match[9] ?? ""),
        noun,
        measure: measureOf(context, after),
      },
    ];
  });
  return shareMeasure(claim, found);
}

const COORDINATED = /^\s*(?:\p{L}+\s+){1,3}(?:and|,)\s*$/u;

/** "Five suspects and two officers were killed": what is said of the last of a row is said of all. */
function shareMeasure(claim: string, figures: readonly Figure[]): readonly Figure[] {
  let later: Figure | undefined;
  return [...figures]
    .reverse()
    .map((figure) => {
      const goesOn =
        later !== undefined && figure.measure === "other" && COORDINATED.test(claim.slice(figure.end, later.start));
      const told = goesOn && later !== undefined ? { ...figure, measure: later.measure } : figure;
      later = told;
      return told;
    })
    .reverse();
}

const NONE_BEFORE =
  "\\b(?:nobody|no one|no-one|none|no (?:people|persons?|deaths|casualties|injuries))(?: \\p{L}+){0,3}? (?:was|were|had been|has been|have been|is|are|got)(?: \\p{L}+)? ";
/** "nobody was hurt", "no casualties were reported": the words of none stand right before the words of harm. */
const saysNone = (claim: string, cue: RegExp): boolean =>
  new RegExp(
    `${NONE_BEFORE}(?:${cue.source})|\\b(?:nobody|no one) died\\b|\\bno (?:deaths|casualties|injuries)\\b`,
    "iu",
  ).test(claim);

/** Figure of a measure in a claim: the sum of coordinated parts, {0,0} where it says that nobody was. Null: not said. */
export function tollOf(claim: string, figures: readonly Figure[], measure: "killed" | "injured"): Count | null {
  const cue = measure === "killed" ? DEATH : HARM;
  if (saysNone(claim, cue)) return { min: 0, max: 0 };
  if (
    /\bden(?:y|ied|ies)\b/i.test(claim) &&
    /\b(?:anyone|anybody|any \p{L}+) (?:had|has|have|was|were|died)\b/iu.test(claim) &&
    cue.test(claim)
  )
    return { min: 0, max: 0 };
  const parts = figures.filter((figure) => figure.measure === measure);
  if (parts.length === 0) return null;
  return parts.slice(1).reduce((sum: Count, part) => addCounts(sum, part.count), parts[0]!.count);
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
export const addCounts = (a: Count, b: Count): Count => ({ min: plus(a.min, b.min), max: plus(a.max, b.max) });

/** A count in words: "5", "5 to 7", "at least 5", "up to 5". */
export function countInWords(count: Count): string {
  if (count.min === null) return count.max === null ? "no figure" : `up to ${count.max}`;
  if (count.max === null) return `at least ${count.min}`;
  return count.min === count.max ? String(count.min) : `${count.min} to ${count.max}`;
}
