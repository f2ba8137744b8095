import { spanOf } from "../../record/index.ts";
import type { FaultFinder } from "./fault-source.ts";
import { fault, isQuoted, statingSentences } from "./fault-source.ts";

/** Judging words in the author's voice; the note gives a neutral word. Loaded words of one phrase make one fault. */
export const findLoadedLanguage: FaultFinder = ({ reading, loadedWords }) =>
  statingSentences(reading).flatMap((sentence) => {
    const text = reading.text.slice(sentence.start, sentence.end);
    const found = loadedWords
      .flatMap(({ pattern, neutral }) =>
        [...text.matchAll(pattern)].map((match) => ({
          start: sentence.start + match.index,
          length: match[0].length,
          neutral,
        })),
      )
      .filter(({ start, length }) => !isQuoted(reading, { start, end: start + length }))
      .sort((a, b) => a.start - b.start);
    return found
      .filter((word, i) => i === 0 || word.start - found[i - 1]!.start > 40)
      .map(({ start, length, neutral }) => {
        const span = spanOf(reading.text, start, start + length);
        return fault("loaded-language", [span], `"${span.text}" judges; neutral: "${neutral}".`);
      });
  });
