import type { Count } from "../record/index.ts";
import type { Token } from "../text/index.ts";
import type { ActorLexicon, QuantityUse, QuantityWord } from "./lexicon.ts";

/** A quantity in a sentence: token indexes, `last` inclusive. */
export interface Quantity {
  readonly first: number;
  readonly last: number;
  readonly count: Count;
  /** First token of the figure itself, after "at least", "some": where a participant's own words start. */
  readonly figure: number;
}

interface Figure {
  readonly last: number;
  readonly count: Count;
}

const normAt = (tokens: readonly Token[], i: number): string => tokens[i]?.norm ?? "";

function phraseAt(
  tokens: readonly Token[],
  i: number,
  lexicon: ActorLexicon,
  uses: readonly QuantityUse[],
): QuantityWord | null {
  const rows = lexicon.quantities.get(normAt(tokens, i)) ?? [];
  return (
    rows.find((row) => uses.includes(row.use) && row.words.every((word, k) => normAt(tokens, i + k) === word)) ?? null
  );
}

/** "1,200", "12", "1.5" of "1.5 million"; not a year-like or ordinal token by itself: callers look at what follows. */
const digits = (norm: string): number | null =>
  /^\d{1,3}(?:[, ]\d{3})+$|^\d+(?:\.\d+)?$/.test(norm) ? Number(norm.replace(/[, ]/g, "")) : null;

function cardinalAt(
  tokens: readonly Token[],
  i: number,
  lexicon: ActorLexicon,
): { value: number; last: number } | null {
  const asDigits = digits(normAt(tokens, i));
  if (asDigits !== null) return { value: asDigits, last: i };
  const row = phraseAt(tokens, i, lexicon, ["cardinal"]);
  if (row === null) return compoundCardinal(normAt(tokens, i), i, lexicon);
  const tens = row.min ?? 0;
  if (tens < 20 || tens % 10 !== 0) return { value: tens, last: i };
  const hyphen = normAt(tokens, i + 1) === "-" ? 2 : 1;
  const unit = phraseAt(tokens, i + hyphen, lexicon, ["cardinal"]);
  return unit !== null && unit.min! > 0 && unit.min! < 10
    ? { value: tens + unit.min!, last: i + hyphen }
    : { value: tens, last: i };
}

/** "twenty-five" kept as one token. */
function compoundCardinal(norm: string, i: number, lexicon: ActorLexicon): { value: number; last: number } | null {
  const parts = norm.split("-");
  if (parts.length !== 2) return null;
  const values = parts.map((part) => lexicon.quantities.get(part)?.find((row) => row.use === "cardinal")?.min ?? null);
  const [tens, unit] = values;
  return tens != null && unit != null && tens >= 20 && unit > 0 && unit < 10 ? { value: tens + unit, last: i } : null;
}

function scaleAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): number | null {
  return phraseAt(tokens, i, lexicon, ["scale"])?.min ?? null;
}

/** A whole number in words or digits: "two hundred and five", "1.5 million", "a dozen". */
function numberAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): { value: number; last: number } | null {
  const article = /^(?:a|an)$/.test(normAt(tokens, i)) && scaleAt(tokens, i + 1, lexicon) !== null;
  const base = article ? { value: 1, last: i } : cardinalAt(tokens, i, lexicon);
  if (base === null) return null;
  let { value, last } = base;
  for (let scale = scaleAt(tokens, last + 1, lexicon); scale !== null; scale = scaleAt(tokens, last + 1, lexicon)) {
    value *= scale;
    last++;
  }
  if (last === base.last) return base;
  const joined = normAt(tokens, last + 1) === "and" ? 2 : 1;
  const rest = cardinalAt(tokens, last + joined, lexicon);
  return rest !== null && rest.value < 100 && value >= 100
    ? { value: value + rest.value, last: rest.last }
    : { value, last };
}

/** "10 to 14", "10-14", "two or three". */
function rangeAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): Figure | null {
  const glued = /^(\d+)[-–](\d+)$/.exec(normAt(tokens, i));
  if (glued !== null) return rangeOf(Number(glued[1]), Number(glued[2]), i);
  const low = numberAt(tokens, i, lexicon);
  if (low === null || !/^(?:to|or|-|–)$/.test(normAt(tokens, low.last + 1))) return null;
  const high = numberAt(tokens, low.last + 2, lexicon);
  return high === null ? null : rangeOf(low.value, high.value, high.last);
}
const isYear = (value: number): boolean => value >= 1800 && value <= 2100;

/** "between 2019 and 2021" spans years, not people. */
const rangeOf = (min: number, max: number, last: number): Figure | null =>
  min < max && !(isYear(min) && isYear(max)) ? { last, count: { min, max } } : null;

/** "between 10 and 14", "from 10 to 14". */
function betweenAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): Figure | null {
  const opener = normAt(tokens, i);
  if (opener !== "between" && opener !== "from") return null;
  const low = numberAt(tokens, i + 1, lexicon);
  const joiner = opener === "between" ? "and" : "to";
  if (low === null || normAt(tokens, low.last + 1) !== joiner) return null;
  const high = numberAt(tokens, low.last + 2, lexicon);
  return high === null ? null : rangeOf(low.value, high.value, high.last);
}

function figureAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): Figure | null {
  const range = betweenAt(tokens, i, lexicon) ?? rangeAt(tokens, i, lexicon);
  if (range !== null) return range;
  const vague = phraseAt(tokens, i, lexicon, ["vague", "none"]);
  if (vague !== null) return { last: i + vague.words.length - 1, count: { min: vague.min, max: vague.max } };
  const number = numberAt(tokens, i, lexicon);
  return number === null ? null : { last: number.last, count: { min: number.value, max: number.value } };
}

function bounded(count: Count, use: QuantityUse | null): Count {
  const figure = count.min ?? count.max;
  if (figure === null) return count;
  switch (use) {
    case "at-least":
    case "or-more":
      return { min: figure, max: null };
    case "more-than":
      return { min: figure + 1, max: null };
    case "at-most":
      return { min: null, max: count.max ?? figure };
    case "fewer-than":
      return { min: null, max: (count.max ?? figure) - 1 };
    default:
      return count;
  }
}

const BOUNDS: readonly QuantityUse[] = ["at-least", "at-most", "more-than", "fewer-than", "about"];

/** The quantity that starts at token `i`, or null. "over" and "under" bound only where a figure follows at once. */
export function quantityAt(tokens: readonly Token[], i: number, lexicon: ActorLexicon): Quantity | null {
  const uses: QuantityUse[] = [];
  let figureStart = i;
  for (
    let bound = phraseAt(tokens, i, lexicon, BOUNDS);
    bound !== null;
    bound = phraseAt(tokens, figureStart, lexicon, BOUNDS)
  ) {
    uses.push(bound.use);
    figureStart += bound.words.length;
  }
  if (/^(?:the|these|those|all|his|her|their|its)$/.test(normAt(tokens, figureStart)) && uses.length === 0)
    figureStart = i + 1;
  const figure = figureAt(tokens, figureStart, lexicon);
  if (figure === null) return null;
  const after = phraseAt(tokens, figure.last + 1, lexicon, ["or-more", "or-so"]);
  const last = after === null ? figure.last : figure.last + after.words.length;
  const use = after?.use === "or-more" ? "or-more" : (uses.find((u) => u !== "about") ?? null);
  return { first: i, last, count: bounded(figure.count, use), figure: uses.length === 0 ? i : figureStart };
}

/** Every quantity of a sentence, none inside another. */
export function quantitiesOf(tokens: readonly Token[], lexicon: ActorLexicon): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const quantity = quantityAt(tokens, i, lexicon);
    if (quantity === null) continue;
    found.push(quantity);
    i = quantity.last;
  }
  return found;
}

/** Length in tokens of "a group of", "members of" at token `i`, or 0. */
export const groupOfAt = (tokens: readonly Token[], i: number, lexicon: ActorLexicon): number =>
  phraseAt(tokens, i, lexicon, ["group-of"])?.words.length ?? 0;
