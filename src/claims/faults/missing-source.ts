import { spanOf } from "../../record/index.ts";
import type { FaultFinder } from "./fault-source.ts";
import { fault, statingSentences } from "./fault-source.ts";

/** Wording that keeps the source from the reader: one fault a sentence. */
export const findMissingSources: FaultFinder = ({ reading, hiddenSources }) =>
  statingSentences(reading).flatMap((sentence) => {
    const text = reading.text.slice(sentence.start, sentence.end);
    const matches = hiddenSources.flatMap((pattern) => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ at: match.index, length: match[0].length }];
    });
    const first = matches.sort((a, b) => a.at - b.at || b.length - a.length)[0];
    if (first === undefined) return [];
    const start = sentence.start + first.at;
    const span = spanOf(reading.text, start, start + first.length);
    return [fault("missing-source", [span], `"${span.text}" hides who says so.`)];
  });
