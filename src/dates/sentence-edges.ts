/** What must stand between a place and a sentence that ends before it: a stop, a break, or a dateline's dash. */
const CAN_END = /[.!?\u2026:\u2013\u2014\u2028\u2029\u0085\r\n-]/;

/** "… the village. In": a whole word in small letters, a stop, a capital. No abbreviation is so long or stands in small letters. */
const SURE_END = /[a-z]{7}[.!?] +(?=[A-Z])/g;

/** Does a sentence begin within `reach` characters before the place? Null where only its words can tell. */
export function opensSurely(text: string, at: number, reach: number): boolean | null {
  if (at < reach) return null;
  const near = text.slice(at - reach, at);
  if (!CAN_END.test(near)) return false;
  const start = surelyFrom(text, at);
  return start > at - reach &&
    start > 1 &&
    /[.!?]\s/.test(text.slice(start - 2, start)) &&
    !CAN_END.test(text.slice(start, at))
    ? true
    : null;
}

/** Start of a stretch that holds all of the place's sentence before it; mostly the sentence itself. */
export function surelyFrom(text: string, at: number): number {
  const floor = Math.max(0, at - FARTHEST);
  const before = text.slice(floor, at + 1);
  let start = before.lastIndexOf("\n\n") + 1;
  SURE_END.lastIndex = start;
  for (let end = SURE_END.exec(before); end !== null; end = SURE_END.exec(before)) start = SURE_END.lastIndex;
  return floor + start;
}

/** End of a stretch that holds all of the place's sentence after it. */
export function surelyTo(text: string, at: number): number {
  const after = text.slice(at, at + FARTHEST);
  SURE_END.lastIndex = 0;
  const end = SURE_END.exec(after);
  const broken = after.indexOf("\n\n");
  const stop = end === null ? after.length : end.index;
  return at + (broken === -1 ? stop + 8 : Math.min(stop + 8, broken));
}

/** No sentence worth a tense is longer. */
const FARTHEST = 2000;
