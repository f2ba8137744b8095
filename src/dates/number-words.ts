import type { DateWord } from "./date-word.ts";

/** Words of the longest number that a date holds: "two thousand twenty-six". */
const LONGEST = 4;

const isNumberWord = (word: DateWord | undefined): word is DateWord => word?.keys[1] === "NUMWORD";

/** "twenty-five", "nineteen ninety-six", "two thousand ten": one word with the number as its value. */
export function joinNumberWords(words: readonly DateWord[], text: string): readonly DateWord[] {
  if (!words.some(isNumberWord)) return words;
  const joined: DateWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    if (!isNumberWord(first)) {
      joined.push(first);
      continue;
    }
    const run = [i];
    for (
      let next = nextNumberWord(words, i, text);
      next !== null && run.length <= LONGEST;
      next = nextNumberWord(words, next, text)
    ) {
      run.push(next);
    }
    const spelled = spelledNumber(run.map((index) => Number(words[index]!.value)));
    const last = spelled === null ? i : run.at(-1)!;
    joined.push(numberWord(first, words[last]!.end, spelled ?? Number(first.value)));
    i = last;
  }
  return joined;
}

function nextNumberWord(words: readonly DateWord[], last: number, text: string): number | null {
  const at = words[last]!;
  const next = words[last + 1];
  if (isNumberWord(next) && text.slice(at.end, next.start).trim() === "") return last + 1;
  const afterNext = words[last + 2];
  const hyphened =
    next?.keys[0] === "-" && next.start === at.end && isNumberWord(afterNext) && afterNext.start === next.end;
  return hyphened ? last + 2 : null;
}

const belowHundred = (tens: number | undefined, ones: number | undefined): number | null => {
  if (tens === undefined) return 0;
  if (ones === undefined) return tens < 100 ? tens : null;
  return tens >= 20 && tens < 100 && tens % 10 === 0 && ones < 10 ? tens + ones : null;
};

/** Value of a run of number words, or null where they do not add up to one number ("ten fifteen"). */
export function spelledNumber(values: readonly number[]): number | null {
  const [a = 0, b, c, d] = values;
  if (values.length > LONGEST) return null;
  if (b === undefined) return a;
  if (b === 1000 || b === 100) {
    const rest = belowHundred(c, d);
    return rest === null || a > 19 ? null : a * b + rest;
  }
  const small = c === undefined ? belowHundred(a, b) : null;
  if (small !== null) return small;
  const rest = d === undefined ? belowHundred(b, c) : null;
  // "nineteen ninety-six"
  return a >= 13 && a <= 20 && rest !== null && rest >= 10 ? a * 100 + rest : null;
}

function numberWord(first: DateWord, end: number, value: number): DateWord {
  const keys = value >= 1000 && value < 2200 ? ["NUM", "YEAR"] : ["NUM"];
  return { start: first.start, end, keys, value: String(value), seed: true };
}
