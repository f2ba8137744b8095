import type { Claim } from "../record/index.ts";
import type { Check } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { windowOf, yearsIn } from "./claim-dates.ts";
import { declaredWindow } from "./document-scope.ts";
import { classesOf } from "./plan-rank.ts";

const ALWAYS = /\b(?:always|every time|whenever|without exception|each time|invariably|all)\b/i;
const NEVER = /\bnever\b/i;
const AFTER = /\b(?:follow(?:s|ed)?(?! by)|come after|comes after|after)\b/i;
const BEFORE =
  /\b(?:(?:are|is|be|were|was)\s+(?:\w+\s+)?followed by|lead(?:s)? to|precede[sd]?|comes? before|herald|before)\b/i;
const VIOLENT_END =
  /\b(?:turn(?:s|ed)? (?:violent|bloody|ugly)|(?:end(?:s|ed)?|result(?:s|ed)?) in (?:violence|injur\w+|fights?|clashes|blows))\b/i;
const DEADLY_END =
  /\b(?:(?:end(?:s|ed)?|result(?:s|ed)?) in (?:bloodshed|blood|deaths?|killings?)|turn(?:s|ed)? deadly|cost(?:s)? lives|claim(?:s)? lives)\b/i;
const MONTHS = "january february march april may june july august september october november december".split(" ");

/** Topic words that narrow the units: "disputes over water" → water. */
const TOPIC =
  /\b(?:over|about|against|concerning)\s+(?:the\s+|a\s+|an\s+)?(\p{L}{3,})(?:\s+(?:and|or)\s+(\p{L}{3,}))?/giu;

const monthsIn = (text: string): readonly number[] =>
  MONTHS.flatMap((name, i) => (new RegExp(`\\bin ${name}\\b`, "i").test(text) ? [i + 1] : []));

const PATTERN_DAYS = 7;

export function planPattern(context: CheckContext, claim: Claim): Check {
  const { text } = claim;
  const words = context.classWords.in(text);
  const units = words[0];
  if (units === undefined) return { type: "none", because: "outside-event-records" };
  const other = words.slice(1).find((each) => each.word.stem !== units.word.stem);
  const outcome = DEADLY_END.test(text) ? "deadly" : VIOLENT_END.test(text) ? "violent" : null;
  return {
    type: "coincidence",
    quantifier: NEVER.test(text) ? "never" : ALWAYS.test(text) ? "always" : "usually",
    units: units.word,
    about: [...text.matchAll(TOPIC)].flatMap((match) => [match[1], match[2]]).filter((word) => word !== undefined),
    with: outcome !== null ? { outcome } : other === undefined ? null : { classes: other.word },
    order: BEFORE.test(text) ? "before" : AFTER.test(text) ? "after" : "together",
    days: PATTERN_DAYS,
    months: monthsIn(text),
    scope: {
      window: windowOf(
        claim,
        context.coded.dates.filter(() => yearsIn(text).length > 0),
        null,
        null,
      ),
      places: [],
    },
  };
}

const UP =
  /\b(?:up from|rose|risen|rising|increas\w+|grew(?! rarer)|grown(?! rarer)|doubl\w+|tripl\w+|more (?:frequent|common)|on the rise|climb\w+|worse)\b/i;
const SPLIT_AFTER = /\b(?:after|since)\s+(1[5-9]\d{2}|20\d{2})\b/i;

export function planTrend(context: CheckContext, claim: Claim): Check {
  const split = /\bafter\b/i.test(claim.text) ? (SPLIT_AFTER.exec(claim.text)?.[1] ?? null) : null;
  const window =
    split === null
      ? (windowOf(claim, context.coded.dates, context.document.published ?? null, null) ?? declaredWindow(context))
      : declaredWindow(context);
  return {
    type: "trend",
    direction: UP.test(claim.text) ? "up" : "down",
    classes: classesOf(context, claim),
    split: split === null ? null : `${split}-12-31`,
    scope: { window, places: [] },
  };
}
