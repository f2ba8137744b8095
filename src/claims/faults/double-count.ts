import { spanOf } from "../../record/index.ts";
import type { FaultFinder } from "./fault-source.ts";
import { fault, statingSentences } from "./fault-source.ts";

const LISTING =
  "(?:lists?|listed|names?|named|enters?|entered|counts?|counted|appears?|appeared|stands?|stood|figures?|included?|includes|repeats?|repeated|records?|recorded|registers?|registered|tall(?:y|ies|ied))";
/** Something is counted twice: a list that says "twice", "in both", "repeats two of them". */
const TWICE: readonly RegExp[] = [
  new RegExp(`\\b${LISTING}\\b[^.;]{0,80}\\b(?:twice|two times|a second time)\\b`, "iu"),
  new RegExp(`\\b${LISTING}\\b[^.;]{0,80}\\b(?:under|in|on) both\\b`, "iu"),
  /\brepeats? (?:\d+|one|two|three|four|five|six|some|several|many) (?:of (?:them|the|those)|names?|entries)\b/iu,
  /\b(?:double[- ]count\w*|counted double|both entries|both lists|duplicates?d?)\b/iu,
];

/** One fault a sentence: the text itself says that a list counts something twice. */
export const findDoubleCounts: FaultFinder = ({ reading }) =>
  statingSentences(reading).flatMap((sentence) => {
    const text = reading.text.slice(sentence.start, sentence.end);
    const match = TWICE.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    if (match == null) return [];
    const start = sentence.start + match.index;
    return [
      fault("double-count", [spanOf(reading.text, start, start + match[0].length)], "One thing is counted twice."),
    ];
  });
